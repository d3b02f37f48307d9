package org.phatthana.places;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;

/// A province, an amphoe or a tambon. The figures of the larger ones are sums over their tambon.
///
/// @param name the bare name: `วังทอง`, `Wang Thong`
/// @param male men registered as living there
/// @param female women registered as living there
/// @param households registered households
/// @param villages numbered villages; a city's tambon may have none
/// @param postCode of a tambon only
/// @param centroid the middle
/// @param areaSquareKm from its shape; rough where the shape is approximate
/// @param approximate whether its shape only says roughly where its borders run
/// @param shapeSource where its shape is from
/// @param source where its people and households are from
/// @param asOf the day of which its figures speak
public record Place(
        PlaceCode code,
        Localized name,
        long male,
        long female,
        long households,
        long villages,
        @Nullable String postCode,
        GeoPoint centroid,
        Bounds bounds,
        double areaSquareKm,
        boolean approximate,
        Localized shapeSource,
        Localized source,
        LocalDate asOf) {

    public PlaceCode.Level level() {
        return code.level();
    }

    public long people() {
        return Math.addExact(male, female);
    }

    /// People per square kilometre, nothing where there is no area.
    public Optional<Double> density() {
        return areaSquareKm > 0 ? Optional.of(people() / areaSquareKm) : Optional.empty();
    }

    /// The name with its level in short: `ต.วังทอง`, `Wang Thong`.
    public Localized shortTitle() {
        return titled(
                switch (level()) {
                    case PROVINCE -> "จ.";
                    case AMPHOE -> "อ.";
                    case TAMBON -> "ต.";
                    case VILLAGE -> "บ.";
                },
                "");
    }

    /// The name with its level in full: `ตำบลวังทอง`, `Tambon Wang Thong`.
    public Localized title() {
        return switch (level()) {
            case PROVINCE -> titled("จังหวัด", "", " Province");
            case AMPHOE -> titled("อำเภอ", "Amphoe ");
            case TAMBON -> titled("ตำบล", "Tambon ");
            case VILLAGE -> titled("บ้าน", "Ban ");
        };
    }

    private Localized titled(String thai, String english) {
        return titled(thai, english, "");
    }

    private Localized titled(String thai, String english, String after) {
        Map<String, String> titles = new TreeMap<>();
        name.texts()
                .forEach((language, text) ->
                        titles.put(language, language.equals("th") ? thai + text : english + text + after));
        return new Localized(titles);
    }
}
