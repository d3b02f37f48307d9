package org.phatthana.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether those who have it work here, rather than use what is offered to citizens and partners.
    public boolean isOfStaff() {
        return this != CITIZEN && this != PARTNER;
    }

    /// The role of a code.
    ///
    /// @throws IllegalArgumentException if there is none
    @JsonCreator
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
