package org.phatthana.values;

import java.util.Locale;

/// A language that pages are written in, by its BCP 47 code.
///
/// @param code for example `th` or `en`
public record Language(String code) {

    public static final Language THAI = new Language("th");
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!code.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException("A language has a code of two or three letters, not «" + code + "»");
        }
    }

    /// The locale for numbers, dates and sorting; Latin digits and the calendar of the Common Era unless a
    /// formatter says otherwise.
    public Locale locale() {
        return Locale.of(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
