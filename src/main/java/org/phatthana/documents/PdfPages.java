package org.phatthana.documents;

import java.io.OutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// The pages of a PDF, written as they are filled, each with its head and foot; and what is drawn on them. Heights
/// are measured in points from the top of the paper.
final class PdfPages {

    static final float MARGIN = 30;
    static final float LEADING = 1.34f;

    private static final float TOP = 46;
    private static final float BOTTOM = 42;
    private static final float HEAD_SIZE = 10;
    private static final float FOOT_SIZE = 7.5f;
    private static final float TOTAL_WIDTH = 20;
    /// From the top of a line to where its letters stand, as a share of their size.
    private static final float ASCENT = 1.02f;

    private static final float STRIKE = 0.27f;

    /// Where a line stands between the left and the right of its place.
    enum Align {
        LEFT,
        MIDDLE,
        RIGHT
    }

    private final Form form;
    private final Words words;
    private final Typefaces faces;
    private final Shaping shaping;
    private final Typesetter setter;
    private final Document document;
    private final PdfContentByte canvas;
    private final PdfWriter writer;
    private final PdfTemplate total;
    private int number;
    private float y;

    PdfPages(Form form, Words words, Typefaces faces, Shaping shaping, Typesetter setter, OutputStream out) {
        this.form = form;
        this.words = words;
        this.faces = faces;
        this.shaping = shaping;
        this.setter = setter;
        this.document =
                new Document(new Rectangle(form.paper().width(), form.paper().height()));
        document.setGlyphLayoutManager(shaping);
        this.writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(String.join(" ", form.titles()));
        document.addSubject(form.mark());
        document.addAuthor(form.organization());
        document.addCreator("Phatthana");
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(form.language().code()));
        writer.createXmpMetadata();
        this.canvas = writer.getDirectContent();
        this.total = canvas.createTemplate(TOTAL_WIDTH, FOOT_SIZE * 2);
        total.setBoundingBox(new Rectangle(0, -FOOT_SIZE, TOTAL_WIDTH, FOOT_SIZE * 2));
    }

    /// Begins a page.
    void next() {
        document.newPage();
        writer.setPageEmpty(false);
        number++;
        y = TOP;
        head();
        foot();
    }

    /// Fills in how many pages there are, and ends the file.
    void close() {
        draw(total, new Line(List.of(Run.plain(Integer.toString(number))), 0), 0, 0, FOOT_SIZE);
        document.close();
    }

    /// A place in the list of contents that viewers show beside the pages.
    void bookmark(String title) {
        new PdfOutline(
                canvas.getRootOutline(),
                new PdfDestination(PdfDestination.FITH, form.paper().height()),
                title);
    }

    float width() {
        return form.paper().width() - 2 * MARGIN;
    }

    /// How far the page is filled.
    float y() {
        return y;
    }

    /// What is left of the page.
    float room() {
        return form.paper().height() - BOTTOM - y;
    }

    /// What a page holds below a head of some height.
    float roomBelow(float height) {
        return form.paper().height() - BOTTOM - TOP - height;
    }

    void skip(float height) {
        y += height;
    }

    /// Draws a line of text below `top`, between `left` and `right`.
    void line(Line line, float left, float right, float top, float size, Align align) {
        var x = switch (align) {
            case LEFT -> left;
            case MIDDLE -> left + (right - left - line.width()) / 2;
            case RIGHT -> right - line.width();
        };
        draw(canvas, line, x, form.paper().height() - top - ASCENT * size, size);
    }

    /// Draws a cell's frame.
    ///
    /// @param shade from 0 for none to 1 for black
    void box(float left, float top, float width, float height, float shade) {
        var bottom = form.paper().height() - top - height;
        if (shade > 0) {
            canvas.setGrayFill(1 - shade);
            canvas.rectangle(left, bottom, width, height);
            canvas.fill();
            canvas.setGrayFill(0);
        }
        canvas.setLineWidth(0.5f);
        canvas.rectangle(left, bottom, width, height);
        canvas.stroke();
    }

    /// Draws a line with an arrow at each end.
    void arrows(float left, float right, float top) {
        var height = form.paper().height() - top;
        canvas.setLineWidth(1.2f);
        canvas.moveTo(left + 2, height);
        canvas.lineTo(right - 2, height);
        canvas.stroke();
        arrow(left, left + 5, height);
        arrow(right, right - 5, height);
    }

    private void arrow(float tip, float base, float height) {
        canvas.moveTo(tip, height);
        canvas.lineTo(base, height + 2.4f);
        canvas.lineTo(base, height - 2.4f);
        canvas.fill();
    }

    private void head() {
        var top = TOP - 2 * HEAD_SIZE;
        var right = MARGIN + width();
        if (!form.mark().isEmpty()) {
            line(single(Run.bold(form.mark()), HEAD_SIZE), MARGIN, right, top, HEAD_SIZE, Align.RIGHT);
        }
        if (form.sample()) {
            var mark = single(Run.bold(words.sample()), HEAD_SIZE);
            line(mark, MARGIN + 5, right, top, HEAD_SIZE, Align.LEFT);
            box(MARGIN, top - 1, mark.width() + 10, HEAD_SIZE * LEADING + 2, 0);
        }
    }

    private void foot() {
        var top = form.paper().height() - BOTTOM + 10;
        var lines = setter.lines(List.of(Run.plain(words.foot())), FOOT_SIZE, width() - 110);
        for (var i = 0; i < Math.min(2, lines.size()); i++) {
            line(lines.get(i), MARGIN, MARGIN + width(), top + i * FOOT_SIZE * LEADING, FOOT_SIZE, Align.LEFT);
        }
        var around = words.page(Integer.toString(number), "\0").split("\0", -1);
        var before = single(Run.plain(around[0]), FOOT_SIZE);
        var left = MARGIN + width() - TOTAL_WIDTH;
        line(before, MARGIN, left - 2, top, FOOT_SIZE, Align.RIGHT);
        canvas.addTemplate(total, left, form.paper().height() - top - ASCENT * FOOT_SIZE);
    }

    private Line single(Run run, float size) {
        return setter.lines(List.of(run), size, Float.MAX_VALUE).getFirst();
    }

    private void draw(PdfContentByte canvas, Line line, float x, float baseline, float size) {
        var left = x;
        for (var run : line.runs()) {
            canvas.beginText();
            canvas.setFontAndSize(shaping.font(run.mark()), size);
            canvas.setTextMatrix(left, baseline);
            canvas.showText(run.text());
            canvas.endText();
            var right = left + width(run, size);
            if (run.mark() == Mark.STRUCK) {
                canvas.setLineWidth(0.6f);
                canvas.moveTo(left, baseline + STRIKE * size);
                canvas.lineTo(right, baseline + STRIKE * size);
                canvas.stroke();
            }
            left = right;
        }
    }

    private float width(Run run, float size) {
        var width = 0f;
        for (var i = 0; i < run.text().length(); i++) {
            width += size * faces.width(run.text().charAt(i), run.mark());
        }
        return width;
    }
}
