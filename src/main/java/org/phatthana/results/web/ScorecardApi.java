package org.phatthana.results.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.results.scorecards.GoalViews;
import org.phatthana.results.scorecards.Score;
import org.phatthana.results.scorecards.Scorecards;
import org.phatthana.results.scorecards.Trend;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Scorecards for programs. Years are of the Buddhist Era.
@RestController
class ScorecardApi {

    private final Strategy strategy;
    private final Scorecards scorecards;
    private final GoalViews views;

    ScorecardApi(Strategy strategy, Scorecards scorecards, GoalViews views) {
        this.strategy = strategy;
        this.scorecards = scorecards;
        this.views = views;
    }

    /// @param years the years that have something recorded
    record ScorecardItem(
            String goal, String place, int year, List<Integer> years, boolean sample, List<ScoreItem> indicators) {}

    /// @param value nothing where it is missing or hidden, or nothing was recorded for the year
    /// @param gap what is lacking to the standard, positive where the figure falls short
    /// @param state reached, near, far, no-standard or no-figure
    /// @param hidden whether it counts too few people to be shown
    /// @param missing how many places are left out of numerator and denominator
    /// @param trend nothing where there are too few years
    /// @param rank among the places of its level; never without a trend
    /// @param lineage the page of what it is made of
    record ScoreItem(
            String code,
            Map<String, String> name,
            Map<String, String> unit,
            String direction,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal standard,
            @Nullable BigDecimal gap,
            String state,
            boolean hidden,
            int known,
            int missing,
            Map<String, Double> series,
            @Nullable TrendItem trend,
            @Nullable RankItem rank,
            boolean sample,
            String lineage) {}

    /// @param slope by so much a year
    /// @param low the lower end of its interval of 95 % confidence
    /// @param high the upper end
    /// @param p of the test whether there is a trend at all
    record TrendItem(int years, double slope, double low, double high, double p, boolean clear) {}

    record RankItem(int position, int of) {}

    @Operation(
            summary = "How far a goal has come in a place and a fiscal year: each indicator’s value, standard, gap,"
                    + " and trend with its uncertainty")
    @GetMapping("/api/v1/goals/{id}/scorecard")
    ScorecardItem scorecard(
            @PathVariable String id,
            @Parameter(description = "The code of the province, an amphoe or a tambon; the province if there is none")
                    @RequestParam(defaultValue = "")
                    String place,
            @Parameter(description = "Fiscal year, Buddhist Era; the one that shows most if there is none")
                    @RequestParam(defaultValue = "")
                    String year) {
        var goal = strategy.goal(id).orElseThrow(ScorecardApi::notFound);
        var found = views.place(place).orElseThrow(ScorecardApi::notFound);
        Optional<FiscalYear> wanted = year.isEmpty()
                ? Optional.empty()
                : Optional.of(GoalViews.year(year).orElseThrow(ScorecardApi::notFound));
        var card = scorecards.of(goal, found, wanted);
        return new ScorecardItem(
                goal.id(),
                found.code().code(),
                card.year().buddhistEra(),
                card.years().stream().map(FiscalYear::buddhistEra).toList(),
                card.sample(),
                card.scores().stream().map(ScorecardApi::item).toList());
    }

    private static ScoreItem item(Score score) {
        var isShown = score.value().isPresent();
        var series = new java.util.TreeMap<String, Double>();
        score.series().forEach((year, value) -> series.put(year.toString(), value));
        return new ScoreItem(
                score.indicator().code(),
                score.indicator().name().sorted(),
                score.indicator().unit().sorted(),
                score.indicator().moreIsBetter() ? "more" : "less",
                score.value().orElse(null),
                isShown ? score.numerator() : null,
                isShown && score.indicator().denominator().isPresent() ? score.denominator() : null,
                score.indicator().standard().map(standard -> standard.value()).orElse(null),
                score.gap().orElse(null),
                score.light().code(),
                score.hidden(),
                score.tally().known(),
                score.tally().missing(),
                series,
                score.trend() instanceof Trend.Slope slope
                        ? new TrendItem(
                                slope.years(), slope.slope(), slope.low(), slope.high(), slope.p(), slope.isClear())
                        : null,
                score.rank()
                        .map(rank -> new RankItem(rank.position(), rank.of()))
                        .orElse(null),
                score.sample(),
                score.address());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
