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
    /// How much wider than the paper the sheet is: it is printed smaller, as letters of 14 points on so many
    /// columns are.
    private static final float WIDER = 1.3f;
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
        this.unit = (form.paper().width() - 2 * PdfPages.MARGIN) * WIDER / UNIT / sum;
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
            case Cell.Amount _, Cell.Count _, Cell.Marked _, Cell.Empty _ -> 1;
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

    StyleSetter cell(StyleSetter style, Placed placed, Item.Weight weight) {
        var framed = framed(style).verticalAlignment("top").horizontalAlignment(alignment(placed));
        switch (weight) {
            case ROW -> {}
            case SUBTOTAL -> framed.fillColor("F2F2F2");
            case TOTAL -> framed.fillColor("E6E6E6");
        }
        switch (placed.cell()) {
            case Cell.Text text -> mark(framed, uniform(text));
            case Cell.Amount amount ->
                mark(framed, amount.mark())
                        .fontSize(size(figures.baht(amount.money()), placed))
                        .format(amount.money().satang() % 100 == 0 ? Figures.WHOLE_FORMAT : Figures.SATANG_FORMAT);
            case Cell.Count count ->
                mark(framed, count.mark())
                        .fontSize(size(figures.count(count.number()), placed))
                        .format(Figures.WHOLE_FORMAT);
            case Cell.Marked _ -> framed.fillColor("D9D9D9");
            case Cell.Empty _ -> {}
        }
        return framed;
    }

    /// The mark of all of a text, or nothing if it has several.
    static @Nullable Mark uniform(Cell.Text text) {
        var marks = text.runs().stream().map(Run::mark).distinct().toList();
        return marks.isEmpty() ? Mark.PLAIN : marks.size() == 1 ? marks.getFirst() : null;
    }

    private static StyleSetter framed(StyleSetter style) {
        return style.fontName(XlsxForm.FONT)
                .fontSize(SIZE)
                .borderStyle(BorderStyle.THIN)
                .wrapText(true);
    }

    private static StyleSetter mark(StyleSetter style, @Nullable Mark mark) {
        return switch (mark) {
            case BOLD -> style.bold();
            case STRUCK -> style.strikethrough();
            case PLAIN -> style;
            case null -> style;
        };
    }

    private String alignment(Placed placed) {
        if (placed.columns() > 1) {
            return "center";
        }
        return switch (placed.cell()) {
            case Cell.Amount _, Cell.Count _ -> "right";
            case Cell.Text _, Cell.Marked _, Cell.Empty _ ->
                switch (leaves.get(placed.column()).kind()) {
                    case TEXT -> "left";
                    case SHORT, SPAN -> "center";
                    case MONEY, COUNT -> "right";
                };
        };
    }
}
