package org.phatthana.registers.xlsform;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.phatthana.registers.kept.Digests;

/// Codes of fields, lists and values out of the names that forms give them: the same name is always the same code.
final class Codes {

    private static final int LONGEST = 40;
    private static final int SHORT = 8;
    private static final Set<String> RESERVED = Set.of(
            "id",
            "place",
            "tambon",
            "amphoe",
            "position",
            "geometry",
            "lat",
            "lon",
            "holds_from",
            "ended",
            "version",
            "is_sample",
            "begins",
            "placed",
            "seen",
            "note",
            "place_said",
            "form",
            "key",
            "entry",
            "show",
            "photographs",
            "q",
            "state",
            "sort",
            "after",
            "limit",
            "cursor",
            "on");

    private final Set<String> reserved;
    private final Set<String> taken;
    private final char joint;

    private Codes(char joint, Set<String> reserved) {
        this.joint = joint;
        this.reserved = reserved;
        this.taken = new HashSet<>(reserved);
    }

    /// Codes of fields: small letters, digits and `_`.
    static Codes ofFields() {
        return new Codes('_', RESERVED);
    }

    /// Codes of registers, lists and of the values of a list: small letters, digits and `-`.
    static Codes ofLists() {
        return new Codes('-', Set.of());
    }

    /// A code that was not given yet.
    ///
    /// @param mayBeginWithDigit as values of lists may
    String next(String name, boolean mayBeginWithDigit) {
        var small = name.toLowerCase(Locale.ROOT);
        var bare = small.replaceAll("[^a-z0-9]+", String.valueOf(joint));
        // Of what is written in other letters nothing would be left to know it by.
        var isLatin = small.matches("[a-z0-9_. /-]*[a-z0-9][a-z0-9_. /-]*");
        var code = isLatin ? trimmed(bare) : mark(name);
        if (!mayBeginWithDigit && !code.matches(joint == '_' ? "[a-z].*" : "[a-z].+")) {
            code = "q" + joint + code;
        }
        if (code.length() > LONGEST) {
            code = code.substring(0, LONGEST - SHORT - 1) + joint + mark(name);
        }
        if (taken.contains(code)) {
            var other = (reserved.contains(code) ? "q" + joint : "") + code;
            code = taken.contains(other)
                    ? other.substring(0, Math.min(other.length(), LONGEST - SHORT - 1)) + joint + mark(name)
                    : other;
        }
        taken.add(code);
        return code;
    }

    private String trimmed(String code) {
        var start = 0;
        while (start < code.length() && code.charAt(start) == joint) {
            start++;
        }
        return code.substring(start);
    }

    private static String mark(String name) {
        return Digests.over(List.of(name)).substring(0, SHORT);
    }
}
