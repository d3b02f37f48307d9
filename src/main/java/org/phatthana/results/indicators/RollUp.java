package org.phatthana.results.indicators;

import java.util.Map;
import java.util.TreeMap;
import org.phatthana.values.PlaceCode;

/// Adds the tallies of tambon up to their amphoe and their province.
public final class RollUp {

    private RollUp() {}

    /// The tallies of the given places and of every place that they lie in. A given place that others lie in keeps
    /// what was given of it, and what lies in it is added.
    public static Map<PlaceCode, Tally> over(Map<PlaceCode, Tally> given) {
        var all = new TreeMap<>(given);
        for (var rising = above(given); !rising.isEmpty(); rising = above(rising)) {
            rising.forEach((place, tally) -> all.merge(place, tally, Tally::plus));
        }
        return all;
    }

    /// What arrives in the next larger places.
    private static Map<PlaceCode, Tally> above(Map<PlaceCode, Tally> tallies) {
        var above = new TreeMap<PlaceCode, Tally>();
        tallies.forEach((place, tally) -> place.parent().ifPresent(parent -> above.merge(parent, tally, Tally::plus)));
        return above;
    }
}
