package org.phatthana.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Language;

/// Which language a program reads: it asks in the header `Accept-Language` rather than by the address.
public final class Accepted {

    private static final int LONGEST = 200;

    private Accepted() {}

    /// The language that a client asks for, else that of the address.
    ///
    /// @param header the header `Accept-Language`
    public static Language language(Page page, @Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return page.language();
        }
        try {
            var codes = page.languages().stream().map(Language::code).toList();
            var best = Locale.lookupTag(Locale.LanguageRange.parse(header), codes);
            return best == null ? page.language() : new Language(best);
        } catch (IllegalArgumentException _) {
            return page.language();
        }
    }
}
