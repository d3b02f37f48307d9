package org.phatthana.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.phatthana.places.Choropleth;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// My tambon: a place, its people, its projects and its money. An amphoe and the province have the same page.
@Controller
class PlacePage {

    private final Places places;
    private final SeriesCatalogue series;
    private final Planned planned;

    PlacePage(Places places, SeriesCatalogue series, Planned planned) {
        this.places = places;
        this.series = series;
        this.planned = planned;
    }

    @GetMapping("/places/{code}")
    View place(Page page, @PathVariable String code) {
        var place = PlaceCode.parse(code)
                .flatMap(places::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var isTambon = place.level() == PlaceCode.Level.TAMBON;
        return page.show(
                "site/place",
                Map.of(
                        "place", place,
                        "above", above(place),
                        "map", map(place),
                        "bodies", isTambon ? places.bodiesOf(place.code()) : List.of(),
                        "bodiesSource", places.sources().get("bodies"),
                        "planned", planned.in(place.code()),
                        "series", series.ofPlaces(place.level()),
                        "nearby", isTambon ? places.neighbours(place.code()) : inside(place)));
    }

    /// The places that a place lies in, the largest first.
    private List<Place> above(Place place) {
        var above = new ArrayList<Place>();
        for (var parent = place.code().parent();
                parent.isPresent();
                parent = parent.get().parent()) {
            places.find(parent.get()).ifPresent(above::addFirst);
        }
        return above;
    }

    /// The places of the next level inside a place.
    private List<Place> inside(Place place) {
        return places.within(place.code()).stream()
                .filter(inner -> inner.code().isPartOf(place.code()))
                .toList();
    }

    private Choropleth map(Place place) {
        var people = places.tambon().stream()
                .filter(tambon -> tambon.code().isWithin(place.code()) || place.level() == PlaceCode.Level.TAMBON)
                .collect(Collectors.toMap(Place::code, Place::people));
        var map = Choropleth.of(
                places.drawing(),
                Message.of("places.figure.people"),
                Message.of("places.unit.people"),
                Message.of("places.as-of", place.asOf()),
                Message.of("places.just", place.source()),
                people);
        return place.level() == PlaceCode.Level.TAMBON ? map.choosing(place.code()) : map;
    }
}
