package org.phatthana.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// JSON in the one form that RFC 8785 (JCS) gives it. What acts consist of (maps, lists, strings, truth values and
/// whole numbers below 2^53) is written at once; for anything else the library of the standard's author is asked.
final class Canonical {

    private static final long LARGEST = 1L << 53;
    private static final char FIRST_PRINTABLE = ' ';

    private final JsonMapper json;

    Canonical(JsonMapper json) {
        this.json = json;
    }

    String text(Map<String, Object> body) {
        var out = new StringBuilder(1_024);
        return writes(body, out) ? out.toString() : byTheLibrary(body);
    }

    String byTheLibrary(Object body) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return whether it was written; if not, the text is of no use
    private static boolean writes(@Nullable Object value, StringBuilder out) {
        return switch (value) {
            case String text -> writes(text, out);
            case Map<?, ?> map -> writes(map, out);
            case Collection<?> list -> writes(list, out);
            case Boolean truth -> isAppended(out, truth.toString());
            case Integer number -> isAppended(out, number.toString());
            case Long number when number < LARGEST && number > -LARGEST -> isAppended(out, number.toString());
            case null, default -> false;
        };
    }

    private static boolean isAppended(StringBuilder out, String text) {
        out.append(text);
        return true;
    }

    private static boolean writes(Map<?, ?> map, StringBuilder out) {
        var sorted = new TreeMap<String, @Nullable Object>(); // by UTF-16 units, as the standard wants it
        for (var one : map.entrySet()) {
            if (!(one.getKey() instanceof String key)) {
                return false;
            }
            sorted.put(key, one.getValue());
        }
        out.append('{');
        var separator = "";
        for (var one : sorted.entrySet()) {
            out.append(separator);
            if (!writes(one.getKey(), out) || !writes(one.getValue(), out.append(':'))) {
                return false;
            }
            separator = ",";
        }
        out.append('}');
        return true;
    }

    private static boolean writes(Collection<?> list, StringBuilder out) {
        out.append('[');
        var separator = "";
        for (var one : list) {
            if (!writes(one, out.append(separator))) {
                return false;
            }
            separator = ",";
        }
        out.append(']');
        return true;
    }

    private static boolean writes(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (letter < FIRST_PRINTABLE || Character.isSurrogate(letter)) {
                        return false;
                    }
                    out.append(letter);
                }
            }
        }
        out.append('"');
        return true;
    }
}
