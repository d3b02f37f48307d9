package org.phatthana.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Download;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Writes forms as files, in pieces as their bodies are told: no body is held whole, nor is a PDF. A workbook holds
/// its distinct texts until its end, up to a bound.
///
/// Both renderings show the same cells with the same texts. In the workbook, text that a spreadsheet would run as a
/// formula gets an apostrophe before it, and a part of a text that is struck through stands in brackets.
@Component
public class Forms {

    private static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");

    private final Texts texts;
    private final Clock clock;
    private @Nullable Typefaces faces;
    private @Nullable Shaping shaping;

    Forms(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /// The form as a workbook of a sheet per section, that adds up and prints as it looks.
    public Download xlsx(Form form, Body body) {
        var loaded = faces();
        return new Download(
                form.name() + ".xlsx", Download.XLSX, out -> new XlsxForm(form, words(form), loaded, out).write(body));
    }

    /// The form as a PDF with a new page per section.
    ///
    /// @throws IllegalStateException if this machine's Java cannot lay out text; the message says what is missing
    public Download pdf(Form form, Body body) {
        var loaded = faces();
        var shaped = shaping();
        return new Download(
                form.name() + ".pdf",
                "application/pdf",
                out -> new PdfForm(form, words(form), loaded, shaped, out).write(body));
    }

    private Words words(Form form) {
        return new Words(texts, form, LocalDate.now(clock.withZone(THAILAND)));
    }

    /// The fonts are loaded with the first form and not at the start, which they would slow down.
    private synchronized Typefaces faces() {
        if (faces == null) {
            faces = new Typefaces();
        }
        return faces;
    }

    private synchronized Shaping shaping() {
        if (shaping == null) {
            shaping = Shaping.load();
        }
        return shaping;
    }
}
