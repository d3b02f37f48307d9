package org.phatthana.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.values.PlaceCode;

/// Which entries of a register.
///
/// @param open whether those that are there, else those that have ended
/// @param place in which they stand
/// @param placeless whether only those of which nobody knows the place
/// @param codes the wanted value of some of [Register#filters()]; `true` or `false` for yes or no
/// @param text words that must all stand in an entry's public texts; may be empty
/// @param after the id of the entry after which the page begins; empty for the first page
/// @param limit at most so many, 1 to [#MOST]
public record EntryQuery(
        boolean open,
        Optional<PlaceCode> place,
        boolean placeless,
        Map<String, String> codes,
        String text,
        String after,
        int limit) {

    /// The longest page.
    public static final int MOST = 1_000;

    public EntryQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to " + MOST + " entries, not " + limit);
        }
        codes = Map.copyOf(codes);
    }

    /// The first page of all that are there.
    public static EntryQuery first(int limit) {
        return new EntryQuery(true, Optional.empty(), false, Map.of(), "", "", limit);
    }

    public EntryQuery in(PlaceCode wanted) {
        return new EntryQuery(open, Optional.of(wanted), false, codes, text, after, limit);
    }

    public EntryQuery after(String entry) {
        return new EntryQuery(open, place, placeless, codes, text, entry, limit);
    }

    /// The facets that entries must all have, as [Entries] keeps them.
    List<String> facets() {
        var facets = new java.util.ArrayList<String>();
        place.ifPresent(code -> facets.add(Facets.of(code)));
        if (placeless) {
            facets.add(Facets.PLACELESS);
        }
        new TreeMap<>(codes).forEach((field, value) -> facets.add(Facets.of(field, value)));
        if (facets.isEmpty()) {
            facets.add(Facets.ALL);
        }
        return facets;
    }
}
