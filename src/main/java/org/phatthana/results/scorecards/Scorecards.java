package org.phatthana.results.scorecards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.proof.PublicLog;
import org.phatthana.results.indicators.FigureRows;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.indicators.Tally;
import org.phatthana.strategy.Goal;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// How every place stands by every indicator. What was worked out is kept as long as the public log does not grow.
@Component
public class Scorecards {

    private static final int MOST_KEPT = 2_000;

    /// @param version of the public log
    private record Kept(String indicator, int year, long version) {}

    private final Indicators indicators;
    private final FigureRows rows;
    private final Places places;
    private final PublicLog log;
    private final Clock clock;
    private final Cache<Kept, Indicators.Shown> keptFigures = cache();
    private final Cache<Kept, Set<FiscalYear>> keptYears = cache();
    private final Cache<Kept, Map<PlaceCode, Score>> keptScores = cache();

    private static <T> Cache<Kept, T> cache() {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    }

    Scorecards(Indicators indicators, FigureRows rows, Places places, PublicLog log, Clock clock) {
        this.indicators = indicators;
        this.rows = rows;
        this.places = places;
        this.log = log;
        this.clock = clock;
    }

    /// How a goal stands in a place.
    ///
    /// @param year the one asked for; without one [#newest]
    public Scorecard of(Goal goal, Place place, Optional<FiscalYear> year) {
        var years = years(indicators.of(goal));
        var shown = year.orElseGet(() -> newest(indicators.of(goal)));
        return new Scorecard(
                goal,
                place,
                shown,
                List.copyOf(years),
                indicators.of(goal).stream()
                        .map(indicator -> score(indicator, place.code(), shown))
                        .toList());
    }

    /// The years of which any of the indicators has something recorded, up to the one that runs now.
    public SortedSet<FiscalYear> years(List<Indicator> all) {
        var now = FiscalYear.containing(Thailand.date(clock.instant()));
        var years = new TreeSet<FiscalYear>();
        all.forEach(indicator -> years.addAll(recorded(indicator)));
        years.removeIf(year -> year.compareTo(now) > 0);
        return years;
    }

    /// The year that shows most: in which most of the indicators have a figure of the province, the newest of
    /// those; the one that runs now where none has.
    public FiscalYear newest(List<Indicator> all) {
        var province = places.province().code();
        return years(all).stream()
                .max(Comparator.comparingLong((FiscalYear year) -> all.stream()
                                .filter(indicator ->
                                        value(indicator, province, year).isPresent())
                                .count())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseGet(() -> FiscalYear.containing(Thailand.date(clock.instant())));
    }

    /// How a place stands by an indicator in a fiscal year.
    public Score score(Indicator indicator, PlaceCode place, FiscalYear year) {
        var score = keep(keptScores, indicator, year.buddhistEra(), () -> scores(indicator, year))
                .get(place);
        if (score == null) {
            throw new IllegalArgumentException("No place with figures of its own: " + place);
        }
        return score;
    }

    private Map<PlaceCode, Score> scores(Indicator indicator, FiscalYear year) {
        var known = new TreeMap<FiscalYear, Indicators.Shown>();
        for (var each : recorded(indicator)) {
            if (each.compareTo(year) <= 0) {
                known.put(each, shown(indicator, each));
            }
        }
        var shown = Optional.ofNullable(known.get(year)).orElseGet(() -> shown(indicator, year));
        var ranks = new HashMap<PlaceCode, Score.Rank>();
        if (known.containsKey(year)) {
            ranks.putAll(ranks(indicator, places.amphoe(), shown));
            ranks.putAll(ranks(indicator, places.tambon(), shown));
        }
        return Stream.of(List.of(places.province()), places.amphoe(), places.tambon())
                .flatMap(List::stream)
                .map(Place::code)
                .collect(Collectors.toUnmodifiableMap(place -> place, place -> {
                    var series = new TreeMap<FiscalYear, Double>();
                    known.forEach((each, figures) ->
                            figures.value(indicator, place).ifPresent(value -> series.put(each, value.doubleValue())));
                    var trend = Trend.of(series);
                    return new Score(
                            indicator,
                            place,
                            year,
                            shown.tally(place),
                            shown.hidden().contains(place),
                            known.containsKey(year),
                            series,
                            trend,
                            trend instanceof Trend.Slope ? Optional.ofNullable(ranks.get(place)) : Optional.empty(),
                            shown.sample());
                }));
    }

    /// The ranks of the places that have a figure; those with the same figure share theirs.
    private static Map<PlaceCode, Score.Rank> ranks(Indicator indicator, List<Place> level, Indicators.Shown shown) {
        var values = new TreeMap<BigDecimal, List<PlaceCode>>(
                indicator.moreIsBetter() ? Comparator.reverseOrder() : Comparator.naturalOrder());
        var figures = 0;
        for (var place : level) {
            var value = shown.value(indicator, place.code());
            if (value.isPresent()) {
                values.computeIfAbsent(value.get(), _ -> new ArrayList<>()).add(place.code());
                figures++;
            }
        }
        var ranks = new HashMap<PlaceCode, Score.Rank>();
        var position = 1;
        for (var same : values.values()) {
            for (var place : same) {
                ranks.put(place, new Score.Rank(position, figures));
            }
            position += same.size();
        }
        return ranks;
    }

    /// The figure of a place; empty where it is missing or hidden, or nothing was recorded for the year.
    public Optional<BigDecimal> value(Indicator indicator, PlaceCode place, FiscalYear year) {
        return recorded(indicator).contains(year) ? shown(indicator, year).value(indicator, place) : Optional.empty();
    }

    /// How the parts of a place stand: the tambon of an amphoe, the amphoe or the tambon of the province. Those for
    /// whom most is lacking come first: what is lacking times the people who live there; behind them those without
    /// a figure.
    public List<Waiting> waiting(Indicator indicator, Place within, PlaceCode.Level level, FiscalYear year) {
        var all = new ArrayList<Waiting>();
        for (var place : places.of(level)) {
            if (place.code().isWithin(within.code())) {
                all.add(new Waiting(place, score(indicator, place.code(), year)));
            }
        }
        all.sort(Comparator.comparing(
                        (Waiting waiting) -> waiting.peopleWaiting().isEmpty())
                .thenComparing(Comparator.comparingDouble(
                                (Waiting waiting) -> waiting.peopleWaiting().orElse(0.0))
                        .reversed())
                .thenComparing(waiting -> waiting.place().code()));
        return all;
    }

    /// A place and how it stands.
    public record Waiting(Place place, Score score) {

        /// So many people as it were wait wholly: the part of the standard that is lacking, times all who live
        /// there. Ten thousand people who lack a half wait like five thousand who lack everything.
        public Optional<Double> peopleWaiting() {
            return score.shortfall().map(lacking -> lacking * place.people());
        }
    }

    /// The indicator of a goal that tells places apart best: one with a standard before one without, one by which a
    /// tambon falls short before one by which none does, one by which tambon differ before one by which they do
    /// not, then the one that most tambon have a figure of.
    public Optional<Indicator> telling(Goal goal, FiscalYear year) {
        return indicators.of(goal).stream()
                .filter(indicator -> !tambon(indicator, year).isEmpty())
                .max(Comparator.comparing(
                                (Indicator indicator) -> indicator.standard().isPresent())
                        .thenComparing(indicator -> isShortSomewhere(indicator, year))
                        .thenComparing(indicator ->
                                tambon(indicator, year).stream().distinct().count() > 1)
                        .thenComparingInt(indicator -> tambon(indicator, year).size())
                        .thenComparing(Indicator::code, Comparator.reverseOrder()));
    }

    private boolean isShortSomewhere(Indicator indicator, FiscalYear year) {
        return places.tambon().stream()
                .map(place -> score(indicator, place.code(), year).shortfall())
                .anyMatch(lacking -> lacking.orElse(0.0) > 0);
    }

    /// The figures of the tambon that have one.
    private List<BigDecimal> tambon(Indicator indicator, FiscalYear year) {
        return places.tambon().stream()
                .flatMap(place -> value(indicator, place.code(), year).stream())
                .map(BigDecimal::stripTrailingZeros)
                .toList();
    }

    /// What is shown of an indicator in every place and a fiscal year.
    public Indicators.Shown shown(Indicator indicator, FiscalYear year) {
        return keep(keptFigures, indicator, year.buddhistEra(), () -> indicators.shown(indicator, year));
    }

    private Set<FiscalYear> recorded(Indicator indicator) {
        return keep(keptYears, indicator, 0, () -> rows.recorded(indicator));
    }

    private <T> T keep(Cache<Kept, T> kept, Indicator indicator, int year, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // What is read here may yet be taken back.
            return work.get();
        }
        return kept.get(new Kept(indicator.code(), year, log.version()), _ -> work.get());
    }

    /// The sums of a formula of the program's own, of every place.
    Map<PlaceCode, Tally> sums(String formula, FiscalYear year) {
        return rows.sums(rows.formula(formula), year);
    }
}
