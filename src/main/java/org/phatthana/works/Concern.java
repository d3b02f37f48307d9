package org.phatthana.works;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody should see to.
public enum Concern {
    /// Not ready by the contract's day, or not expected to be.
    LATE,
    /// The price is above what was set aside when the works were opened.
    OVER,
    /// Money is set aside or owed and not paid.
    UNPAID,
    /// Nobody looks after works that are open.
    UNOWNED,
    /// A supplier was chosen, and the contract waits for its signatures.
    UNSIGNED;

    /// As addresses write it: `late`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Concern> find(String code) {
        return Arrays.stream(values())
                .filter(concern -> concern.code().equals(code))
                .findFirst();
    }
}
