package org.phatthana.results.scorecards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.phatthana.places.Choropleth;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.strategy.Goal;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// Makes what goals' pages show.
@Component
public class GoalViews {

    private final Scorecards scorecards;
    private final Indicators indicators;
    private final Places places;

    GoalViews(Scorecards scorecards, Indicators indicators, Places places) {
        this.scorecards = scorecards;
        this.indicators = indicators;
        this.places = places;
    }

    /// What an address asks for; an empty word asks for nothing in particular.
    ///
    /// @param place the code of the province, an amphoe or a tambon
    /// @param year of the Buddhist Era
    /// @param indicator the code of one of the goal's indicators
    /// @return empty where there is no such place, year or indicator
    public Optional<GoalView> of(Goal goal, String place, String year, String indicator) {
        var found = place(place);
        var wanted = year(year);
        if (found.isEmpty() || (wanted.isEmpty() && !year.isEmpty())) {
            return Optional.empty();
        }
        var card = scorecards.of(goal, found.get(), wanted);
        var telling = indicator.isEmpty()
                ? scorecards.telling(goal, card.year())
                : indicators.find(indicator).filter(one -> one.goal().equals(goal.id()));
        return telling.isEmpty() && !indicator.isEmpty() ? Optional.empty() : Optional.of(view(goal, card, telling));
    }

    /// How a goal stands in the whole province, in the year that shows most.
    public Scorecard whole(Goal goal) {
        return scorecards.of(goal, places.province(), Optional.empty());
    }

    /// The place of a code, the province for none; a village has no figures of its own.
    public Optional<Place> place(String code) {
        return code.isEmpty()
                ? Optional.of(places.province())
                : PlaceCode.parse(code)
                        .filter(known -> known.level() != PlaceCode.Level.VILLAGE)
                        .flatMap(places::find);
    }

    /// The year of a word of an address, if it is one.
    public static Optional<FiscalYear> year(String word) {
        return word.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(word))
                ? Optional.of(new FiscalYear(Integer.parseInt(word)))
                : Optional.empty();
    }

    private GoalView view(Goal goal, Scorecard card, Optional<Indicator> telling) {
        var choices = indicators.of(goal).stream()
                .filter(one -> telling.filter(one::equals).isPresent()
                        || places.tambon().stream()
                                .anyMatch(place -> scorecards
                                        .value(one, place.code(), card.year())
                                        .isPresent()))
                .toList();
        return new GoalView(
                card,
                within(card.place()),
                telling,
                choices,
                telling.map(one -> parts(one, card)).orElse(List.of()),
                telling.map(one -> map(one, card)));
    }

    private List<Place> within(Place place) {
        var all = new ArrayList<Place>();
        Stream.iterate(place.code().parent(), Optional::isPresent, at -> at.flatMap(PlaceCode::parent))
                .flatMap(at -> places.find(at.orElseThrow()).stream())
                .forEach(all::addFirst);
        return all;
    }

    private List<Scorecards.Waiting> parts(Indicator indicator, Scorecard card) {
        return switch (card.place().level()) {
            case PROVINCE -> scorecards.waiting(indicator, card.place(), PlaceCode.Level.AMPHOE, card.year());
            case AMPHOE -> scorecards.waiting(indicator, card.place(), PlaceCode.Level.TAMBON, card.year());
            case TAMBON, VILLAGE -> List.of();
        };
    }

    private Choropleth map(Indicator indicator, Scorecard card) {
        var values = new TreeMap<PlaceCode, Double>();
        for (var tambon : places.tambon()) {
            var score = scorecards.score(indicator, tambon.code(), card.year());
            (indicator.standard().isPresent() ? score.gap() : score.value())
                    .ifPresent(value -> values.put(tambon.code(), value.doubleValue()));
        }
        var map = Choropleth.of(
                        places.drawing(),
                        Message.of(
                                indicator.standard().isPresent() ? "results.card.map.gap" : "results.card.map.value",
                                indicator.name()),
                        Message.of("places.just", indicator.unit()),
                        Message.of("results.card.year", card.year()),
                        Message.of("places.just", indicator.source()),
                        values)
                .withOneDecimal()
                .linkingTo("/goals/" + indicator.goal() + "?place={code}&year=" + card.year() + "&indicator="
                        + indicator.code());
        return card.place().level() == PlaceCode.Level.TAMBON
                ? map.choosing(card.place().code())
                : map;
    }
}
