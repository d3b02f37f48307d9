package org.phatthana.documents;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes a form as a PDF, page by page as its items come.
///
/// What stays together: a band with the row below it, the rows of a block, totals with the row above them, and the
/// signatures with the last row.
final class PdfForm {

    private static final float TITLE_SIZE = 13;
    private static final float TEXT_SIZE = 10;
    private static final float GAP = 6;
    /// More rows than these are not held back to stay together.
    private static final int MOST_WAITING = 12;

    private final Form form;
    private final PdfPages pages;
    private final Typesetter setter;
    private final PdfTableLayout table;
    private final float headingHeight;
    private final PdfClosing closing;
    private final List<PdfRow> waiting = new ArrayList<>();
    private boolean rowWaits;
    private boolean begun;

    PdfForm(Form form, Words words, Typefaces faces, Shaping shaping, OutputStream out) {
        this.form = form;
        this.setter = new Typesetter(faces);
        this.pages = new PdfPages(form, words, faces, shaping, setter, out);
        this.table = new PdfTableLayout(form, words.figures(), setter, pages.width());
        this.headingHeight = table.headingHeight();
        this.closing = new PdfClosing(form, words, pages, setter);
    }

    void write(Body body) {
        body.tell(this::take);
        if (!begun) {
            begin(new Item.Section("", List.of()));
        }
        flush(closing.height());
        closing.draw();
        pages.close();
    }

    private void take(Item item) {
        if (item instanceof Item.Section section) {
            flush(0);
            begin(section);
            return;
        }
        if (!begun) {
            begin(new Item.Section("", List.of()));
        }
        switch (item) {
            case Item.Section _ -> {}
            case Item.Band band -> take(band);
            case Item.Row row -> take(List.of(row), row.weight() != Item.Weight.ROW);
            case Item.Block block -> take(block.rows(), false);
        }
    }

    private void take(Item.Band band) {
        if (rowWaits || waiting.size() >= MOST_WAITING) {
            flush(0);
        }
        if (band.newPage() && waiting.isEmpty() && pages.room() < pages.roomBelow(headingHeight)) {
            continueOnNext();
        }
        waiting.add(table.band(band));
    }

    private void take(List<Item.Row> rows, boolean isTotal) {
        if (rowWaits && (!isTotal || waiting.size() >= MOST_WAITING)) {
            flush(0);
        }
        rows.forEach(row -> waiting.add(table.row(row)));
        rowWaits = true;
    }

    private void begin(Item.Section section) {
        begun = true;
        pages.next();
        if (!section.name().isEmpty()) {
            pages.bookmark(section.name());
        }
        for (var title : form.titles()) {
            paragraph(Run.bold(title), TITLE_SIZE, PdfPages.Align.MIDDLE);
        }
        pages.skip(GAP);
        for (var line : section.lines()) {
            paragraph(Run.plain(line), TEXT_SIZE, PdfPages.Align.LEFT);
        }
        if (!section.lines().isEmpty()) {
            pages.skip(GAP);
        }
        if (pages.room() < headingHeight + PdfRow.height(1)) {
            pages.next();
        }
        table.drawHeading(pages);
    }

    private void continueOnNext() {
        pages.next();
        table.drawHeading(pages);
    }

    private void paragraph(Run text, float size, PdfPages.Align align) {
        var leading = size * PdfPages.LEADING;
        for (var line : setter.lines(List.of(text), size, pages.width())) {
            if (pages.room() < leading) {
                pages.next();
            }
            pages.line(line, PdfPages.MARGIN, PdfPages.MARGIN + pages.width(), pages.y(), size, align);
            pages.skip(leading);
        }
    }

    /// Draws what waits, on the next page if this one has no room for it.
    ///
    /// @param below the height of what has to follow on the same page
    private void flush(float below) {
        var height = (float) waiting.stream().mapToDouble(PdfRow::height).sum();
        var full = pages.roomBelow(headingHeight);
        if (!waiting.isEmpty() && height + below > pages.room() && height + below <= full) {
            continueOnNext();
        }
        if (height <= pages.room()) {
            waiting.forEach(row -> table.draw(row, pages));
        } else if (height <= full) {
            continueOnNext();
            waiting.forEach(row -> table.draw(row, pages));
        } else {
            waiting.forEach(this::drawAlone);
        }
        waiting.clear();
        rowWaits = false;
    }

    /// Draws a row of a group that no page can hold; a row that no page can hold is itself divided.
    private void drawAlone(PdfRow row) {
        if (row.height() > pages.room() && row.height() <= pages.roomBelow(headingHeight)) {
            continueOnNext();
        }
        var depth = row.depth();
        var from = 0;
        while (from < depth) {
            var fits = (int) ((pages.room() - 2 * PdfRow.PADDING) / PdfRow.LEADING);
            if (fits < Math.min(2, depth - from) && pages.room() < pages.roomBelow(headingHeight)) {
                continueOnNext();
                continue;
            }
            var to = Math.min(depth, from + Math.max(1, fits));
            table.draw(row.part(from, to), pages);
            from = to;
        }
    }
}
