package org.phatthana.exchange;

import java.util.Map;
import org.phatthana.values.Message;

/// A row of a table whose columns are known by their fields.
public final class FieldRow {

    private final SheetRow row;
    private final Map<String, Integer> columns;

    FieldRow(SheetRow row, Map<String, Integer> columns) {
        this.row = row;
        this.columns = Map.copyOf(columns);
    }

    /// The row as it stands in its sheet.
    public SheetRow row() {
        return row;
    }

    public String sheet() {
        return row.sheet();
    }

    /// The row as the file's own program counts it, from 1.
    public int number() {
        return row.number();
    }

    /// Whether the file has a column for a field.
    public boolean has(String field) {
        return columns.containsKey(field);
    }

    /// The cell of a field; blank where the file has no column for it.
    public SheetCell cell(String field) {
        var column = columns.get(field);
        return column == null ? new SheetCell.Blank(0) : row.cell(column);
    }

    /// The text of a field on one line; empty where there is none, or one of the dashes that mean nothing.
    public String text(String field) {
        return meant(cell(field));
    }

    /// Whether something is written in a field, and be it a dash.
    public boolean isFilled(String field) {
        return !cell(field).isBlank();
    }

    public Amount amount(String field) {
        return Amount.of(cell(field));
    }

    /// The first text of the row, wherever it stands; empty where it has none but numbers.
    public String firstText() {
        for (var cell : row.filled()) {
            var text = meant(cell);
            if (!text.isEmpty() && CellText.number(text).isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// Something to say about a field of this row.
    public CellNote note(String field, Message message) {
        var column = columns.get(field);
        return new CellNote(row.sheet(), row.number(), column == null ? "" : SheetCell.letter(column), field, message);
    }

    private static String meant(SheetCell cell) {
        var text = CellText.meant(CellText.oneLine(cell.text()));
        return CellText.isNothing(text) ? "" : text;
    }
}
