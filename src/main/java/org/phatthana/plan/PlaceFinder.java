package org.phatthana.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.PlaceCode;

/// Finds the tambon and amphoe that a Thai text names: `ต.วังทอง`, `ตำบลวังทอง อำเภอวังทอง`. Only names behind such
/// a word count; a name that several places share is not guessed.
final class PlaceFinder {

    private static final List<String> BEHIND_TAMBON = List.of(".", "ำบล", "ําบล");
    private static final List<String> BEHIND_AMPHOE = List.of(".", "ำเภอ", "ําเภอ");
    private static final int NEAR = 60;

    private final Map<String, List<PlaceCode>> tambon = new HashMap<>();
    private final Map<String, PlaceCode> amphoe = new HashMap<>();
    private final Map<Character, List<String>> tambonNames;
    private final Map<Character, List<String>> amphoeNames;

    /// A place that a text names.
    ///
    /// @param certain whether the text names this one and no other
    /// @param text the words that named it
    record Found(PlaceCode place, boolean certain, String text) {}

    /// A finder for the places of a province.
    ///
    /// @param names the Thai name of every amphoe and tambon
    PlaceFinder(Map<PlaceCode, String> names) {
        names.forEach((code, name) -> {
            var bare = name.replaceFirst("^(ตำบล|อำเภอ)", "").strip();
            if (code.level() == PlaceCode.Level.TAMBON) {
                tambon.computeIfAbsent(bare, _ -> new ArrayList<>()).add(code);
            } else if (code.level() == PlaceCode.Level.AMPHOE) {
                amphoe.put(bare, code);
                if (bare.startsWith("เมือง")) {
                    amphoe.putIfAbsent("เมือง", code);
                }
            }
        });
        tambonNames = byFirstLetter(tambon.keySet());
        amphoeNames = byFirstLetter(amphoe.keySet());
    }

    /// The places that a text names, each once, in the order in which it names them.
    List<Found> in(String text) {
        var line = text.replace('\n', ' ');
        var found = new LinkedHashMap<PlaceCode, Found>();
        for (var mark = Mark.from(line, 0); mark != null; mark = Mark.from(line, mark.end())) {
            if (mark.tambon()) {
                for (var place : tambon(line, mark)) {
                    found.merge(place.place(), place, (old, other) -> old.certain() ? old : other);
                }
            } else {
                var name = longest(amphoeNames, line, mark.end());
                if (name.isPresent()) {
                    var code = Objects.requireNonNull(amphoe.get(name.get()));
                    var words =
                            line.substring(mark.start(), mark.end() + name.get().length());
                    found.putIfAbsent(code, new Found(code, true, words));
                }
            }
        }
        return found.size() <= 1 ? List.copyOf(found.values()) : withoutWhere(found);
    }

    /// An amphoe that only says where a tambon lies is no place of its own.
    private static List<Found> withoutWhere(Map<PlaceCode, Found> found) {
        return found.values().stream()
                .filter(place -> place.place().level() == PlaceCode.Level.TAMBON
                        || found.keySet().stream()
                                .noneMatch(other -> !other.equals(place.place()) && other.isWithin(place.place())))
                .toList();
    }

    private List<Found> tambon(String line, Mark mark) {
        var name = longest(tambonNames, line, mark.end());
        if (name.isEmpty()) {
            return List.of();
        }
        var candidates = Objects.requireNonNull(tambon.get(name.get()));
        var end = mark.end() + name.get().length();
        var words = line.substring(mark.start(), end);
        if (candidates.size() == 1) {
            return List.of(new Found(candidates.getFirst(), true, words));
        }
        var next = Mark.from(line, end);
        while (next != null && next.tambon()) {
            next = Mark.from(line, next.end());
        }
        if (next != null && next.start() < end + NEAR) {
            var district = longest(amphoeNames, line, next.end()).map(amphoe::get);
            var inside = candidates.stream()
                    .filter(code -> district.filter(code::isWithin).isPresent())
                    .toList();
            if (inside.size() == 1) {
                return List.of(new Found(inside.getFirst(), true, words));
            }
        }
        return candidates.stream().map(code -> new Found(code, false, words)).toList();
    }

    /// Names by their first letter, longer ones first, so that a text is compared with few of them.
    private static Map<Character, List<String>> byFirstLetter(Set<String> names) {
        return names.stream()
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.groupingBy(name -> name.charAt(0)));
    }

    /// The longest name that stands at a place in a text.
    private static Optional<String> longest(Map<Character, List<String>> names, String text, int at) {
        if (at < text.length()) {
            for (var name : names.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(name, at)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /// A word that says that the name of a place follows. Nearly no letter of a text begins one, so that texts are
    /// gone through by hand: a pattern took a tenth of the time of taking in a plan.
    ///
    /// @param start where it begins
    /// @param end where the name begins
    /// @param tambon whether of a tambon, else of an amphoe
    private record Mark(int start, int end, boolean tambon) {

        /// The first in a text from a place on.
        static @Nullable Mark from(String line, int from) {
            for (var at = from; at < line.length(); at++) {
                var letter = line.charAt(at);
                if (letter == 'ต' || letter == 'อ') {
                    var end = end(line, at + 1, letter == 'ต' ? BEHIND_TAMBON : BEHIND_AMPHOE);
                    if (end >= 0) {
                        return new Mark(at, end, letter == 'ต');
                    }
                }
            }
            return null;
        }

        private static int end(String line, int at, List<String> rests) {
            for (var rest : rests) {
                if (line.startsWith(rest, at)) {
                    var end = at + rest.length();
                    while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
                        end++;
                    }
                    return end;
                }
            }
            return -1;
        }
    }
}
