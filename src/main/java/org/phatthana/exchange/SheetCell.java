package org.phatthana.exchange;

import java.math.BigDecimal;

/// What one cell of a workbook holds. Columns count from 0.
public sealed interface SheetCell {

    int column();

    /// A cell without anything in it, or one that is not there.
    record Blank(int column) implements SheetCell {}

    /// A cell with text.
    ///
    /// @param text cleaned as [CellText#clean] does
    record Text(int column, String text) implements SheetCell {

        public Text {
            text = CellText.clean(text);
        }
    }

    /// A cell with a number.
    record Numeric(int column, BigDecimal number) implements SheetCell {}

    /// A cell with a formula; only the value that the office's program last computed is known.
    ///
    /// @param expression the formula as the file has it, which may be empty for a shared formula
    /// @param value what it came to: never a formula again
    record Formula(int column, String expression, SheetCell value) implements SheetCell {}

    /// A cell that the office's program shows as an error.
    ///
    /// @param code `#REF!`, `#DIV/0!`, `#N/A`, …
    record Failed(int column, String code) implements SheetCell {}

    /// What the cell shows: a formula by its value.
    default SheetCell shown() {
        return this instanceof Formula formula ? formula.value() : this;
    }

    /// The shown text; numbers in plain digits; empty where there is nothing.
    default String text() {
        return switch (shown()) {
            case Text text -> text.text();
            case Numeric number -> CellText.plain(number.number());
            case Failed failed -> failed.code();
            case Blank _, Formula _ -> "";
        };
    }

    default boolean isBlank() {
        return switch (shown()) {
            case Text text -> text.text().isEmpty();
            case Blank _, Formula _ -> true;
            case Numeric _, Failed _ -> false;
        };
    }

    /// The column as spreadsheets name it: `A`, …, `Z`, `AA`.
    default String letter() {
        return letter(column());
    }

    /// The name of a column that counts from 0.
    static String letter(int column) {
        var name = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }
}
