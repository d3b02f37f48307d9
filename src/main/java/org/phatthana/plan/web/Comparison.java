package org.phatthana.plan.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.phatthana.plan.Breakdowns;
import org.phatthana.plan.PartNames;
import org.phatthana.plan.ProjectSums;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// Two plans, or one at two times, side by side in the parts of one dimension.
///
/// @param rows the parts
/// @param total all of them; each project once
public record Comparison(Breakdowns.By by, List<Row> rows, Row total) {

    private static final ProjectSums NONE = new ProjectSums(0, Map.of());

    /// A part, or the whole.
    public record Row(String key, Localized name, ProjectSums left, ProjectSums right) {

        public long moreProjects() {
            return right.projects() - left.projects();
        }

        public Money more() {
            return right.money().minus(left.money());
        }
    }

    public Comparison {
        rows = List.copyOf(rows);
    }

    static Comparison of(
            Breakdowns.By by,
            Map<String, ProjectSums> left,
            Map<String, ProjectSums> right,
            ProjectSums leftTotal,
            ProjectSums rightTotal,
            PartNames names) {
        var keys = new TreeSet<String>(
                Comparator.comparingInt((String key) -> names.place(by, key)).thenComparing(Comparator.naturalOrder()));
        keys.addAll(left.keySet());
        keys.addAll(right.keySet());
        var rows = new ArrayList<Row>();
        for (var key : keys) {
            rows.add(new Row(key, names.of(by, key), left.getOrDefault(key, NONE), right.getOrDefault(key, NONE)));
        }
        return new Comparison(by, rows, new Row("", names.total(), leftTotal, rightTotal));
    }

    /// The largest amount of one part, which bars are measured by.
    public Money most() {
        return rows.stream()
                .flatMap(row -> java.util.stream.Stream.of(
                        row.left().money(), row.right().money()))
                .max(Comparator.naturalOrder())
                .orElse(Money.ZERO);
    }

    /// The mission whose colour a part has, or nothing.
    public boolean isMission() {
        return by == Breakdowns.By.MISSION;
    }
}
