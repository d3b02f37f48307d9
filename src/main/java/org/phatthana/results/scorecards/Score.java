package org.phatthana.results.scorecards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.results.formulas.Term;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Tally;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;

/// How one place stands by one indicator in a fiscal year.
///
/// @param tally what is known; nothing where it is hidden
/// @param hidden whether the figure counts too few people to be shown, or would give such away
/// @param recorded whether anything at all was recorded for the year, in the whole province
/// @param series the figures of all years up to this one that are known and shown
/// @param rank among the places of its level; only where the trend is known with its uncertainty
/// @param sample whether it rests on invented rows
public record Score(
        Indicator indicator,
        PlaceCode place,
        FiscalYear year,
        Tally tally,
        boolean hidden,
        boolean recorded,
        Map<FiscalYear, Double> series,
        Trend trend,
        Optional<Rank> rank,
        boolean sample) {

    private static final int DIGITS = 4;

    /// @param position 1 for the best; those with the same figure share it
    /// @param of how many have a figure
    public record Rank(int position, int of) {}

    public Score {
        series = new TreeMap<>(series);
    }

    /// The figure, to four decimals; empty where it is missing or hidden, or nothing was recorded for the year.
    public Optional<BigDecimal> value() {
        return hidden || !recorded ? Optional.empty() : figure(indicator, tally);
    }

    /// The figure that a tally comes to, to four decimals.
    public static Optional<BigDecimal> figure(Indicator indicator, Tally tally) {
        return indicator.value(tally).map(value -> value.setScale(DIGITS, RoundingMode.HALF_EVEN));
    }

    /// What is lacking to the standard, in the indicator's unit: positive where the figure falls short, whichever
    /// way is better.
    public Optional<BigDecimal> gap() {
        return value().flatMap(value -> indicator.standard().map(standard -> lacking(value, standard.value())));
    }

    private BigDecimal lacking(BigDecimal value, BigDecimal standard) {
        return indicator.moreIsBetter() ? standard.subtract(value) : value.subtract(standard);
    }

    /// What is lacking as a part of the standard: 0 where it is reached, 1 where nothing is there. Empty where
    /// there is no standard but zero.
    public Optional<Double> shortfall() {
        return gap().flatMap(gap -> indicator
                .standard()
                .filter(standard -> standard.value().signum() != 0)
                .map(standard ->
                        Math.max(0, gap.doubleValue() / standard.value().abs().doubleValue())));
    }

    public Light light() {
        if (value().isEmpty()) {
            return Light.NO_FIGURE;
        }
        return indicator
                .standard()
                .map(standard -> Light.of(gap().orElseThrow(), standard.value()))
                .orElse(Light.NO_STANDARD);
    }

    /// Whether figures are clearly getting better; empty where nobody knows.
    public Optional<Boolean> improves() {
        return trend instanceof Trend.Slope slope && slope.isClear()
                ? Optional.of(slope.rises() == indicator.moreIsBetter())
                : Optional.empty();
    }

    /// The numerator as a plain number.
    public BigDecimal numerator() {
        return plain(tally.numerator());
    }

    public BigDecimal denominator() {
        return plain(tally.denominator());
    }

    public static BigDecimal plain(long millionths) {
        var number = BigDecimal.valueOf(millionths, Term.SCALE).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /// Where it opens to what it is made of, without a language.
    public String address() {
        return "/indicators/" + indicator.code() + "/" + year + "/" + place;
    }
}
