package org.phatthana.registers;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.phatthana.values.PlaceCode;

/// What is to be recorded of an entry: all that it says from now on.
///
/// @param id of the entry, empty for a new one
/// @param seen the version that whoever wrote this had before them; 0 for a new entry
/// @param values by field code, typed as [FieldType] says, with those of persons
/// @param place the tambon, where it is said; a point says it by itself
/// @param placeSaid what was written of its place where nobody knows yet which that is; else empty
/// @param holdsFrom from which day it holds; not later than today
/// @param ended the entry's last day, where it has ended; not later than today
/// @param note why, for everyone to read; may be empty
public record EntryDraft(
        Optional<String> id,
        int seen,
        Map<String, Object> values,
        Optional<Geometry> geometry,
        Optional<PlaceCode> place,
        String placeSaid,
        LocalDate holdsFrom,
        Optional<LocalDate> ended,
        String note) {

    public EntryDraft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// A new entry that nobody has seen yet.
    public static EntryDraft of(Map<String, Object> values, LocalDate holdsFrom) {
        return new EntryDraft(
                Optional.empty(), 0, values, Optional.empty(), Optional.empty(), "", holdsFrom, Optional.empty(), "");
    }

    public EntryDraft at(Geometry point) {
        return new EntryDraft(id, seen, values, Optional.of(point), place, placeSaid, holdsFrom, ended, note);
    }

    public EntryDraft in(PlaceCode tambon) {
        return new EntryDraft(id, seen, values, geometry, Optional.of(tambon), "", holdsFrom, ended, note);
    }

    /// The same as the next version of an entry.
    public EntryDraft of(Entry entry) {
        return new EntryDraft(
                Optional.of(entry.id()), entry.version(), values, geometry, place, placeSaid, holdsFrom, ended, note);
    }
}
