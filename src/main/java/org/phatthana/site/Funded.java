package org.phatthana.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.plan.Breakdowns;
import org.phatthana.plan.PartNames;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Promises;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// What is planned beside what was given: by the plan's own columns of ordinances for each project, and by the
/// budget ordinances for whole programmes. What is not known is never zero.
@Component
public class Funded {

    /// A year or a part of the plan.
    ///
    /// @param line planned and given by the plan's own columns
    /// @param ordinance what the budget ordinance gave in all; nothing where there is none
    public record Row(String key, Localized name, Promises.Line line, Optional<Money> ordinance) {}

    private static final Promises.Line NOTHING =
            new Promises.Line("", "", new FiscalYear(FiscalYear.FIRST), 0, Money.ZERO, 0, Money.ZERO, 0, Money.ZERO);

    private final Promises promises;
    private final Ordinances ordinances;
    private final Breakdowns breakdowns;
    private final PartNames names;
    private final Strategy strategy;

    Funded(Promises promises, Ordinances ordinances, Breakdowns breakdowns, PartNames names, Strategy strategy) {
        this.promises = promises;
        this.ordinances = ordinances;
        this.breakdowns = breakdowns;
        this.names = names;
        this.strategy = strategy;
    }

    /// The last year of a plan whose budget is decided, as far as anything is known of it.
    Optional<FiscalYear> decidedThrough(PlanOverview plan) {
        var ofOrdinances = ordinances.years().stream().filter(plan.years()::contains);
        return Stream.concat(promises.newestKnown(plan.standing()).stream(), ofOrdinances)
                .max(Comparator.naturalOrder());
    }

    /// The years of a plan, each with its money.
    List<Row> years(PlanOverview plan) {
        var lines = summed(promises.lines(plan.standing()), Promises.Line::year);
        return plan.years().stream()
                .map(year -> new Row(
                        year.toString(),
                        names.of(Breakdowns.By.YEAR, year.toString()),
                        lines.getOrDefault(year, NOTHING),
                        ordinance(year).map(Ordinance::total)))
                .toList();
    }

    /// The missions or programmes of a plan in a year. A programme that only the ordinance has stands there too.
    List<Row> parts(PlanOverview plan, FiscalYear year, Breakdowns.By by) {
        var ofYear = promises.lines(plan.standing()).stream()
                .filter(line -> line.year().equals(year))
                .toList();
        var lines = new LinkedHashMap<String, Promises.Line>(summed(ofYear, line -> key(line, by)));
        var given = by == Breakdowns.By.PROGRAMME ? given(year) : Map.<String, Money>of();
        given.keySet().forEach(key -> lines.putIfAbsent(key, NOTHING));
        return lines.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Promises.Line> line) -> names.place(by, line.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(line -> new Row(
                        line.getKey(),
                        names.of(by, line.getKey()),
                        line.getValue(),
                        Optional.ofNullable(given.get(line.getKey()))))
                .toList();
    }

    /// The sum of rows.
    public static Promises.Line sum(List<Row> rows) {
        return rows.stream().map(Row::line).reduce(Promises.Line::plus).orElse(NOTHING);
    }

    private String key(Promises.Line line, Breakdowns.By by) {
        return by == Breakdowns.By.PROGRAMME
                ? breakdowns.programme(line.programme())
                : strategy.goal(line.goal()).map(goal -> goal.mission()).orElse("");
    }

    private Map<String, Money> given(FiscalYear year) {
        var given = new LinkedHashMap<String, Money>();
        ordinance(year)
                .map(Ordinance::programmes)
                .orElse(List.of())
                .forEach(programme ->
                        given.merge(breakdowns.programme(programme.name()), programme.amount(), Money::plus));
        return given;
    }

    Optional<Ordinance> ordinance(FiscalYear year) {
        return ordinances.of(year).map(StoredOrdinance::ordinance);
    }

    private static <K> Map<K, Promises.Line> summed(List<Promises.Line> lines, Function<Promises.Line, K> key) {
        var grouped = new LinkedHashMap<K, List<Promises.Line>>();
        lines.forEach(line ->
                grouped.computeIfAbsent(key.apply(line), _ -> new ArrayList<>()).add(line));
        var sums = new LinkedHashMap<K, Promises.Line>();
        grouped.forEach((group, parts) ->
                sums.put(group, parts.stream().reduce(Promises.Line::plus).orElse(NOTHING)));
        return sums;
    }
}
