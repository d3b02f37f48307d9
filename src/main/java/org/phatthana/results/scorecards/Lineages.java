package org.phatthana.results.scorecards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.proof.PublicLog;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.indicators.FigureRows;
import org.phatthana.results.indicators.FigureSource;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.indicators.Tally;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Opens figures to what they are made of. What a figure may not show, its lineage does not show either.
@Component
public class Lineages {

    /// Rows that are listed at most.
    public static final int MOST = 100;

    private static final int DIGEST_BYTES = 6;

    private final Scorecards scorecards;
    private final Indicators indicators;
    private final FigureRows rows;
    private final Places places;
    private final PublicLog log;
    private final JsonMapper json;

    Lineages(
            Scorecards scorecards,
            Indicators indicators,
            FigureRows rows,
            Places places,
            PublicLog log,
            JsonMapper json) {
        this.scorecards = scorecards;
        this.indicators = indicators;
        this.rows = rows;
        this.places = places;
        this.log = log;
        this.json = json;
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
                digest(indicator),
                Stream.iterate(place.code().parent(), Optional::isPresent, code -> code.flatMap(PlaceCode::parent))
                        .flatMap(code -> places.find(code.orElseThrow()).stream())
                        .toList()
                        .reversed(),
                below(indicator, place, year),
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
        var indicator = now.indicator();
        // The last instant of the day that the database can tell from the next day's first.
        var end = day.plusDays(1).atStartOfDay(Thailand.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        var forgetful = rows.forgetful(indicator, end);
        if (!forgetful.isEmpty()) {
            return new Lineage.Then(day, forgetful, Optional.empty());
        }
        var tallies = rows.tallies(indicator, now.year(), end).orElse(Map.of());
        var isHidden = indicators
                .hidden(
                        indicator,
                        tallies,
                        other -> rows.tallies(other, now.year(), end).orElse(Map.of()))
                .contains(now.place());
        var score = new Score(
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
        return new Lineage.Then(day, Set.of(), Optional.of(score));
    }

    /// The first twelve digits of the SHA-256 of what a declaration says in what decides its figures and their
    /// standard, and of the formulas that it refers to.
    public String digest(Indicator indicator) {
        var said = new TreeMap<String, String>();
        said.put("code", indicator.code());
        said.put("numerator", indicator.numerator().text());
        said.put("denominator", indicator.denominator().map(Formula::text).orElse(""));
        said.put("per", indicator.per().toPlainString());
        said.put("unit", indicator.unit().sorted().toString());
        said.put("direction", indicator.moreIsBetter() ? "more" : "less");
        said.put(
                "standard",
                indicator.standard().map(one -> one.value().toPlainString()).orElse(""));
        said.put("people", Boolean.toString(indicator.ofPeople()));
        indicators.all().stream()
                .filter(other -> (indicator.numerator().text()
                                + indicator.denominator().map(Formula::text).orElse(""))
                        .contains("(" + other.code() + ")"))
                .forEach(other -> said.put("of " + other.code(), digest(other)));
        try {
            var bytes = MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A share as a plain number.
    public static String plain(long millionths) {
        return Score.plain(millionths).toPlainString();
    }
}
