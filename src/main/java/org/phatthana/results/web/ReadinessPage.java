package org.phatthana.results.web;

import java.util.Map;
import org.phatthana.results.scorecards.GoalViews;
import org.phatthana.results.scorecards.Readiness;
import org.phatthana.strategy.Strategy;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// How ready the organization is to be compared with others, and how it compares.
@Controller
class ReadinessPage {

    private final Strategy strategy;
    private final Readiness readiness;

    ReadinessPage(Strategy strategy, Readiness readiness) {
        this.strategy = strategy;
        this.readiness = readiness;
    }

    @GetMapping("/readiness")
    View readiness(Page page, @RequestParam(defaultValue = "") String year) {
        var shown = year.isEmpty()
                ? readiness.newest()
                : GoalViews.year(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page.show(
                "results/readiness",
                Map.of("strategy", strategy, "year", shown, "years", readiness.years(), "lines", readiness.of(shown)));
    }
}
