package org.phatthana.values;

import java.util.Optional;
import java.util.regex.Pattern;

/// The code of the Department of Provincial Administration for a place: province (2 digits), amphoe (4), tambon (6)
/// or village (8).
///
/// @param code the digits, for example `650801`
public record PlaceCode(String code) implements Comparable<PlaceCode> {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d(\\d\\d){0,3}");

    public enum Level {
        PROVINCE,
        AMPHOE,
        TAMBON,
        VILLAGE
    }

    public PlaceCode {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("A place code has 2, 4, 6 or 8 digits, not «" + code + "»");
        }
    }

    public static Optional<PlaceCode> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new PlaceCode(text)) : Optional.empty();
    }

    public Level level() {
        return Level.values()[code.length() / 2 - 1];
    }

    /// The place that this one belongs to, if it is not a province.
    public Optional<PlaceCode> parent() {
        return code.length() == 2 ? Optional.empty() : Optional.of(new PlaceCode(code.substring(0, code.length() - 2)));
    }

    /// Whether this place is the other one or lies in it.
    public boolean isWithin(PlaceCode other) {
        return code.startsWith(other.code);
    }

    @Override
    public int compareTo(PlaceCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
