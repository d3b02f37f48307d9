package org.phatthana.results.indicators;

import java.util.Collection;
import org.phatthana.places.Places;
import org.phatthana.values.PlaceCode;

/// Where something counts that lies in several places.
final class Whereabouts {

    private Whereabouts() {}

    /// The smallest place, a tambon at least, in which all of them lie; the province where there are none, or some
    /// lie outside of it.
    static PlaceCode of(Collection<PlaceCode> all, Places places) {
        var province = places.province().code();
        return all.stream()
                .reduce((one, two) -> {
                    var at = one;
                    while (!two.isWithin(at)) {
                        at = at.parent().orElse(province);
                        if (at.equals(province)) {
                            break;
                        }
                    }
                    return at;
                })
                .filter(place -> place.isWithin(province))
                .map(place -> place.level() == PlaceCode.Level.VILLAGE
                        ? place.parent().orElseThrow()
                        : place)
                .orElse(province);
    }
}
