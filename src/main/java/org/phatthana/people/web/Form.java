package org.phatthana.people.web;

import java.util.List;
import java.util.Map;
import org.phatthana.values.Message;

/// What was typed into a form and what is wrong with it, for the templates.
///
/// @param values what was typed, by the field's name; never a password
/// @param problems what is wrong, by the field's name
public record Form(Map<String, String> values, Map<String, List<Message>> problems) {

    static final Form EMPTY = new Form(Map.of(), Map.of());

    public Form {
        values = Map.copyOf(values);
    }

    static Form problem(String field, Message message) {
        return new Form(Map.of(), Map.of(field, List.of(message)));
    }

    /// What was typed into a field, empty if nothing was.
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// What is wrong with a field, empty if nothing is.
    public List<Message> problems(String field) {
        return problems.getOrDefault(field, List.of());
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }
}
