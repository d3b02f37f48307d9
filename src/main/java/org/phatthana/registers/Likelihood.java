package org.phatthana.registers;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// How likely the figures of one subject are, taken in the order of their days. Whatever is found is kept and
/// flagged for a person, never dropped.
final class Likelihood {

    /// Figures before that are looked at.
    private static final int WINDOW = 24;

    /// Fewer say nothing of what is usual.
    private static final int ENOUGH = 8;

    /// Beyond so many robust standard deviations a figure is unlikely.
    private static final double FAR = 5;

    /// The median absolute deviation times this is the standard deviation of a normal distribution.
    private static final double NORMAL = 1.4826;

    private final Series series;
    private final Deque<Long> before;

    /// @param earlier the values of the figures before, in millionths, the newest first
    Likelihood(Series series, List<Long> earlier) {
        this.series = series;
        this.before = new ArrayDeque<>(earlier);
    }

    /// What is found of the next figure: impossible outside of the range of the series; unlikely if it differs from
    /// the one before by more than its jump, or from the median by more than five robust standard deviations
    /// (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993).
    ///
    /// @param said what whoever records it says; a figure that a person has checked is left as it is
    Flag next(long millionths, Flag said) {
        var flag = said == Flag.CHECKED ? said : found(millionths, said);
        before.addFirst(millionths);
        if (before.size() > WINDOW) {
            before.removeLast();
        }
        return flag;
    }

    private Flag found(long millionths, Flag said) {
        var value = Observation.plain(millionths);
        if (series.least().filter(least -> value.compareTo(least) < 0).isPresent()
                || series.most().filter(most -> value.compareTo(most) > 0).isPresent()) {
            return Flag.IMPOSSIBLE;
        }
        return isJump(millionths) || isFar(millionths) ? Flag.UNLIKELY : said;
    }

    private boolean isJump(long millionths) {
        var last = before.peekFirst();
        return last != null
                && series.jump()
                        .filter(jump -> Observation.plain(Math.subtractExact(millionths, last))
                                        .abs()
                                        .compareTo(jump)
                                > 0)
                        .isPresent();
    }

    private boolean isFar(long millionths) {
        if (before.size() < ENOUGH) {
            return false;
        }
        var median = median(before.stream().mapToDouble(Long::doubleValue).toArray());
        var deviation = median(
                before.stream().mapToDouble(value -> Math.abs(value - median)).toArray());
        return deviation > 0 && Math.abs(millionths - median) > FAR * NORMAL * deviation;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        var middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
