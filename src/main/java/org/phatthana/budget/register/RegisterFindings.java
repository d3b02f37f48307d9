package org.phatthana.budget.register;

import java.util.ArrayList;
import java.util.List;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.FieldRow;
import org.phatthana.values.Message;

/// What was found wrong or odd in a register.
final class RegisterFindings {

    /// More than these help nobody.
    private static final int MOST = 500;

    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();

    void error(FieldRow row, String field, String word, Object... arguments) {
        error(row.note(field, message(word, arguments)));
    }

    void error(CellNote error) {
        if (errors.size() < MOST) {
            errors.add(error);
        }
    }

    void note(FieldRow row, String field, String word, Object... arguments) {
        note(row.note(field, message(word, arguments)));
    }

    void note(CellNote note) {
        if (notes.size() < MOST) {
            notes.add(note);
        }
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<CellNote> errors() {
        return List.copyOf(errors);
    }

    List<CellNote> notes() {
        return List.copyOf(notes);
    }

    static Message message(String word, Object... arguments) {
        return Message.of("budget.balances." + word, arguments);
    }
}
