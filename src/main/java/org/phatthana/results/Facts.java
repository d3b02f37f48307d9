package org.phatthana.results;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.phatthana.budget.Ordinances;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlannedYears;
import org.phatthana.plan.Plans;
import org.phatthana.plan.operation.Activity;
import org.phatthana.plan.operation.Announcing;
import org.phatthana.plan.operation.Operation;
import org.phatthana.plan.operation.Operations;
import org.phatthana.results.Fact.Kind;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// Works out what the program knows of a plan's fiscal year: of its projects with money in the year (equipment
/// apart), of its editions, its operation plan and the budget ordinance.
@Component
class Facts {

    /// The facts that templates can show.
    static final Set<String> NAMES = Set.of(
            "projects-planned",
            "with-objective",
            "with-target",
            "with-kpi",
            "with-expected-result",
            "with-department",
            "with-place",
            "by-strategy",
            "by-programme",
            "by-goal",
            "projects-funded",
            "money-funded",
            "ordinance-total",
            "editions-of-year",
            "operation-plan-announced-on-time",
            "projects-in-operation-plan",
            "money-in-operation-plan");

    private final Plans plans;
    private final PlannedYears years;
    private final Editions editions;
    private final Operations operations;
    private final Ordinances ordinances;
    private final Strategy strategy;
    private final StatutoryClock duties;
    private final Clock clock;

    Facts(
            Plans plans,
            PlannedYears years,
            Editions editions,
            Operations operations,
            Ordinances ordinances,
            Strategy strategy,
            StatutoryClock duties,
            Clock clock) {
        this.plans = plans;
        this.years = years;
        this.editions = editions;
        this.operations = operations;
        this.ordinances = ordinances;
        this.strategy = strategy;
        this.duties = duties;
        this.clock = clock;
    }

    /// What is known of a year at its end, or today while it runs. Of a plan that the program got to know only
    /// later, it is as it stands today.
    Known of(String plan, FiscalYear year) {
        var today = Thailand.date(clock.instant());
        var end = year.lastDay().isBefore(today) ? year.lastDay() : today;
        var stood = plans.find(plan, end);
        var on = stood.isPresent() ? end : today;
        return stood.or(() -> plans.find(plan, today))
                .map(found -> new Known(on, facts(found, year, on)))
                .orElseGet(() -> new Known(on, List.of()));
    }

    private List<Fact> facts(PlanOverview plan, FiscalYear year, LocalDate on) {
        var facts = new ArrayList<Fact>();
        var planned = years.of(plan.standing(), year);
        projects(plan, year, on, planned, facts);
        headings(plan, year, on, planned, facts);
        money(plan, year, planned, facts);
        facts.add(editionsOf(plan, year, on));
        operation(plan, year, on, planned, facts);
        return facts;
    }

    private static void projects(
            PlanOverview plan, FiscalYear year, LocalDate on, PlannedYears.PlannedYear planned, List<Fact> facts) {
        var list = "/plan?plan=%s&at=%s&year=%s".formatted(plan.id(), on, year);
        var count = planned.projects().size();
        facts.add(Fact.share("projects-planned", count, plan.projects(), list));
        facts.add(Fact.share("with-objective", planned.said().getOrDefault("objective", 0L), count, list));
        facts.add(Fact.share("with-target", planned.said().getOrDefault("target", 0L), count, list));
        facts.add(
                plan.issueFormat()
                        ? Fact.unknown("with-kpi", Kind.NUMBER, list)
                        : Fact.share("with-kpi", planned.said().getOrDefault("kpi", 0L), count, list));
        facts.add(Fact.share("with-expected-result", planned.said().getOrDefault("result", 0L), count, list));
        facts.add(Fact.share("with-department", planned.said().getOrDefault("department", 0L), count, list));
        facts.add(Fact.share("with-place", planned.placed(), count, list));
    }

    /// How many strategies, programmes and goals have a project in the year.
    private void headings(
            PlanOverview plan, FiscalYear year, LocalDate on, PlannedYears.PlannedYear planned, List<Fact> facts) {
        var summary = "/plan/summary?plan=%s&at=%s".formatted(plan.id(), on);
        var lines = plans.summary(plan.standing()).stream()
                .filter(line -> !line.equipment())
                .toList();
        facts.add(served("by-strategy", lines, Plans.SummaryLine::strategy, year, summary));
        facts.add(served("by-programme", lines, Plans.SummaryLine::programme, year, summary));
        var served = strategy.goals().stream()
                .filter(goal -> planned.goals().contains(goal.id()))
                .count();
        facts.add(Fact.share(
                "by-goal",
                served,
                strategy.goals().size(),
                "/plan?plan=%s&at=%s&year=%s&sort=goal".formatted(plan.id(), on, year)));
    }

    private static Fact served(
            String name,
            List<Plans.SummaryLine> lines,
            Function<Plans.SummaryLine, String> heading,
            FiscalYear year,
            String address) {
        var all = new HashSet<String>();
        var served = new HashSet<String>();
        for (var line : lines) {
            var title = heading.apply(line);
            if (!title.isBlank()) {
                all.add(title);
                if (line.sums().year(year).projects() > 0) {
                    served.add(title);
                }
            }
        }
        return Fact.share(name, served.size(), all.size(), address);
    }

    private void money(PlanOverview plan, FiscalYear year, PlannedYears.PlannedYear planned, List<Fact> facts) {
        var funded = "/plan/funded?plan=" + plan.id();
        var unknown = planned.projects().size() - planned.known();
        facts.add(Fact.share("projects-funded", Kind.NUMBER, planned.funded(), planned.known(), unknown, funded));
        facts.add(
                planned.known() == 0
                        ? Fact.unknown("money-funded", Kind.BAHT, funded)
                        : Fact.share(
                                "money-funded",
                                Kind.BAHT,
                                planned.given().satang(),
                                planned.plannedKnown().satang(),
                                0,
                                funded));
        facts.add(ordinances
                .of(year)
                .map(stored -> new Fact(
                        "ordinance-total",
                        Kind.BAHT,
                        Optional.of(stored.ordinance().total().satang()),
                        Optional.empty(),
                        0,
                        "/budget/" + year))
                .orElseGet(() -> Fact.unknown("ordinance-total", Kind.BAHT, "/budget")));
    }

    /// The editions that came into force in the year; of one whose day is only estimated it is not known.
    private Fact editionsOf(PlanOverview plan, FiscalYear year, LocalDate on) {
        var ofYear = editions.of(plan.id()).stream()
                .filter(edition -> edition.type() != Edition.Type.BASE)
                .filter(edition -> edition.day()
                        .filter(day -> FiscalYear.containing(day).equals(year) && !day.isAfter(on))
                        .isPresent())
                .toList();
        var estimated = ofYear.stream().filter(Edition::estimated).count();
        return new Fact(
                "editions-of-year",
                Kind.NUMBER,
                Optional.of(ofYear.size() - estimated),
                Optional.empty(),
                estimated,
                "/plan/" + plan.id() + "/editions");
    }

    private void operation(
            PlanOverview plan, FiscalYear year, LocalDate on, PlannedYears.PlannedYear planned, List<Fact> facts) {
        var operation = operations.find(year).filter(found -> found.plan().equals(plan.id()));
        var all = operation.map(_ -> operations.announced(year)).orElse(List.of());
        // Amendments come later than what was due.
        var announced = all.stream()
                .reduce((_, first) -> first)
                .flatMap(Operation::announcedAt)
                .map(Thailand::date);
        var address = announced.isPresent() ? "/plan/operations/" + year : "/plan/operations";
        facts.add(operation
                .flatMap(found -> duties.due(Announcing.ANNOUNCED, year, found.sample()))
                .filter(due -> announced.isPresent() || due.isBefore(on))
                .map(due -> Fact.answer(
                        "operation-plan-announced-on-time",
                        announced.filter(day -> !day.isAfter(due)).isPresent(),
                        address))
                .orElseGet(() -> Fact.unknown("operation-plan-announced-on-time", Kind.ANSWER, address)));
        if (announced.isEmpty()) {
            facts.add(Fact.unknown("projects-in-operation-plan", Kind.NUMBER, address));
            facts.add(Fact.unknown("money-in-operation-plan", Kind.BAHT, address));
            return;
        }
        var activities = operations.activities(all.getFirst()).stream()
                .filter(activity ->
                        activity.project().filter(planned.projects()::contains).isPresent())
                .toList();
        facts.add(Fact.share(
                "projects-in-operation-plan",
                activities.stream().map(Activity::project).distinct().count(),
                planned.projects().size(),
                address));
        var money = Money.sum(
                activities.stream().map(activity -> activity.content().budget()).toList());
        facts.add(Fact.share(
                "money-in-operation-plan",
                Kind.BAHT,
                money.satang(),
                planned.planned().satang(),
                0,
                address));
    }
}
