package org.phatthana.plan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectSums;

/// Form ผ.01: strategies with their programmes, and equipment apart from them.
public final class Summary {

    /// A strategy with its programmes and their sum; or equipment with its programmes, whatever their strategies.
    public record Part(String strategy, boolean equipment, List<Plans.SummaryLine> lines, ProjectSums sums) {}

    private record Key(String strategy, boolean equipment) {}

    private Summary() {}

    public static List<Part> parts(List<Plans.SummaryLine> lines) {
        var byStrategy = new LinkedHashMap<Key, List<Plans.SummaryLine>>();
        lines.forEach(line -> byStrategy
                .computeIfAbsent(
                        new Key(line.equipment() ? "" : line.strategy(), line.equipment()), _ -> new ArrayList<>())
                .add(line));
        return byStrategy.entrySet().stream()
                .map(part -> new Part(
                        part.getKey().strategy(), part.getKey().equipment(), part.getValue(), sum(part.getValue())))
                .toList();
    }

    static ProjectSums sum(List<Plans.SummaryLine> lines) {
        return ProjectSums.sum(lines.stream().map(Plans.SummaryLine::sums).toList());
    }

    /// The sum of projects (ผ.02), without equipment.
    public static ProjectSums total(List<Part> parts) {
        return whole(parts.stream().filter(part -> !part.equipment()).toList());
    }

    public static boolean hasEquipment(List<Part> parts) {
        return parts.stream().anyMatch(Part::equipment);
    }

    /// The sum of everything.
    public static ProjectSums whole(List<Part> parts) {
        return sum(parts.stream().flatMap(part -> part.lines().stream()).toList());
    }
}
