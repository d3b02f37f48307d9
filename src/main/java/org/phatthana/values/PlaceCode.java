package org.phatthana.values;

import java.util.Optional;

/// The code of the Department of Provincial Administration for a place: province (2 digits), amphoe (4), tambon (6)
/// or village (8).
///
/// @param code the digits, for example `650801`
public record PlaceCode(String code) implements Comparable<PlaceCode> {

    private static final int LONGEST = 8;

    public enum Level {
        PROVINCE,
        AMPHOE,
        TAMBON,
        VILLAGE
    }

    public PlaceCode {
        if (!isCode(code)) {
            throw new IllegalArgumentException("A place code has 2, 4, 6 or 8 digits, not «" + code + "»");
        }
    }

    public static Optional<PlaceCode> parse(String text) {
        return isCode(text) ? Optional.of(new PlaceCode(text)) : Optional.empty();
    }

    private static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.length() % 2 != 0 || text.charAt(0) == '0') {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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

    /// Whether the other place is the next larger one that this one lies in.
    public boolean isPartOf(PlaceCode other) {
        return code.length() == other.code.length() + 2 && isWithin(other);
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
