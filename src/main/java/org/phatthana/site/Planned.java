package org.phatthana.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// What the plan holds for a goal or a place, in the few figures that the site's pages show.
@Component
public class Planned {

    private static final int SHOWN = 8;

    /// The projects of a goal or a place and their money.
    ///
    /// @param projects how many projects
    /// @param years planned money per fiscal year of the plan, in order
    /// @param shown some of the projects, those with the most money
    /// @param more the address of the plan with all of them
    /// @param sample whether the plan is sample data
    public record Summary(long projects, Map<FiscalYear, Money> years, List<Shown> shown, String more, boolean sample) {

        public Money total() {
            return Money.sum(years.values());
        }
    }

    /// A project as a list shows it.
    public record Shown(String path, Localized name, Money total) {}

    private final Plans plans;

    Planned(Plans plans) {
        this.plans = plans;
    }

    /// The plan's projects and money by the id of the goal that they serve.
    Map<String, GoalTotal> byGoal() {
        var totals = new TreeMap<String, GoalTotal>();
        plans.shown()
                .ifPresent(plan -> plans.sumsByGoal(plan.standing())
                        .forEach((goal, sums) ->
                                totals.put(goal, new GoalTotal(sums.projects(), sums.money(), plan.sample()))));
        return totals;
    }

    Summary of(String goal) {
        return summary(List.of(goal), Optional.empty(), "/plan?goal=" + goal);
    }

    Summary in(PlaceCode place) {
        return summary(List.of(), Optional.of(place), "/plan?place=" + place);
    }

    private Summary summary(List<String> goals, Optional<PlaceCode> place, String more) {
        var plan = plans.shown();
        if (plan.isEmpty()) {
            return new Summary(0, Map.of(), List.of(), more, false);
        }
        var query = new ProjectQuery(
                plan.get().standing(), goals, place, Optional.empty(), "", "", "", ProjectQuery.Order.MONEY);
        var sums = plans.sums(query);
        var years = new TreeMap<FiscalYear, Money>();
        plan.get().years().forEach(year -> years.put(year, sums.year(year).money()));
        return new Summary(
                sums.projects(),
                years,
                plans.projects(query, 0, SHOWN).stream().map(Planned::shown).toList(),
                more,
                plan.get().sample());
    }

    private static Shown shown(PlanProject project) {
        return new Shown("/projects/" + project.id(), project.name(), project.total());
    }
}
