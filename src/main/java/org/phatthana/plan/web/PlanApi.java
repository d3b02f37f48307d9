package org.phatthana.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.ProjectSums;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Plans and projects for programs. Amounts are decimal strings in baht; years are of the Buddhist Era.
@RestController
class PlanApi {

    private static final int MOST = 500;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,9}-\\d{1,9})?");

    private final Plans plans;
    private final Strategy strategy;

    PlanApi(Plans plans, Strategy strategy) {
        this.plans = plans;
        this.strategy = strategy;
    }

    record PlanItem(
            String id,
            String name,
            int firstYear,
            int lastYear,
            String format,
            long projects,
            Map<String, String> amounts,
            String total,
            long equipment,
            Map<String, String> equipmentAmounts,
            String equipmentTotal,
            String currency,
            boolean sample,
            String source,
            Instant importedAt,
            String href) {}

    record PlaceItem(String code, boolean certain, String foundAs) {}

    record ProjectItem(
            String id,
            String plan,
            int edition,
            String form,
            boolean textKnown,
            String goal,
            String mission,
            String strategy,
            String tactic,
            String programme,
            Map<String, String> name,
            String objective,
            Map<String, String> target,
            Map<String, String> amounts,
            Map<String, String> ordinance,
            String total,
            String currency,
            Map<String, String> indicator,
            String expectedResult,
            String department,
            List<PlaceItem> places,
            String sourceSheet,
            int sourceRow,
            boolean sample,
            String href) {}

    record Items<T>(List<T> items, @Nullable String next) {}

    @Operation(summary = "All plans, real ones before sample ones, newest first")
    @GetMapping("/api/v1/plans")
    Items<PlanItem> plans() {
        return new Items<>(plans.all().stream().map(this::item).toList(), null);
    }

    @Operation(summary = "The projects of a plan in its own order, in pieces")
    @GetMapping("/api/v1/plans/{id}/projects")
    Items<ProjectItem> projects(
            @PathVariable String id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String q,
            @Parameter(description = "A day (ISO 8601): the plan as it stood then") @RequestParam(defaultValue = "")
                    String at) {
        var day = Filters.day(at);
        var plan = day.map(date -> plans.find(id, date))
                .orElseGet(() -> plans.find(id))
                .orElseThrow(PlanPages::notFound);
        if (limit < 1 || limit > MOST || !CURSOR.matcher(cursor).matches() || (day.isEmpty() && !at.isEmpty())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var query = new ProjectQuery(
                plan.standing(),
                goal.isEmpty() ? List.of() : List.of(goal),
                PlaceCode.parse(place),
                FiscalYear.isValid(year) ? Optional.of(new FiscalYear(year)) : Optional.empty(),
                "",
                "",
                q.length() > 200 ? q.substring(0, 200) : q,
                ProjectQuery.Order.PLAN);
        var after = cursor.isEmpty() ? new String[] {"-1", "-1"} : cursor.split("-");
        var found = plans.projectsAfter(query, Integer.parseInt(after[0]), Integer.parseInt(after[1]), limit + 1);
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit
                ? items.getLast().heading() + "-" + items.getLast().ordinal()
                : null;
        return new Items<>(items.stream().map(this::item).toList(), next);
    }

    @Operation(summary = "One project in its newest version")
    @GetMapping("/api/v1/projects/{id}")
    ProjectItem project(@PathVariable String id) {
        return plans.project(id).map(this::item).orElseThrow(PlanPages::notFound);
    }

    private PlanItem item(PlanOverview plan) {
        var lines = plans.summary(plan.standing());
        var sums = ProjectSums.sum(lines.stream()
                .filter(line -> !line.equipment())
                .map(Plans.SummaryLine::sums)
                .toList());
        var equipment = plans.equipment(plan.standing());
        return new PlanItem(
                plan.id(),
                plan.name(),
                plan.first().buddhistEra(),
                plan.last().buddhistEra(),
                plan.issueFormat() ? "issue" : "strategy",
                plan.projects(),
                amounts(plan, sums),
                sums.money().toPlainString(),
                equipment.projects(),
                amounts(plan, equipment),
                equipment.money().toPlainString(),
                "THB",
                plan.sample(),
                plan.fileName(),
                plan.importedAt(),
                "/plan?plan=" + plan.id());
    }

    private static Map<String, String> amounts(PlanOverview plan, ProjectSums sums) {
        var amounts = new TreeMap<String, String>();
        plan.years()
                .forEach(year ->
                        amounts.put(year.toString(), sums.year(year).money().toPlainString()));
        return amounts;
    }

    private ProjectItem item(PlanProject project) {
        return new ProjectItem(
                project.id(),
                project.plan(),
                project.edition(),
                project.form().code(),
                project.decision().textKnown(),
                project.goal(),
                strategy.goal(project.goal()).map(goal -> goal.mission()).orElse(""),
                project.strategy(),
                project.tactic(),
                project.programme(),
                project.name().sorted(),
                project.objective(),
                project.target().sorted(),
                amounts(project.amounts()),
                amounts(project.ordinance()),
                project.total().toPlainString(),
                "THB",
                project.kpi().sorted(),
                project.result(),
                project.department(),
                project.places().stream()
                        .map(where -> new PlaceItem(where.place().code(), where.certain(), where.foundAs()))
                        .toList(),
                project.source().sheet(),
                project.source().row(),
                project.sample(),
                "/projects/" + project.id());
    }

    private static Map<String, String> amounts(Map<FiscalYear, Money> money) {
        var amounts = new TreeMap<String, String>();
        money.forEach((year, amount) -> amounts.put(year.toString(), amount.toPlainString()));
        return amounts;
    }
}
