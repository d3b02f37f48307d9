package org.phatthana.duties;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.phatthana.values.FiscalYear;

/// By when a duty is due, again and again.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Deadline.Yearly.class),
    @JsonSubTypes.Type(Deadline.Monthly.class),
    @JsonSubTypes.Type(Deadline.After.class)
})
public sealed interface Deadline {

    /// Which fiscal year a duty is about, seen from the one in which it is due.
    enum About {
        PREVIOUS(-1),
        SAME(0),
        NEXT(1);

        private final int years;

        About(int years) {
            this.years = years;
        }

        @com.fasterxml.jackson.annotation.JsonCreator
        static About of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Each year by a day.
    ///
    /// @param yearly month and day, `12-31`; 29 February is 28 February where there is none
    record Yearly(String yearly, About about) implements Deadline {

        public Yearly {
            try {
                MonthDay.parse("--" + yearly);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "yearly is a month and a day such as 12-31, not «" + yearly + "»", e);
            }
        }

        /// The day in a fiscal year.
        public LocalDate in(FiscalYear year) {
            var day = MonthDay.parse("--" + yearly);
            return day.atYear(
                    day.getMonthValue() >= 10
                            ? year.firstDay().getYear()
                            : year.lastDay().getYear());
        }

        /// What the duty that is due in a fiscal year is about.
        public FiscalYear about(FiscalYear year) {
            return year.plus(about.years);
        }

        /// The day by which the duty about a fiscal year is due.
        public LocalDate of(FiscalYear year) {
            return in(year.plus(-about.years));
        }
    }

    /// Each month, by a day of the month after it; its last day where there is no such day.
    record Monthly(int monthly) implements Deadline {

        public Monthly {
            if (monthly < 1 || monthly > 31) {
                throw new IllegalArgumentException("monthly is a day from 1 to 31, not " + monthly);
            }
        }

        /// The day by which the duty about a month is due.
        public LocalDate of(YearMonth month) {
            var next = month.plusMonths(1);
            return next.atDay(Math.min(monthly, next.lengthOfMonth()));
        }
    }

    /// So many days after an act.
    ///
    /// @param after how that act is recognized: the first sign that is there counts
    record After(List<Sign> after, int days) implements Deadline {

        public After {
            if (after.isEmpty() || days < 1 || days > 3_660) {
                throw new IllegalArgumentException("after names an act, and days are 1 to 3660, not " + days);
            }
            after = List.copyOf(after);
        }
    }
}
