package org.phatthana.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// A duty for one year or month, as the public log shows it on a day.
///
/// @param start the entry from which its time runs, where it runs from an act
/// @param due the last day on which it is in time, as far as it is known
/// @param done the entry that shows that it was done
/// @param sample whether it is reckoned from sample entries; they never count for anything else
public record Obligation(
        Duty duty,
        Period period,
        Optional<Evidence> start,
        Optional<LocalDate> due,
        State state,
        Optional<Evidence> done,
        boolean sample) {

    /// How it stands, in the order in which a reader wants to see it.
    public enum State {
        OVERDUE,
        SOON,
        LATER,
        /// Its time has not begun to run.
        NOT_BEGUN,
        IN_TIME,
        LATE,
        /// It was done; whether in time, this house cannot know.
        ON_RECORD,
        /// It fell due before this house began, and the log has nothing of it.
        NOT_KNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether somebody should see to it now.
        public boolean isPressing() {
            return this == OVERDUE || this == SOON;
        }

        public boolean isDone() {
            return this == IN_TIME || this == LATE || this == ON_RECORD;
        }
    }

    /// An entry of the public log that shows something.
    ///
    /// @param at when it was published
    /// @param day the day that counts
    /// @param isTold whether the act itself tells that day, rather than its entry's time
    /// @param subject the address of what it is about
    public record Evidence(long position, Instant at, LocalDate day, boolean isTold, String subject) {}

    /// Where it is done.
    public String address() {
        return duty.address(period);
    }
}
