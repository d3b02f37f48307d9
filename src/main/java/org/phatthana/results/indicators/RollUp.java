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
        var all = new TreeMap<PlaceCode, Tally>();
        given.forEach((place, tally) -> {
            for (var at = place; ; at = at.parent().orElseThrow()) {
                all.merge(at, tally, Tally::plus);
                if (at.parent().isEmpty()) {
                    break;
                }
            }
        });
        return all;
    }
}
