package org.phatthana.places;

/// A place that a text may mean.
///
/// @param place the place
/// @param distance 0 for its very name or code; 1 where the name begins with the text or contains it; above that, 1
/// and the number of mistakes
public record Match(Place place, int distance) implements Comparable<Match> {

    public boolean isExact() {
        return distance == 0;
    }

    /// Nearest first, then larger places first, then by code.
    @Override
    public int compareTo(Match other) {
        var nearer = Integer.compare(distance, other.distance);
        if (nearer != 0) {
            return nearer;
        }
        var larger = place.level().compareTo(other.place.level());
        return larger != 0 ? larger : place.code().compareTo(other.place.code());
    }
}
