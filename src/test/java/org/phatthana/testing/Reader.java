package org.phatthana.testing;

import java.util.Locale;

/// Who reads: at a desk or on a phone, in Thai or English. A journey that is a `@ParameterizedTest` with
/// `@EnumSource` and a `Reader` as its argument is walked by all four.
public enum Reader {
    PHONE_TH("th", 390, 844),
    PHONE_EN("en", 390, 844),
    DESK_TH("th", 1360, 900),
    DESK_EN("en", 1360, 900);

    private final String language;
    private final int width;
    private final int height;

    Reader(String language, int width, int height) {
        this.language = language;
        this.width = width;
        this.height = height;
    }

    public String language() {
        return language;
    }

    public boolean isThai() {
        return language.equals("th");
    }

    public boolean onPhone() {
        return width < 600;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// As names of screenshots carry it: `phone-th`.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
