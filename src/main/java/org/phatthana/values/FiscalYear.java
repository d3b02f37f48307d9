package org.phatthana.values;

import java.time.LocalDate;

/// A Thai fiscal year: year N of the Buddhist Era runs from 1 October N−1 to 30 September N.
///
/// @param buddhistEra the year as Thai offices and this program's addresses write it, for example 2566
public record FiscalYear(int buddhistEra) implements Comparable<FiscalYear> {

    /// Years between the Buddhist Era and the Common Era as Thailand counts them since 2484 (1941).
    public static final int OFFSET = 543;

    public static final int FIRST = 2490;
    public static final int LAST = 2699;

    public FiscalYear {
        if (buddhistEra < FIRST || buddhistEra > LAST) {
            throw new IllegalArgumentException(
                    "A fiscal year lies between %d and %d (Buddhist Era), not %d".formatted(FIRST, LAST, buddhistEra));
        }
    }

    public static boolean isValid(int buddhistEra) {
        return buddhistEra >= FIRST && buddhistEra <= LAST;
    }

    /// Whether a day lies in a fiscal year that can be told.
    public static boolean isValid(LocalDate date) {
        return isValid(number(date));
    }

    public static FiscalYear containing(LocalDate date) {
        return new FiscalYear(number(date));
    }

    private static int number(LocalDate date) {
        var year = date.getYear() + OFFSET;
        return date.getMonthValue() >= 10 ? year + 1 : year;
    }

    public int commonEra() {
        return buddhistEra - OFFSET;
    }

    public LocalDate firstDay() {
        return LocalDate.of(commonEra() - 1, 10, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(commonEra(), 9, 30);
    }

    public FiscalYear plus(int years) {
        return new FiscalYear(buddhistEra + years);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(buddhistEra, other.buddhistEra);
    }

    @Override
    public String toString() {
        return Integer.toString(buddhistEra);
    }
}
