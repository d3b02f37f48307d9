package org.phatthana.budget.reading;

import org.phatthana.exchange.CellNote;
import org.phatthana.values.Message;

/// A place in a file.
///
/// @param sheet empty where the file has none
/// @param row from 1, or 0
/// @param column a letter, or a path such as `tasks[3].total`
public record Place(String sheet, int row, String column) {

    public static final Place FILE = new Place("", 0, "");

    static Place path(String path) {
        return new Place("", 0, path);
    }

    public CellNote note(String field, Message message) {
        return new CellNote(sheet, row, column, field, message);
    }
}
