package org.phatthana.strategy;

import org.phatthana.values.Localized;

/// One of the organization's missions.
///
/// @param id for example `M6`
/// @param slug its short English word, for example `mobility`
/// @param name short, as a card shows it
/// @param text what it sets out to do
/// @param colour the one colour that it has everywhere, on light paper: `#` and six hexadecimal digits
/// @param colourDark the same on dark paper
public record Mission(String id, String slug, Localized name, Localized text, String colour, String colourDark) {

    public Mission {
        if (!id.matches("M\\d{1,2}") || !colour.matches("#[0-9A-Fa-f]{6}") || !colourDark.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("A mission has an id such as M1 and colours such as #4B2E83: " + id);
        }
    }

    /// The number in the id, by which templates choose its icon.
    public int number() {
        return Integer.parseInt(id.substring(1));
    }
}
