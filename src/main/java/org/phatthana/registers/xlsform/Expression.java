package org.phatthana.registers.xlsform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A condition or calculation of a form: XPath 1.0 with `${question}` for answers.
sealed interface Expression {

    record Figure(BigDecimal value) implements Expression {}

    record Text(String value) implements Expression {}

    /// The answer to a question.
    record Answer(String question) implements Expression {}

    /// What stands in a column of the choice that a filter is about.
    record Column(String name) implements Expression {}

    /// The answer that the condition is about: `.`
    record Self() implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param sign `or`, `and`, `=`, `!=`, `<`, `<=`, `>`, `>=`, `+`, `-`, `*`, `div`, `mod` or `|`
    record Two(String sign, Expression left, Expression right) implements Expression {}

    record Negative(Expression of) implements Expression {}

    /// A path through the form, of whose parts only the expressions are kept.
    record Path(List<Expression> parts) implements Expression {

        public Path {
            parts = List.copyOf(parts);
        }
    }

    /// The questions whose answers it needs, each as often as it is named.
    default List<String> questions() {
        var found = new ArrayList<String>();
        switch (this) {
            case Answer answer -> found.add(answer.question);
            case Call call -> call.arguments.forEach(each -> found.addAll(each.questions()));
            case Two two -> {
                found.addAll(two.left.questions());
                found.addAll(two.right.questions());
            }
            case Negative negative -> found.addAll(negative.of.questions());
            case Path path -> path.parts.forEach(each -> found.addAll(each.questions()));
            case Figure _, Text _, Self _, Column _ -> {}
        }
        return found;
    }

    /// Reads what is written.
    ///
    /// @throws ExpressionReading.Unreadable if it is no expression
    static Expression of(String written) {
        return new ExpressionReading(written).read();
    }

    /// A comparison, seen from its other side.
    static String turned(String sign) {
        return switch (sign) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> sign;
        };
    }
}
