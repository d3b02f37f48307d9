package org.phatthana.documents;

import java.util.List;

/// A row of a PDF's table, broken into lines and ready to be drawn.
///
/// @param shade of its ground, from 0 for none to 1 for black
record PdfRow(List<Lines> cells, List<Placed.Bar> bars, float shade) {

    static final float SIZE = 9;
    static final float LEADING = SIZE * PdfPages.LEADING;
    static final float PADDING = 2.5f;

    /// The lines of one cell.
    ///
    /// @param size of the letters
    /// @param indent how far from the left they begin
    record Lines(int column, int columns, List<Line> lines, float size, PdfPages.Align align, float indent) {}

    PdfRow {
        cells = List.copyOf(cells);
        bars = List.copyOf(bars);
    }

    int depth() {
        return Math.max(
                1, cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1));
    }

    float height() {
        return height(depth());
    }

    static float height(int lines) {
        return lines * LEADING + 2 * PADDING;
    }

    /// Some of the row's lines, for a row that is higher than a page.
    PdfRow part(int from, int to) {
        var parts = cells.stream()
                .map(cell -> new Lines(
                        cell.column(),
                        cell.columns(),
                        cell.lines()
                                .subList(
                                        Math.min(from, cell.lines().size()),
                                        Math.min(to, cell.lines().size())),
                        cell.size(),
                        cell.align(),
                        cell.indent()))
                .toList();
        return new PdfRow(parts, from == 0 ? bars : List.of(), shade);
    }
}
