package org.phatthana.registers.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.phatthana.registers.Series.Every;
import org.phatthana.values.FiscalYear;

/// A day, a month or a fiscal year that somebody has written.
///
/// @param every which of them
/// @param first its first day; its year may be one that nobody can mean
public record Period(Every every, LocalDate first) {

    /// Years by which one of a wrong era is mended: an era taken off twice, put on once, or put on twice.
    private static final int[] MENDED = {FiscalYear.OFFSET, -2 * FiscalYear.OFFSET, -FiscalYear.OFFSET};

    /// The day by which figures of a series are written, where the series can have figures of this.
    ///
    /// @param wanted what its figures stand for
    public Optional<LocalDate> day(Every wanted) {
        return every == wanted || every == Every.DAY ? Optional.of(wanted.first(first)) : Optional.empty();
    }

    /// Whether figures are kept of its year.
    public boolean isKept() {
        return FiscalYear.isValid(first);
    }

    /// The one in another era that may be meant, where its own year is none that figures are kept for.
    Optional<Period> meant() {
        for (var years : MENDED) {
            var other = new Period(every, first.plusYears(years));
            if (other.isKept()) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /// As messages show it: a day, a month, or a fiscal year, which is a text where it is none that there
    /// is.
    public Object shown() {
        return switch (every) {
            case DAY -> first;
            case MONTH -> YearMonth.from(first);
            case YEAR ->
                isKept() ? FiscalYear.containing(first) : Integer.toString(first.getYear() + 1 + FiscalYear.OFFSET);
        };
    }

    /// As files write it: `2023-05-01`, `2023-05` or `2566`.
    public String written() {
        return shown().toString();
    }
}
