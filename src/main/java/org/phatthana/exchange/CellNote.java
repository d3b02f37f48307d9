package org.phatthana.exchange;

import org.phatthana.values.Message;

/// Something to say about one place in a file.
///
/// @param sheet the sheet's name, empty where the file has none or the note is about the whole file
/// @param row the row as the file's own program counts it, from 1; 0 for the whole sheet
/// @param column the column as the file's own program names it (`F`, or a path such as `tasks[3].total`), empty for
/// the whole row
/// @param field the field's name in our own words, a short English word, empty where there is none
/// @param message what is to say
public record CellNote(String sheet, int row, String column, String field, Message message) {

    /// Whether this is about the file as a whole.
    public boolean isOfFile() {
        return sheet.isEmpty() && row == 0 && column.isEmpty();
    }

    /// A note about the file as a whole.
    public static CellNote ofFile(Message message) {
        return new CellNote("", 0, "", "", message);
    }
}
