package org.phatthana.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where the steps of a choropleth begin: round numbers that a reader can say aloud.
///
/// Values that spread evenly get steps of one width; values of which a few are far larger than the rest would all
/// fall into the first of those, so they get steps that hold about as many places each. Where most places have the
/// least value, only the others are counted for that.
///
/// @param method how the steps were chosen, for the legend to say
/// @param from the lower bound of every step, rising; the first is at or below the least value
/// @param to the largest value
public record Breaks(Method method, List<Double> from, double to) {

    /// How steps are chosen.
    public enum Method {
        EQUAL_WIDTH,
        EQUAL_COUNT,
        /// Most places have the least value; the others share the steps above it.
        ABOVE_LEAST
    }

    /// How many steps of colour there are.
    public static final int STEPS = 6;

    /// With fewer steps than this a map tells nothing apart.
    private static final int FEWEST = 3;

    /// A spread is uneven where the largest value lies so many times as far above the least as the middle one does.
    private static final double UNEVEN = 3;

    private static final double[] NICE = {1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10};

    public Breaks {
        from = List.copyOf(from);
        if (from.isEmpty() || from.size() > STEPS) {
            throw new IllegalArgumentException("A choropleth has 1 to %d steps, not %d".formatted(STEPS, from.size()));
        }
    }

    /// The breaks of these values.
    ///
    /// @param values finite numbers in any order; none gives one empty step at 0
    public static Breaks of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new Breaks(Method.EQUAL_WIDTH, List.of(0.0), 0);
        }
        var least = sorted[0];
        var most = sorted[sorted.length - 1];
        var middle = sorted[sorted.length / 2];
        if (least == most) {
            return new Breaks(Method.EQUAL_WIDTH, List.of(least), most);
        }
        if (most - least <= UNEVEN * (middle - least)) {
            return new Breaks(Method.EQUAL_WIDTH, equalWidth(least, most), most);
        }
        var counted = equalCount(sorted);
        return counted.size() < FEWEST
                ? new Breaks(Method.ABOVE_LEAST, aboveLeast(sorted, counted.getFirst()), most)
                : new Breaks(Method.EQUAL_COUNT, counted, most);
    }

    /// The step of a value, from 0 to the number of steps less one.
    public int stepOf(double value) {
        var step = 0;
        while (step + 1 < from.size() && value >= from.get(step + 1)) {
            step++;
        }
        return step;
    }

    /// The colour of a step, from 0 (lightest) to 5: fewer steps than colours are spread over all of them.
    public int colourOf(int step) {
        return from.size() == 1 ? STEPS / 2 : (int) Math.round(step * (STEPS - 1.0) / (from.size() - 1));
    }

    private static List<Double> equalWidth(double least, double most) {
        var width = (most - least) / STEPS;
        while (true) {
            width = niceAtLeast(width);
            var start = Math.floor(least / width) * width;
            if (start + width * STEPS > most) {
                var from = new ArrayList<Double>();
                for (var i = 0; i < STEPS && start + i * width <= most; i++) {
                    from.add(clean(start + i * width));
                }
                return from;
            }
            width *= 1.01;
        }
    }

    private static List<Double> equalCount(double[] sorted) {
        var from = new ArrayList<Double>();
        from.add(sorted[0] < 0 ? -niceAtLeast(-sorted[0]) : sorted[0] == 0 ? 0 : niceAtMost(sorted[0]));
        for (var i = 1; i < STEPS; i++) {
            var quantile = sorted[(int) ((long) i * sorted.length / STEPS)];
            var nice = quantile < 0 ? -niceNearest(-quantile) : quantile == 0 ? 0 : niceNearest(quantile);
            if (nice > from.getLast() && nice <= sorted[sorted.length - 1] && nice > sorted[0]) {
                from.add(nice);
            }
        }
        return from;
    }

    private static List<Double> aboveLeast(double[] sorted, double first) {
        var from = new ArrayList<Double>();
        from.add(first);
        for (var next : equalCount(
                Arrays.stream(sorted).filter(value -> value > sorted[0]).toArray())) {
            if (next > from.getLast() && from.size() < STEPS) {
                from.add(next);
            }
        }
        return from;
    }

    private static double niceAtLeast(double value) {
        var power = Math.pow(10, Math.floor(Math.log10(value)));
        for (var nice : NICE) {
            if (nice * power >= value * (1 - 1e-12)) {
                return clean(nice * power);
            }
        }
        return clean(10 * power);
    }

    private static double niceAtMost(double value) {
        var power = Math.pow(10, Math.floor(Math.log10(value)));
        var found = power;
        for (var nice : NICE) {
            if (nice * power <= value * (1 + 1e-12)) {
                found = nice * power;
            }
        }
        return clean(found);
    }

    private static double niceNearest(double value) {
        var above = niceAtLeast(value);
        var below = niceAtMost(value);
        return above - value < value - below ? above : below;
    }

    /// Without the dust that binary fractions leave.
    private static double clean(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.10g", value));
    }
}
