package org.phatthana.registers;

import java.util.ArrayList;
import java.util.List;
import org.phatthana.values.PlaceCode;

/// What lists can be narrowed to, as the tables name it.
final class Facets {

    static final String ALL = "";
    static final String PLACELESS = "place=";

    private Facets() {}

    static String of(PlaceCode place) {
        return PLACELESS + place.code();
    }

    static String of(String field, String value) {
        return field + "=" + value;
    }

    /// All facets of an entry.
    static List<String> of(Register register, Entry entry) {
        var facets = new ArrayList<String>();
        facets.add(ALL);
        if (entry.place().isEmpty()) {
            facets.add(PLACELESS);
        }
        for (var place = entry.place(); place.isPresent(); place = place.get().parent()) {
            facets.add(of(place.get()));
        }
        for (var field : register.filters()) {
            if (field.type() == FieldType.YES_NO) {
                entry.yesNo(field.code()).ifPresent(yes -> facets.add(of(field.code(), Boolean.toString(yes))));
            } else {
                entry.codes(field.code()).forEach(code -> facets.add(of(field.code(), code)));
            }
        }
        return facets;
    }
}
