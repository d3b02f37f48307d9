package org.phatthana.results.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.Plans;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.scorecards.GoalViews;
import org.phatthana.results.scorecards.Lineages;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Every figure opens here to what it is made of, and leads on: a gap becomes the reason of a project.
@Controller
class LineagePage {

    private final Strategy strategy;
    private final Indicators indicators;
    private final Lineages lineages;
    private final GoalViews views;
    private final Plans plans;
    private final Editions editions;

    LineagePage(
            Strategy strategy,
            Indicators indicators,
            Lineages lineages,
            GoalViews views,
            Plans plans,
            Editions editions) {
        this.strategy = strategy;
        this.indicators = indicators;
        this.lineages = lineages;
        this.views = views;
        this.plans = plans;
        this.editions = editions;
    }

    @GetMapping("/indicators/{code}/{year:\\d{4}}/{place}")
    View lineage(
            Page page,
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String at) {
        var indicator = indicators.find(code).orElseThrow(LineagePage::notFound);
        var lineage = lineages.of(
                indicator,
                GoalViews.year(year).orElseThrow(LineagePage::notFound),
                views.place(place).orElseThrow(LineagePage::notFound),
                day(at));
        var goal = strategy.goal(indicator.goal()).orElseThrow(LineagePage::notFound);
        return page.show("results/lineage", Map.of("lineage", lineage, "goal", goal, "open", open()));
    }

    static Optional<LocalDate> day(String at) {
        try {
            var day = at.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(at));
            if (day.stream().allMatch(FiscalYear::isValid)) {
                return day;
            }
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "at is a day of a year that can be told");
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "at is a day such as 2026-09-30", e);
        }
    }

    /// The open editions to which the reader may add a project.
    private List<Edition> open() {
        var mayDraft = Acting.current()
                .filter(who -> who.has(Role.OFFICER) || who.has(Role.PLANNER) || who.has(Role.ADMINISTRATOR))
                .isPresent();
        return mayDraft
                ? plans.everyKnown().stream()
                        .flatMap(plan -> editions.of(plan.id()).stream())
                        .filter(edition -> edition.state() == Edition.State.OPEN
                                && edition.type().may(Edition.Act.ADD))
                        .toList()
                : List.of();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
