package org.phatthana.site;

import java.util.Map;
import java.util.stream.Collectors;
import org.phatthana.budget.Ordinances;
import org.phatthana.places.Choropleth;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.proof.PublicLog;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The start: what the province is, what its organization has set out to do, this year's money, and what happened
/// last.
@Controller
class HomePage {

    private static final int NEWEST_ACTS = 5;

    private final Strategy strategy;
    private final Places places;
    private final Ordinances ordinances;
    private final Planned planned;
    private final PublicLog log;

    HomePage(Strategy strategy, Places places, Ordinances ordinances, Planned planned, PublicLog log) {
        this.strategy = strategy;
        this.places = places;
        this.ordinances = ordinances;
        this.planned = planned;
        this.log = log;
    }

    @GetMapping("/")
    View home(Page page) {
        var current = ordinances.current();
        return page.show(
                "site/home",
                Map.of(
                        "strategy", strategy,
                        "province", places.province(),
                        "tambon", places.tambon().size(),
                        "map", peopleMap(),
                        "money", current.map(stored -> MoneySummary.of(stored.ordinance(), strategy)),
                        "goals", planned.byGoal(),
                        "acts", log.newest(Long.MAX_VALUE, NEWEST_ACTS)));
    }

    private Choropleth peopleMap() {
        var province = places.province();
        return Choropleth.of(
                places.drawing(),
                Message.of("places.figure.people"),
                Message.of("places.unit.people"),
                Message.of("places.as-of", province.asOf()),
                Message.of("places.just", province.source()),
                places.tambon().stream().collect(Collectors.toMap(Place::code, Place::people)));
    }
}
