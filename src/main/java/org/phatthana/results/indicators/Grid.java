package org.phatthana.results.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.phatthana.values.PlaceCode;

/// The places that have sums of their own, each with its number: the lowest ones first, then those that they lie
/// in, for rows of which nobody can say more.
final class Grid {

    private final List<PlaceCode> places;
    private final int lowest;
    private final Map<PlaceCode, Integer> numbers = new HashMap<>();

    /// @param lowest the lowest places that have figures of their own
    Grid(Collection<PlaceCode> lowest) {
        var small = new TreeSet<>(lowest);
        var large = new TreeSet<PlaceCode>();
        for (var place : small) {
            for (var at = place.parent(); at.isPresent(); at = at.get().parent()) {
                large.add(at.get());
            }
        }
        var all = new ArrayList<>(small);
        all.addAll(large);
        this.places = List.copyOf(all);
        this.lowest = small.size();
        for (var i = 0; i < places.size(); i++) {
            numbers.put(places.get(i), i);
        }
    }

    int size() {
        return places.size();
    }

    PlaceCode place(int number) {
        return places.get(number);
    }

    /// Whether no place with sums of its own lies in the one of that number.
    boolean isLowest(int number) {
        return number < lowest;
    }

    /// The number of a place, of a village that of its tambon; −1 where it lies in none of the places.
    int number(PlaceCode place) {
        var number = numbers.get(place);
        if (number == null && place.level() == PlaceCode.Level.VILLAGE) {
            number = numbers.get(place.parent().orElseThrow());
        }
        return number == null ? -1 : number;
    }
}
