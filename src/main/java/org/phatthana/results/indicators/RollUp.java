package org.phatthana.results.indicators;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.phatthana.values.PlaceCode;

/// Adds the tallies of tambon up to their amphoe and their province.
public final class RollUp {

    private RollUp() {}

    /// The tallies of the given places and of every place that they lie in. A given place that others lie in keeps
    /// what was given of it, and what lies in it is added.
    public static Map<PlaceCode, Tally> over(Map<PlaceCode, Tally> given) {
        var all = new TreeMap<>(given);
        for (var rising = above(all); !rising.isEmpty(); rising = above(rising)) {
            rising.forEach((place, tally) -> all.merge(place, tally, Tally::plus));
        }
        return all;
    }

    /// What arrives in the next larger places. The parts of a place follow one another in the order of codes.
    private static SortedMap<PlaceCode, Tally> above(SortedMap<PlaceCode, Tally> tallies) {
        var above = new TreeMap<PlaceCode, Tally>();
        var parent = Optional.<PlaceCode>empty();
        var sum = Tally.NONE;
        for (var part : tallies.entrySet()) {
            if (parent.filter(part.getKey()::isPartOf).isEmpty()) {
                arrive(parent, sum, above);
                parent = part.getKey().parent();
                sum = Tally.NONE;
            }
            sum = sum.plus(part.getValue());
        }
        arrive(parent, sum, above);
        return above;
    }

    private static void arrive(Optional<PlaceCode> place, Tally sum, Map<PlaceCode, Tally> above) {
        place.ifPresent(one -> above.merge(one, sum, Tally::plus));
    }
}
