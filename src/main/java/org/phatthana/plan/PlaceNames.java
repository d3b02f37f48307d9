package org.phatthana.plan;

import java.util.HashMap;
import java.util.Map;
import org.phatthana.places.Places;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// The Thai names of the province's amphoe and tambon, by which texts are searched.
@Component
class PlaceNames {

    private final Places places;

    PlaceNames(Places places) {
        this.places = places;
    }

    Map<PlaceCode, String> all() {
        var names = new HashMap<PlaceCode, String>();
        for (var place : places.within(places.province().code())) {
            if (place.code().level() != PlaceCode.Level.VILLAGE) {
                names.put(place.code(), place.name().thai());
            }
        }
        return names;
    }
}
