package org.phatthana.registers.xlsform;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.registers.FieldType;

/// What of a condition on an answer a field can hold to: a range, or a pattern.
final class Constraint {

    private static final int MOST_DIGITS = 18;

    private final FieldType type;
    private @Nullable BigDecimal least;
    private @Nullable BigDecimal most;
    private @Nullable String pattern;
    private boolean whole = true;

    private Constraint(FieldType type) {
        this.type = type;
    }

    static Constraint of(FieldType type, Expression expression) {
        var constraint = new Constraint(type);
        constraint.read(expression);
        return constraint;
    }

    Optional<BigDecimal> least() {
        return Optional.ofNullable(least);
    }

    Optional<BigDecimal> most() {
        return Optional.ofNullable(most);
    }

    Optional<String> pattern() {
        return Optional.ofNullable(pattern);
    }

    /// Whether nothing of the condition is lost.
    boolean isWhole() {
        return whole;
    }

    private void read(Expression expression) {
        switch (expression) {
            case Expression.Two(var sign, var left, var right)
            when sign.equals("and") -> {
                read(left);
                read(right);
            }
            case Expression.Two(var sign, Expression.Self _, var right)
            when number(right).isPresent() -> bound(sign, number(right).get());
            case Expression.Two(var sign, var left, Expression.Self _)
            when number(left).isPresent() ->
                bound(Expression.turned(sign), number(left).get());
            case Expression.Call(var function, var arguments)
            when function.equals("regex")
                    && arguments.size() == 2
                    && arguments.getFirst() instanceof Expression.Self
                    && arguments.getLast() instanceof Expression.Text(var text) -> pattern(text);
            default -> whole = false;
        }
    }

    private static Optional<BigDecimal> number(Expression expression) {
        return switch (expression) {
            case Expression.Figure(var value) when isSensible(value) -> Optional.of(value);
            case Expression.Negative(Expression.Figure(var value))
            when isSensible(value) -> Optional.of(value.negate());
            default -> Optional.empty();
        };
    }

    /// Whether a number has no more digits than the values that it would bound.
    private static boolean isSensible(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
    }

    private void bound(String sign, BigDecimal number) {
        if (!type.isNumeric() && type != FieldType.YEAR) {
            whole = false;
            return;
        }
        switch (sign) {
            case ">=" -> least(number);
            case "<=" -> most(number);
            case "=" -> {
                least(number);
                most(number);
            }
            case ">" -> least(beyond(number, BigDecimal.ONE));
            case "<" -> most(beyond(number, BigDecimal.ONE.negate()));
            default -> whole = false;
        }
    }

    /// The next whole number; of decimals the bound itself, which is then allowed too.
    private BigDecimal beyond(BigDecimal number, BigDecimal step) {
        if (type == FieldType.NUMBER) {
            whole = false;
            return number;
        }
        return number.stripTrailingZeros().scale() > 0 ? number : number.add(step);
    }

    private void least(BigDecimal number) {
        least = least == null ? number : least.max(number);
    }

    private void most(BigDecimal number) {
        most = most == null ? number : most.min(number);
    }

    private void pattern(String text) {
        if (type != FieldType.TEXT || pattern != null || text.isEmpty() || text.length() > 400) {
            whole = false;
            return;
        }
        try {
            Pattern.compile(text);
            pattern = text;
        } catch (PatternSyntaxException _) {
            whole = false;
        }
    }
}
