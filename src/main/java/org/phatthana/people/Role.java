package org.phatthana.people;

import java.util.Locale;

/// What an account may do. An account can have several roles.
public enum Role {
    CITIZEN,
    PARTNER,
    OFFICER,
    PLANNER,
    BUDGET_OFFICER,
    EXECUTIVE,
    COUNCIL,
    AUDITOR,
    ADMINISTRATOR;

    /// The role as the table of routes, addresses and the log write it: `budget-officer`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The role of a code.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
