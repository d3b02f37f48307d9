package org.phatthana.plan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectSums;

/// Form ผ.01: strategies with their programmes.
public final class Summary {

    /// A strategy with its programmes and their sum.
    public record Part(String strategy, List<Plans.SummaryLine> lines, ProjectSums sums) {}

    private Summary() {}

    public static List<Part> parts(List<Plans.SummaryLine> lines) {
        var byStrategy = new LinkedHashMap<String, List<Plans.SummaryLine>>();
        lines.forEach(line -> byStrategy
                .computeIfAbsent(line.strategy(), _ -> new ArrayList<>())
                .add(line));
        return byStrategy.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue(), sum(part.getValue())))
                .toList();
    }

    static ProjectSums sum(List<Plans.SummaryLine> lines) {
        return ProjectSums.sum(lines.stream().map(Plans.SummaryLine::sums).toList());
    }

    public static ProjectSums total(List<Part> parts) {
        return sum(parts.stream().flatMap(part -> part.lines().stream()).toList());
    }
}
