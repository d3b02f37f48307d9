package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// `places`: the tambon with their people and households. They count in every period with the newest figures.
@Component
class PlacesSource implements FigureSource {

    static final String NAME = "places";

    private static final Source SOURCE = new Source(
            NAME,
            List.of(
                    Column.of("people", new Type(Kind.INTEGER, "person")),
                    Column.of("men", new Type(Kind.INTEGER, "person")),
                    Column.of("women", new Type(Kind.INTEGER, "person")),
                    Column.of("households", new Type(Kind.INTEGER, "household")),
                    Column.of("villages", new Type(Kind.INTEGER, "village"))),
            "",
            false);

    private final Places places;

    PlacesSource(Places places) {
        this.places = places;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public List<Figures.PlacedRow> rows() {
        return places.tambon().stream().map(PlacesSource::row).toList();
    }

    private static Figures.PlacedRow row(Place place) {
        var values = Map.<String, Object>of(
                "people", BigDecimal.valueOf(place.people()),
                "men", BigDecimal.valueOf(place.male()),
                "women", BigDecimal.valueOf(place.female()),
                "households", BigDecimal.valueOf(place.households()),
                "villages", BigDecimal.valueOf(place.villages()));
        return new Figures.PlacedRow(Row.of(place.code().code(), values), place.code(), false);
    }

    @Override
    public Optional<Origin> origin(String id) {
        return PlaceCode.parse(id)
                .flatMap(places::find)
                .map(place -> new Origin(place.title(), "/places/" + id, "/places"));
    }
}
