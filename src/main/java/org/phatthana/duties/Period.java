package org.phatthana.duties;

import java.time.YearMonth;
import org.phatthana.values.FiscalYear;

/// What an obligation is about: a fiscal year or a month.
public sealed interface Period {

    record Year(FiscalYear year) implements Period {

        @Override
        public String key() {
            return year.toString();
        }
    }

    record Month(YearMonth month) implements Period {

        @Override
        public FiscalYear year() {
            return FiscalYear.containing(month.atDay(1));
        }

        @Override
        public String key() {
            return month.toString();
        }
    }

    /// The year, or the one in which the month lies.
    FiscalYear year();

    /// As public acts write it: `2566` of the Buddhist Era, or `2026-11`.
    String key();
}
