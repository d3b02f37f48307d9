package org.phatthana.documents;

import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.jspecify.annotations.Nullable;

/// How the cells of a form look in a workbook: widths, heights, letters, frames.
///
/// Rows are given a height, because programs that open a workbook do not measure merged or wrapped cells by
/// themselves; how many lines a text takes is reckoned from the widths of its letters.
final class XlsxLook {

    static final int SIZE = 14;

    /// TH Sarabun New is drawn smaller than the Sarabun whose widths are known; some room is left for fonts that
    /// stand in for it.
    private static final float NARROWER = 0.735f;
    private static final float LEADING = 19.5f;
    private static final float PADDING = 3;
    private static final double HIGHEST = 409;
    /// A column's unit of width in points, a digit of the default font, and what a cell's sides take.
    private static final float UNIT = 6;
    private static final float SIDES = 7;
    /// How much wider than the paper the sheet of a form with many columns is; it is printed so much smaller.
    private static final float WIDER = 1.3f;

    private static final int MANY_COLUMNS = 9;
    /// A figure that does not fit is set smaller, or the spreadsheet would show signs instead; but not below this.
    private static final int SMALLEST = 7;
    /// The end of a line that stays empty because the next word does not fit.
    private static final float RAGGED = 12;

    private static final String[] BANDS = {"D9D9D9", "E6E6E6", "F2F2F2", "FFFFFF"};

    private final Figures figures;
    private final Typefaces faces;
    private final List<Column.Leaf> leaves;
    private final double unit;

    XlsxLook(Form form, Figures figures, Typefaces faces) {
        this.figures = figures;
        this.faces = faces;
        this.leaves = form.leaves();
        var sum = leaves.stream().mapToDouble(Column.Leaf::width).sum();
        var wider = leaves.size() < MANY_COLUMNS ? 1 : WIDER;
        this.unit = (form.paper().width() - 2 * PdfPages.MARGIN) * wider / UNIT / sum;
    }

    /// The width of neighbouring columns in Excel's unit, the digits of the default font.
    double width(int column, int columns) {
        return unit
                * leaves.subList(column, column + columns).stream()
                        .mapToDouble(Column.Leaf::width)
                        .sum();
    }

    static double height(int lines) {
        return Math.min(HIGHEST, lines * LEADING + PADDING);
    }

    /// How many lines a cell takes.
    int lines(Placed placed) {
        var end = placed.column() + placed.columns();
        return switch (placed.cell()) {
            case Cell.Text text -> lines(text.runs(), placed.column(), end);
            case Cell.Amount _, Cell.Count _, Cell.Points _, Cell.Marked _, Cell.Empty _ -> 1;
        };
    }

    /// How many lines a text takes in the columns from `first` to before `end`.
    int lines(List<Run> runs, int first, int end) {
        var room = room(first, end);
        var lines = 1;
        var paragraph = 0f;
        for (var run : runs) {
            for (var i = 0; i < run.text().length(); i++) {
                if (run.text().charAt(i) == '\n') {
                    lines += further(paragraph, room) + 1;
                    paragraph = 0;
                } else {
                    paragraph += faces.width(run.text().charAt(i), run.mark()) * SIZE * NARROWER;
                }
            }
        }
        return lines + further(paragraph, room);
    }

    /// How many lines a paragraph takes beyond the first.
    private static int further(float paragraph, float room) {
        return paragraph <= room ? 0 : (int) Math.ceil(paragraph / Math.max(room / 2, room - RAGGED)) - 1;
    }

    /// The size in which a figure fits into its column.
    private int size(String figure, Placed placed) {
        var width = 0f;
        for (var i = 0; i < figure.length(); i++) {
            width += faces.width(figure.charAt(i), Mark.BOLD) * SIZE * NARROWER;
        }
        var room = room(placed.column(), placed.column() + placed.columns());
        return width <= room ? SIZE : Math.max(SMALLEST, (int) (SIZE * room / width));
    }

    private float room(int first, int end) {
        return (float) width(first, end - first) * UNIT - SIDES;
    }

    /// The columns at which so many parts of about the same width begin, and the end of the last.
    int[] parts(int count) {
        var begins = new int[count + 1];
        for (var i = 1; i < count; i++) {
            var column = begins[i - 1] + 1;
            while (column < leaves.size() - (count - i) && width(0, column) < width(0, leaves.size()) * i / count) {
                column++;
            }
            begins[i] = column;
        }
        begins[count] = leaves.size();
        return begins;
    }

    double[] headingHeights(List<Heading> headings, int depth) {
        var heights = new double[depth];
        for (var heading : headings) {
            var height = height(heading);
            if (heading.rows() == 1) {
                heights[heading.row()] = Math.max(heights[heading.row()], height);
            }
        }
        for (var heading : headings) {
            var missing = height(heading);
            for (var i = 0; i < heading.rows(); i++) {
                missing -= heights[heading.row() + i];
            }
            if (missing > 0) {
                heights[heading.row() + heading.rows() - 1] += missing;
            }
        }
        return heights;
    }

    private double height(Heading heading) {
        return height(
                lines(List.of(Run.bold(heading.title())), heading.column(), heading.column() + heading.columns()));
    }

    StyleSetter heading(StyleSetter style) {
        return framed(style)
                .bold()
                .fillColor("E6E6E6")
                .horizontalAlignment("center")
                .verticalAlignment("center");
    }

    StyleSetter band(StyleSetter style, int level) {
        return framed(style)
                .bold()
                .fillColor(BANDS[level - 1])
                .horizontalAlignment("left")
                .indent(level - 1)
                .verticalAlignment("top");
    }

    Style cell(Placed placed, Item.Weight weight) {
        var ground = switch (weight) {
            case ROW -> placed.cell() instanceof Cell.Marked ? "D9D9D9" : null;
            case SUBTOTAL -> "F2F2F2";
            case TOTAL -> "E6E6E6";
        };
        var alignment = alignment(placed);
        return switch (placed.cell()) {
            case Cell.Text text -> new Style(alignment, uniform(text), SIZE, null, ground);
            case Cell.Amount amount ->
                new Style(
                        alignment,
                        amount.mark(),
                        size(figures.baht(amount.money()), placed),
                        amount.money().satang() % 100 == 0 ? Figures.WHOLE_FORMAT : Figures.SATANG_FORMAT,
                        ground);
            case Cell.Count count ->
                new Style(
                        alignment,
                        count.mark(),
                        size(figures.count(count.number()), placed),
                        Figures.WHOLE_FORMAT,
                        ground);
            case Cell.Points points ->
                new Style(alignment, points.mark(), size(points.text(), placed), Figures.POINTS_FORMAT, ground);
            case Cell.Marked _, Cell.Empty _ -> new Style(alignment, Mark.PLAIN, SIZE, null, ground);
        };
    }

    /// How a cell looks; neighbours that look alike are given it at once, since each giving takes its time.
    ///
    /// @param mark nothing where its text has several
    /// @param format of its number
    /// @param ground its colour
    record Style(
            String alignment,
            @Nullable Mark mark,
            int size,
            @Nullable String format,
            @Nullable String ground) {

        void give(StyleSetter setter) {
            framed(setter)
                    .verticalAlignment("top")
                    .horizontalAlignment(alignment)
                    .fontSize(size);
            if (mark == Mark.BOLD) {
                setter.bold();
            }
            if (mark == Mark.STRUCK) {
                setter.strikethrough();
            }
            if (format != null) {
                setter.format(format);
            }
            if (ground != null) {
                setter.fillColor(ground);
            }
            setter.set();
        }
    }

    /// The mark of all of a text, or nothing if it has several.
    static @Nullable Mark uniform(Cell.Text text) {
        var first = text.runs().isEmpty() ? Mark.PLAIN : text.runs().getFirst().mark();
        return text.runs().stream().allMatch(run -> run.mark() == first) ? first : null;
    }

    private static StyleSetter framed(StyleSetter style) {
        return style.fontName(XlsxForm.FONT)
                .fontSize(SIZE)
                .borderStyle(BorderStyle.THIN)
                .wrapText(true);
    }

    private String alignment(Placed placed) {
        if (placed.columns() > 1) {
            return "center";
        }
        return switch (placed.cell()) {
            case Cell.Amount _, Cell.Count _ -> "right";
            case Cell.Text _, Cell.Points _, Cell.Marked _, Cell.Empty _ ->
                switch (leaves.get(placed.column()).kind()) {
                    case TEXT -> "left";
                    case SHORT, SPAN -> "center";
                    case MONEY, COUNT -> "right";
                };
        };
    }
}
