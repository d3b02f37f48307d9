package org.phatthana.documents;

import java.time.Clock;
import org.phatthana.exchange.Download;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Writes forms as files.
@Component
public class Forms {

    private final Texts texts;
    private final Clock clock;

    Forms(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /// The form as a workbook of a sheet per section, that adds up and prints as it looks.
    public Download xlsx(Form form, Body body) {
        throw new UnsupportedOperationException(form.name() + texts + clock + body);
    }

    /// The form as a PDF with a page break per section.
    public Download pdf(Form form, Body body) {
        throw new UnsupportedOperationException(form.name() + texts + clock + body);
    }
}
