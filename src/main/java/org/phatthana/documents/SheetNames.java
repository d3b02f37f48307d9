package org.phatthana.documents;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names for a workbook's sheets, as Excel demands them: short, without certain signs, no two alike.
final class SheetNames {

    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>();

    /// A name that is fit and not yet taken.
    ///
    /// @param fallback for a name of which nothing is left
    String next(String name, String fallback) {
        var fit = fit(name).isEmpty() ? fit(fallback) : fit(name);
        var candidate = shorten(fit, "");
        for (var number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            candidate = shorten(fit, " (" + number + ")");
        }
        return candidate;
    }

    private static String fit(String name) {
        return name.replaceAll("[\\[\\]:*?/\\\\]", "-")
                .replaceAll("['\\p{Cntrl}]", " ")
                .strip();
    }

    private static String shorten(String name, String ending) {
        return name.substring(0, Math.min(name.length(), LONGEST - ending.length()))
                        .strip()
                + ending;
    }
}
