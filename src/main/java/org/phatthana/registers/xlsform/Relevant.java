package org.phatthana.registers.xlsform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.Condition;
import org.phatthana.registers.Condition.Sign;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.reading.ValueReading;

/// What of a form's `relevant` a field can be asked by: comparisons of answers with what is written there,
/// `selected()`, whether something was answered, and these joined by `and`, `or` and `not()`.
final class Relevant {

    private final Function<String, Optional<Asked>> asked;

    /// A question whose answer is a field.
    ///
    /// @param choices the codes of its choices, by their names
    record Asked(String code, FieldType type, Map<String, String> choices) {

        /// The code of a choice; a name that is a number may be written in another way.
        Optional<String> choice(String name) {
            return Optional.ofNullable(choices.get(name))
                    .or(() -> CellText.number(name)
                            .flatMap(number -> choices.entrySet().stream()
                                    .filter(each -> CellText.number(each.getKey())
                                            .filter(other -> other.compareTo(number) == 0)
                                            .isPresent())
                                    .map(Map.Entry::getValue)
                                    .findFirst()));
        }
    }

    /// @param asked the question of a name, where its answer can be asked for
    Relevant(Function<String, Optional<Asked>> asked) {
        this.asked = asked;
    }

    /// @return empty where a condition cannot say all of it
    Optional<Condition> of(Expression expression) {
        return switch (expression) {
            case Expression.Two(var sign, var left, var right)
            when sign.equals("and") || sign.equals("or") -> joined(sign, left, right);
            case Expression.Two(var sign, Expression.Call call, var right) -> counted(call, sign, right);
            case Expression.Two(var sign, Expression.Answer(var name), var right) -> compared(name, sign, right);
            case Expression.Two(var sign, var left, Expression.Answer(var name)) ->
                compared(name, Expression.turned(sign), left);
            case Expression.Call(var function, var arguments)
            when function.equals("not") && arguments.size() == 1 ->
                of(arguments.getFirst()).map(Condition.Not::new);
            case Expression.Call(var function, var arguments)
            when function.equals("selected") && arguments.size() == 2 -> selected(arguments);
            default -> Optional.empty();
        };
    }

    private Optional<Condition> joined(String sign, Expression left, Expression right) {
        var parts = new ArrayList<Condition>();
        for (var side : List.of(left, right)) {
            var read = of(side);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            switch (read.get()) {
                case Condition.All(var of) when sign.equals("and") -> parts.addAll(of);
                case Condition.Any(var of) when sign.equals("or") -> parts.addAll(of);
                default -> parts.add(read.get());
            }
        }
        return Optional.of(sign.equals("and") ? new Condition.All(parts) : new Condition.Any(parts));
    }

    private Optional<Condition> selected(List<Expression> arguments) {
        if (!(arguments.getFirst() instanceof Expression.Answer(var name))) {
            return Optional.empty();
        }
        return asked.apply(name)
                .flatMap(question -> written(arguments.getLast())
                        .flatMap(question::choice)
                        .flatMap(code -> switch (question.type) {
                            case CODE -> Optional.of(new Condition.Compared(question.code, Sign.EQUAL, code));
                            case CODES -> Optional.of(new Condition.Has(question.code, code));
                            default -> Optional.<Condition>empty();
                        }));
    }

    /// Whether anything was answered, as some forms write it: `string-length(${name}) > 0`.
    private Optional<Condition> counted(Expression.Call call, String sign, Expression right) {
        var counts = call.function().equals("string-length") || call.function().equals("count-selected");
        if (!counts
                || call.arguments().size() != 1
                || !(call.arguments().getFirst() instanceof Expression.Answer(var name))
                || !(right instanceof Expression.Figure(var number))) {
            return Optional.empty();
        }
        var filled = switch (sign + " " + number.toPlainString()) {
            case "> 0", ">= 1", "!= 0" -> Optional.of(true);
            case "= 0", "< 1", "<= 0" -> Optional.of(false);
            default -> Optional.<Boolean>empty();
        };
        return filled.flatMap(is -> asked.apply(name).map(question -> new Condition.Filled(question.code, is)));
    }

    private Optional<Condition> compared(String name, String written, Expression other) {
        if (!List.of("=", "!=", "<", "<=", ">", ">=").contains(written)) {
            return Optional.empty();
        }
        var sign = Sign.of(written);
        return asked.apply(name).flatMap(question -> {
            if (other instanceof Expression.Text(var text) && text.isBlank()) {
                return sign.isOfOrder()
                        ? Optional.empty()
                        : Optional.of(new Condition.Filled(question.code, sign == Sign.OTHER));
            }
            return value(question, sign, other).map(value -> new Condition.Compared(question.code, sign, value));
        });
    }

    private static Optional<Object> value(Asked question, Sign sign, Expression other) {
        return switch (question.type) {
            case NUMBER, INTEGER -> written(other).flatMap(CellText::number).map(Object.class::cast);
            case CODE ->
                sign.isOfOrder()
                        ? Optional.empty()
                        : written(other).flatMap(question::choice).map(Object.class::cast);
            case DATE -> day(other).map(LocalDate::toString);
            case YEAR ->
                day(other).filter(day -> day.getDayOfYear() == 1).map(day -> BigDecimal.valueOf(day.getYear()));
            case TEXT, LINK ->
                other instanceof Expression.Text(var text) && !sign.isOfOrder() && isPlain(text)
                        ? Optional.of(text)
                        : Optional.empty();
            case CODES, YES_NO, PLACE -> Optional.empty();
        };
    }

    /// Whether a field keeps a text as it is written.
    private static boolean isPlain(String text) {
        return CellText.clean(text).equals(text)
                && !CellText.isNothing(text)
                && !ValueReading.wordsForNothing().contains(text.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> written(Expression expression) {
        return switch (expression) {
            case Expression.Text(var text) -> Optional.of(text);
            case Expression.Figure(var number) -> Optional.of(number.toPlainString());
            case Expression.Negative(Expression.Figure(var number)) ->
                Optional.of(number.negate().toPlainString());
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(Expression expression) {
        return switch (expression) {
            case Expression.Text(var text) -> {
                try {
                    yield Optional.of(LocalDate.parse(text));
                } catch (DateTimeParseException _) {
                    yield Optional.empty();
                }
            }
            case Expression.Call(var function, var arguments)
            when function.equals("date") && arguments.size() == 1 -> day(arguments.getFirst());
            default -> Optional.empty();
        };
    }
}
