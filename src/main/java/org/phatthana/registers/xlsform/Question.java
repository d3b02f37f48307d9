package org.phatthana.registers.xlsform;

import java.util.List;
import java.util.Optional;
import org.phatthana.values.Localized;

/// A question of a form that becomes a field.
///
/// @param name as its form writes it
/// @param path of the groups around it and of itself, with `/` between them, as files of answers head their columns
/// @param type an [QuestionType.Answer] or [QuestionType.Choice]
/// @param group what the group around it is called
/// @param conditions the rows that say when it is asked: those of the groups around it, and its own
record Question(
        FormSheet.Row row,
        String name,
        String path,
        QuestionType type,
        Localized label,
        Optional<Localized> hint,
        Optional<Localized> group,
        List<FormSheet.Row> conditions) {

    Question {
        conditions = List.copyOf(conditions);
    }

    /// Whether the form works it out.
    boolean isWorkedOut() {
        return type instanceof QuestionType.Answer(var _, QuestionType.Writing writing)
                && writing == QuestionType.Writing.WORKED_OUT;
    }
}
