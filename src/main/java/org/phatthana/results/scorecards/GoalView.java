package org.phatthana.results.scorecards;

import java.util.List;
import java.util.Optional;
import org.phatthana.places.Choropleth;
import org.phatthana.places.Place;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.values.PlaceCode;

/// What a goal's page shows of how far the goal has come.
///
/// @param within the places that the one shown lies in, the largest first
/// @param telling the indicator that tells places apart; empty where none has figures below the province
/// @param choices the indicators that could
/// @param waiting the parts of the place, those for whom most is lacking first
/// @param map what is lacking in each tambon; without a standard the figure itself
public record GoalView(
        Scorecard card,
        List<Place> within,
        Optional<Indicator> telling,
        List<Indicator> choices,
        List<Scorecards.Waiting> waiting,
        Optional<Choropleth> map) {

    public GoalView {
        within = List.copyOf(within);
        choices = List.copyOf(choices);
        waiting = List.copyOf(waiting);
    }

    /// The same page for another place, without a language.
    public String at(String place) {
        return "/goals/" + card.goal().id() + "?place=" + place + "&year=" + card.year()
                + telling.map(indicator -> "&indicator=" + indicator.code()).orElse("");
    }

    /// The same page by another indicator.
    public String by(Indicator indicator) {
        return "/goals/" + card.goal().id() + "?place=" + card.place().code() + "&year=" + card.year() + "&indicator="
                + indicator.code();
    }

    public boolean isWhole() {
        return card.place().level() == PlaceCode.Level.PROVINCE;
    }
}
