package org.phatthana.results.scorecards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.phatthana.values.FiscalYear;

class TrendTest {

    private static Trend of(double... values) {
        var figures = new TreeMap<FiscalYear, Double>();
        for (var i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                figures.put(new FiscalYear(2560 + i), values[i]);
            }
        }
        return Trend.of(figures);
    }

    private static Trend.Slope slope(double... values) {
        assertThat(of(values)).isInstanceOf(Trend.Slope.class);
        return (Trend.Slope) of(values);
    }

    @Test
    void fourYearsAreTooFewForAnyConfidence() {
        assertThat(of(1, 2, 3, 4)).isEqualTo(new Trend.TooFew(4));
        assertThat(of()).isEqualTo(new Trend.TooFew(0));
    }

    /// Of 120 orders of five years one rises throughout: 2/120 both ways.
    @Test
    void fiveYearsThatRiseAreClear() {
        var slope = slope(1, 2, 4, 7, 11);
        assertThat(slope.p()).isCloseTo(2.0 / 120, within(1e-12));
        assertThat(slope.rises()).isTrue();
        assertThat(slope.slope()).isCloseTo(2.5, within(1e-12));
        assertThat(slope.low()).isEqualTo(1);
        assertThat(slope.high()).isEqualTo(4);
    }

    @Test
    void oneOddYearDoesNotMoveTheSlope() {
        assertThat(slope(10, 11, 12, 99, 14, 15, 16).slope()).isCloseTo(1, within(1e-12));
        assertThat(slope(5, 5, 5, 5, 5)).returns(0.0, Trend.Slope::slope).returns(1.0, Trend.Slope::p);
    }

    @Test
    void whatGoesUpAndDownIsNotClear() {
        var slope = slope(3, 1, 4, 1, 5, 9, 2);
        assertThat(slope.isClear()).isFalse();
        assertThat(slope.rises() || slope.falls()).isFalse();
        assertThat(slope.low()).isNegative();
        assertThat(slope.high()).isPositive();
    }

    @Test
    void aYearWithoutAFigureIsAGapInTime() {
        assertThat(slope(2, Double.NaN, 6, 8, Double.NaN, 12, 14).slope()).isCloseTo(2, within(1e-12));
    }

    /// Hollander and Wolfe, table A.30: for n = 10 the probability that S is 21 or more is 0.036, for 23 0.023.
    @Test
    void theIntervalComesFromKendallsExactDistribution() {
        var slope = slope(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(slope.falls()).isTrue();
        assertThat(slope.p()).isLessThan(1e-6);
        var mixed = slope(1, 3, 2, 5, 4, 7, 6, 9, 8, 10);
        assertThat(mixed.low()).isPositive();
        assertThat(mixed.p()).isLessThan(0.001);
    }
}
