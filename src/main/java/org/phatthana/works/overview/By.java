package org.phatthana.works.overview;

import java.util.Arrays;
import java.util.Locale;

/// By what the figures are told apart.
public enum By {
    MISSION,
    DEPARTMENT,
    AMPHOE;

    /// As addresses write it: `mission`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static By of(String code) {
        return Arrays.stream(values())
                .filter(by -> by.code().equals(code))
                .findFirst()
                .orElse(MISSION);
    }
}
