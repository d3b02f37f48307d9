package org.phatthana.results.formulas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/// One `count(…)` or `sum(…)` of a formula with the factor before it. Every row gives its share by itself, so that
/// figures can be added up in any order and brought up to date by the difference.
///
/// @param factor by which it is multiplied
/// @param value what a row adds: one, for a count
/// @param condition which rows do
/// @param dated the column that says in which period; empty for every period
public record Term(BigDecimal factor, Source source, Expression value, Expression condition, String dated) {

    /// Digits after the point that a share is kept with. A share is rounded half to even, once, for its row alone:
    /// sums of shares are exact.
    public static final int SCALE = 6;

    /// The unit of amounts: one whole is this many of them.
    public static final long ONE = 1_000_000;

    private static final Optional<Share> NO_RISE = Optional.of(Nothing.NOTHING);

    /// What a row adds to a figure.
    public sealed interface Share {}

    /// It does not count.
    public enum Nothing implements Share {
        NOTHING
    }

    /// It would count, but nobody knows for how much, or whether: the figure of its place is missing.
    ///
    /// @param day in whose period; [LocalDate#MIN] in all of them
    public record Missing(LocalDate day) implements Share {}

    /// @param amount in millionths
    /// @param day in whose period; [LocalDate#MIN] in all of them
    public record Amount(long amount, LocalDate day) implements Share {}

    /// What a row of the source adds. A row that has no day where one is needed counts in no period.
    ///
    /// @throws ArithmeticException if the amount is beyond nine million millions
    public Share share(Row row) {
        var holds = Evaluation.of(condition, row);
        if (Boolean.FALSE.equals(holds)) {
            return Nothing.NOTHING;
        }
        var day = dated.isEmpty() ? LocalDate.MIN : row.value(dated);
        if (!(day instanceof LocalDate counted)) {
            return Nothing.NOTHING;
        }
        if (holds == null) {
            return new Missing(counted);
        }
        if (row instanceof Row.Exact exact && value instanceof Expression.Field field && isExact(exact, field)) {
            return new Amount(exact.millionths(field.column()), counted);
        }
        return Evaluation.of(value, row) instanceof BigDecimal number
                ? new Amount(inMillionths(number.multiply(factor)), counted)
                : new Missing(counted);
    }

    /// What a row adds more than before it changed, where it stays on its day and that is seen without reckoning:
    /// the term has no condition, and counts rows or adds up numbers that are millionths already.
    ///
    /// @return empty where only [#share] of both tells
    public Optional<Share> rise(Row before, Row after) {
        if (!(condition instanceof Expression.Constant)) {
            return Optional.empty();
        }
        var day = dated.isEmpty() ? LocalDate.MIN : after.value(dated);
        if (!(day instanceof LocalDate counted) || (!dated.isEmpty() && !counted.equals(before.value(dated)))) {
            return Optional.empty();
        }
        if (value instanceof Expression.Constant) {
            return NO_RISE;
        }
        if (before instanceof Row.Exact one
                && after instanceof Row.Exact other
                && value instanceof Expression.Field field
                && isExact(one, field)
                && isExact(other, field)) {
            var rise = Math.subtractExact(other.millionths(field.column()), one.millionths(field.column()));
            return rise == 0 ? NO_RISE : Optional.of(new Amount(rise, counted));
        }
        return Optional.empty();
    }

    private boolean isExact(Row.Exact row, Expression.Field field) {
        return row.isExact(field.column()) && factor.compareTo(BigDecimal.ONE) == 0;
    }

    Term times(BigDecimal other) {
        return new Term(factor.multiply(other), source, value, condition, dated);
    }

    private static long inMillionths(BigDecimal number) {
        if (number.scale() == 0) {
            return Math.multiplyExact(number.longValueExact(), ONE);
        }
        return number.movePointRight(SCALE).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
