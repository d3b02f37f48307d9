package org.phatthana.approvals;

import java.util.Locale;

/// Where a matter stands.
public enum State {
    /// At one of its steps.
    OPEN,
    /// With its authors, for revision.
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    /// Whether it is over, so that nothing about it changes any more.
    public boolean isClosed() {
        return this != OPEN && this != RETURNED;
    }

    /// As addresses and tables write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state of a code.
    public static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
