package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.phatthana.values.PlaceCode;

/// A version of an entry of a register. What fields say of persons is not in it.
///
/// @param id its public identifier, the same in every version
/// @param register the code of its register
/// @param version counted from 1
/// @param values by field code, typed as [FieldType] says; a field without a value is not there. Fields that are
///   for the staff alone are: a page shows [Register#publicFields()]
/// @param geometry in degrees (WGS 84), longitude first
/// @param place the tambon that it stands in, where that is known
/// @param placeSaid what was written of its place where nobody knows yet which that is; else empty
/// @param holdsFrom from which day this version holds; of the first, since when the entry is there
/// @param ended its last day, where it has ended
/// @param note why it was recorded, for everyone; may be empty
/// @param digest over all that the version says
/// @param capacity the role in which it was recorded
/// @param sample whether it is sample data
public record Entry(
        String id,
        String register,
        int version,
        Map<String, Object> values,
        Optional<Geometry> geometry,
        Optional<PlaceCode> place,
        String placeSaid,
        LocalDate holdsFrom,
        Optional<LocalDate> ended,
        String note,
        String digest,
        Instant recordedAt,
        String capacity,
        boolean sample) {

    public Entry {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The address of its page without a language.
    public String address() {
        return "/registers/" + register + "/" + id;
    }

    /// Whether it is there on a day that this version speaks of.
    public boolean isOpenOn(LocalDate day) {
        return !holdsFrom.isAfter(day) && ended.stream().noneMatch(last -> last.isBefore(day));
    }

    public Optional<String> text(String field) {
        return value(field, String.class);
    }

    /// A number, whole or not, in the unit of its field.
    public Optional<BigDecimal> number(String field) {
        return switch (values.get(field)) {
            case BigDecimal number -> Optional.of(number);
            case Long number -> Optional.of(BigDecimal.valueOf(number));
            case Integer year -> Optional.of(BigDecimal.valueOf(year));
            case null, default -> Optional.empty();
        };
    }

    public Optional<LocalDate> day(String field) {
        return value(field, LocalDate.class);
    }

    public Optional<Boolean> yesNo(String field) {
        return value(field, Boolean.class);
    }

    /// The codes of a field of one code or several.
    public List<String> codes(String field) {
        return switch (values.get(field)) {
            case String code -> List.of(code);
            case List<?> codes -> codes.stream().map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }

    private <T> Optional<T> value(String field, Class<T> type) {
        return Optional.ofNullable(values.get(field)).filter(type::isInstance).map(type::cast);
    }
}
