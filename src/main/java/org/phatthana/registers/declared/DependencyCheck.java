package org.phatthana.registers.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Condition;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import tools.jackson.databind.JsonNode;

/// What is wrong with how the fields of a register depend on each other, and with what they hold beforehand.
final class DependencyCheck {

    private static final int MOST_PARTS = 200;

    private final String name;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /// @param register whose fields are sound by themselves
    DependencyCheck(JsonNode register, Function<JsonNode, Field> read) {
        this.name = Nodes.text(register, "name");
        register.path("fields").forEach(node -> {
            var field = read.apply(node);
            fields.put(field.code(), field);
        });
    }

    List<String> faults() {
        var needs = new HashMap<String, Set<String>>();
        var i = 0;
        for (var field : fields.values()) {
            var at = "fields[" + i++ + "]";
            var needed = new HashSet<String>();
            field.onlyIf().ifPresent(condition -> {
                onlyIf(field, condition, at + ".onlyIf: ");
                needed.addAll(condition.fields());
            });
            field.under().ifPresent(above -> {
                under(field, above, at + ".under: ");
                needed.add(above);
            });
            needed.forEach(other -> closed(field, other, at));
            needs.put(field.code(), needed);
            field.preset()
                    .filter(preset -> !Preset.fits(field.type(), code -> has(field, code), preset))
                    .ifPresent(preset -> faults.add("%s.default: the field cannot hold «%s»".formatted(at, preset)));
        }
        Circle.in(needs)
                .ifPresent(code -> faults.add("fields: whether «%s» is asked depends on itself".formatted(code)));
        return faults;
    }

    private void onlyIf(Field field, Condition condition, String at) {
        if (field.code().equals(name)) {
            faults.add(at + "entries are called by it, so it is always asked");
        }
        if (parts(condition) > MOST_PARTS) {
            faults.add(at + "has more than " + MOST_PARTS + " parts");
        }
        part(condition, at);
    }

    private static int parts(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) ->
                1 + of.stream().mapToInt(DependencyCheck::parts).sum();
            case Condition.Any(var of) ->
                1 + of.stream().mapToInt(DependencyCheck::parts).sum();
            case Condition.Not(var of) -> 1 + parts(of);
            default -> 1;
        };
    }

    private void part(Condition condition, String at) {
        switch (condition) {
            case Condition.All(var of) -> of.forEach(each -> part(each, at));
            case Condition.Any(var of) -> of.forEach(each -> part(each, at));
            case Condition.Not(var of) -> part(of, at);
            case Condition.Filled(var field, var _) -> find(field, at);
            case Condition.Has(var field, var code) ->
                find(field, at).ifPresent(found -> {
                    if (found.type() != FieldType.CODES) {
                        faults.add("%s«%s» has no several codes; compare it".formatted(at, field));
                    } else if (!has(found, code)) {
                        faults.add("%sthe list of «%s» has no code «%s»".formatted(at, field, code));
                    }
                });
            case Condition.Compared(var field, var sign, var value) ->
                find(field, at)
                        .flatMap(found -> compared(found, sign, value))
                        .ifPresent(fault -> faults.add(at + fault));
        }
    }

    private Optional<Field> find(String code, String at) {
        if (!fields.containsKey(code)) {
            faults.add("%sthere is no field «%s»".formatted(at, code));
        }
        return Optional.ofNullable(fields.get(code));
    }

    private static Optional<String> compared(Field field, Condition.Sign sign, Object value) {
        var fits = switch (field.type()) {
            case NUMBER, INTEGER, YEAR -> value instanceof java.math.BigDecimal;
            case DATE -> value instanceof String text && Preset.isDay(text);
            case YES_NO -> value instanceof Boolean && !sign.isOfOrder();
            case CODE -> value instanceof String text && has(field, text) && !sign.isOfOrder();
            case TEXT, LINK -> value instanceof String && !sign.isOfOrder();
            case CODES, PLACE -> false;
        };
        return fits
                ? Optional.empty()
                : Optional.of("«%s» cannot be compared by %s with «%s»".formatted(field.code(), sign.written(), value));
    }

    private void under(Field field, String above, String at) {
        var parent = find(above, at);
        if (field.codes().isEmpty()) {
            faults.add(at + "only a field of codes stands under another one");
        }
        parent.filter(found -> found.type() != FieldType.CODE)
                .ifPresent(_ -> faults.add("%s«%s» is no field of one code".formatted(at, above)));
        parent.filter(found -> found.type() == FieldType.CODE)
                .ifPresent(found -> field.codes().stream()
                        .flatMap(list -> list.values().stream())
                        .map(CodeList.Value::under)
                        .flatMap(Optional::stream)
                        .distinct()
                        .filter(code -> !has(found, code))
                        .forEach(code -> faults.add("%sthe list of «%s» has no code «%s»".formatted(at, above, code))));
    }

    /// Whoever sees whether a field is asked learns of the other one.
    private void closed(Field field, String other, String at) {
        Optional.ofNullable(fields.get(other))
                .filter(found -> found.privacy().compareTo(field.privacy()) > 0)
                .ifPresent(found ->
                        faults.add("%s: depends on «%s», which fewer people may read".formatted(at, found.code())));
    }

    private static boolean has(Field field, String code) {
        return field.codes().flatMap(list -> list.find(code)).isPresent();
    }
}
