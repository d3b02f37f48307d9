package org.phatthana.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One cell of a table's heading.
///
/// @param row counted from 0 at the top of the heading
/// @param column counted from 0 at the left
/// @param rows how many rows it covers
/// @param columns how many columns it covers
record Heading(String title, int row, int column, int rows, int columns) {

    /// All cells of a form's heading, row by row.
    static List<Heading> of(Form form) {
        var headings = new ArrayList<Heading>();
        place(form.columns(), 0, 0, form.headingDepth(), headings);
        headings.sort(Comparator.comparingInt(Heading::row).thenComparingInt(Heading::column));
        return headings;
    }

    private static void place(List<Column> columns, int row, int first, int depth, List<Heading> headings) {
        var left = first;
        for (var column : columns) {
            switch (column) {
                case Column.Leaf leaf -> headings.add(new Heading(leaf.title(), row, left++, depth - row, 1));
                case Column.Group group -> {
                    var wide = (int) group.leaves().count();
                    headings.add(new Heading(group.title(), row, left, 1, wide));
                    place(group.parts(), row + 1, left, depth, headings);
                    left += wide;
                }
            }
        }
    }
}
