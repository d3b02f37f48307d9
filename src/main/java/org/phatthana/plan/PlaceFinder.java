package org.phatthana.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.values.PlaceCode;

/// Finds the tambon and amphoe that a Thai text names: `ต.วังทอง`, `ตำบลวังทอง อำเภอวังทอง`. Only names behind such
/// a word count; a name that several places share is not guessed.
final class PlaceFinder {

    private static final Pattern MARK = Pattern.compile("(ตำบล|ตําบล|ต\\.|อำเภอ|อําเภอ|อ\\.)\\s*");
    private static final int NEAR = 60;

    private final Map<String, List<PlaceCode>> tambon = new LinkedHashMap<>();
    private final Map<String, PlaceCode> amphoe = new LinkedHashMap<>();
    private final int longest;

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
        longest = names.values().stream().mapToInt(String::length).max().orElse(0);
    }

    /// The places that a text names, each once, in the order in which it names them.
    List<Found> in(String text) {
        if (text.indexOf("ต") < 0 && text.indexOf("อ") < 0) {
            return List.of();
        }
        var line = CellText.oneLine(text);
        var found = new LinkedHashMap<PlaceCode, Found>();
        var marks = MARK.matcher(line);
        while (marks.find()) {
            var rest = line.substring(marks.end(), Math.min(line.length(), marks.end() + longest + NEAR));
            if (marks.group(1).startsWith("ต")) {
                tambon(rest, marks.group())
                        .forEach(place ->
                                found.merge(place.place(), place, (old, other) -> old.certain() ? old : other));
            } else {
                longest(amphoe, rest).ifPresent(name -> {
                    var code = java.util.Objects.requireNonNull(amphoe.get(name));
                    found.putIfAbsent(code, new Found(code, true, marks.group() + name));
                });
            }
        }
        // An amphoe that only says where a tambon lies is no place of its own.
        return found.values().stream()
                .filter(place -> place.place().level() == PlaceCode.Level.TAMBON
                        || found.keySet().stream()
                                .noneMatch(other -> !other.equals(place.place()) && other.isWithin(place.place())))
                .toList();
    }

    private List<Found> tambon(String rest, String mark) {
        var name = longest(tambon, rest);
        if (name.isEmpty()) {
            return List.of();
        }
        var candidates = java.util.Objects.requireNonNull(tambon.get(name.get()));
        var words = mark + name.get();
        if (candidates.size() == 1) {
            return List.of(new Found(candidates.getFirst(), true, words));
        }
        var behind = rest.substring(name.get().length());
        var marks = MARK.matcher(behind);
        while (marks.find() && marks.start() < NEAR) {
            if (marks.group(1).startsWith("อ")) {
                var district = longest(amphoe, behind.substring(marks.end())).map(amphoe::get);
                var inside = candidates.stream()
                        .filter(code -> district.filter(code::isWithin).isPresent())
                        .toList();
                if (inside.size() == 1) {
                    return List.of(new Found(inside.getFirst(), true, words));
                }
                break;
            }
        }
        return candidates.stream().map(code -> new Found(code, false, words)).toList();
    }

    private static Optional<String> longest(Map<String, ?> names, String text) {
        return names.keySet().stream().filter(text::startsWith).max(Comparator.comparingInt(String::length));
    }
}
