package org.phatthana.site.whatif;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.values.Money;

/// Money that goes from one end to another: a budget line, a project that has none, or [#OUTSIDE] the year's budget
/// (new money, or money that is saved).
///
/// @param amount more than nothing
public record Move(String from, String to, Money amount) {

    /// The end that is no line: where new money comes from, and where saved money goes.
    public static final String OUTSIDE = "outside";

    /// What the end of a project that has no line begins with; its public id follows.
    public static final String PROJECT = "project-";

    /// No address becomes too long.
    static final int MOST = 20;

    private static final Pattern CODE =
            Pattern.compile("([a-z0-9-]{1,60})~([a-z0-9-]{1,60})~(\\d{1,13}(?:\\.\\d{1,2})?)");

    public Move {
        if (amount.isNegative() || amount.isZero()) {
            throw new IllegalArgumentException("More than nothing is moved, not " + amount);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("Money is moved from one end to another, not within " + from);
        }
    }

    /// A move as an address writes it, `from~to~baht`.
    static Optional<Move> parse(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches() || parts.group(1).equals(parts.group(2))) {
            return Optional.empty();
        }
        var amount = Money.ofBaht(new BigDecimal(parts.group(3)));
        return amount.isZero() ? Optional.empty() : Optional.of(new Move(parts.group(1), parts.group(2), amount));
    }

    /// How an address writes it.
    public String code() {
        return from + "~" + to + "~" + amount.toPlainString();
    }
}
