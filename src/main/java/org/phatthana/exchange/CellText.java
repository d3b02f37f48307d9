package org.phatthana.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people type into cells, made even: invisible characters, Thai and full-width digits, padding, line ends.
public final class CellText {

    private static final int MOST_DIGITS = 18;
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\ufeff]");
    private static final Pattern SPACES = Pattern.compile("[\\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000 ]+");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern NOTHING = Pattern.compile("[-–—−ー.\\s]*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");

    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private CellText() {}

    /// Text that no spreadsheet takes for a formula.
    public static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// What [#harmless] was given: the text without the apostrophe that only keeps a spreadsheet from running it.
    public static String meant(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && DANGEROUS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /// The text without invisible characters and padding: one space for many, `\n` for every kind of line end, no
    /// blank lines at either end. Letters and digits stay as they were typed.
    public static String clean(String text) {
        var stripped = text.strip();
        if (isPlain(stripped)) {
            return stripped;
        }
        var unescaped = ESCAPED.matcher(stripped).replaceAll(match -> {
            var character = (char) Integer.parseInt(match.group(1), 16);
            return character == '\r' || character == '\n' ? "\n" : " ";
        });
        var visible = INVISIBLE
                .matcher(unescaped)
                .replaceAll("")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        // The two ways to write sara am, and marks typed in the other order, look the same on paper.
        var composed = visible.replace("\u0e4d\u0e32", "\u0e33").replace("\u0e40\u0e40", "\u0e41");
        return SPACES.matcher(composed)
                .replaceAll(" ")
                .replace(" \n", "\n")
                .replace("\n ", "\n")
                .strip();
    }

    /// The cleaned text on one line.
    public static String oneLine(String text) {
        var cleaned = clean(text);
        return cleaned.indexOf('\n') < 0 ? cleaned : LINE_END.matcher(cleaned).replaceAll(" ");
    }

    /// Thai and full-width digits and signs as Latin ones.
    public static String latinDigits(String text) {
        if (isLatin(text)) {
            return text;
        }
        var shown = Normalizer.normalize(text, Normalizer.Form.NFKC).replace("\u0e4d\u0e32", "\u0e33");
        var latin = new StringBuilder(shown.length());
        shown.chars()
                .forEach(letter ->
                        latin.append(letter >= '๐' && letter <= '๙' ? (char) ('0' + letter - '๐') : (char) letter));
        return latin.toString();
    }

    /// Whether the text is one of the ways to write that there is nothing: empty, blanks, dashes.
    public static boolean isNothing(String text) {
        return NOTHING.matcher(clean(text)).matches();
    }

    /// The number that a text writes: with or without commas in groups of three, in Latin, Thai or full-width
    /// digits, in accountants' brackets for a negative one. Nothing else is guessed.
    public static Optional<BigDecimal> number(String text) {
        var typed = latinDigits(oneLine(text)).replace('−', '-').strip();
        var negative = typed.startsWith("(") && typed.endsWith(")");
        var digits = (negative ? typed.substring(1, typed.length() - 1) : typed).replace(" ", "");
        if (digits.length() > 2 * MOST_DIGITS || !NUMBER.matcher(digits).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(digits.replace(",", ""));
        return isSensible(number) ? Optional.of(negative ? number.negate() : number) : Optional.empty();
    }

    /// Whether a number can be written out: a workbook may hold one with a billion zeros.
    static boolean isSensible(BigDecimal number) {
        return number.precision() - (long) number.scale() <= MOST_DIGITS && number.scale() <= 400;
    }

    static String plain(BigDecimal number) {
        return isSensible(number) ? number.stripTrailingZeros().toPlainString() : number.toString();
    }

    /// Whether a text is already as [#clean] makes it, as nearly all are; then nothing has to be searched and
    /// replaced.
    private static boolean isPlain(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (!isPlain(before, letter)) {
                return false;
            }
            before = letter;
        }
        return text.isEmpty() || !isBlank(before);
    }

    private static boolean isPlain(char before, char letter) {
        return switch (letter) {
            case ' ' -> !isBlank(before);
            case '\n' -> before != ' ';
            case 'x' -> before != '_';
            case '\u0e40' -> before != '\u0e40';
            case '\u0e32' -> before != '\u0e4d';
            default -> (letter > ' ' && letter < 0x7f) || isThai(letter) || (letter >= 0x2010 && letter <= 0x2027);
        };
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\n';
    }

    private static boolean isThai(char letter) {
        return letter > 0x0e00 && letter < 0x0e80;
    }

    /// Whether [#latinDigits] would leave a text as it is: ASCII and Thai letters whose marks stand in their order.
    private static boolean isLatin(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var isThaiDigit = letter >= '๐' && letter <= '๙';
            var isBelow = letter >= 0x0e38 && letter <= 0x0e3a;
            var isOutOfOrder = (isBelow && before >= 0x0e48 && before <= 0x0e4b)
                    || (isBelow && before >= 0x0e38 && before <= 0x0e3a)
                    || (letter == 0x0e32 && before == 0x0e4d);
            if ((letter >= 0x80 && !isThai(letter)) || isThaiDigit || isOutOfOrder) {
                return false;
            }
            before = letter;
        }
        return true;
    }
}
