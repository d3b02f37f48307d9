package org.phatthana.places;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;

/// A local body: who looks after a matter that lies inside its area.
///
/// @param type what kind of body the law makes it
/// @param code its geocode, which for a municipality is not a place code
/// @param name the bare name
/// @param covers the tambon that it covers, whole or in part; none for the provincial one, which covers them all
/// @param websites its sites, the living one first as far as known
/// @param point where its office stands, if known
/// @param obsolete whether it was dissolved or became another one
public record Body(
        Type type,
        String code,
        Localized name,
        List<PlaceCode> covers,
        List<String> websites,
        @Nullable GeoPoint point,
        boolean obsolete) {

    /// The kinds of local body, from the province down.
    public enum Type {
        PAO("องค์การบริหารส่วนจังหวัด", "Provincial Administrative Organization"),
        CITY_MUNICIPALITY("เทศบาลนคร", "City Municipality"),
        TOWN_MUNICIPALITY("เทศบาลเมือง", "Town Municipality"),
        SUBDISTRICT_MUNICIPALITY("เทศบาลตำบล", "Subdistrict Municipality"),
        SUBDISTRICT_ORGANIZATION("องค์การบริหารส่วนตำบล", "Subdistrict Administrative Organization");

        private final String thai;
        private final String english;

        Type(String thai, String english) {
            this.thai = thai;
            this.english = english;
        }
    }

    public Body {
        covers = List.copyOf(covers);
        websites = List.copyOf(websites);
        for (var website : websites) {
            if (!website.matches("https?://\\S{1,200}")) {
                throw new IllegalArgumentException("A body's website begins with http:, not «" + website + "»");
            }
        }
    }

    /// The full name: `เทศบาลตำบลวังทอง`, `Wang Thong Subdistrict Municipality`.
    public Localized title() {
        var titles = new TreeMap<String, String>();
        name.texts()
                .forEach((language, text) ->
                        titles.put(language, language.equals("th") ? type.thai + text : text + " " + type.english));
        return new Localized(titles);
    }
}
