package org.phatthana.plan.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// What the plan offers an operation plan: its projects that have money in the year, with what the ordinance gave
/// where that is known.
@Component
public class Offered {

    private final Plans plans;
    private final Places places;

    Offered(Plans plans, Places places) {
        this.plans = plans;
        this.places = places;
    }

    /// A project with the money of the year that no activity carries out yet.
    public record Project(PlanProject project, Money left, long activities) {}

    private record Spent(long activities, Money money) {}

    /// The projects of the year in the plan's order.
    ///
    /// @param text words that must stand in them
    public List<Project> of(Operation operation, List<Activity> activities, String text) {
        return plans.find(operation.plan())
                .map(plan -> projects(plan, operation.year(), activities, text))
                .orElse(List.of());
    }

    private List<Project> projects(PlanOverview plan, FiscalYear year, List<Activity> activities, String text) {
        var spent = activities.stream()
                .filter(activity -> activity.project().isPresent())
                .collect(Collectors.toMap(
                        activity -> activity.project().orElseThrow(),
                        activity -> new Spent(1, activity.content().budget()),
                        (a, b) -> new Spent(
                                a.activities() + b.activities(), a.money().plus(b.money()))));
        var query = new ProjectQuery(
                plan.standing(), List.of(), Optional.empty(), Optional.of(year), "", "", text, ProjectQuery.Order.PLAN);
        return plans.projects(query, 0, Operations.MOST).stream()
                .map(project -> {
                    var done = spent.getOrDefault(project.id(), new Spent(0, Money.ZERO));
                    var left = project.ordinance()
                            .getOrDefault(year, project.amount(year))
                            .minus(done.money());
                    return new Project(project, left.isNegative() ? Money.ZERO : left, done.activities());
                })
                .toList();
    }

    /// What an activity of a project begins with: the whole year, and the money that is left.
    Activity.Content content(Project offered) {
        var project = offered.project();
        return new Activity.Content(
                project.strategy(),
                project.programme(),
                project.name().thai(),
                project.target().thai().length() > Activity.LONGEST_TEXT
                        ? project.target().thai().substring(0, Activity.LONGEST_TEXT)
                        : project.target().thai(),
                offered.left(),
                where(project),
                project.department(),
                FiscalMonths.between(1, FiscalMonths.IN_A_YEAR));
    }

    private String where(PlanProject project) {
        var names = project.places().stream()
                .filter(PlanProject.Where::certain)
                .flatMap(where -> places.find(where.place()).stream())
                .map((Place place) -> place.title().thai())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.length() > Activity.LONGEST_NAME ? names.substring(0, Activity.LONGEST_NAME) : names;
    }
}
