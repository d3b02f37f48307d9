package org.phatthana.budget.reading;

import java.util.ArrayList;
import java.util.List;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.Message;

/// What was found wrong or odd while a file was read.
public final class Findings {

    /// More than these help nobody.
    private static final int MOST = 200;

    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();

    /// Stands against the file.
    public void error(Place place, String field, String word, Object... arguments) {
        error(place.note(field, Message.of("budget.import." + word, arguments)));
    }

    public void error(CellNote error) {
        if (errors.size() < MOST) {
            errors.add(error);
        }
    }

    /// Is odd, but understood.
    public void note(Place place, String field, String word, Object... arguments) {
        if (notes.size() < MOST) {
            notes.add(place.note(field, Message.of("budget.import." + word, arguments)));
        }
    }

    public void note(CellNote note) {
        if (notes.size() < MOST) {
            notes.add(note);
        }
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    public List<CellNote> errors() {
        return List.copyOf(errors);
    }

    public List<CellNote> notes() {
        return List.copyOf(notes);
    }
}
