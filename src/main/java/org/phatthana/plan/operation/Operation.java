package org.phatthana.plan.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.values.FiscalYear;

/// The operation plan of a fiscal year.
///
/// @param plan the id of the five-year plan that it carries out
/// @param ordinance when the year's budget ordinance was announced, once that is known
public record Operation(
        String plan,
        FiscalYear year,
        State state,
        Optional<LocalDate> ordinance,
        Instant openedAt,
        Optional<Instant> announcedAt,
        boolean sample) {

    /// How far it has come.
    public enum State {
        /// It is being written.
        OPEN,
        /// It is with those who approve it; nothing in it is changed.
        SUBMITTED,
        ANNOUNCED;

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isAnnounced() {
        return state == State.ANNOUNCED;
    }

    /// The word by which approvals know it.
    String subject() {
        return plan + "/" + year;
    }

    /// Where it is worked on.
    public String work() {
        return "/plan/operations/" + year + "/work";
    }
}
