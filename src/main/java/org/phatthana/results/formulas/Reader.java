package org.phatthana.results.formulas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads a formula into terms. A formula adds up over places: it is a sum of `count` and `sum`, each times or
/// divided by plain numbers; anything else, a product of two sums or a number by itself, would make the figure of
/// an amphoe differ from the sum of its tambon, and is refused.
///
///     formula := product { ("+" | "-") product };  product := factor { ("*" | "/") factor }
///     factor  := "-" factor | number | "(" formula ")" | ("numerator" | "denominator") "(" indicator ")"
///              | "count" "(" source [ where ] [ by ] ")" | "sum" "(" source ":" amount [ where ] [ by ] ")"
///     where   := "where" condition;  by := "by" column
final class Reader {

    private static final Expression ALWAYS = new Expression.Constant(true, Type.YES_NO);
    private static final Expression EACH = new Expression.Constant(BigDecimal.ONE, Type.number(""));

    /// Terms that a formula may come to, with those of the formulas that it refers to.
    private static final int MOST_TERMS = 100;

    /// @param number what it is, if it has no terms
    private record Part(List<Term> terms, BigDecimal number, String unit) {

        boolean isNumber() {
            return terms.isEmpty();
        }

        Part times(BigDecimal factor) {
            return new Part(terms.stream().map(term -> term.times(factor)).toList(), number.multiply(factor), unit);
        }
    }

    private final Language language;
    private final Map<String, String> others;
    private final List<String> path;

    Reader(Language language, Map<String, String> others, List<String> path) {
        this.language = language;
        this.others = others;
        this.path = path;
    }

    Formula read(String formula) {
        var tokens = new Tokens(formula);
        var part = sum(tokens);
        if (tokens.peek().sort() != Tokens.Sort.END) {
            throw tokens.unexpected("+ - * /");
        }
        if (part.isNumber()) {
            throw new Refusal("results.formula.constant", 1);
        }
        return new Formula(formula, part.terms(), part.unit());
    }

    private Part sum(Tokens tokens) {
        tokens.deeper();
        var left = product(tokens);
        for (var sign = tokens.peek(); tokens.takes("+") || tokens.takes("-"); sign = tokens.peek()) {
            var next = product(tokens);
            var right = sign.text().equals("-") ? next.times(BigDecimal.ONE.negate()) : next;
            if (left.isNumber() != right.isNumber()) {
                throw new Refusal("results.formula.adds", sign.position());
            }
            if (!left.unit().equals(right.unit())) {
                throw new Refusal("results.formula.units", sign.position(), left.unit(), right.unit());
            }
            var terms =
                    Stream.concat(left.terms().stream(), right.terms().stream()).toList();
            if (terms.size() > MOST_TERMS) {
                throw new Refusal("results.formula.terms", sign.position(), MOST_TERMS);
            }
            left = new Part(terms, left.number().add(right.number()), left.unit());
        }
        tokens.back();
        return left;
    }

    private Part product(Tokens tokens) {
        var left = factor(tokens);
        for (var sign = tokens.peek(); tokens.takes("*") || tokens.takes("/"); sign = tokens.peek()) {
            var right = factor(tokens);
            if (sign.text().equals("/")) {
                left = divided(left, right, sign.position());
            } else if (left.isNumber()) {
                left = right.times(left.number());
            } else if (right.isNumber()) {
                left = left.times(right.number());
            } else {
                throw new Refusal("results.formula.product", sign.position());
            }
        }
        return left;
    }

    private static Part divided(Part left, Part right, int at) {
        if (!right.isNumber()) {
            throw new Refusal("results.formula.ratio", at);
        }
        if (right.number().signum() == 0) {
            throw new Refusal("results.formula.zero", at);
        }
        return left.times(BigDecimal.ONE.divide(right.number(), MathContext.DECIMAL128));
    }

    private Part factor(Tokens tokens) {
        tokens.deeper();
        var read = tokens.takes("-") ? factor(tokens).times(BigDecimal.ONE.negate()) : plain(tokens);
        tokens.back();
        return read;
    }

    private Part plain(Tokens tokens) {
        var token = tokens.peek();
        if (token.sort() == Tokens.Sort.NUMBER) {
            return new Part(List.of(), new BigDecimal(tokens.take().text()), "");
        }
        if (tokens.takes("(")) {
            var inside = sum(tokens);
            tokens.expect(")");
            return inside;
        }
        if (tokens.takes("count")) {
            tokens.expect("(");
            return term(tokens, source(tokens), EACH);
        }
        if (tokens.takes("sum")) {
            tokens.expect("(");
            var source = source(tokens);
            tokens.expect(":");
            return term(tokens, source, new RowReader(tokens, source, language.functions()).amount());
        }
        if (tokens.takes("numerator") || tokens.takes("denominator")) {
            return other(tokens, token);
        }
        throw tokens.unexpected("count, sum, numerator, denominator");
    }

    private Part term(Tokens tokens, Source source, Expression value) {
        var condition = tokens.takes("where") ? new RowReader(tokens, source, language.functions()).whole() : ALWAYS;
        var dated = tokens.takes("by") ? dayColumn(tokens, source) : source.dated();
        tokens.expect(")");
        var term = new Term(BigDecimal.ONE, source, value, condition, dated);
        return new Part(List.of(term), BigDecimal.ZERO, value.type().unit());
    }

    private static String dayColumn(Tokens tokens, Source source) {
        var name = tokens.name("by …");
        var column = source.column(name.text());
        if (column.isEmpty() || column.get().type().kind() != Kind.DATE) {
            throw new Refusal("results.formula.by", name.position(), source.name(), name.text());
        }
        return name.text();
    }

    private Source source(Tokens tokens) {
        var name = tokens.name(String.join(", ", language.sources().keySet()));
        var source = language.sources().get(name.text());
        if (source == null) {
            var known = String.join(
                    ", ", language.sources().keySet().stream().sorted().toList());
            throw new Refusal("results.formula.source", name.position(), name.text(), known);
        }
        return source;
    }

    /// The terms of another indicator's formula. What comes back to where it began is refused with its path.
    private Part other(Tokens tokens, Tokens.Token word) {
        tokens.expect("(");
        var name = tokens.name(word.text() + "(…)");
        tokens.expect(")");
        var reference = word.text() + "(" + name.text() + ")";
        var formula = others.get(reference);
        if (formula == null) {
            throw new Refusal("results.formula.no-indicator", word.position(), name.text());
        }
        var further = new ArrayList<>(path);
        further.add(reference);
        if (path.contains(reference)) {
            throw new Refusal("results.formula.cycle", word.position(), String.join(" → ", further));
        }
        try {
            var read = new Reader(language, others, further).read(formula);
            return new Part(read.terms(), BigDecimal.ZERO, read.unit());
        } catch (Refusal inside) {
            throw inside.seenFrom(word.position(), reference);
        }
    }
}
