package org.phatthana.results.formulas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What an expression is worth on a row. A missing value makes what is reckoned with it missing; in conditions the
/// logic has three values (Kleene, 1938): `no and missing` is no, `yes or missing` is yes. A division by zero is
/// missing.
final class Evaluation {

    private Evaluation() {}

    static @Nullable Object of(Expression expression, Row row) {
        return switch (expression) {
            case Expression.Constant constant -> constant.value();
            case Expression.Field field -> row.value(field.column());
            case Expression.Arithmetic sum -> arithmetic(sum, row);
            case Expression.Comparison comparison -> comparison(comparison, row);
            case Expression.And and -> junction(and.left(), and.right(), false, row);
            case Expression.Or or -> junction(or.left(), or.right(), true, row);
            case Expression.Not not -> of(not.operand(), row) instanceof Boolean value ? !value : null;
            case Expression.Known known -> of(known.operand(), row) != null;
            case Expression.Call call -> call(call, row);
        };
    }

    private static @Nullable Object arithmetic(Expression.Arithmetic sum, Row row) {
        if (of(sum.left(), row) instanceof BigDecimal left && of(sum.right(), row) instanceof BigDecimal right) {
            return switch (sum.operator()) {
                case '+' -> left.add(right);
                case '-' -> left.subtract(right);
                case '*' -> left.multiply(right);
                default -> right.signum() == 0 ? null : left.divide(right, MathContext.DECIMAL128);
            };
        }
        return null;
    }

    private static @Nullable Object comparison(Expression.Comparison comparison, Row row) {
        var left = of(comparison.left(), row);
        var right = of(comparison.right(), row);
        if (left == null || right == null) {
            return null;
        }
        var order = switch (left) {
            case BigDecimal number -> number.compareTo((BigDecimal) right);
            case LocalDate day -> day.compareTo((LocalDate) right);
            case Boolean yes -> yes.compareTo((Boolean) right);
            default -> left.toString().compareTo(right.toString());
        };
        return switch (comparison.operator()) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /// @param decisive the value that decides by itself: no for `and`, yes for `or`
    private static @Nullable Object junction(Expression one, Expression two, boolean decisive, Row row) {
        var left = of(one, row);
        if (left instanceof Boolean value && value == decisive) {
            return decisive;
        }
        var right = of(two, row);
        if (right instanceof Boolean value && value == decisive) {
            return decisive;
        }
        return left == null || right == null ? null : (Object) !decisive;
    }

    private static @Nullable Object call(Expression.Call call, Row row) {
        var arguments = new ArrayList<Object>();
        for (var argument : call.arguments()) {
            var value = of(argument, row);
            if (value == null) {
                return null;
            }
            arguments.add(value);
        }
        return call.function().answer(arguments);
    }
}
