package org.phatthana.exchange;

import java.util.ArrayList;
import java.util.List;

/// One row of a sheet.
///
/// @param sheet the sheet's name
/// @param number the row as its own program counts it, from 1
/// @param cells its cells from the left without gaps: the cell of column `n` stands at place `n`; ends with the
///   last cell that holds something
public record SheetRow(String sheet, int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /// The cell of a column that counts from 0; blank where the row has none.
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : new SheetCell.Blank(column);
    }

    public boolean isBlank() {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// The cells that hold something.
    public List<SheetCell> filled() {
        var filled = new ArrayList<SheetCell>(cells.size());
        for (var cell : cells) {
            if (!cell.isBlank()) {
                filled.add(cell);
            }
        }
        return filled;
    }
}
