package org.phatthana.works;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The plan of works over time: how much of them is to stand there on which day.
///
/// @param points from the first day with nothing to the day by which all is ready, ascending in both; between two
///   the works grow evenly
/// @param due the day by which the contract wants all of them ready
public record Schedule(List<Point> points, LocalDate due) {

    private static final double ALL = 100;

    /// Slower or faster than this the formula says nothing that anybody could use.
    private static final double SLOWEST = 0.01;

    private static final double FASTEST = 100;

    /// Far below a day: what binary fractions leave is no day more.
    private static final double CRUMB = 1e-6;

    /// So much of the works is to stand there on a day.
    ///
    /// @param percent 0 to 100
    public record Point(LocalDate day, double percent) {}

    /// So much of the works stood there on a day.
    public record Reached(LocalDate day, BigDecimal percent) {}

    public Schedule {
        points = List.copyOf(points);
    }

    /// The plan of a contract.
    ///
    /// @param milestones whose weights sum to 100; if there are none the works grow evenly from the first day to
    ///   the
    ///   last
    static Schedule of(LocalDate begins, LocalDate ends, List<Milestone> milestones) {
        var points = new ArrayList<Point>();
        points.add(new Point(begins, 0));
        var sum = BigDecimal.ZERO;
        for (var milestone :
                milestones.stream().sorted(Comparator.comparing(Milestone::day)).toList()) {
            sum = sum.add(milestone.weight());
            points.add(new Point(milestone.day(), sum.doubleValue()));
        }
        if (milestones.isEmpty()) {
            points.add(new Point(ends, ALL));
        }
        return new Schedule(points, ends);
    }

    public LocalDate begins() {
        return points.getFirst().day();
    }

    /// The day by which all of the works are planned to be ready.
    public LocalDate ends() {
        return points.getLast().day();
    }

    /// How much of the works is to stand there at the end of a day, in percent.
    public double planned(LocalDate day) {
        if (!day.isAfter(begins())) {
            return 0;
        }
        for (var i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            if (day.isBefore(to.day())) {
                var share = (double) days(from.day(), day) / days(from.day(), to.day());
                return from.percent() + share * (to.percent() - from.percent());
            }
        }
        return ALL;
    }

    /// The earned schedule: so many days after the first the plan wanted as much to stand there as does.
    ///
    /// With `C` the last point of the plan whose percentage is not above what stands there, `ES = C + (EV − PV(C))
    /// / (PV(C+1) − PV(C))`, measured in days of the stretch after `C` (Lipke, "Schedule is different", 2003).
    double earnedDays(double percent) {
        for (var i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            if (percent <= to.percent() && to.percent() > from.percent()) {
                var share = (percent - from.percent()) / (to.percent() - from.percent());
                return days(begins(), from.day()) + share * days(from.day(), to.day());
            }
        }
        return days(begins(), ends());
    }

    /// When the works will be ready, by the earned schedule: with `AT` the days from the first to the newest
    /// report, `SPI(t) = ES / AT`, and the whole takes `IEAC(t) = PD / SPI(t)` days, `PD` being the days of the
    /// plan.
    ///
    /// What is not ready is never expected before today. So long as nothing stands there the plan's own day is
    /// expected, or today if that is over.
    ///
    /// @param reached what was reported, oldest first
    /// @param given the day on which the works were given up
    Forecast forecast(List<Reached> reached, Optional<LocalDate> given, LocalDate today) {
        var ready = reached.stream()
                .filter(each -> each.percent().compareTo(Work.WHOLE) >= 0)
                .findFirst();
        if (ready.isPresent()) {
            var day = ready.get().day();
            return new Forecast(day, late(day), index(ready.get()), true);
        }
        var floor = given.orElse(today);
        var newest = reached.isEmpty() ? Optional.<Reached>empty() : Optional.of(reached.getLast());
        var index = newest.map(this::index).orElse(OptionalDouble.empty());
        var expected = index.isPresent() ? begins().plusDays(whole(index.getAsDouble())) : ends();
        var day = expected.isBefore(floor) ? floor : expected;
        return new Forecast(day, late(day), index, false);
    }

    /// How many days all of the works take at a pace, a part of a day being a day.
    private long whole(double pace) {
        return (long) Math.ceil(days(begins(), ends()) / Math.clamp(pace, SLOWEST, FASTEST) - CRUMB);
    }

    private OptionalDouble index(Reached report) {
        var actual = days(begins(), report.day());
        var earned = earnedDays(report.percent().doubleValue());
        return actual <= 0 || earned <= 0 ? OptionalDouble.empty() : OptionalDouble.of(earned / actual);
    }

    private long late(LocalDate day) {
        return Math.max(0, days(due, day));
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
