package org.phatthana.duties;

import java.util.Map;

/// By which entry of the public log something is recognized.
///
/// @param act the kind of act, for example `budget.ordinance-imported`
/// @param key the field of its content that names the year or month
/// @param until the field that names the last year where an act is about several; else empty
/// @param day the field that names the day on which it was done; empty where the entry's own time counts
/// @param where fields that must have a value, for example the organization's own id
public record Sign(String act, String key, String until, String day, Map<String, String> where) {

    private static final String FIELD = "[A-Za-z]{1,40}";

    public Sign {
        if (!act.matches("[a-z]+\\.[a-z-]+")) {
            throw new IllegalArgumentException("act is a kind such as plan.operation-announced, not «" + act + "»");
        }
        if (!key.matches(FIELD) || !until.matches("|" + FIELD) || !day.matches("|" + FIELD)) {
            throw new IllegalArgumentException("key, until and day name a field of an act's content");
        }
        where = Map.copyOf(where);
    }

    /// Whether the act itself tells the day.
    public boolean tellsDay() {
        return !day.isEmpty();
    }
}
