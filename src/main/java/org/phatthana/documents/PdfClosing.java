package org.phatthana.documents;

import java.util.ArrayList;
import java.util.List;

/// What stands below the table: notes and signatures. The signatures are never divided.
final class PdfClosing {

    private static final float SIZE = 10;
    private static final float LEADING = SIZE * PdfPages.LEADING;
    private static final float NOTE_SIZE = 9;
    private static final float NOTE_LEADING = NOTE_SIZE * PdfPages.LEADING;
    private static final float GAP = 8;
    /// The space to sign in.
    private static final float SIGNING = 22;
    private static final float SIDE = 6;

    private final Form form;
    private final PdfPages pages;
    private final List<Line> notes = new ArrayList<>();
    private final List<List<Line>> signatures = new ArrayList<>();

    PdfClosing(Form form, Words words, PdfPages pages, Typesetter setter) {
        this.form = form;
        this.pages = pages;
        form.notes().forEach(note -> notes.addAll(setter.lines(List.of(Run.plain(note)), NOTE_SIZE, pages.width())));
        for (var signer : form.signers()) {
            var lines = new ArrayList<Line>();
            for (var text : List.of(words.signature(), words.inBrackets(signer), signer.position(), words.signedOn())) {
                lines.addAll(setter.lines(List.of(Run.plain(text)), SIZE, part() - 2 * SIDE));
            }
            signatures.add(lines);
        }
    }

    float height() {
        return notesHeight() + signaturesHeight();
    }

    void draw() {
        if (!notes.isEmpty()) {
            pages.skip(GAP);
        }
        for (var note : notes) {
            if (pages.room() < NOTE_LEADING) {
                pages.next();
            }
            pages.line(
                    note, PdfPages.MARGIN, PdfPages.MARGIN + pages.width(), pages.y(), NOTE_SIZE, PdfPages.Align.LEFT);
            pages.skip(NOTE_LEADING);
        }
        if (signatures.isEmpty()) {
            return;
        }
        if (pages.room() < signaturesHeight()) {
            pages.next();
        }
        var top = pages.y() + SIGNING;
        for (var i = 0; i < signatures.size(); i++) {
            var left = PdfPages.MARGIN + i * part();
            var y = top;
            for (var line : signatures.get(i)) {
                pages.line(line, left + SIDE, left + part() - SIDE, y, SIZE, PdfPages.Align.MIDDLE);
                y += LEADING;
            }
        }
        pages.skip(signaturesHeight());
    }

    private float part() {
        return pages.width() / form.signers().size();
    }

    private float notesHeight() {
        return notes.isEmpty() ? 0 : GAP + notes.size() * NOTE_LEADING;
    }

    private float signaturesHeight() {
        return signatures.isEmpty()
                ? 0
                : SIGNING
                        + LEADING
                                * signatures.stream().mapToInt(List::size).max().orElseThrow();
    }
}
