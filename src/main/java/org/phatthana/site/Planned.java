package org.phatthana.site;

import java.util.List;
import java.util.Map;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// What the plan holds for a goal or a place, in the few figures that the site's pages show.
@Component
public class Planned {

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
    public record Shown(String path, String name, Money total) {}

    Map<String, GoalTotal> byGoal() {
        return Map.of();
    }

    Summary of(String goal) {
        return new Summary(0, Map.of(), List.of(), "/plan?goal=" + goal, false);
    }

    Summary in(PlaceCode place) {
        return new Summary(0, Map.of(), List.of(), "/plan?place=" + place, false);
    }
}
