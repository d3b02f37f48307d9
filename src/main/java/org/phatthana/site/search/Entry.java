package org.phatthana.site.search;

import org.phatthana.values.Localized;

/// Something that can be found.
///
/// @param kind what it is, which also orders results that match alike
/// @param path its address without a language
/// @param title what it is called
/// @param detail one line that tells it from others of the same title
/// @param body more words that lead to it, in any language; never shown
/// @param code a code that finds it when typed whole, empty where it has none
/// @param sample whether it is sample data
public record Entry(
        Kind kind, String path, Localized title, Localized detail, String body, String code, boolean sample) {

    /// What can be found, most wanted first.
    public enum Kind {
        PLACE,
        PAGE,
        GOAL,
        PROJECT,
        BUDGET
    }
}
