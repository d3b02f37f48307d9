package org.phatthana.results.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.proof.LogEntry;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.indicators.FigureSource;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.IndicatorVersions;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.indicators.Tally;
import org.phatthana.results.scorecards.GoalViews;
import org.phatthana.results.scorecards.Lineage;
import org.phatthana.results.scorecards.Lineages;
import org.phatthana.results.scorecards.Score;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// What a figure is made of, for programs.
@RestController
class LineageApi {

    private final Indicators indicators;
    private final Lineages lineages;
    private final GoalViews views;

    LineageApi(Indicators indicators, Lineages lineages, GoalViews views) {
        this.indicators = indicators;
        this.lineages = lineages;
        this.views = views;
    }

    /// @param version digest of what decides the figure and its standard
    /// @param listed whether rows are listed: never for figures of people
    /// @param found how many rows there are; the first hundred are here
    record LineageItem(
            String code,
            int year,
            String place,
            String version,
            String numeratorFormula,
            @Nullable String denominatorFormula,
            List<VersionItem> versions,
            FigureItem figure,
            boolean listed,
            List<MonthItem> months,
            int found,
            List<RowItem> rows,
            @Nullable ThenItem then) {}

    /// What it was in a month, of an indicator that comes monthly.
    ///
    /// @param month such as 2026-09
    record MonthItem(
            String month,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    /// @param since when the program first had it
    record VersionItem(
            String version,
            Instant since,
            String numeratorFormula,
            @Nullable String denominatorFormula) {}

    /// @param hidden whether it is not shown because it counts few people
    record FigureItem(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean hidden,
            boolean sample) {}

    /// @param address the page of the row
    /// @param logEntry the position of the newest entry of the public log about it
    /// @param capacity in which it was told
    record RowItem(
            String source,
            String id,
            @Nullable Map<String, String> name,
            @Nullable String address,
            String place,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean missing,
            @Nullable Long logEntry,
            @Nullable Instant told,
            @Nullable String capacity) {}

    /// @param day at whose end it was so
    /// @param version the declaration that held then, or the first that was kept
    /// @param forgetful the sources that do not keep how they were; if there are any, there is no figure
    record ThenItem(
            String day,
            @Nullable VersionItem version,
            List<String> forgetful,
            @Nullable FigureItem figure) {}

    @Operation(
            summary = "What a figure is made of: its formula’s version, numerator and denominator, and each row with"
                    + " the entry of the public log that told of it; and what it was on an earlier day")
    @GetMapping("/api/v1/indicators/{code}/{year:\\d{4}}/{place}")
    LineageItem lineage(
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String place,
            @Parameter(description = "A day such as 2026-09-30, for the figure as it was at its end")
                    @RequestParam(defaultValue = "")
                    String at) {
        var indicator = indicators.find(code).orElseThrow(LineageApi::notFound);
        var lineage = lineages.of(
                indicator,
                GoalViews.year(year).orElseThrow(LineageApi::notFound),
                views.place(place).orElseThrow(LineageApi::notFound),
                LineagePage.day(at));
        return new LineageItem(
                code,
                lineage.score().year().buddhistEra(),
                place,
                lineage.digest(),
                indicator.numerator().text(),
                indicator.denominator().map(Formula::text).orElse(null),
                lineage.versions().stream().map(LineageApi::version).toList(),
                figure(lineage.score()),
                lineage.listed(),
                lineage.months().entrySet().stream()
                        .map(one -> month(indicator, one.getKey(), one.getValue()))
                        .toList(),
                lineage.found(),
                lineage.rows().stream().map(LineageApi::row).toList(),
                lineage.then().map(LineageApi::then).orElse(null));
    }

    private static VersionItem version(IndicatorVersions.Version version) {
        return new VersionItem(
                version.digest(),
                version.since(),
                version.numerator(),
                version.denominator().orElse(null));
    }

    private static FigureItem figure(Score score) {
        var isShown = score.value().isPresent();
        return new FigureItem(
                score.value().orElse(null),
                isShown ? score.numerator() : null,
                isShown && score.indicator().denominator().isPresent() ? score.denominator() : null,
                score.hidden(),
                score.sample());
    }

    private static MonthItem month(Indicator indicator, YearMonth month, Tally tally) {
        var isKnown = tally.known() > 0;
        return new MonthItem(
                month.toString(),
                Score.figure(indicator, tally).orElse(null),
                isKnown ? Score.plain(tally.numerator()) : null,
                isKnown && indicator.denominator().isPresent() ? Score.plain(tally.denominator()) : null);
    }

    private static RowItem row(Lineage.Line line) {
        var part = line.part();
        return new RowItem(
                part.source(),
                part.row().id(),
                line.origin().map(origin -> origin.name().sorted()).orElse(null),
                line.origin().map(FigureSource.Origin::address).orElse(null),
                part.place().code(),
                part.missing() ? null : new BigDecimal(Lineages.plain(part.numerator())),
                part.missing() ? null : new BigDecimal(Lineages.plain(part.denominator())),
                part.missing(),
                line.told().map(LogEntry::position).orElse(null),
                line.told().map(LogEntry::at).orElse(null),
                line.told().map(LogEntry::capacity).orElse(null));
    }

    private static ThenItem then(Lineage.Then then) {
        return new ThenItem(
                then.day().toString(),
                then.held()
                        .map(IndicatorVersions.Held::version)
                        .map(LineageApi::version)
                        .orElse(null),
                then.forgetful().stream().sorted().toList(),
                then.score().map(LineageApi::figure).orElse(null));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
