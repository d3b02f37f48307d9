package org.phatthana.registers.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.EntryQuery;
import org.phatthana.registers.Field;
import org.phatthana.registers.Register;
import org.phatthana.values.PlaceCode;

/// What a reader of a list asks for, as its address says it. What makes no sense restricts nothing.
///
/// @param place a code, `none` for entries whose place nobody knows, else empty
/// @param codes the wanted values of the register's filters
public record Filters(
        Register register, String place, Map<String, String> codes, String q, boolean ended, String after) {

    static final String NO_PLACE = "none";
    private static final int LONGEST = 200;

    static Filters of(Register register, Map<String, String> parameters) {
        var codes = new TreeMap<String, String>();
        register.filters().forEach(field -> {
            var wanted = parameters.getOrDefault(field.code(), "");
            if (isValue(field, wanted)) {
                codes.put(field.code(), wanted);
            }
        });
        var place = parameters.getOrDefault("place", "");
        var q = CellText.oneLine(parameters.getOrDefault("q", ""));
        var after = parameters.getOrDefault("after", "");
        return new Filters(
                register,
                place.equals(NO_PLACE) || PlaceCode.parse(place).isPresent() ? place : "",
                codes,
                q.substring(0, Math.min(LONGEST, q.length())),
                parameters.getOrDefault("state", "").equals("ended"),
                after.matches("[0-9a-z]{26}") ? after : "");
    }

    private static boolean isValue(Field field, String wanted) {
        return field.codes()
                .map(list -> list.find(wanted).isPresent())
                .orElseGet(() -> wanted.equals("true") || wanted.equals("false"));
    }

    EntryQuery query(int limit) {
        return new EntryQuery(
                !ended,
                place.equals(NO_PLACE) ? Optional.empty() : PlaceCode.parse(place),
                place.equals(NO_PLACE),
                codes,
                q,
                after,
                limit);
    }

    public boolean isAny() {
        return !place.isEmpty() || !codes.isEmpty() || !q.isEmpty() || ended;
    }

    public String code(String field) {
        return codes.getOrDefault(field, "");
    }

    /// The address of a page of this list.
    ///
    /// @param path for example `/registers/schools`
    /// @param from the entry after which it begins; empty for the first
    public String address(String path, String from) {
        var parts = new ArrayList<String>();
        add(parts, "place", place);
        codes.forEach((field, value) -> add(parts, field, value));
        add(parts, "q", q);
        add(parts, "state", ended ? "ended" : "");
        add(parts, "after", from);
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static void add(ArrayList<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
