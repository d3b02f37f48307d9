package org.phatthana.site.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// The years on whose budgets money can be moved in thought: as their books stand, or as their ordinances give
/// before the books are open.
@Component
class Grounds {

    private final Ledger ledger;
    private final Ordinances ordinances;
    private final Plans plans;
    private final Strategy strategy;

    Grounds(Ledger ledger, Ordinances ordinances, Plans plans, Strategy strategy) {
        this.ledger = ledger;
        this.ordinances = ordinances;
        this.plans = plans;
        this.strategy = strategy;
    }

    /// A year's ground.
    ///
    /// @param ends the ends of moves, which may name projects
    /// @return empty if the year has neither books nor an ordinance with lines
    Optional<Ground> of(FiscalYear year, Collection<String> ends) {
        var books = books(year);
        if (!books.isEmpty()) {
            var sample = books.keySet().stream().allMatch(BookLine::sample);
            var projects = projects(
                    year, books.keySet().stream().map(BookLine::project).collect(Collectors.toSet()), ends);
            var lines = books.entrySet().stream()
                    .map(book -> line(book.getKey(), book.getValue(), projects))
                    .toList();
            return Optional.of(ground(year, Ground.Basis.BOOKS, lines, projects, sample));
        }
        return ordinances
                .of(year)
                .map(StoredOrdinance::ordinance)
                .filter(ordinance -> !ordinance.lines().isEmpty())
                .map(ordinance ->
                        ground(year, Ground.Basis.ORDINANCE, lines(ordinance), projects(year, Set.of(), ends), false));
    }

    /// Projects that the plan has money for in a year, most first.
    ///
    /// @param text words that must all stand in a project's name, target or department
    List<PlannedProject> wanted(FiscalYear year, String text, int limit) {
        return plan(year)
                .map(plan -> plans.projects(
                        new ProjectQuery(
                                plan.standing(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(year),
                                "",
                                "",
                                text,
                                ProjectQuery.Order.MONEY),
                        0,
                        limit))
                .orElse(List.of())
                .stream()
                .map(project -> planned(project, year))
                .toList();
    }

    /// The lines of the books; real ones only, where there are any.
    private Map<BookLine, Balances> books(FiscalYear year) {
        var all = ledger.lines(year);
        var real = all.keySet().stream().anyMatch(line -> !line.sample());
        var lines = new LinkedHashMap<BookLine, Balances>();
        all.forEach((line, balances) -> {
            if (!real || !line.sample()) {
                lines.put(line, balances);
            }
        });
        return lines;
    }

    private BudgetedLine line(BookLine line, Balances balances, Map<String, PlannedProject> projects) {
        var project = projects.get(line.project());
        return new BudgetedLine(
                line.id(),
                line.programme(),
                line.task(),
                line.type(),
                line.item(),
                line.project(),
                project != null ? project.goal() : suggested(line.programme(), line.item()),
                balances.authorised(),
                balances.left());
    }

    private List<BudgetedLine> lines(Ordinance ordinance) {
        var lines = new ArrayList<BudgetedLine>();
        for (var line : ordinance.lines()) {
            lines.add(new BudgetedLine(
                    "o" + (lines.size() + 1),
                    line.programme(),
                    line.task(),
                    line.type(),
                    "",
                    "",
                    suggested(line.programme(), line.task()),
                    line.amount(),
                    line.amount()));
        }
        return lines;
    }

    private String suggested(String programme, String words) {
        return strategy.classification()
                .suggestion(programme)
                .map(suggestion -> suggestion.goalFor(words))
                .orElse("");
    }

    private Ground ground(
            FiscalYear year,
            Ground.Basis basis,
            List<BudgetedLine> lines,
            Map<String, PlannedProject> projects,
            boolean sample) {
        var byId = new LinkedHashMap<String, BudgetedLine>();
        lines.forEach(line -> byId.put(line.id(), line));
        return new Ground(year, basis, byId, projects, promised(year), sample);
    }

    private Map<String, Money> promised(FiscalYear year) {
        var promised = new LinkedHashMap<String, Money>();
        plan(year)
                .ifPresent(plan -> plans.sumsByGoal(plan.standing())
                        .forEach((goal, sums) ->
                                promised.put(goal, sums.year(year).money())));
        return promised;
    }

    private Map<String, PlannedProject> projects(FiscalYear year, Set<String> ofLines, Collection<String> ends) {
        var ids = new HashSet<>(ofLines);
        ends.stream()
                .filter(end -> end.startsWith(Move.PROJECT))
                .map(end -> end.substring(Move.PROJECT.length()))
                .forEach(ids::add);
        return plans.projects(ids).stream()
                .map(project -> planned(project, year))
                .collect(Collectors.toMap(PlannedProject::id, Function.identity()));
    }

    /// The plan of a year: the one that pages show, if it has the year.
    private Optional<PlanOverview> plan(FiscalYear year) {
        return plans.shown()
                .filter(plan -> plan.years().contains(year))
                .or(() -> plans.all().stream()
                        .filter(plan -> plan.years().contains(year))
                        .findFirst());
    }

    private static PlannedProject planned(PlanProject project, FiscalYear year) {
        return new PlannedProject(
                project.id(),
                project.name(),
                project.goal(),
                project.target(),
                project.amount(year),
                project.places().stream()
                        .filter(PlanProject.Where::certain)
                        .map(PlanProject.Where::place)
                        .toList());
    }
}
