package org.phatthana.results.scorecards;

import java.math.BigDecimal;
import java.util.Locale;

/// How a figure stands against its standard. Shown by a shape, a word and a colour, never by the colour alone.
public enum Light {
    /// It is reached.
    REACHED,
    /// It falls short by a tenth of the standard at most.
    NEAR,
    /// It falls short by more.
    FAR,
    /// No law nor published standard says what ought to be.
    NO_STANDARD,
    /// There is no figure, or it is not shown.
    NO_FIGURE;

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    static Light of(BigDecimal gap, BigDecimal standard) {
        if (gap.signum() <= 0) {
            return REACHED;
        }
        return gap.compareTo(standard.abs().multiply(TENTH)) <= 0 ? NEAR : FAR;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
