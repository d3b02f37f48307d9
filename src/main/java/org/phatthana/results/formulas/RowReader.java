package org.phatthana.results.formulas;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.phatthana.results.formulas.Expression.Arithmetic;
import org.phatthana.results.formulas.Expression.Comparison;
import org.phatthana.results.formulas.Expression.Constant;
import org.phatthana.values.FiscalYear;

/// Reads the parts of a formula that speak of one row, and gives each its type.
///
///     condition := both { "or" both };  both := negation { "and" negation };  negation := "not" negation |
/// relation
///     relation  := sum [ ("=" | "!=" | "<" | "<=" | ">" | ">=") sum | "in" "(" sum { "," sum } ")" ]
///     sum       := product { ("+" | "-") product };  product := factor { ("*" | "/") factor }
///     factor    := "-" factor | number | "text" | "yes" | "no" | "(" condition ")" | column | function "(" … ")"
final class RowReader {

    private static final Set<String> RELATIONS = Set.of("=", "!=", "<", "<=", ">", ">=");

    private final Tokens tokens;
    private final Source source;
    private final Map<String, NamedFunction> functions;

    RowReader(Tokens tokens, Source source, Map<String, NamedFunction> functions) {
        this.tokens = tokens;
        this.source = source;
        this.functions = functions;
    }

    /// What a sum adds up.
    Expression amount() {
        var at = tokens.peek().position();
        return numeric(sum(), at);
    }

    Expression condition() {
        tokens.deeper();
        var at = tokens.peek().position();
        var left = both();
        while (tokens.takes("or")) {
            var right = tokens.peek().position();
            left = new Expression.Or(yesNo(left, at), yesNo(both(), right));
        }
        tokens.back();
        return left;
    }

    /// A condition by itself.
    Expression whole() {
        var at = tokens.peek().position();
        return yesNo(condition(), at);
    }

    private Expression both() {
        var at = tokens.peek().position();
        var left = negation();
        while (tokens.takes("and")) {
            var right = tokens.peek().position();
            left = new Expression.And(yesNo(left, at), yesNo(negation(), right));
        }
        return left;
    }

    private Expression negation() {
        if (!tokens.takes("not")) {
            return relation();
        }
        tokens.deeper();
        var at = tokens.peek().position();
        var negated = new Expression.Not(yesNo(negation(), at));
        tokens.back();
        return negated;
    }

    private Expression relation() {
        var left = sum();
        var sign = tokens.peek();
        if (sign.sort() == Tokens.Sort.SIGN && RELATIONS.contains(sign.text())) {
            tokens.take();
            return compared(sign.text(), left, sum(), sign.position());
        }
        if (!tokens.takes("in")) {
            return left;
        }
        tokens.expect("(");
        var found = compared("=", left, sum(), sign.position());
        while (tokens.takes(",")) {
            found = new Expression.Or(found, compared("=", left, sum(), sign.position()));
        }
        tokens.expect(")");
        return found;
    }

    private Expression compared(String operator, Expression left, Expression right, int at) {
        var one = fitting(left, right, at);
        var two = fitting(right, left, at);
        var numbers = one.type().kind().isNumeric() && two.type().kind().isNumeric();
        if (numbers ? !isSameUnit(one, two) : one.type().kind() != two.type().kind()) {
            throw new Refusal("results.formula.compare", at, words(one), words(two));
        }
        return new Comparison(operator, one, two);
    }

    /// A text in quotes takes the kind of what it is compared with.
    private Expression fitting(Expression expression, Expression other, int at) {
        if (!(expression instanceof Constant constant)
                || !(constant.value() instanceof String text)
                || constant.type().kind() != Kind.TEXT) {
            return expression;
        }
        return switch (other.type().kind()) {
            case DATE -> new Constant(day(text, at), Type.of(Kind.DATE));
            case CODE -> {
                if (other instanceof Expression.Field field) {
                    var name = field.column();
                    var codes = source.column(name).map(Column::codes).orElse(Set.of());
                    if (!codes.isEmpty() && !codes.contains(text)) {
                        throw new Refusal("results.formula.code", at, name, text, list(codes));
                    }
                }
                yield new Constant(text, Type.of(Kind.CODE));
            }
            default -> expression;
        };
    }

    private static LocalDate day(String text, int at) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < FiscalYear.FIRST - FiscalYear.OFFSET
                    || day.getYear() > FiscalYear.LAST - FiscalYear.OFFSET) {
                throw new Refusal("results.formula.day", at, text);
            }
            return day;
        } catch (DateTimeParseException _) {
            throw new Refusal("results.formula.day", at, text);
        }
    }

    private Expression sum() {
        var left = product();
        for (var sign = tokens.peek(); tokens.takes("+") || tokens.takes("-"); sign = tokens.peek()) {
            var one = numeric(left, sign.position());
            var two = numeric(product(), sign.position());
            if (!isSameUnit(one, two)) {
                throw new Refusal("results.formula.units", sign.position(), words(one), words(two));
            }
            var unit = one instanceof Constant ? two.type().unit() : one.type().unit();
            left = new Arithmetic(sign.text().charAt(0), one, two, Type.number(unit));
        }
        return left;
    }

    private Expression product() {
        var left = factor();
        for (var sign = tokens.peek(); tokens.takes("*") || tokens.takes("/"); sign = tokens.peek()) {
            var one = numeric(left, sign.position());
            var two = numeric(factor(), sign.position());
            var operator = sign.text().charAt(0);
            var unit = Units.of(operator, one.type().unit(), two.type().unit());
            left = new Arithmetic(operator, one, two, Type.number(unit));
        }
        return left;
    }

    private Expression factor() {
        tokens.deeper();
        var read = read();
        tokens.back();
        return read;
    }

    private Expression read() {
        var token = tokens.peek();
        if (tokens.takes("-")) {
            var operand = numeric(factor(), token.position());
            var zero = new Constant(BigDecimal.ZERO, Type.number(""));
            return new Arithmetic('-', zero, operand, Type.number(operand.type().unit()));
        }
        if (tokens.takes("(")) {
            var inside = condition();
            tokens.expect(")");
            return inside;
        }
        return switch (token.sort()) {
            case NUMBER -> new Constant(new BigDecimal(tokens.take().text()), Type.number(""));
            case TEXT -> new Constant(tokens.take().text(), Type.of(Kind.TEXT));
            case NAME -> named(tokens.take());
            case SIGN, END -> throw tokens.unexpected("…");
        };
    }

    private Expression named(Tokens.Token name) {
        if (name.text().equals("yes") || name.text().equals("no")) {
            return new Constant(name.text().equals("yes"), Type.YES_NO);
        }
        if (tokens.takes("(")) {
            return called(name);
        }
        var column = source.column(name.text())
                .orElseThrow(() -> new Refusal(
                        "results.formula.column",
                        name.position(),
                        source.name(),
                        name.text(),
                        list(source.columns().stream().map(Column::name).toList())));
        return new Expression.Field(column.name(), column.type());
    }

    private Expression called(Tokens.Token name) {
        if (name.text().equals("known")) {
            var operand = condition();
            tokens.expect(")");
            return new Expression.Known(operand);
        }
        var function = functions.get(name.text());
        if (function == null) {
            throw new Refusal("results.formula.function", name.position(), name.text(), list(functions.keySet()));
        }
        var arguments = new ArrayList<Expression>();
        for (var kind : function.parameters()) {
            if (!arguments.isEmpty()) {
                tokens.expect(",");
            }
            var at = tokens.peek().position();
            var argument = fitting(condition(), new Expression.Field("", Type.of(kind)), at);
            var given = argument.type().kind();
            if (given != kind && !(kind == Kind.NUMBER && given == Kind.INTEGER)) {
                throw new Refusal("results.formula.argument", at, name.text(), kind.name(), given.name());
            }
            arguments.add(argument);
        }
        tokens.expect(")");
        return new Expression.Call(function, arguments);
    }

    private static boolean isSameUnit(Expression one, Expression two) {
        return one instanceof Constant
                || two instanceof Constant
                || one.type().unit().equals(two.type().unit());
    }

    private static Expression numeric(Expression expression, int at) {
        if (!expression.type().kind().isNumeric()) {
            throw new Refusal("results.formula.number", at, words(expression));
        }
        return expression;
    }

    private static Expression yesNo(Expression expression, int at) {
        if (expression.type().kind() != Kind.YES_NO) {
            throw new Refusal("results.formula.yes-no", at, words(expression));
        }
        return expression;
    }

    private static String words(Expression expression) {
        var type = expression.type();
        return type.unit().isEmpty() ? type.kind().name() : type.kind().name() + " (" + type.unit() + ")";
    }

    private static String list(Collection<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
