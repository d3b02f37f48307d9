package org.phatthana.works;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far works have come.
public enum WorkState {
    /// A supplier is looked for.
    PROCURING,
    /// A supplier was chosen; the contract waits for its signatures.
    AWARDED,
    /// Under contract.
    WORKING,
    /// Handed over; something may still be owed.
    DELIVERED,
    /// Handed over, and everything is paid.
    SETTLED,
    /// Given up.
    CANCELLED;

    /// As addresses write it: `working`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WorkState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /// Whether something still has to be done.
    public boolean isOpen() {
        return this != SETTLED && this != CANCELLED;
    }
}
