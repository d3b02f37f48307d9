package org.phatthana.plan.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.phatthana.plan.Outline;

/// What stands in one section of a form: the projects of a programme under a strategy.
public record Group(String strategy, String programme, List<Part> parts) {

    public Group {
        parts = List.copyOf(parts);
    }

    /// The projects under one tactic, told one after the other.
    public record Part(String tactic, Told projects) {}

    /// Projects that are read as they are told, and again if they are told again.
    @FunctionalInterface
    public interface Told {
        void tell(Consumer<Entry> out);
    }

    /// The sections of a plan by what stands under its headings.
    ///
    /// @param projects tells the projects under a heading
    public static List<Group> of(List<Outline.Section> sections, Function<Outline.Section, Told> projects) {
        return by(sections, Outline.Section::strategy, Outline.Section::tactic, Outline.Section::programme).stream()
                .map(group -> new Group(
                        group.strategy(),
                        group.programme(),
                        group.tactics().entrySet().stream()
                                .map(part -> new Part(
                                        part.getKey(),
                                        out -> part.getValue()
                                                .forEach(section ->
                                                        projects.apply(section).tell(out))))
                                .toList()))
                .toList();
    }

    /// Puts what stands under headings together by strategy and programme, in the order in which each first
    /// appears. What stands under no tactic comes first in its group: it would else seem to stand under the one
    /// above.
    static <T> List<Of<T>> by(
            List<T> all, Function<T, String> strategy, Function<T, String> tactic, Function<T, String> programme) {
        var groups = new LinkedHashMap<String, LinkedHashMap<String, LinkedHashMap<String, List<T>>>>();
        all.forEach(one -> groups.computeIfAbsent(strategy.apply(one), _ -> new LinkedHashMap<>())
                .computeIfAbsent(programme.apply(one), _ -> new LinkedHashMap<>())
                .computeIfAbsent(tactic.apply(one), _ -> new ArrayList<>())
                .add(one));
        var sorted = new ArrayList<Of<T>>();
        groups.forEach((name, programmes) -> programmes.forEach((of, tactics) -> {
            var parts = new LinkedHashMap<String, List<T>>();
            if (tactics.containsKey("")) {
                parts.put("", tactics.get(""));
            }
            parts.putAll(tactics);
            sorted.add(new Of<>(name, of, parts));
        }));
        return sorted;
    }

    /// Anything by strategy, programme and tactic.
    record Of<T>(String strategy, String programme, LinkedHashMap<String, List<T>> tactics) {}
}
