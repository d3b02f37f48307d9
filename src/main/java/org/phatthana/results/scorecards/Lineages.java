package org.phatthana.results.scorecards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.proof.PublicLog;
import org.phatthana.results.indicators.FigureRows;
import org.phatthana.results.indicators.FigureSource;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.IndicatorVersions;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.indicators.Tally;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// Opens figures to what they are made of. What a figure may not show, its lineage does not show either.
@Component
public class Lineages {

    /// Rows that are listed at most.
    public static final int MOST = 100;

    private final Scorecards scorecards;
    private final Indicators indicators;
    private final FigureRows rows;
    private final Places places;
    private final PublicLog log;
    private final IndicatorVersions versions;

    Lineages(
            Scorecards scorecards,
            Indicators indicators,
            FigureRows rows,
            Places places,
            PublicLog log,
            IndicatorVersions versions) {
        this.scorecards = scorecards;
        this.indicators = indicators;
        this.rows = rows;
        this.places = places;
        this.log = log;
        this.versions = versions;
    }

    /// @param at the day at whose end the figure is wanted as well
    public Lineage of(Indicator indicator, FiscalYear year, Place place, Optional<LocalDate> at) {
        var score = scorecards.score(indicator, place.code(), year);
        var isListed = !indicator.ofPeople() && !score.hidden() && score.recorded();
        var parts = isListed
                ? rows.parts(indicator, year, place.code(), Optional.empty()).orElse(List.of())
                : List.<FigureRows.Part>of();
        return new Lineage(
                score,
                place,
                versions.digest(indicator),
                versions.of(indicator.code()),
                Stream.iterate(place.code().parent(), Optional::isPresent, code -> code.flatMap(PlaceCode::parent))
                        .flatMap(code -> places.find(code.orElseThrow()).stream())
                        .toList()
                        .reversed(),
                below(indicator, place, year),
                isListed ? months(indicator, year, place) : new TreeMap<>(),
                parts.stream().limit(MOST).map(this::line).toList(),
                parts.size(),
                isListed,
                at.map(day -> then(score, day)));
    }

    private List<Scorecards.Waiting> below(Indicator indicator, Place place, FiscalYear year) {
        return switch (place.level()) {
            case PROVINCE -> scorecards.waiting(indicator, place, PlaceCode.Level.AMPHOE, year);
            case AMPHOE -> scorecards.waiting(indicator, place, PlaceCode.Level.TAMBON, year);
            case TAMBON, VILLAGE -> List.of();
        };
    }

    private SortedMap<YearMonth, Tally> months(Indicator indicator, FiscalYear year, Place place) {
        var months = new TreeMap<YearMonth, Tally>();
        if (indicator.frequency() == Indicator.Frequency.MONTH) {
            rows.months(indicator, year)
                    .forEach((month, tallies) -> months.put(month, tallies.getOrDefault(place.code(), Tally.NONE)));
        }
        return months;
    }

    private Lineage.Line line(FigureRows.Part part) {
        var origin = rows.origin(part);
        return new Lineage.Line(
                part,
                rows.title(part),
                places.find(part.place())
                        .map(Place::shortTitle)
                        .orElseGet(() -> Localized.thai(part.place().code())),
                origin,
                origin.map(FigureSource.Origin::told)
                        .filter(told -> !told.isEmpty())
                        .flatMap(log::newestAbout));
    }

    private Lineage.Then then(Score now, LocalDate day) {
        // The last instant of the day that the database can tell from the next day's first.
        var end = day.plusDays(1).atStartOfDay(Thailand.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        var held = versions.at(now.indicator().code(), end);
        var declared = held.isPresent() ? held.get().indicator() : Optional.of(now.indicator());
        var forgetful =
                declared.map(indicator -> rows.forgetful(indicator, end)).orElse(Set.of());
        return new Lineage.Then(
                day,
                held,
                forgetful,
                declared.filter(_ -> forgetful.isEmpty()).map(indicator -> then(now, indicator, end)));
    }

    private Score then(Score now, Indicator indicator, Instant end) {
        var tallies = rows.tallies(indicator, now.year(), end).orElse(Map.of());
        // What counts people today is of people on every day.
        var guarded = indicator.ofPeople() ? indicator : now.indicator();
        var isHidden = indicators
                .hidden(
                        guarded,
                        tallies,
                        other -> rows.tallies(other, now.year(), end).orElse(Map.of()))
                .contains(now.place());
        return new Score(
                indicator,
                now.place(),
                now.year(),
                isHidden ? Tally.NONE : tallies.getOrDefault(now.place(), Tally.NONE),
                isHidden,
                true,
                Map.of(),
                now.trend(),
                Optional.empty(),
                now.sample());
    }

    /// A share as a plain number.
    public static String plain(long millionths) {
        return Score.plain(millionths).toPlainString();
    }
}
