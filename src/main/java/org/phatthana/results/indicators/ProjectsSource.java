package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.phatthana.places.Places;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectContent;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.Standing;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// `projects`: a row for each project of the plans in force and each year in which it has money there. What an
/// ordinance gave it is known where the plan says so. A project is where all places lie that it names for certain.
///
/// Where there are real plans, sample plans do not count.
@Component
class ProjectsSource implements FigureSource {

    private static final int PIECE = 1_000;

    private final Plans plans;
    private final Places places;
    private final Source source;

    /// What a plan held while certain editions were in force never changes.
    private volatile Map<Standing, List<Figures.PlacedRow>> read = Map.of();

    ProjectsSource(Plans plans, Places places, Strategy strategy) {
        this.plans = plans;
        this.places = places;
        var goals = strategy.goals().stream().map(Goal::id).collect(Collectors.toSet());
        this.source = new Source(
                "projects",
                List.of(
                        new Column("goal", Type.of(Kind.CODE), goals),
                        new Column("form", Type.of(Kind.CODE), forms()),
                        Column.of("planned", Type.number("baht")),
                        Column.of("given", Type.number("baht")),
                        Column.of("objective", Type.of(Kind.TEXT)),
                        Column.of("kpi", Type.of(Kind.TEXT)),
                        Column.of("needs_kpi", Type.YES_NO),
                        Column.of("department", Type.of(Kind.TEXT)),
                        Column.of("placed", Type.YES_NO),
                        Column.of("begins", Type.of(Kind.DATE))),
                "begins",
                true);
    }

    private static Set<String> forms() {
        return Arrays.stream(ProjectContent.Form.values())
                .map(ProjectContent.Form::code)
                .collect(Collectors.toSet());
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public List<Figures.PlacedRow> rows() {
        return rows(plans.all());
    }

    /// Days decide which editions were in force, so that an instant stands for its day in Thailand.
    @Override
    public Optional<List<Figures.PlacedRow>> rows(Instant at) {
        var day = Thailand.date(at);
        return Optional.of(rows(plans.all().stream()
                .flatMap(plan -> plans.find(plan.id(), day).stream())
                .toList()));
    }

    private List<Figures.PlacedRow> rows(List<PlanOverview> inForce) {
        var all = new ArrayList<Figures.PlacedRow>();
        var now = new HashMap<Standing, List<Figures.PlacedRow>>(read);
        for (var plan : inForce) {
            if (plan.sample() == inForce.getFirst().sample()) {
                all.addAll(now.computeIfAbsent(plan.standing(), _ -> read(plan)));
            }
        }
        now.keySet().retainAll(inForce.stream().map(PlanOverview::standing).collect(Collectors.toSet()));
        read = Map.copyOf(now);
        return all;
    }

    private List<Figures.PlacedRow> read(PlanOverview plan) {
        var rows = new ArrayList<Figures.PlacedRow>();
        var query = ProjectQuery.all(plan.standing());
        var piece = plans.projectsAfter(query, -1, -1, PIECE);
        while (!piece.isEmpty()) {
            piece.forEach(project -> project.amounts().forEach((year, planned) -> {
                if (!planned.isZero()) {
                    rows.add(row(project, year, planned, !plan.issueFormat()));
                }
            }));
            var last = piece.getLast();
            piece = piece.size() < PIECE
                    ? List.of()
                    : plans.projectsAfter(query, last.heading(), last.ordinal(), PIECE);
        }
        return List.copyOf(rows);
    }

    private Figures.PlacedRow row(PlanProject project, FiscalYear year, Money planned, boolean needsKpi) {
        var certain = project.places().stream()
                .filter(PlanProject.Where::certain)
                .map(PlanProject.Where::place)
                .toList();
        var values = new HashMap<String, Object>();
        if (!project.goal().isEmpty()) {
            values.put("goal", project.goal());
        }
        values.put("form", project.form().code());
        values.put("planned", baht(planned));
        Optional.ofNullable(project.ordinance().get(year)).ifPresent(given -> values.put("given", baht(given)));
        putText(values, "objective", project.objective());
        putText(values, "kpi", project.kpi().thai());
        values.put("needs_kpi", needsKpi);
        putText(values, "department", project.department());
        values.put("placed", !certain.isEmpty());
        values.put("begins", year.firstDay());
        return new Figures.PlacedRow(
                Row.of("/projects/" + project.id() + "#" + year, values), place(certain), project.sample());
    }

    private PlaceCode place(List<PlaceCode> certain) {
        return Whereabouts.of(certain, places);
    }

    /// A dash says nothing.
    private static void putText(Map<String, Object> values, String column, String text) {
        if (!text.replaceAll("[\\s.–—-]", "").isEmpty()) {
            values.put(column, text);
        }
    }

    private static BigDecimal baht(Money money) {
        return BigDecimal.valueOf(money.satang(), 2);
    }

    /// Editions decide of projects, so that the log tells of them under the address of the edition.
    @Override
    public Optional<Origin> origin(String id) {
        var address = id.substring(0, Math.max(0, id.indexOf('#')));
        return plans.project(address.substring(address.lastIndexOf('/') + 1))
                .map(project -> new Origin(
                        project.name(), address, "/plan/" + project.plan() + "/editions/" + project.edition()));
    }
}
