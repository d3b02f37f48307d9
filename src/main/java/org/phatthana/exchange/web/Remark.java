package org.phatthana.exchange.web;

import org.phatthana.exchange.CellNote;

/// What is said of one place in a file, in the reader's language.
public record Remark(String sheet, int row, String column, String field, String message) {

    static Remark of(CellNote note, String field, String message) {
        return new Remark(note.sheet(), note.row(), note.column(), field, message);
    }
}
