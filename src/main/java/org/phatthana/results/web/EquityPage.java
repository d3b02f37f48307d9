package org.phatthana.results.web;

import java.util.List;
import java.util.Map;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.scorecards.Equity;
import org.phatthana.results.scorecards.GoalViews;
import org.phatthana.results.scorecards.Scorecards;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Where money goes and where it is needed.
@Controller
class EquityPage {

    private final Strategy strategy;
    private final Indicators indicators;
    private final Scorecards scorecards;
    private final Equity equity;

    EquityPage(Strategy strategy, Indicators indicators, Scorecards scorecards, Equity equity) {
        this.strategy = strategy;
        this.indicators = indicators;
        this.scorecards = scorecards;
        this.equity = equity;
    }

    @GetMapping("/goals/{id}/equity")
    View equity(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "amphoe") String level) {
        var goal = strategy.goal(id).orElseThrow(EquityPage::notFound);
        var all = indicators.of(goal);
        if (all.isEmpty()) {
            throw notFound();
        }
        var shown =
                year.isEmpty() ? scorecards.newest(all) : GoalViews.year(year).orElseThrow(EquityPage::notFound);
        var need = indicator.isEmpty()
                ? scorecards.telling(goal, shown).orElse(all.getFirst())
                : all.stream()
                        .filter(one -> one.code().equals(indicator))
                        .findFirst()
                        .orElseThrow(EquityPage::notFound);
        return page.show(
                "results/equity",
                Map.of(
                        "mission",
                        strategy.missionOf(goal),
                        "view",
                        equity.of(
                                goal,
                                need,
                                shown,
                                level.equals("tambon") ? PlaceCode.Level.TAMBON : PlaceCode.Level.AMPHOE),
                        "choices",
                        all.stream().filter(one -> one.standard().isPresent()).toList(),
                        "years",
                        List.copyOf(scorecards.years(all))));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
