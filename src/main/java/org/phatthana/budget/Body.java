package org.phatthana.budget;

import org.phatthana.values.Localized;

/// Whose budget it is: a provincial administrative organization, or all of them together.
///
/// @param id stable in addresses and exports: `pao-65`, `nation-wide`
/// @param name short, as a table shows it
public record Body(String id, Localized name) {

    public static final String NATION_WIDE = "nation-wide";

    public Body {
        if (id.isBlank() || id.length() > 120) {
            throw new IllegalArgumentException("A body has an id of 1 to 120 characters, not «" + id + "»");
        }
    }

    /// Whether this is the sum of all organizations of its kind rather than one of them.
    public boolean isNationWide() {
        return id.equals(NATION_WIDE);
    }
}
