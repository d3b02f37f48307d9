package org.phatthana.results.scorecards;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.phatthana.values.FiscalYear;

/// Where figures of several years are going. The slope is the median of the slopes between all pairs of years
/// (Theil, 1950; Sen, 1968), which one odd year does not move; its interval and whether there is a trend at all
/// come from the exact distribution of Kendall's S (Mann, 1945; Kendall, 1975; Hollander and Wolfe, Nonparametric
/// Statistical Methods, 1973, section 9.3). Where years are tied the interval is wider than it had to be, never
/// narrower.
public sealed interface Trend {

    /// The share of intervals of this kind that hold the true slope, at least.
    double CONFIDENCE = 0.95;

    /// With fewer years no interval of that confidence exists: of four years in a row one in twelve rises or falls
    /// throughout by chance alone.
    int FEWEST_YEARS = 5;

    /// More years than this are not looked at: the newest are.
    int MOST_YEARS = 30;

    /// Nothing can be said.
    ///
    /// @param years how many years have a figure
    record TooFew(int years) implements Trend {}

    /// @param years how many years have a figure
    /// @param slope by so much a year, in the indicator's unit
    /// @param low the interval's lower end
    /// @param high the interval's upper end
    /// @param p how often chance alone would bring a trend as clear as this, both ways
    record Slope(int years, double slope, double low, double high, double p) implements Trend {

        /// Whether it is more than chance; otherwise nobody knows where figures are going.
        public boolean isClear() {
            return p <= 1 - CONFIDENCE;
        }

        public boolean rises() {
            return isClear() && slope > 0;
        }

        public boolean falls() {
            return isClear() && slope < 0;
        }
    }

    /// @param figures of the years that have one; there may be gaps between them
    static Trend of(SortedMap<FiscalYear, Double> figures) {
        var points = new ArrayList<>(figures.entrySet());
        if (points.size() > MOST_YEARS) {
            points.subList(0, points.size() - MOST_YEARS).clear();
        }
        if (points.size() < FEWEST_YEARS) {
            return new TooFew(points.size());
        }
        var slopes = new ArrayList<Double>();
        var s = 0;
        for (var i = 0; i < points.size(); i++) {
            for (var j = i + 1; j < points.size(); j++) {
                var rise = points.get(j).getValue() - points.get(i).getValue();
                var years = points.get(j).getKey().buddhistEra()
                        - points.get(i).getKey().buddhistEra();
                s += (int) Math.signum(rise);
                slopes.add(rise / years);
            }
        }
        slopes.sort(null);
        var tails = tails(points.size());
        var outer = outer(slopes.size(), tails);
        return new Slope(
                points.size(),
                median(slopes),
                slopes.get(outer),
                slopes.get(slopes.size() - 1 - outer),
                Math.min(1, 2 * tail(tails, Math.abs(s))));
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// How many slopes at either end lie outside of the interval.
    private static int outer(int pairs, List<Double> tails) {
        var critical = 0;
        while (tail(tails, critical) > (1 - CONFIDENCE) / 2) {
            critical++;
        }
        return Math.max(0, (pairs - critical + 2) / 2 - 1);
    }

    /// The probability that S is at least so large, if all orders of the years are equally likely.
    private static double tail(List<Double> tails, int s) {
        var pairs = tails.size() - 1;
        var inversions = (pairs - s) / 2;
        return inversions < 0 ? 0 : tails.get(inversions);
    }

    /// For each number of pairs the probability that an order of so many years has no more of them the wrong way
    /// round.
    private static List<Double> tails(int years) {
        var counts = List.of(1.0);
        for (var n = 2; n <= years; n++) {
            var next = new ArrayList<Double>();
            for (var k = 0; k < counts.size() + n - 1; k++) {
                var sum = 0.0;
                for (var j = Math.max(0, k - n + 1); j <= Math.min(k, counts.size() - 1); j++) {
                    sum += counts.get(j);
                }
                next.add(sum / n);
            }
            counts = next;
        }
        var tails = new ArrayList<Double>();
        var sum = 0.0;
        for (var count : counts) {
            sum += count;
            tails.add(sum);
        }
        return tails;
    }
}
