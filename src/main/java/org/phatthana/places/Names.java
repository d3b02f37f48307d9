package org.phatthana.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.PlaceCode;

/// Finds places by their names as people type them: Thai or English, with or without `ต.` and `อ.`, with spaces
/// anywhere, Thai digits, tone marks left out and other small mistakes; or by code.
final class Names {

    private static final int MAX_TEXT = 120;
    private static final Pattern PREFIX = Pattern.compile(
            "^(ตำบล|ต\\.|แขวง|tambon|t\\.|อำเภอ|อ\\.|เขต|amphoe|amphur|จังหวัด|จ\\.|changwat)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMPHOE =
            Pattern.compile("(?:^|\\s)(?:อำเภอ|อ\\.|amphoe|amphur)\\s*(.+?)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROVINCE =
            Pattern.compile("(?:^|\\s)(?:จังหวัด|จ\\.|changwat)\\s*\\S+\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]");

    private Names() {}

    /// The places that a text may mean, likeliest first; nothing for a text that is empty or too long.
    static List<Match> find(Collection<Place> places, String text) {
        var typed = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (typed.isEmpty() || typed.length() > MAX_TEXT) {
            return List.of();
        }
        var asCode = PlaceCode.parse(latinDigits(typed));
        if (asCode.isPresent()) {
            return places.stream()
                    .filter(place -> place.code().equals(asCode.get()))
                    .map(place -> new Match(place, 0))
                    .toList();
        }
        var province = PROVINCE.matcher(typed);
        if (province.find() && province.start() > 0) {
            typed = typed.substring(0, province.start());
        }
        var amphoe = AMPHOE.matcher(typed);
        if (amphoe.find() && amphoe.start() > 0) {
            return within(places, typed.substring(0, amphoe.start()), amphoe.group(1));
        }
        return byName(places, typed);
    }

    private static List<Match> within(Collection<Place> places, String name, String amphoe) {
        var all = places.stream()
                .filter(place -> place.level() == PlaceCode.Level.AMPHOE)
                .toList();
        var inside =
                byName(all, amphoe).stream().map(match -> match.place().code()).toList();
        var tambon = places.stream()
                .filter(place -> place.level() == PlaceCode.Level.TAMBON)
                .filter(place -> inside.stream().anyMatch(place.code()::isWithin))
                .toList();
        return byName(tambon, name);
    }

    private static List<Match> byName(Collection<Place> places, String typed) {
        var level = levelOf(typed);
        var bare = bare(typed);
        if (bare.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Match>();
        for (var place : places) {
            if (level == null || place.level() == level) {
                place.name().texts().values().stream()
                        .map(name -> distance(bare(name), bare))
                        .flatMap(Optional::stream)
                        .min(Integer::compare)
                        .ifPresent(distance -> found.add(new Match(place, distance)));
            }
        }
        found.sort(null);
        return found;
    }

    private static PlaceCode.@Nullable Level levelOf(String typed) {
        var prefix = PREFIX.matcher(typed);
        if (!prefix.find()) {
            return null;
        }
        return switch (prefix.group(1).toLowerCase(Locale.ROOT)) {
            case "อำเภอ", "อ.", "เขต", "amphoe", "amphur" -> PlaceCode.Level.AMPHOE;
            case "จังหวัด", "จ.", "changwat" -> PlaceCode.Level.PROVINCE;
            default -> PlaceCode.Level.TAMBON;
        };
    }

    /// The letters of a name without its level, in small letters, without spaces and signs.
    static String bare(String text) {
        var name = PREFIX.matcher(text.strip()).replaceFirst("");
        var letters = NOT_LETTERS
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll("");
        return latinDigits(letters).toLowerCase(Locale.ROOT);
    }

    private static String latinDigits(String text) {
        return text.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Optional<Integer> distance(String name, String typed) {
        if (name.equals(typed)) {
            return Optional.of(0);
        }
        if (typed.length() >= 2 && name.contains(typed)) {
            return Optional.of(1);
        }
        var mistakes = mistakes(name, typed);
        var allowed = Math.max(typed.length() >= 4 ? 1 : 0, typed.length() / 4);
        return mistakes <= allowed ? Optional.of(1 + mistakes) : Optional.empty();
    }

    /// How many letters must be put in, taken out, changed or swapped with the next one (optimal string alignment).
    static int mistakes(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                var least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, rows[i - 2][j - 2] + 1);
                }
                rows[i][j] = least;
            }
        }
        return rows[a.length()][b.length()];
    }
}
