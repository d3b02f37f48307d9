package org.phatthana.plan.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What differs between two versions of a project.
///
/// @param texts the texts that changed, in the order of the form
/// @param money the years whose money changed, in order; none where no year did
/// @param others what else changed, as the names of its fields: `places`, `powers`, `geometry`, `sources`
public record ProjectChange(List<Text> texts, List<Year> money, List<String> others) {

    /// A text that changed.
    ///
    /// @param field its name, as [ProjectContent] has it
    public record Text(String field, Words.Difference difference) {}

    /// A year's money.
    public record Year(FiscalYear year, Money before, Money after) {

        public Money difference() {
            return after.minus(before);
        }

        public boolean isChanged() {
            return !before.equals(after);
        }
    }

    public ProjectChange {
        texts = List.copyOf(texts);
        money = List.copyOf(money);
        others = List.copyOf(others);
    }

    public boolean isEmpty() {
        return texts.isEmpty() && money.isEmpty() && others.isEmpty();
    }

    public Money before() {
        return Money.sum(money.stream().map(Year::before).toList());
    }

    public Money after() {
        return Money.sum(money.stream().map(Year::after).toList());
    }

    /// How a version became the next one.
    public static ProjectChange between(PlanProject before, PlanProject after) {
        var older = before.content();
        var newer = after.content();
        var oldTexts = texts(older);
        var texts = new ArrayList<Text>();
        texts(newer).forEach((field, text) -> {
            var old = Optional.ofNullable(oldTexts.get(field)).orElse("");
            if (!old.equals(text)) {
                texts.add(new Text(field, Words.between(old, text)));
            }
        });
        var others = new ArrayList<String>();
        if (!older.places().equals(newer.places())) {
            others.add("places");
        }
        if (!older.powers().equals(newer.powers())) {
            others.add("powers");
        }
        if (!older.geometry().equals(newer.geometry())) {
            others.add("geometry");
        }
        var money = money(before, after);
        if (money.isEmpty() && newer.differences(older).contains("money")) {
            others.add("sources");
        }
        return new ProjectChange(texts, money, others);
    }

    private static List<Year> money(PlanProject before, PlanProject after) {
        var years = new TreeSet<FiscalYear>(before.amounts().keySet());
        years.addAll(after.amounts().keySet());
        var money = years.stream()
                .map(year -> new Year(year, before.amount(year), after.amount(year)))
                .toList();
        return money.stream().anyMatch(Year::isChanged) ? money : List.of();
    }

    private static Map<String, String> texts(ProjectContent content) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("form", content.form().thai());
        texts.put("strategy", content.strategy());
        texts.put("tactic", content.tactic());
        texts.put("programme", content.programme());
        texts.put("name", content.name().thai());
        texts.put("objective", content.objective());
        texts.put("target", content.target().thai());
        texts.put("kpi", content.kpi().thai());
        texts.put("result", content.result());
        texts.put("department", content.department());
        texts.put("category", content.category());
        texts.put("kind", content.kind());
        texts.put("goal", content.goal());
        texts.put("remark", content.remark());
        return texts;
    }
}
