package org.phatthana.documents;

import java.util.List;

/// Where the columns of a form's table stand on paper, and how its cells become lines.
final class PdfTableLayout {

    private static final float SIDE = 2.5f;
    private static final float INDENT = 8;
    /// The share of their size below which headings and figures are broken rather than set smaller.
    private static final float SMALLEST = 0.55f;

    private static final float ROUNDING = 0.01f;
    private static final float HEADING_SHADE = 0.1f;
    private static final float[] BAND_SHADES = {0.16f, 0.1f, 0.05f, 0};

    private final Form form;
    private final Figures figures;
    private final Typesetter setter;
    private final List<Column.Leaf> leaves;
    private final float[] lefts;

    PdfTableLayout(Form form, Figures figures, Typesetter setter, float width) {
        this.form = form;
        this.figures = figures;
        this.setter = setter;
        this.leaves = form.leaves();
        this.lefts = new float[leaves.size() + 1];
        var sum = leaves.stream().mapToDouble(Column.Leaf::width).sum();
        lefts[0] = PdfPages.MARGIN;
        for (var i = 0; i < leaves.size(); i++) {
            lefts[i + 1] = lefts[i] + (float) (width * leaves.get(i).width() / sum);
        }
    }

    PdfRow row(Item.Row row) {
        var placed = Placed.of(row, form);
        var cells = placed.stream().map(this::lines).toList();
        return new PdfRow(
                cells,
                Placed.bars(placed),
                switch (row.weight()) {
                    case ROW -> 0;
                    case SUBTOTAL -> 0.05f;
                    case TOTAL -> 0.1f;
                });
    }

    PdfRow band(Item.Band band) {
        var indent = (band.level() - 1) * INDENT;
        var lines = setter.lines(List.of(Run.bold(band.text())), PdfRow.SIZE, room(0, leaves.size()) - indent);
        var cell = new PdfRow.Lines(0, leaves.size(), lines, PdfRow.SIZE, PdfPages.Align.LEFT, indent);
        return new PdfRow(List.of(cell), List.of(), BAND_SHADES[band.level() - 1]);
    }

    void draw(PdfRow row, PdfPages pages) {
        var height = row.height();
        for (var cell : row.cells()) {
            draw(cell, pages, pages.y(), height, row.shade(), pages.y() + PdfRow.PADDING);
        }
        for (var bar : row.bars()) {
            pages.arrows(lefts[bar.first()] + 1, lefts[bar.last() + 1] - 1, pages.y() + height / 2);
        }
        pages.skip(height);
    }

    /// How high the table's heading is.
    float headingHeight() {
        var heights = headingHeights();
        var sum = 0f;
        for (var height : heights) {
            sum += height;
        }
        return sum;
    }

    void drawHeading(PdfPages pages) {
        var heights = headingHeights();
        for (var heading : Heading.of(form)) {
            var top = pages.y() + sum(heights, 0, heading.row());
            var height = sum(heights, heading.row(), heading.rows());
            var cell = lines(heading);
            draw(
                    cell,
                    pages,
                    top,
                    height,
                    HEADING_SHADE,
                    top + (height - cell.lines().size() * PdfRow.LEADING) / 2);
        }
        pages.skip(sum(heights, 0, heights.length));
    }

    private void draw(PdfRow.Lines cell, PdfPages pages, float top, float height, float shade, float text) {
        var left = lefts[cell.column()];
        var right = lefts[cell.column() + cell.columns()];
        pages.box(left, top, right - left, height, shade);
        var line = text;
        for (var drawn : cell.lines()) {
            pages.line(drawn, left + SIDE + cell.indent(), right - SIDE, line, cell.size(), cell.align());
            line += PdfRow.LEADING;
        }
    }

    /// Rows of one line each, the last one made higher where a heading over several needs it.
    private float[] headingHeights() {
        var heights = new float[form.headingDepth()];
        var headings = Heading.of(form);
        for (var heading : headings) {
            if (heading.rows() == 1) {
                heights[heading.row()] = Math.max(heights[heading.row()], height(heading));
            }
        }
        for (var heading : headings) {
            var missing = height(heading) - sum(heights, heading.row(), heading.rows());
            if (missing > 0) {
                heights[heading.row() + heading.rows() - 1] += missing;
            }
        }
        return heights;
    }

    private float height(Heading heading) {
        return PdfRow.height(lines(heading).lines().size());
    }

    private PdfRow.Lines lines(Heading heading) {
        return whole(Run.bold(heading.title()), heading.column(), heading.columns(), PdfPages.Align.MIDDLE);
    }

    private PdfRow.Lines lines(Placed placed) {
        var align = align(placed);
        return switch (placed.cell()) {
            case Cell.Text text -> lines(text.runs(), placed.column(), placed.columns(), PdfRow.SIZE, align);
            case Cell.Amount amount -> figure(figures.baht(amount.money()), amount.mark(), placed, align);
            case Cell.Count count -> figure(figures.count(count.number()), count.mark(), placed, align);
            case Cell.Points points -> figure(points.text(), points.mark(), placed, align);
            case Cell.Marked _, Cell.Empty _ -> lines(List.of(), placed.column(), placed.columns(), PdfRow.SIZE, align);
        };
    }

    private PdfRow.Lines figure(String figure, Mark mark, Placed placed, PdfPages.Align align) {
        return whole(new Run(figure, mark), placed.column(), placed.columns(), align);
    }

    /// A text whose words stay whole: it is set smaller where they would not fit.
    private PdfRow.Lines whole(Run text, int column, int columns, PdfPages.Align align) {
        var widest = setter.widestWord(text, PdfRow.SIZE);
        var share = Math.clamp(room(column, columns) / Math.max(widest, 1), SMALLEST, 1);
        return lines(List.of(text), column, columns, PdfRow.SIZE * share, align);
    }

    private PdfRow.Lines lines(List<Run> runs, int column, int columns, float size, PdfPages.Align align) {
        return new PdfRow.Lines(
                column, columns, setter.lines(runs, size, room(column, columns) + ROUNDING), size, align, 0);
    }

    private float room(int column, int columns) {
        return lefts[column + columns] - lefts[column] - 2 * SIDE;
    }

    private PdfPages.Align align(Placed placed) {
        if (placed.columns() > 1) {
            return PdfPages.Align.MIDDLE;
        }
        return switch (placed.cell()) {
            case Cell.Amount _, Cell.Count _ -> PdfPages.Align.RIGHT;
            case Cell.Text _, Cell.Points _, Cell.Marked _, Cell.Empty _ ->
                switch (leaves.get(placed.column()).kind()) {
                    case TEXT -> PdfPages.Align.LEFT;
                    case SHORT, SPAN -> PdfPages.Align.MIDDLE;
                    case MONEY, COUNT -> PdfPages.Align.RIGHT;
                };
        };
    }

    private static float sum(float[] heights, int from, int count) {
        var sum = 0f;
        for (var i = from; i < from + count; i++) {
            sum += heights[i];
        }
        return sum;
    }
}
