package org.phatthana.results.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Term;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.indicators.Tally;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Indicators and their figures for programs. Years are of the Buddhist Era.
@RestController
class IndicatorApi {

    /// Digits after the point of a value; numerator and denominator are exact.
    private static final int DIGITS = 4;

    private final Indicators indicators;

    IndicatorApi(Indicators indicators) {
        this.indicators = indicators;
    }

    record Items<T>(List<T> items, @Nullable String next) {}

    /// @param numerator the formula as the pack has it
    /// @param denominator nothing for a number of things
    /// @param per what the ratio is multiplied by
    /// @param comparesWith the framework, such as `sdg`, to the code of its indicator
    record IndicatorItem(
            String code,
            Map<String, String> name,
            Map<String, String> definition,
            String goal,
            String numerator,
            @Nullable String denominator,
            BigDecimal per,
            Map<String, String> unit,
            String direction,
            Map<String, String> source,
            @Nullable StandardItem standard,
            @Nullable YearItem baseline,
            @Nullable YearItem target,
            String frequency,
            Map<String, String> owner,
            Map<String, String> comparesWith,
            boolean people) {}

    record StandardItem(BigDecimal value, Map<String, String> source) {}

    record YearItem(int year, BigDecimal value) {}

    record FiguresItem(String code, int year, boolean sample, List<FigureItem> items) {}

    /// @param value nothing where it is missing or hidden
    /// @param known how many places it adds up
    /// @param missing how many were left out of numerator and denominator alike
    /// @param hidden whether it is not shown because it counts few people, or would give such away
    record FigureItem(
            String place,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            int known,
            int missing,
            boolean hidden) {}

    @Operation(summary = "All indicators with their definitions, formulas, standards and owners")
    @GetMapping("/api/v1/indicators")
    Items<IndicatorItem> all() {
        return new Items<>(indicators.all().stream().map(IndicatorApi::item).toList(), null);
    }

    @Operation(
            summary = "The figures of an indicator in a fiscal year, of every tambon, every amphoe and the province:"
                    + " sums of numerators over sums of denominators")
    @GetMapping("/api/v1/indicators/{code}/{year:\\d{4}}")
    FiguresItem figures(@PathVariable String code, @PathVariable int year) {
        var indicator =
                indicators.find(code).filter(_ -> FiscalYear.isValid(year)).orElseThrow(IndicatorApi::notFound);
        var shown = indicators.shown(indicator, new FiscalYear(year));
        var items = shown.tallies().entrySet().stream()
                .map(each -> figure(
                        indicator,
                        each.getKey(),
                        each.getValue(),
                        shown.hidden().contains(each.getKey())))
                .toList();
        return new FiguresItem(code, year, shown.sample(), items);
    }

    static FigureItem figure(Indicator indicator, PlaceCode place, Tally tally, boolean hidden) {
        if (hidden || tally.known() == 0) {
            return new FigureItem(place.code(), null, null, null, tally.known(), tally.missing(), hidden);
        }
        return new FigureItem(
                place.code(),
                indicator
                        .value(tally)
                        .map(value -> plain(value.setScale(DIGITS, RoundingMode.HALF_EVEN)))
                        .orElse(null),
                plain(BigDecimal.valueOf(tally.numerator(), Term.SCALE)),
                indicator.denominator().isPresent() ? plain(BigDecimal.valueOf(tally.denominator(), Term.SCALE)) : null,
                tally.known(),
                tally.missing(),
                false);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static IndicatorItem item(Indicator indicator) {
        return new IndicatorItem(
                indicator.code(),
                indicator.name().sorted(),
                indicator.definition().sorted(),
                indicator.goal(),
                indicator.numerator().text(),
                indicator.denominator().map(Formula::text).orElse(null),
                indicator.per(),
                indicator.unit().sorted(),
                indicator.moreIsBetter() ? "more" : "less",
                indicator.source().sorted(),
                indicator
                        .standard()
                        .map(one -> new StandardItem(one.value(), one.source().sorted()))
                        .orElse(null),
                indicator.baseline().map(IndicatorApi::year).orElse(null),
                indicator.target().map(IndicatorApi::year).orElse(null),
                indicator.frequency().name().toLowerCase(Locale.ROOT),
                indicator.owner().sorted(),
                comparesWith(indicator),
                indicator.ofPeople());
    }

    private static Map<String, String> comparesWith(Indicator indicator) {
        var others = new TreeMap<>(Map.of("sdg", indicator.sdg(), "asean", indicator.asean()));
        others.values().removeIf(String::isEmpty);
        return others;
    }

    private static YearItem year(Indicator.YearValue value) {
        return new YearItem(value.year().buddhistEra(), value.value());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
