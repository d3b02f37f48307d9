package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// The lists of a form that its questions choose from.
final class ChoiceLists {

    private static final int MOST = 1_000;

    private final FormFile form;
    private final Wording wording;
    private final Map<String, List<Choice>> lists = new LinkedHashMap<>();
    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();

    /// @param name as the form and files of its answers write it
    record Choice(FormSheet.Row row, String name, String code, Localized label) {}

    ChoiceLists(FormFile form, Wording wording) {
        this.form = form;
        this.wording = wording;
        form.choices().ifPresent(this::read);
    }

    private void read(FormSheet sheet) {
        Map<String, Codes> codes = new HashMap<>();
        Map<String, HashSet<String>> names = new HashMap<>();
        var mayRepeat = form.setting("allow_choice_duplicates").equalsIgnoreCase("yes");
        for (var row : sheet.rows()) {
            var list = row.line("list_name");
            var name = row.line("name");
            if (list.isEmpty() && name.isEmpty()) {
                continue;
            }
            if (list.isEmpty()) {
                errors.add(row.note("list_name", Message.of("registers.xlsform.wrong.choice-without-list", name)));
            } else if (name.isEmpty()) {
                errors.add(row.note("name", Message.of("registers.xlsform.wrong.choice-without-name", list)));
            } else if (!names.computeIfAbsent(list, _ -> new HashSet<>()).add(name)) {
                var twice = row.note("name", Message.of("registers.xlsform.wrong.choice-twice", name, list));
                (mayRepeat ? notes : errors).add(twice);
            } else {
                var code = codes.computeIfAbsent(list, _ -> Codes.ofLists()).next(name, true);
                add(list, new Choice(row, name, code, label(row, name)));
            }
        }
    }

    private Localized label(FormSheet.Row row, String name) {
        var label = wording.of(row, "label");
        if (label.isEmpty()) {
            notes.add(row.note("label", Message.of("registers.xlsform.note.no-label", name)));
            return Localized.of(name, name);
        }
        notes.addAll(wording.missing(row, "label"));
        return label.get();
    }

    private void add(String list, Choice choice) {
        var choices = lists.computeIfAbsent(list, _ -> new ArrayList<>());
        choices.add(choice);
        if (choices.size() == MOST + 1) {
            errors.add(
                    choice.row.note("list_name", Message.of("registers.xlsform.wrong.too-many-choices", list, MOST)));
        }
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    List<Choice> of(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /// The names of all lists.
    List<String> names() {
        return List.copyOf(lists.keySet());
    }

    List<CellNote> errors() {
        return errors;
    }

    List<CellNote> notes() {
        return notes;
    }
}
