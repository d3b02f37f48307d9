package org.phatthana.registers.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.phatthana.registers.Observation;
import org.phatthana.registers.Series;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.web.Page;

/// Figures of a series as a page shows them.
public final class SeriesShown {

    private final Page page;
    private final Series series;

    public SeriesShown(Page page, Series series) {
        this.page = page;
        this.series = series;
    }

    /// What the day of a figure stands for.
    public String period(LocalDate day) {
        return switch (series.every()) {
            case DAY -> page.date(day);
            case MONTH -> page.numbers().month(YearMonth.from(day));
            case YEAR ->
                page.text(
                        "registers.period.fiscal-year",
                        FiscalYear.containing(day).toString());
        };
    }

    /// The same below a drawing.
    public String mark(LocalDate day) {
        return series.every() == Series.Every.YEAR
                ? FiscalYear.containing(day).toString()
                : page.numbers().shortMonth(day);
    }

    /// As a form writes it: a day, a month, or a fiscal year of the Buddhist Era.
    public String typed(LocalDate day) {
        return switch (series.every()) {
            case DAY -> day.toString();
            case MONTH -> YearMonth.from(day).toString();
            case YEAR -> FiscalYear.containing(day).toString();
        };
    }

    /// A value with the unit.
    public String value(BigDecimal value) {
        var number = plain(value);
        return series.unit()
                .map(unit -> number + " " + page.text(unit.symbol()))
                .orElse(number);
    }

    /// A value without the unit.
    public String plain(BigDecimal value) {
        var places = Math.max(0, value.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + places + "f", value);
    }

    public String method(Observation figure) {
        return figure.method()
                .flatMap(series::method)
                .map(method -> page.text(method.title()))
                .orElse("");
    }

    public Message every() {
        return Message.of("registers.figures.every." + series.every().name().toLowerCase(Locale.ROOT));
    }
}
