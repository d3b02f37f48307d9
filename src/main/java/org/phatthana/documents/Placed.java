package org.phatthana.documents;

import java.util.ArrayList;
import java.util.List;

/// A cell of a row and the columns that it covers.
///
/// @param column the first, counted from 0
record Placed(Cell cell, int column, int columns) {

    /// A stretch of neighbouring marked cells.
    record Bar(int first, int last) {}

    /// The cells of a row, which must cover the form's columns.
    static List<Placed> of(Item.Row row, Form form) {
        var placed = new ArrayList<Placed>(row.cells().size());
        var column = 0;
        for (var cell : row.cells()) {
            placed.add(new Placed(cell, column, cell.columns()));
            column += cell.columns();
        }
        if (column != form.leaves().size()) {
            throw new IllegalArgumentException("A row of the form «%s» covers %d columns of %d: %s"
                    .formatted(form.name(), column, form.leaves().size(), row));
        }
        return placed;
    }

    static List<Bar> bars(List<Placed> row) {
        var bars = new ArrayList<Bar>();
        for (var placed : row) {
            if (placed.cell() instanceof Cell.Marked) {
                var before = bars.isEmpty() ? null : bars.getLast();
                if (before != null && before.last() == placed.column() - 1) {
                    bars.set(bars.size() - 1, new Bar(before.first(), placed.column()));
                } else {
                    bars.add(new Bar(placed.column(), placed.column()));
                }
            }
        }
        return bars;
    }
}
