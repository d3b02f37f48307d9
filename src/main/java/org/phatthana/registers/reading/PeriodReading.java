package org.phatthana.registers.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.SheetCell;
import org.phatthana.registers.Series.Every;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;

/// Reads what figures stand for: days, months and fiscal years of either era, as people write them.
public final class PeriodReading {

    private static final Pattern MONTH_OF_FISCAL_YEAR =
            Pattern.compile("ปีงบประมาณ ?(?:พ\\.?ศ\\.?)? ?(?<year>\\d{4}) ?(?<month>\\p{L}[\\p{L}\\p{M}. ]+)");
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-\\d{1,2}(?:-\\d{1,2}.*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5,6}");

    private PeriodReading() {}

    /// Reads what a figure stands for.
    ///
    /// @param every what the figures of its series stand for
    /// @return the first day of it as a [LocalDate]
    public static ReadValue read(Every every, SheetCell cell) {
        var text = CellText.oneLine(cell.text());
        if (CellText.isNothing(text)) {
            return new ReadValue.Nothing();
        }
        var wrongEra = Dates.ofWrongEra(cell);
        var read = wrongEra.map(day -> new Period(Every.DAY, day)).or(() -> period(cell));
        if (read.isEmpty()) {
            return new ReadValue.Unreadable(key("no-", every), text);
        }
        return read(every, text, read.get(), wrongEra.isPresent());
    }

    /// What a period that is written somewhere means for a series.
    ///
    /// @param text as it is written
    public static ReadValue read(Every every, String text, Period period) {
        return read(every, text, period, false);
    }

    private static ReadValue read(Every every, String text, Period period, boolean isWrongEra) {
        if (!period.isKept()) {
            return period.meant()
                    .map(meant -> new ReadValue.Unreadable("registers.period.wrong-era", text, meant.shown()))
                    .orElseGet(() -> new ReadValue.Unreadable("registers.period.no-era", text));
        }
        var day = period.day(every);
        if (day.isEmpty()) {
            return new ReadValue.Unreadable(key("no-", every), text);
        }
        var isOdd = isWrongEra || isOdd(text, period);
        return new ReadValue.Value(
                day.get(),
                isOdd
                        ? Optional.of(Message.of("registers.period.read", text, new Period(every, day.get()).shown()))
                        : Optional.empty());
    }

    /// Whether the era is another than such a text usually has: ISO dates are of the common one, fiscal years of
    /// the Buddhist one.
    private static boolean isOdd(String text, Period period) {
        var latin = CellText.latinDigits(text);
        var iso = ISO.matcher(latin);
        if (iso.matches()) {
            return FiscalYear.isValid(Integer.parseInt(iso.group("year")));
        }
        return period.every() == Every.YEAR && !latin.contains(period.written());
    }

    /// What stands over a column of figures, where that is a day, a month or a year.
    public static Optional<Period> heading(String text) {
        var typed = CellText.latinDigits(CellText.oneLine(text));
        if (SERIAL.matcher(typed).matches()) {
            var cell = new SheetCell.Numeric(0, new BigDecimal(typed));
            return Dates.of(cell).or(() -> Dates.ofWrongEra(cell)).map(day -> new Period(Every.DAY, day));
        }
        return ofText(typed);
    }

    /// A month in a fiscal year.
    public static Period month(Month month, FiscalYear year) {
        return new Period(
                Every.MONTH,
                LocalDate.of(month.compareTo(Month.OCTOBER) < 0 ? year.commonEra() : year.commonEra() - 1, month, 1));
    }

    private static Optional<Period> period(SheetCell cell) {
        return ofText(CellText.latinDigits(CellText.oneLine(cell.text())))
                .or(() -> Dates.of(cell).map(day -> new Period(Every.DAY, day)));
    }

    private static Optional<Period> ofText(String latin) {
        return ValueReading.commonYear(latin)
                .map(year -> new Period(Every.YEAR, LocalDate.of(year - 1, 10, 1)))
                .or(() -> monthOfFiscalYear(latin))
                .or(() -> Dates.month(latin).map(month -> new Period(Every.MONTH, month.atDay(1))))
                .or(() -> Dates.of(latin).map(day -> new Period(Every.DAY, day)));
    }

    private static Optional<Period> monthOfFiscalYear(String latin) {
        var parts = MONTH_OF_FISCAL_YEAR.matcher(latin);
        if (!parts.matches() || !FiscalYear.isValid(Integer.parseInt(parts.group("year")))) {
            return Optional.empty();
        }
        return Dates.monthAlone(parts.group("month"))
                .map(month -> month(month, new FiscalYear(Integer.parseInt(parts.group("year")))));
    }

    private static String key(String word, Every every) {
        return "registers.period." + word + every.name().toLowerCase(Locale.ROOT);
    }
}
