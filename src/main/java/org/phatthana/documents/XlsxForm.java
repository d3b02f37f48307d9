package org.phatthana.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellText;

/// Writes a form as a workbook, a sheet per section, row by row as its items come.
///
/// Amounts are numbers, so that a spreadsheet adds them up. A bar is written in letters as well as in colour.
final class XlsxForm {

    static final String FONT = "TH Sarabun New";
    private static final int TITLE_SIZE = 16;
    private static final int FOOT_SIZE = 12;
    private static final int ROWS_HELD = 500;
    private static final long MOST_LETTERS_HELD = 8_000_000;
    /// What the head or the foot of a printed page may hold in one of its three parts.
    private static final int LONGEST_FOOT = 120;
    /// A list's dash before words. A text that could call a function or another program is none.
    private static final Pattern LISTED = Pattern.compile("-\\s*[\\u0e01-\\u0e5b][^|=@!]*");
    private static final Pattern CALL = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*\\s*\\(");

    private final Form form;
    private final Words words;
    private final Workbook workbook;
    private final XlsxLook look;
    private final SheetNames names = new SheetNames();
    private final int columns;
    private @Nullable Worksheet sheet;
    private int row;
    private long lettersHeld;

    XlsxForm(Form form, Words words, Typefaces faces, OutputStream out) {
        this.form = form;
        this.words = words;
        this.columns = form.leaves().size();
        this.look = new XlsxLook(form, words.figures(), faces);
        this.workbook = new Workbook(out, "Phatthana", "1.0");
        // The library holds the default for all workbooks at once: the same here as for tables, and no style relies
        // on it.
        workbook.setGlobalDefaultFont("Tahoma", 11);
        workbook.properties().setTitle(String.join(" ", form.titles()));
    }

    void write(Body body) throws IOException {
        try {
            body.tell(this::take);
            var last = sheet == null ? begin(new Item.Section("", List.of())) : sheet;
            close(last);
            last.finish();
            workbook.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(Item item) {
        try {
            if (item instanceof Item.Section section) {
                if (sheet != null) {
                    sheet.finish();
                }
                begin(section);
                return;
            }
            var current = sheet == null ? begin(new Item.Section("", List.of())) : sheet;
            switch (item) {
                case Item.Section _ -> {}
                case Item.Band band -> write(current, band);
                case Item.Row whole -> write(current, whole);
                case Item.Block block -> block.rows().forEach(part -> write(current, part));
            }
            if (row % ROWS_HELD == 0) {
                current.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet begin(Item.Section section) {
        var fallback = form.mark().isEmpty() ? form.name() : form.mark();
        var begun = workbook.newWorksheet(names.next(section.name(), fallback));
        sheet = begun;
        row = 0;
        setPage(begun);
        for (var column = 0; column < columns; column++) {
            begun.width(column, look.width(column, 1));
        }
        writeTop(begun, section);
        writeHeading(begun);
        return begun;
    }

    private void setPage(Worksheet sheet) {
        sheet.paperSize(form.paper() == Paper.A3_LANDSCAPE ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        sheet.pageOrientation(form.paper().isLandscape() ? "landscape" : "portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.6f);
        sheet.bottomMargin(0.7f);
        sheet.headerMargin(0.3f);
        sheet.footerMargin(0.3f);
        sheet.footer(margin(words.foot()), Position.LEFT, FONT, FOOT_SIZE);
        sheet.footer(words.page("&P", "&N"), Position.RIGHT, FONT, FOOT_SIZE);
        if (form.sample()) {
            sheet.header(margin(words.sample()), Position.CENTER, FONT, FOOT_SIZE);
        }
    }

    private void writeTop(Worksheet sheet, Item.Section section) {
        if (form.sample()) {
            sheet.value(row, 0, words.sample());
            sheet.style(row, 0).fontName(FONT).fontSize(XlsxLook.SIZE).bold().set();
        }
        if (!form.mark().isEmpty()) {
            sheet.value(row, columns - 1, CellText.harmless(form.mark()));
            sheet.style(row, columns - 1)
                    .fontName(FONT)
                    .fontSize(XlsxLook.SIZE)
                    .bold()
                    .horizontalAlignment("right")
                    .set();
        }
        sheet.rowHeight(row++, XlsxLook.height(1));
        for (var title : form.titles()) {
            across(sheet, 0, columns, title, TITLE_SIZE, true, "center");
        }
        for (var line : section.lines()) {
            across(sheet, 0, columns, line, XlsxLook.SIZE, false, "left");
        }
        row++;
    }

    private void writeHeading(Worksheet sheet) {
        var depth = form.headingDepth();
        var headings = Heading.of(form);
        for (var heading : headings) {
            sheet.value(row + heading.row(), heading.column(), CellText.harmless(heading.title()));
            var range = sheet.range(
                    row + heading.row(),
                    heading.column(),
                    row + heading.row() + heading.rows() - 1,
                    heading.column() + heading.columns() - 1);
            if (heading.rows() * heading.columns() > 1) {
                range.merge();
            }
            look.heading(range.style()).set();
        }
        var heights = look.headingHeights(headings, depth);
        for (var i = 0; i < depth; i++) {
            sheet.rowHeight(row + i, heights[i]);
        }
        sheet.repeatRows(row, row + depth - 1);
        row += depth;
    }

    private void write(Worksheet sheet, Item.Band band) {
        sheet.value(row, 0, harmless(band.text()));
        var range = sheet.range(row, 0, row, columns - 1);
        range.merge();
        look.band(range.style(), band.level()).set();
        sheet.rowHeight(row++, XlsxLook.height(look.lines(List.of(Run.bold(band.text())), 0, columns)));
    }

    private void write(Worksheet sheet, Item.Row whole) {
        var placed = Placed.of(whole, form);
        var lines = 1;
        var begin = 0;
        var styles =
                placed.stream().map(cell -> look.cell(cell, whole.weight())).toList();
        for (var i = 0; i < placed.size(); i++) {
            var cell = placed.get(i);
            lines = Math.max(lines, look.lines(cell));
            write(sheet, cell);
            if (cell.columns() > 1) {
                range(sheet, cell, cell).merge();
            }
            if (i + 1 == placed.size() || !styles.get(i).equals(styles.get(i + 1))) {
                styles.get(i).give(range(sheet, placed.get(begin), cell).style());
                begin = i + 1;
            }
        }
        for (var bar : Placed.bars(placed)) {
            for (var column = bar.first(); column <= bar.last(); column++) {
                sheet.value(row, column, piece(bar, column));
            }
        }
        sheet.rowHeight(row++, XlsxLook.height(lines));
    }

    private Range range(Worksheet sheet, Placed first, Placed last) {
        return sheet.range(row, first.column(), row, last.column() + last.columns() - 1);
    }

    private void write(Worksheet sheet, Placed placed) {
        switch (placed.cell()) {
            case Cell.Text text -> write(sheet, placed.column(), text);
            case Cell.Amount amount -> {
                if (amount.money().satang() % 100 == 0) {
                    sheet.value(row, placed.column(), amount.money().satang() / 100);
                } else {
                    sheet.value(row, placed.column(), amount.money().baht());
                }
            }
            case Cell.Count count -> sheet.value(row, placed.column(), count.number());
            case Cell.Points points -> sheet.value(row, placed.column(), points.number());
            case Cell.Marked _, Cell.Empty _ -> {}
        }
    }

    /// Texts that are the same are held once, in memory until the end; when they have become many, the others stand
    /// in their cells.
    private void write(Worksheet sheet, int column, String text) {
        lettersHeld += text.length();
        if (lettersHeld > MOST_LETTERS_HELD) {
            sheet.inlineString(row, column, text);
        } else {
            sheet.value(row, column, text);
        }
    }

    /// Text with one mark is marked by the cell's style. In mixed text a workbook of this kind can hold no line
    /// through letters, so that what is taken away is said in words.
    private void write(Worksheet sheet, int column, Cell.Text text) {
        if (XlsxLook.uniform(text) != null) {
            write(sheet, column, harmless(text.text()));
            return;
        }
        var rich = RichText.builder();
        var first = true;
        for (var run : text.runs()) {
            var shown = run.mark() == Mark.STRUCK ? words.takenAway(run.text()) : run.text();
            var builder =
                    rich.run(first ? harmless(shown) : shown).fontName(FONT).fontSize(XlsxLook.SIZE);
            (run.mark() == Mark.BOLD ? builder.bold() : builder).end();
            first = false;
        }
        sheet.inlineString(row, column, rich.build());
    }

    private void close(Worksheet sheet) {
        for (var note : form.notes()) {
            across(sheet, 0, columns, note, XlsxLook.SIZE, false, "left");
        }
        if (form.signers().isEmpty()) {
            return;
        }
        row += 2;
        var top = row;
        var places = look.parts(form.signers().size());
        for (var i = 0; i < form.signers().size(); i++) {
            var signer = form.signers().get(i);
            row = top;
            for (var line : List.of(words.signature(), words.inBrackets(signer), signer.position(), words.signedOn())) {
                across(sheet, places[i], places[i + 1], line, XlsxLook.SIZE, false, "center");
            }
        }
    }

    /// One line of text over several columns, from `first` to before `end`.
    private void across(Worksheet sheet, int first, int end, String text, int size, boolean bold, String alignment) {
        sheet.value(row, first, harmless(text));
        var range = sheet.range(row, first, row, end - 1);
        if (end - first > 1) {
            range.merge();
        }
        var style = range.style()
                .fontName(FONT)
                .fontSize(size)
                .horizontalAlignment(alignment)
                .verticalAlignment("top")
                .wrapText(true);
        (bold ? style.bold() : style).set();
        sheet.rowHeight(row, XlsxLook.height(look.lines(List.of(Run.plain(text)), first, end)) * size / XlsxLook.SIZE);
        row++;
    }

    private static String piece(Placed.Bar bar, int column) {
        if (bar.first() == bar.last()) {
            return "◄►";
        }
        return column == bar.first() ? "◄─" : column == bar.last() ? "─►" : "──";
    }

    /// A dash that begins a list stays as the office wrote it; no other sign that begins a formula does.
    static String harmless(String text) {
        return text.startsWith("-")
                        && LISTED.matcher(text).matches()
                        && !CALL.matcher(text).find()
                ? text
                : CellText.harmless(text);
    }

    private static String margin(String text) {
        var shortened = text.length() > LONGEST_FOOT ? text.substring(0, LONGEST_FOOT) : text;
        return shortened.replace("&", "&&");
    }
}
