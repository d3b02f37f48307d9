package org.phatthana.registers.xlsform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads an [Expression] from left to right, by the grammar of XPath 1.0.
final class ExpressionReading {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 60;
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*";
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<answer>\\$\\{\\s*(?:last-saved#)?(?<question>[^{}]*?)\\s*})|(?<text>\"[^\"]*\"|'[^']*')"
                    + "|(?<number>\\d+(?:\\.\\d*)?|\\.\\d+)|(?<sign><=|>=|!=|//|::|\\.\\.|[<>=+\\-*,()\\[\\]|/.@])"
                    + "|(?<name>" + NAME + "(?::" + NAME + ")?))");
    private static final List<Set<String>> SIGNS = List.of(
            Set.of("or"),
            Set.of("and"),
            Set.of("=", "!="),
            Set.of("<", "<=", ">", ">="),
            Set.of("+", "-"),
            Set.of("*", "div", "mod"));

    /// That something is written which is no expression.
    static final class Unreadable extends RuntimeException {

        private final String near;

        Unreadable(String near) {
            super("No expression: " + near);
            this.near = near;
        }

        /// What stands where it could not be read on; empty at its end.
        String near() {
            return near;
        }
    }

    /// @param kind the name of its group in [#TOKEN]
    private record Token(String kind, String text, int at) {}

    private final String written;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    ExpressionReading(String written) {
        this.written =
                written.replace('“', '"').replace('”', '"').replace('‘', '\'').replace('’', '\'');
    }

    Expression read() {
        if (written.length() > LONGEST) {
            throw new Unreadable(written.substring(0, 40));
        }
        var found = TOKEN.matcher(written);
        var end = written.stripTrailing().length();
        var at = 0;
        while (at < end) {
            if (!found.find(at) || found.start() != at) {
                throw new Unreadable(near(at));
            }
            for (var kind : List.of("answer", "text", "number", "sign", "name")) {
                if (found.group(kind) != null) {
                    tokens.add(new Token(
                            kind,
                            kind.equals("answer") ? found.group("question") : found.group(kind),
                            found.start(kind)));
                }
            }
            at = found.end();
        }
        var expression = two(0);
        if (next < tokens.size()) {
            throw new Unreadable(near(tokens.get(next).at));
        }
        return expression;
    }

    private Expression two(int level) {
        if (level == SIGNS.size()) {
            return negative();
        }
        var left = two(level + 1);
        while (next < tokens.size() && isSign(tokens.get(next), SIGNS.get(level))) {
            var sign = tokens.get(next++).text;
            left = new Expression.Two(sign, left, two(level + 1));
        }
        return left;
    }

    private static boolean isSign(Token token, Set<String> signs) {
        return (token.kind.equals("sign") || token.kind.equals("name")) && signs.contains(token.text);
    }

    private Expression negative() {
        if (took("-")) {
            return deeper(() -> new Expression.Negative(negative()));
        }
        var left = path();
        while (took("|")) {
            left = new Expression.Two("|", left, path());
        }
        return left;
    }

    private Expression path() {
        if (took("/") || took("//")) {
            return steps(new ArrayList<>());
        }
        var first = primary();
        var parts = new ArrayList<>(List.of(first));
        var isPath = predicates(parts);
        if (took("/") || took("//")) {
            return steps(parts);
        }
        return isPath ? new Expression.Path(parts) : first;
    }

    private Expression steps(List<Expression> parts) {
        do {
            step();
            predicates(parts);
        } while (took("/") || took("//"));
        return new Expression.Path(parts);
    }

    private void step() {
        if (took("..") || took(".") || took("*")) {
            return;
        }
        took("@");
        var token = take();
        if (token.kind.equals("answer")) {
            return;
        }
        if (!token.kind.equals("name")) {
            throw new Unreadable(near(token.at));
        }
        if (took("::")) {
            step();
        } else if (took("(")) {
            expect(")");
        }
    }

    private boolean predicates(List<Expression> parts) {
        var any = false;
        while (took("[")) {
            parts.add(deeper(() -> two(0)));
            expect("]");
            any = true;
        }
        return any;
    }

    private Expression primary() {
        var token = take();
        return switch (token.kind) {
            case "number" -> new Expression.Figure(new BigDecimal(token.text));
            case "text" -> new Expression.Text(token.text.substring(1, token.text.length() - 1));
            case "answer" -> new Expression.Answer(token.text);
            case "name" -> took("(") ? call(token.text) : relative(token.text);
            default -> sign(token);
        };
    }

    private Expression sign(Token token) {
        return switch (token.text) {
            case "(" -> {
                var inner = deeper(() -> two(0));
                expect(")");
                yield inner;
            }
            case "." -> new Expression.Self();
            case "..", "*" -> new Expression.Path(List.of());
            case "@" -> {
                next--;
                step();
                yield new Expression.Path(List.of());
            }
            default -> throw new Unreadable(near(token.at));
        };
    }

    private Expression relative(String name) {
        if (took("::")) {
            step();
            return new Expression.Path(List.of());
        }
        return new Expression.Column(name);
    }

    private Expression call(String function) {
        var arguments = new ArrayList<Expression>();
        if (took(")")) {
            return new Expression.Call(function, arguments);
        }
        do {
            arguments.add(deeper(() -> two(0)));
        } while (took(","));
        expect(")");
        return new Expression.Call(function, arguments);
    }

    private Expression deeper(Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw new Unreadable(near(next < tokens.size() ? tokens.get(next).at : 0));
        }
        var read = inner.get();
        depth--;
        return read;
    }

    private boolean took(String sign) {
        if (next < tokens.size()
                && tokens.get(next).kind.equals("sign")
                && tokens.get(next).text.equals(sign)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String sign) {
        if (!took(sign)) {
            throw new Unreadable(next < tokens.size() ? near(tokens.get(next).at) : "");
        }
    }

    private Token take() {
        if (next == tokens.size()) {
            throw new Unreadable("");
        }
        return tokens.get(next++);
    }

    private String near(int at) {
        var rest = written.substring(at).strip();
        return rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
    }
}
