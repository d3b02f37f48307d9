package org.phatthana.registers.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Field;
import org.phatthana.registers.Unit;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;

/// Reads texts as values: Thai digits, units behind numbers (converted where that is exact enough), years and days
/// of either era, codes by their words, and the many ways to write that there is nothing.
public final class ValueReading {

    private static final Set<String> NOTHING =
            Set.of("ไม่มี", "ไม่มีข้อมูล", "ไม่ระบุ", "ไม่ทราบ", "ไม่ปรากฏ", "n/a", "na", "none", "null", "unknown");
    private static final Set<String> YES =
            Set.of("true", "yes", "y", "1", "ok", "ใช่", "จริง", "มี", "ได้", "ใช้ได้", "✓", "/");
    private static final Set<String> NO =
            Set.of("false", "no", "n", "0", "ไม่", "ไม่ใช่", "เท็จ", "ไม่มี", "ไม่ได้", "ใช้ไม่ได้", "x", "×");
    private static final Pattern WITH_UNIT = Pattern.compile("([-+−]?[\\d,. ]*\\d)\\s*([^\\d\\s].*)");
    /// What is the rest of a number rather than a unit: `12,5`, `1e5`.
    private static final Pattern NUMERAL = Pattern.compile("[.,]|[eE][-+]?\\d");

    private static final Pattern YEAR = Pattern.compile(
            "(?:ปีงบประมาณ|ปี|fiscal year|fy)?\\s*(พ\\.?ศ\\.?|ค\\.?ศ\\.?|b\\.?e\\.?|a\\.?d\\.?)?\\s*(\\d{4})");
    private static final Pattern PARTS = Pattern.compile("\\s*[,;|/、\\n]\\s*");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:[-–—~]|ถึง)\\s*");
    private static final int FIRST_BUDDHIST = 2300;
    private static final int SCALE = 6;

    private final List<Unit> units;
    private final Function<String, Optional<PlaceCode>> places;

    /// @param units all that may stand behind a number
    /// @param places the one place that a text names
    public ValueReading(List<Unit> units, Function<String, Optional<PlaceCode>> places) {
        this.units = List.copyOf(units);
        this.places = places;
    }

    /// The words by which people say that there is nothing, in small letters.
    public static Set<String> wordsForNothing() {
        return NOTHING;
    }

    public ReadValue read(Field field, String written) {
        var text = CellText.clean(written);
        var word = text.toLowerCase(Locale.ROOT);
        if (CellText.isNothing(text)) {
            return new ReadValue.Nothing();
        }
        return switch (field.type()) {
            case YES_NO -> yesNo(word);
            case CODE, CODES -> codes(field, text);
            default -> NOTHING.contains(word) ? new ReadValue.Nothing() : plain(field, text);
        };
    }

    private ReadValue plain(Field field, String text) {
        return switch (field.type()) {
            case NUMBER -> number(field, text);
            case INTEGER -> integer(number(field, text));
            case YEAR -> year(text);
            case DATE ->
                Dates.of(text)
                        .<ReadValue>map(ReadValue.Value::new)
                        .orElseGet(() -> new ReadValue.Unreadable("registers.read.no-date", text));
            case PLACE ->
                places.apply(text)
                        .<ReadValue>map(ReadValue.Value::new)
                        .orElseGet(() -> new ReadValue.Unreadable("registers.read.no-place", text));
            case LINK -> link(text);
            default -> new ReadValue.Value(text);
        };
    }

    private ReadValue number(Field field, String text) {
        var plain = CellText.number(text);
        if (plain.isPresent()) {
            return new ReadValue.Value(plain.get());
        }
        var parts = WITH_UNIT.matcher(CellText.latinDigits(CellText.oneLine(text)));
        var number = parts.matches() ? CellText.number(parts.group(1)) : Optional.<BigDecimal>empty();
        if (number.isEmpty()) {
            return new ReadValue.Unreadable("registers.read.no-number", text);
        }
        var written = parts.group(2).strip();
        if (NUMERAL.matcher(written).lookingAt()) {
            return new ReadValue.Unreadable("registers.read.no-number", text);
        }
        if (field.unit().isEmpty()) {
            return new ReadValue.Unreadable("registers.read.no-unit", written);
        }
        var wanted = field.unit().get();
        var found = units.stream().filter(unit -> isWritten(unit, written)).toList();
        var unit = found.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> found.stream()
                        .filter(other -> other.dimension().equals(wanted.dimension()))
                        .findFirst());
        if (unit.isEmpty()) {
            return new ReadValue.Unreadable("registers.read.other-unit", written, wanted.symbol());
        }
        if (unit.get().equals(wanted)) {
            return new ReadValue.Value(number.get());
        }
        var converted = number.get()
                .multiply(unit.get().factor())
                .divide(wanted.factor(), SCALE, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        var shown = new BigDecimal(converted.toPlainString());
        return new ReadValue.Value(
                shown,
                Optional.of(Message.of("registers.read.converted", text, shown.toPlainString(), wanted.symbol())));
    }

    private static boolean isWritten(Unit unit, String written) {
        var bare = bare(written);
        return bare(unit.code()).equals(bare)
                || unit.symbol().texts().values().stream()
                        .anyMatch(symbol -> bare(symbol).equals(bare))
                || unit.spellings().stream().anyMatch(spelling -> bare(spelling).equals(bare));
    }

    private static ReadValue integer(ReadValue read) {
        if (!(read instanceof ReadValue.Value(BigDecimal number, var note))) {
            return read;
        }
        try {
            return new ReadValue.Value(number.longValueExact(), note);
        } catch (ArithmeticException _) {
            return new ReadValue.Unreadable("registers.read.no-whole", number.toPlainString());
        }
    }

    private static ReadValue year(String text) {
        return commonYear(text)
                .<ReadValue>map(ReadValue.Value::new)
                .orElseGet(() -> new ReadValue.Unreadable("registers.read.no-year", text));
    }

    /// The year of the common era that a text names, in either.
    static Optional<Integer> commonYear(String text) {
        var parts = YEAR.matcher(CellText.latinDigits(CellText.oneLine(text)).toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(parts.group(2));
        var era = parts.group(1) == null ? "" : parts.group(1).replace(".", "");
        var buddhist = era.equals("พศ") || era.equals("be") || (era.isEmpty() && year >= FIRST_BUDDHIST);
        return Optional.of(buddhist ? year - FiscalYear.OFFSET : year);
    }

    private static ReadValue link(String text) {
        try {
            var link = URI.create(text.strip());
            var web = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
            if (web && link.getHost() != null) {
                return new ReadValue.Value(link.toString());
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        return new ReadValue.Unreadable("registers.read.no-link", text);
    }

    private static ReadValue yesNo(String word) {
        if (YES.contains(word)) {
            return new ReadValue.Value(true);
        }
        return NO.contains(word) ? new ReadValue.Value(false) : new ReadValue.Unreadable("registers.read.no-yes", word);
    }

    private static ReadValue codes(Field field, String text) {
        var list = field.codes().orElseThrow();
        var found = new LinkedHashSet<String>();
        for (var part : parts(list, text)) {
            var codes = range(list, part);
            if (codes.isEmpty()) {
                var nothing = NOTHING.contains(text.toLowerCase(Locale.ROOT));
                return nothing
                        ? new ReadValue.Nothing()
                        : new ReadValue.Unreadable("registers.read.no-code", part, list.title());
            }
            found.addAll(codes);
        }
        return switch (field.type()) {
            case CODES ->
                new ReadValue.Value(list.values().stream()
                        .map(CodeList.Value::code)
                        .filter(found::contains)
                        .toList());
            default ->
                found.size() == 1
                        ? new ReadValue.Value(found.getFirst())
                        : new ReadValue.Unreadable("registers.read.several", text);
        };
    }

    /// What a text names; with blanks between, as ODK and Kobo write several, where each word is one of the list.
    private static List<String> parts(CodeList list, String text) {
        var words = List.of(text.strip().split("\\s+"));
        return words.size() > 1
                        && named(list, text).isEmpty()
                        && words.stream().noneMatch(word -> named(list, word).isEmpty())
                ? words
                : List.of(PARTS.split(text));
    }

    /// The codes of a word, or all from one to another where the list is a ladder.
    private static List<String> range(CodeList list, String part) {
        var whole = named(list, part);
        if (!whole.isEmpty() || !list.ordered()) {
            return whole;
        }
        var ends = RANGE.split(part);
        if (ends.length != 2) {
            return List.of();
        }
        var from = named(list, ends[0]);
        var to = named(list, ends[1]);
        var order = list.values().stream().map(CodeList.Value::code).toList();
        var first = from.stream().mapToInt(order::indexOf).min().orElse(0);
        var last = to.stream().mapToInt(order::indexOf).max().orElse(-1);
        return from.isEmpty() || to.isEmpty() || last < first ? List.of() : order.subList(first, last + 1);
    }

    private static List<String> named(CodeList list, String words) {
        var bare = bare(words);
        for (var value : list.values()) {
            var names = new ArrayList<>(value.aliases());
            names.add(value.code());
            names.addAll(value.label().texts().values());
            if (names.stream().anyMatch(name -> bare(name).equals(bare))) {
                return List.of(value.code());
            }
        }
        return list.combinations().entrySet().stream()
                .filter(each -> bare(each.getKey()).equals(bare))
                .findFirst()
                .map(java.util.Map.Entry::getValue)
                .orElse(List.of());
    }

    private static String bare(String text) {
        return CellText.latinDigits(CellText.oneLine(text))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.]+", "");
    }
}
