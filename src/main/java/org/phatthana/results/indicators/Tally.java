package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;
import org.phatthana.results.formulas.Term;

/// What is known of an indicator somewhere, for some time. Tallies add up in any order and any grouping.
///
/// @param numerator in millionths
/// @param denominator in millionths
/// @param known how many places and periods it adds up
/// @param missing how many were left out of numerator and denominator alike, because one of them is not known
public record Tally(long numerator, long denominator, int known, int missing) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /// One place in one period of which something is not known.
    public static final Tally MISSING = new Tally(0, 0, 0, 1);

    public Tally {
        if (known < 0 || missing < 0 || (known == 0 && (numerator != 0 || denominator != 0))) {
            throw new IllegalArgumentException("A tally of nothing known is nothing: " + numerator + "/" + denominator);
        }
    }

    /// One place in one period.
    public static Tally known(long numerator, long denominator) {
        return new Tally(numerator, denominator, 1, 0);
    }

    /// @throws ArithmeticException if it is beyond nine million millions
    public Tally plus(Tally other) {
        return new Tally(
                Math.addExact(numerator, other.numerator),
                Math.addExact(denominator, other.denominator),
                Math.addExact(known, other.known),
                Math.addExact(missing, other.missing));
    }

    public static Tally sum(Collection<Tally> tallies) {
        return tallies.stream().reduce(NONE, Tally::plus);
    }

    /// Numerator over denominator, to 34 digits; missing where nothing is known, or the denominator is zero.
    public Optional<BigDecimal> ratio() {
        return known == 0 || denominator == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128));
    }

    /// The numerator by itself, for indicators that are a number of things; missing where nothing is known.
    public Optional<BigDecimal> amount() {
        return known == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(numerator, Term.SCALE));
    }
}
