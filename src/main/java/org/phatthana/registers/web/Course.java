package org.phatthana.registers.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.phatthana.registers.Observation;
import org.phatthana.registers.Series;
import org.phatthana.web.Numbers;

/// The drawing of a subject's figures over time.
///
/// @param points in the order of their days
/// @param path the line through them
/// @param days marks below
/// @param values marks at the side
public record Course(List<Point> points, String path, List<DayMark> days, List<ValueMark> values) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 220;
    private static final int MOST_DAYS = 6;
    private static final int MOST_VALUES = 5;

    /// A figure and where it stands.
    public record Point(double x, double y, Observation figure) {}

    public record DayMark(double x, LocalDate day) {}

    public record ValueMark(double y, BigDecimal value) {}

    /// @param newestFirst the figures
    /// @return empty where there are fewer than two
    static Optional<Course> of(Series series, List<Observation> newestFirst) {
        if (newestFirst.size() < 2) {
            return Optional.empty();
        }
        var figures = newestFirst.reversed();
        var first = figures.getFirst().day();
        var span = ChronoUnit.DAYS.between(first, figures.getLast().day());
        var values =
                figures.stream().mapToDouble(one -> one.value().doubleValue()).summaryStatistics();
        var least = series.kind() == Series.Kind.COUNT ? Math.min(0, values.getMin()) : values.getMin();
        var step = step(Math.max(values.getMax() - least, Math.max(Math.abs(least), 1) * 1e-6) / MOST_VALUES);
        var bottom = Math.floor(least / step) * step;
        var top = Math.max(Math.ceil(values.getMax() / step) * step, bottom + step);
        var points = figures.stream()
                .map(one -> new Point(
                        x(ChronoUnit.DAYS.between(first, one.day()), span),
                        y(one.value().doubleValue(), bottom, top),
                        one))
                .toList();
        return Optional.of(new Course(points, path(points), days(series, points), values(bottom, top, step)));
    }

    /// The next of 1, 2 and 5 times a power of ten.
    private static double step(double least) {
        var power = Math.pow(10, Math.floor(Math.log10(least)));
        for (var times : List.of(1, 2, 5)) {
            if (times * power >= least) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static double x(long day, long span) {
        return (double) WIDTH * day / span;
    }

    private static double y(double value, double bottom, double top) {
        return HEIGHT * (top - value) / (top - bottom);
    }

    private static String path(List<Point> points) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Numbers.plain(point.x))
                    .append(' ')
                    .append(Numbers.plain(point.y));
        }
        return path.toString();
    }

    /// Fiscal years are marked where their figures stand, others evenly.
    private static List<DayMark> days(Series series, List<Point> points) {
        var first = points.getFirst().figure.day();
        if (series.every() == Series.Every.YEAR) {
            var apart = Math.ceilDiv(points.size(), MOST_DAYS);
            return IntStream.range(0, points.size())
                    .filter(i -> i % apart == 0)
                    .mapToObj(points::get)
                    .map(point -> new DayMark(point.x, point.figure.day()))
                    .toList();
        }
        var span = ChronoUnit.DAYS.between(first, points.getLast().figure.day());
        var count = (int) Math.min(MOST_DAYS, span + 1);
        return IntStream.range(0, count)
                .mapToLong(i -> Math.round((double) span * i / (count - 1)))
                .mapToObj(day -> new DayMark(x(day, span), first.plusDays(day)))
                .toList();
    }

    private static List<ValueMark> values(double bottom, double top, double step) {
        var marks = new ArrayList<ValueMark>();
        for (var i = 0; bottom + i * step <= top + step / 2; i++) {
            var value = bottom + i * step;
            marks.add(new ValueMark(
                    y(value, bottom, top), new BigDecimal(value).setScale(Observation.SCALE, RoundingMode.HALF_EVEN)));
        }
        return marks;
    }
}
