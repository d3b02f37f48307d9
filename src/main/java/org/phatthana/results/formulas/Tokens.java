package org.phatthana.results.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a formula, one after the other.
final class Tokens {

    /// Characters that a formula may have.
    static final int LONGEST = 2_000;

    /// How deep parentheses and what stands in them may go.
    static final int DEEPEST = 50;

    private static final Pattern TOKEN = Pattern.compile("(?<number>\\d+(\\.\\d+)?)"
            + "|(?<name>[A-Za-z]\\w*([-.][A-Za-z0-9]\\w*)*)"
            + "|\"(?<text>[^\"\\n]*)\""
            + "|(?<sign><=|>=|!=|[-+*/()=<>,:])");

    enum Sort {
        NUMBER,
        NAME,
        TEXT,
        SIGN,
        END
    }

    /// @param position of its first character, from 1 on
    record Token(Sort sort, String text, int position) {}

    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    Tokens(String formula) {
        if (formula.length() > LONGEST) {
            throw new Refusal("results.formula.long", LONGEST + 1, LONGEST);
        }
        var matcher = TOKEN.matcher(formula);
        var at = 0;
        while (at < formula.length()) {
            if (Character.isWhitespace(formula.charAt(at))) {
                at++;
            } else if (matcher.region(at, formula.length()).lookingAt()) {
                tokens.add(token(matcher, at + 1));
                at = matcher.end();
            } else {
                throw new Refusal("results.formula.character", at + 1, formula.substring(at, at + 1));
            }
        }
        tokens.add(new Token(Sort.END, "", formula.length() + 1));
    }

    private static Token token(Matcher matcher, int position) {
        for (var sort : List.of(Sort.NUMBER, Sort.NAME, Sort.TEXT, Sort.SIGN)) {
            var text = matcher.group(sort.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                return new Token(sort, text, position);
            }
        }
        throw new IllegalStateException();
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        var token = peek();
        if (token.sort() != Sort.END) {
            next++;
        }
        return token;
    }

    /// Whether the next one is this sign or this word of the language; if so, it is taken.
    boolean takes(String wanted) {
        var token = peek();
        var fits = (token.sort() == Sort.SIGN || token.sort() == Sort.NAME)
                && token.text().equals(wanted);
        if (fits) {
            next++;
        }
        return fits;
    }

    void expect(String wanted) {
        if (!takes(wanted)) {
            throw unexpected(wanted);
        }
    }

    Token name(String what) {
        if (peek().sort() != Sort.NAME) {
            throw unexpected(what);
        }
        return take();
    }

    Refusal unexpected(String wanted) {
        var token = peek();
        return token.sort() == Sort.END
                ? new Refusal("results.formula.ends", token.position(), wanted)
                : new Refusal("results.formula.unexpected", token.position(), token.text(), wanted);
    }

    void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new Refusal("results.formula.deep", peek().position(), DEEPEST);
        }
    }

    void back() {
        depth--;
    }
}
