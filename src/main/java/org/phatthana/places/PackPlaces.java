package org.phatthana.places;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;

/// The pack's `places.yaml`.
///
/// @param version changes with each edition of the file
/// @param asOf the day of which the figures speak
/// @param sources figure to where it is from
record PackPlaces(
        String version,
        LocalDate asOf,
        Map<String, Localized> sources,
        Named province,
        List<Named> amphoe,
        List<Tambon> tambon) {

    static final String FILE = "places.yaml";

    /// A province or an amphoe.
    record Named(PlaceCode code, Localized name) {}

    /// A tambon with its figures.
    ///
    /// @param point its middle, the one that is used
    /// @param otherPoint another source's middle, kept for comparison
    record Tambon(
            PlaceCode code,
            Localized name,
            int people,
            int male,
            int female,
            int households,
            int villages,
            String postCode,
            GeoPoint point,
            @Nullable GeoPoint otherPoint) {

        Tambon {
            if (male + female != people) {
                throw new IllegalArgumentException("Tambon %s has %d men and %d women, which are not %d people"
                        .formatted(code, male, female, people));
            }
        }
    }

    /// The pack's `bodies.yaml`.
    record Bodies(Localized source, List<Body> bodies) {

        static final String FILE = "bodies.yaml";
    }

    PackPlaces {
        for (var figure : List.of("names", "people", "villages", "points")) {
            if (!sources.containsKey(figure)) {
                throw new IllegalArgumentException("places.yaml names no source of «" + figure + "»");
            }
        }
        if (tambon.size() < 3) {
            throw new IllegalArgumentException("places.yaml has %d tambon; a map needs three".formatted(tambon.size()));
        }
        var codes = new HashSet<PlaceCode>();
        check(codes, province.code(), PlaceCode.Level.PROVINCE);
        amphoe.forEach(place -> check(codes, place.code(), PlaceCode.Level.AMPHOE));
        tambon.forEach(place -> check(codes, place.code(), PlaceCode.Level.TAMBON));
    }

    private static void check(HashSet<PlaceCode> codes, PlaceCode code, PlaceCode.Level level) {
        if (code.level() != level) {
            throw new IllegalArgumentException("places.yaml: %s is not the code of a %s".formatted(code, level));
        }
        if (code.parent().isPresent() && !codes.contains(code.parent().get())) {
            throw new IllegalArgumentException("places.yaml: %s lies in a place that is not there".formatted(code));
        }
        if (!codes.add(code)) {
            throw new IllegalArgumentException("places.yaml: %s is there twice".formatted(code));
        }
    }
}
