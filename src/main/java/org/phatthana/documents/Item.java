package org.phatthana.documents;

import java.util.List;

/// What a form's body is made of, from top to bottom.
public sealed interface Item {

    /// A new part of the form: a new sheet of the workbook and a new page of the PDF, with the form's titles, lines
    /// of its own and the table's heading. A body that does not begin with one gets one without lines.
    ///
    /// @param name the sheet's name; made fit and distinct where a workbook demands it
    /// @param lines what stands between the titles and the table, at the left
    record Section(String name, List<String> lines) implements Item {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// A heading over all columns: a strategy, a tactic, a programme.
    ///
    /// @param level 1 for the greatest
    /// @param newPage whether it begins a new page on paper
    record Band(String text, int level, boolean newPage) implements Item {

        public Band {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("A band's level is 1 to 4, not " + level);
            }
        }
    }

    /// A row of the table. Its cells cover all columns.
    record Row(List<Cell> cells, Weight weight) implements Item {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// Rows that belong together, such as the old one above the new: no page ends between them as long as a page
    /// holds them.
    record Block(List<Row> rows) implements Item {

        public Block {
            rows = List.copyOf(rows);
        }
    }

    /// What a row is.
    enum Weight {
        ROW,
        SUBTOTAL,
        TOTAL
    }

    static Item section(String name, List<String> lines) {
        return new Section(name, lines);
    }

    static Item band(int level, String text) {
        return new Band(text, level, false);
    }

    static Row row(List<Cell> cells) {
        return new Row(cells, Weight.ROW);
    }

    static Row subtotal(List<Cell> cells) {
        return new Row(cells, Weight.SUBTOTAL);
    }

    static Row total(List<Cell> cells) {
        return new Row(cells, Weight.TOTAL);
    }

    static Item together(Row... rows) {
        return new Block(List.of(rows));
    }
}
