package org.phatthana.plan.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;

/// The operation plan of a fiscal year, or an amendment of it, which says all of it anew.
///
/// @param amendment 0 for the first, 1 for its first amendment
/// @param reason why it was amended; empty for the first
/// @param plan the id of the five-year plan that it carries out
/// @param ordinance when the year's budget ordinance was announced, once that is known
public record Operation(
        String plan,
        FiscalYear year,
        int amendment,
        String reason,
        State state,
        Optional<LocalDate> ordinance,
        Instant openedAt,
        Optional<Instant> announcedAt,
        boolean sample) {

    public static final int LONGEST_REASON = 2_000;

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
        return plan + "/" + year + (isAmendment() ? "/" + amendment : "");
    }

    public boolean isAmendment() {
        return amendment > 0;
    }

    /// What it is called.
    public Localized title() {
        var first = title(year);
        return isAmendment()
                ? Localized.of(
                        first.thai() + " แก้ไข ครั้งที่ " + amendment,
                        first.in(Language.ENGLISH) + ", amendment " + amendment)
                : first;
    }

    /// What the operation plan of a year is called.
    public static Localized title(FiscalYear year) {
        return Localized.of(
                "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. " + year, "Operation plan of fiscal year " + year.commonEra());
    }

    /// Where everyone reads it, or the newest amendment that was announced.
    public String address() {
        return "/plan/operations/" + year;
    }

    /// Where it is worked on.
    public String work() {
        return address() + "/work";
    }
}
