package org.phatthana.results.indicators;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.phatthana.places.Places;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// On which days the entries of registers are counted, and where those count that nobody can place.
@Component
class RegisterDays {

    /// How many fiscal years are looked back.
    private static final int YEARS = 10;

    private final Clock clock;
    private final Places places;

    RegisterDays(Clock clock, Places places) {
        this.clock = clock;
        this.places = places;
    }

    /// @param day the last of the year, or the newest one that is known
    record Counting(FiscalYear year, LocalDate day) {}

    Instant now() {
        return clock.instant();
    }

    /// The days to count on, the newest first.
    ///
    /// @param known nothing later was known yet
    static List<Counting> until(Instant known) {
        var today = Thailand.date(known);
        var year = FiscalYear.containing(today);
        return IntStream.range(0, YEARS)
                .map(back -> year.buddhistEra() - back)
                .filter(FiscalYear::isValid)
                .mapToObj(FiscalYear::new)
                .map(each -> new Counting(each, each.lastDay().isBefore(today) ? each.lastDay() : today))
                .toList();
    }

    PlaceCode place(List<PlaceCode> stated) {
        return Whereabouts.of(stated, places);
    }
}
