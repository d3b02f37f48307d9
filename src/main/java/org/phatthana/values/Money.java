package org.phatthana.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/// An amount of Thai money in whole satang (100 satang are one baht). Never floating point.
///
/// @param satang the amount; negative for a deficit or a decrease
public record Money(long satang) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /// The amount of so many whole baht.
    ///
    /// @throws ArithmeticException if the amount does not fit into 64 bits of satang
    public static Money ofBaht(long baht) {
        return new Money(Math.multiplyExact(baht, 100L));
    }

    /// The amount of so many baht with at most two decimals.
    ///
    /// @throws ArithmeticException if there are parts of a satang, or the amount does not fit
    public static Money ofBaht(BigDecimal baht) {
        return new Money(
                baht.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    }

    public static Money sum(Collection<Money> amounts) {
        var sum = 0L;
        for (var amount : amounts) {
            sum = Math.addExact(sum, amount.satang);
        }
        return new Money(sum);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(satang, other.satang));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(satang, other.satang));
    }

    public Money negated() {
        return new Money(Math.negateExact(satang));
    }

    public boolean isZero() {
        return satang == 0;
    }

    public boolean isNegative() {
        return satang < 0;
    }

    /// This amount as a share of a whole, between 0 and 1 for a part; for drawing and percentages only, never for
    /// sums.
    ///
    /// @return 0 where the whole is zero
    public double shareOf(Money whole) {
        return whole.satang == 0 ? 0 : (double) satang / whole.satang;
    }

    /// This amount divided by so many people, rounded half up to the satang.
    ///
    /// @throws IllegalArgumentException if `count` is not positive
    public Money per(long count) {
        if (count <= 0) {
            throw new IllegalArgumentException("An amount is divided by a positive count, not by " + count);
        }
        return new Money(BigDecimal.valueOf(satang)
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public BigDecimal baht() {
        return BigDecimal.valueOf(satang, 2);
    }

    /// Baht with two decimals and no grouping, as the JSON interfaces write it: `926200000.00`.
    public String toPlainString() {
        return baht().toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(satang, other.satang);
    }

    @Override
    public String toString() {
        return toPlainString() + " THB";
    }
}
