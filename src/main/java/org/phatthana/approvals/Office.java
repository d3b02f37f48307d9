package org.phatthana.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody is on a body.
public enum Office {
    CHAIR,
    VICE,
    SECRETARY,
    MEMBER;

    /// The office as the pack, addresses and the tables write it: `chair`.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The office of a code.
    ///
    /// @throws IllegalArgumentException if there is none
    @JsonCreator
    public static Office of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
