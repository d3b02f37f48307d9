package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.phatthana.exchange.CellNote;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.Register;
import org.phatthana.values.Message;

/// What of a form as a whole is not read: sheets, columns and languages.
final class FormNotes {

    private static final Set<String> OF_SURVEY = Set.of(
            "type",
            "name",
            "label",
            "hint",
            "required",
            "constraint",
            "relevant",
            "read_only",
            "calculation",
            "default",
            "choice_filter",
            "parameters",
            "privacy",
            "disabled");
    private static final Set<String> OF_CHOICES = Set.of("list_name", "name", "label");
    private static final Set<String> OF_SETTINGS = Set.of(
            "form_title",
            "form_id",
            "id_string",
            "version",
            "default_language",
            "instance_name",
            "allow_choice_duplicates");

    private static final List<String> SHEETS = List.of(FormFile.SURVEY, FormFile.CHOICES, FormFile.SETTINGS);

    private final FormFile form;
    private final Wording wording;

    FormNotes(FormFile form, Wording wording) {
        this.form = form;
        this.wording = wording;
    }

    /// All that is to be told of the form and of the register that it makes, sheet by sheet and row by row.
    List<CellNote> all(Register register, SurveyReading reading, ChoiceLists choices, RegisterDrawing drawing) {
        var notes = new ArrayList<>(ofForm(register, drawing.columnsOfChoices()));
        notes.addAll(reading.notes());
        notes.addAll(choices.notes());
        notes.addAll(drawing.notes());
        notes.sort(Comparator.comparingInt(FormNotes::place).thenComparingInt(CellNote::row));
        return notes;
    }

    /// The file first, then the sheets as forms have them.
    private static int place(CellNote note) {
        return note.isOfFile() ? -1 : SHEETS.contains(note.sheet()) ? SHEETS.indexOf(note.sheet()) : SHEETS.size();
    }

    private List<CellNote> ofForm(Register register, Set<String> ofFilters) {
        var notes = new ArrayList<>(wording.notes());
        var survey = form.survey().orElseThrow();
        var closed = register.fields().stream()
                .filter(field -> field.privacy() == Privacy.STAFF)
                .count();
        if (closed > 0) {
            notes.add(CellNote.ofFile(Message.of("registers.xlsform.note.closed", closed)));
        }
        wording.absent(survey).ifPresent(message -> notes.add(survey.note("", message)));
        unused(survey, OF_SURVEY, notes);
        var ofChoices = new HashSet<>(OF_CHOICES);
        ofChoices.addAll(ofFilters);
        form.choices().ifPresent(sheet -> unused(sheet, ofChoices, notes));
        form.settings().ifPresent(row -> unused(row.sheet(), OF_SETTINGS, notes));
        form.others()
                .forEach(sheet -> notes.add(sheet.note("", Message.of("registers.xlsform.left.sheet", sheet.name()))));
        if (form.setting("form_id").isEmpty() && form.setting("id_string").isEmpty()) {
            notes.add(CellNote.ofFile(Message.of("registers.xlsform.note.no-id")));
        }
        return notes;
    }

    private static void unused(FormSheet sheet, Set<String> known, List<CellNote> notes) {
        for (var heading : sheet.headings()) {
            var base = heading.split("::", 2)[0];
            var isUsed = known.contains(base)
                    && (base.equals(heading)
                            || base.equals("label")
                            || base.equals("hint")
                            || base.equals("form_title"));
            if (!isUsed && sheet.uses(heading)) {
                notes.add(sheet.note(heading, Message.of("registers.xlsform.left.column", heading)));
            }
        }
    }
}
