package org.phatthana.works.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.phatthana.values.Money;
import org.phatthana.web.Numbers;
import org.phatthana.works.Forecast;
import org.phatthana.works.Schedule;
import org.phatthana.works.Work;

/// The course of works over time: planned, physical and financial progress, as lines to draw and as a table.
///
/// @param rows the days on which something changes
/// @param planned, physical, financial the attribute `d` of their lines
public record Curve(
        Schedule schedule,
        Forecast forecast,
        List<Row> rows,
        String planned,
        String physical,
        String financial,
        double today,
        double due,
        double expected,
        List<Mark> months) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 240;
    private static final int MOST_MARKS = 6;

    /// What stands on a day, in percent; empty where that day has not come.
    public record Row(LocalDate day, double planned, OptionalDouble physical, OptionalDouble financial) {}

    /// A day below the drawing.
    ///
    /// @param x where it stands
    public record Mark(double x, LocalDate day) {}

    static Optional<Curve> of(Work work, LocalDate today) {
        return work.schedule()
                .map(schedule -> of(work, schedule, work.forecast(today).orElseThrow(), today));
    }

    private static Curve of(Work work, Schedule schedule, Forecast forecast, LocalDate today) {
        var days = days(work, schedule, forecast, today);
        var scale = new Scale(days.getFirst(), days.getLast());
        var known = work.state().isOpen() ? today : work.told().getLast().day();
        var rows = days.stream().map(day -> row(work, schedule, day, known)).toList();
        var physical = new Line(scale);
        physical.to(schedule.begins(), 0);
        work.progress()
                .forEach(each -> physical.to(each.day(), each.fact().percent().doubleValue()));
        var financial = new Line(scale);
        financial.to(schedule.begins(), 0);
        work.payments().stream().sorted((a, b) -> a.day().compareTo(b.day())).forEach(each -> {
            financial.to(each.day(), financial(work, each.day().minusDays(1)));
            financial.to(each.day(), financial(work, each.day()));
        });
        if (work.isBuilt()) {
            physical.to(min(known, days.getLast()), 100);
        }
        financial.to(min(known, days.getLast()), financial(work, known));
        var planned = new Line(scale);
        schedule.points().forEach(point -> planned.to(point.day(), point.percent()));
        return new Curve(
                schedule,
                forecast,
                rows,
                planned.path(),
                physical.path(),
                financial.path(),
                scale.x(min(today, days.getLast())),
                scale.x(schedule.due()),
                scale.x(forecast.expected()),
                scale.months());
    }

    private static List<LocalDate> days(Work work, Schedule schedule, Forecast forecast, LocalDate today) {
        var days = new TreeSet<LocalDate>();
        schedule.points().forEach(point -> days.add(point.day()));
        work.progress().forEach(each -> days.add(each.day()));
        work.payments().forEach(each -> days.add(each.day()));
        days.add(schedule.due());
        days.add(forecast.expected());
        if (work.state().isOpen() && !forecast.isReady()) {
            days.add(today);
        }
        return days.stream().filter(day -> !day.isBefore(schedule.begins())).toList();
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Row row(Work work, Schedule schedule, LocalDate day, LocalDate known) {
        var hasCome = !day.isAfter(known);
        var physical = work.progress().stream()
                .filter(each -> !each.day().isAfter(day))
                .reduce((a, b) -> b)
                .map(each -> each.fact().percent().doubleValue())
                .orElse(0.0);
        return new Row(
                day,
                schedule.planned(day),
                hasCome ? OptionalDouble.of(physical) : OptionalDouble.empty(),
                hasCome ? OptionalDouble.of(financial(work, day)) : OptionalDouble.empty());
    }

    private static double financial(Work work, LocalDate day) {
        var paid = Money.sum(work.payments().stream()
                .filter(each -> !each.day().isAfter(day))
                .map(each -> each.fact().amount())
                .toList());
        return paid.shareOf(work.price().orElse(Money.ZERO)) * 100;
    }

    /// From days to places in the drawing.
    private record Scale(LocalDate from, LocalDate to) {

        double x(LocalDate day) {
            var all = Math.max(1, ChronoUnit.DAYS.between(from, to));
            return round(Math.clamp((double) ChronoUnit.DAYS.between(from, day) / all, 0, 1) * WIDTH);
        }

        /// Some firsts of months, not too near to each other nor to the end.
        List<Mark> months() {
            var months = new ArrayList<LocalDate>();
            for (var day = from.withDayOfMonth(1).plusMonths(1); !day.isAfter(to); day = day.plusMonths(1)) {
                months.add(day);
            }
            var every = Math.ceilDiv(Math.max(1, months.size()), MOST_MARKS);
            var marks = new ArrayList<Mark>();
            for (var i = 0; i < months.size(); i += every) {
                marks.add(new Mark(x(months.get(i)), months.get(i)));
            }
            return marks;
        }
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static final class Line {

        private final Scale scale;
        private final StringBuilder path = new StringBuilder();

        Line(Scale scale) {
            this.scale = scale;
        }

        void to(LocalDate day, double percent) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Numbers.plain(scale.x(day)))
                    .append(' ')
                    .append(Numbers.plain(round(HEIGHT - percent / 100 * HEIGHT)));
        }

        String path() {
            return path.toString();
        }
    }
}
