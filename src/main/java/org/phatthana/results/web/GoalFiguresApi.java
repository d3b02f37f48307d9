package org.phatthana.results.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.indicators.Tally;
import org.phatthana.results.scorecards.Scorecards;
import org.phatthana.results.web.IndicatorApi.FigureItem;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// All figures of a goal at once, for programs that compare places and years.
@RestController
class GoalFiguresApi {

    private final Strategy strategy;
    private final Indicators indicators;
    private final Scorecards scorecards;
    private final Places places;

    GoalFiguresApi(Strategy strategy, Indicators indicators, Scorecards scorecards, Places places) {
        this.strategy = strategy;
        this.indicators = indicators;
        this.scorecards = scorecards;
        this.places = places;
    }

    /// @param items in the order of indicators, years and places; a year of which nothing was recorded for an
    ///     indicator is left out
    record GoalFigures(String goal, String level, List<YearFigures> items) {}

    /// @param year of the Buddhist Era
    record YearFigures(String indicator, int year, boolean sample, List<FigureItem> places) {}

    @Operation(
            summary = "The figures of every indicator of a goal, in every fiscal year that has any, of all places of a"
                    + " level: sums of numerators over sums of denominators")
    @GetMapping("/api/v1/goals/{id}/figures")
    GoalFigures figures(
            @PathVariable String id,
            @Parameter(description = "province, amphoe or tambon") @RequestParam(defaultValue = "amphoe")
                    String level) {
        var goal = strategy.goal(id).orElseThrow(GoalFiguresApi::notFound);
        var wanted = places(level);
        var items = indicators.of(goal).stream()
                .flatMap(indicator ->
                        scorecards.years(List.of(indicator)).stream().map(year -> figures(indicator, year, wanted)))
                .toList();
        return new GoalFigures(goal.id(), level, items);
    }

    private YearFigures figures(Indicator indicator, FiscalYear year, List<PlaceCode> wanted) {
        var shown = scorecards.shown(indicator, year);
        return new YearFigures(
                indicator.code(),
                year.buddhistEra(),
                shown.sample(),
                wanted.stream()
                        .map(place -> IndicatorApi.figure(
                                indicator,
                                place,
                                shown.tallies().getOrDefault(place, Tally.NONE),
                                shown.hidden().contains(place)))
                        .toList());
    }

    private List<PlaceCode> places(String level) {
        return Stream.of(PlaceCode.Level.PROVINCE, PlaceCode.Level.AMPHOE, PlaceCode.Level.TAMBON)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(level))
                .findFirst()
                .map(places::of)
                .orElseThrow(GoalFiguresApi::notFound)
                .stream()
                .map(Place::code)
                .toList();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
