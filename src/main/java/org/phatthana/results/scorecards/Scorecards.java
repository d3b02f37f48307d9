package org.phatthana.results.scorecards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
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

    private record Kept(String what, String indicator, int year, long version) {}

    private final Indicators indicators;
    private final FigureRows rows;
    private final Places places;
    private final PublicLog log;
    private final Clock clock;
    private final Cache<Kept, Object> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

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
        var shown = shown(indicator, year);
        var isHidden = shown.hidden().contains(place);
        var series = new TreeMap<FiscalYear, Double>();
        for (var earlier : recorded(indicator)) {
            if (earlier.compareTo(year) <= 0) {
                value(indicator, place, earlier).ifPresent(value -> series.put(earlier, value.doubleValue()));
            }
        }
        var trend = Trend.of(series);
        return new Score(
                indicator,
                place,
                year,
                isHidden ? Tally.NONE : shown.tallies().getOrDefault(place, Tally.NONE),
                isHidden,
                recorded(indicator).contains(year),
                series,
                trend,
                trend instanceof Trend.Slope ? rank(indicator, place, year) : Optional.empty(),
                shown.sample());
    }

    private Optional<Score.Rank> rank(Indicator indicator, PlaceCode place, FiscalYear year) {
        var own = value(indicator, place, year);
        if (own.isEmpty() || place.level() == PlaceCode.Level.PROVINCE) {
            return Optional.empty();
        }
        var all = ofLevel(place.level()).stream()
                .flatMap(other -> value(indicator, other.code(), year).stream())
                .toList();
        var better = all.stream()
                .filter(value ->
                        indicator.moreIsBetter() ? value.compareTo(own.get()) > 0 : value.compareTo(own.get()) < 0)
                .count();
        return Optional.of(new Score.Rank((int) better + 1, all.size()));
    }

    private List<Place> ofLevel(PlaceCode.Level level) {
        return level == PlaceCode.Level.AMPHOE ? places.amphoe() : places.tambon();
    }

    /// The figure of a place; empty where it is missing or hidden, or nothing was recorded for the year.
    public Optional<BigDecimal> value(Indicator indicator, PlaceCode place, FiscalYear year) {
        if (!recorded(indicator).contains(year)) {
            return Optional.empty();
        }
        var shown = shown(indicator, year);
        return shown.hidden().contains(place)
                ? Optional.empty()
                : indicator.value(shown.tallies().getOrDefault(place, Tally.NONE));
    }

    /// How the parts of a place stand: the tambon of an amphoe, the amphoe or the tambon of the province. Those for
    /// whom most is lacking come first: what is lacking times the people who live there; behind them those without
    /// a figure.
    public List<Waiting> waiting(Indicator indicator, Place within, PlaceCode.Level level, FiscalYear year) {
        var all = new ArrayList<Waiting>();
        for (var place : ofLevel(level)) {
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

    private Indicators.Shown shown(Indicator indicator, FiscalYear year) {
        return keep("shown", indicator, year.buddhistEra(), () -> indicators.shown(indicator, year));
    }

    private Set<FiscalYear> recorded(Indicator indicator) {
        return keep("recorded", indicator, 0, () -> rows.recorded(indicator));
    }

    @SuppressWarnings("unchecked") // Each kind of thing has one type.
    private <T> T keep(String what, Indicator indicator, int year, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // What is read here may yet be taken back.
            return work.get();
        }
        return (T) kept.get(new Kept(what, indicator.code(), year, log.version()), _ -> work.get());
    }

    /// The sums of a formula of the program's own, of every place.
    Map<PlaceCode, Tally> sums(String formula, FiscalYear year) {
        return rows.sums(rows.formula(formula), year);
    }
}
