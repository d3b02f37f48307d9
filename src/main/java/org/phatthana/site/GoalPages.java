package org.phatthana.site;

import java.util.List;
import java.util.Map;
import org.phatthana.results.scorecards.GoalViews;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What the organization has set out to reach, and what is planned for it.
@Controller
class GoalPages {

    private final Strategy strategy;
    private final Planned planned;
    private final GoalViews views;

    GoalPages(Strategy strategy, Planned planned, GoalViews views) {
        this.strategy = strategy;
        this.planned = planned;
        this.views = views;
    }

    @GetMapping("/goals")
    View goals(Page page) {
        return page.show("site/goals", Map.of("strategy", strategy, "totals", planned.byGoal()));
    }

    @GetMapping("/goals/{id}")
    View goal(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String indicator) {
        var goal = strategy.goal(id).orElseThrow(GoalPages::notFound);
        var view = views.of(goal, place, year, indicator).orElseThrow(GoalPages::notFound);
        return page.show(
                "site/goal",
                Map.of(
                        "strategy", strategy,
                        "goal", goal,
                        "view", view,
                        "planned", planned.of(goal.id())));
    }

    @GetMapping("/missions/{id}")
    View mission(Page page, @PathVariable String id) {
        var mission = strategy.mission(id).orElseThrow(GoalPages::notFound);
        List<Goal> goals = strategy.goalsOf(mission);
        return page.show(
                "site/mission",
                Map.of(
                        "strategy",
                        strategy,
                        "mission",
                        mission,
                        "goals",
                        goals,
                        "totals",
                        planned.byGoal(),
                        "cards",
                        goals.stream().map(views::whole).toList()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
