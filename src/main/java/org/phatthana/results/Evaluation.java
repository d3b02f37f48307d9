package org.phatthana.results;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;

/// The evaluation of a plan for a fiscal year.
///
/// @param plan the id of the five-year plan
/// @param recorded what the program knew of the year when the forms were handed in; empty while they are filled in
public record Evaluation(
        String plan,
        FiscalYear year,
        State state,
        Instant openedAt,
        Optional<Instant> publishedAt,
        Optional<Known> recorded,
        boolean sample) {

    /// How far it has come.
    public enum State {
        /// Its forms are filled in.
        OPEN,
        /// It is with those who decide; nothing in it is changed.
        SUBMITTED,
        PUBLISHED;

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

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /// The word by which approvals know it.
    public String subject() {
        return plan + "/" + year;
    }

    /// Where everyone reads it once it is published.
    public String address() {
        return "/plan/evaluations/" + year;
    }

    /// Where it is worked on.
    public String work() {
        return address() + "/work";
    }

    /// What the evaluation of a year is called.
    public static Localized title(FiscalYear year) {
        return Localized.of(
                "รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. " + year,
                "Report on monitoring and evaluation of the development plan, fiscal year " + year.commonEra());
    }
}
