package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a field is asked, by the values of other fields. The pages of entries judge the same in the browser
/// (`field/conditions.ts`), by the same table of cases.
///
/// Of a field without a value nothing holds but `!=` and that it is empty, as in XPath.
public sealed interface Condition {

    record All(List<Condition> of) implements Condition {

        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {

        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /// @param value a `BigDecimal` for a number or a year of the Common Era; a `Boolean`; else a `String`: a text,
    ///   a
    ///     code, or a day such as `2026-01-31`
    record Compared(String field, Sign sign, Object value) implements Condition {}

    /// That a code is among those of a field of codes.
    record Has(String field, String code) implements Condition {}

    /// Whether a field has a value.
    record Filled(String field, boolean isFilled) implements Condition {}

    /// How a value is compared.
    enum Sign {
        EQUAL("="),
        OTHER("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String written;

        Sign(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }

        /// @throws IllegalArgumentException if it is none
        public static Sign of(String written) {
            return Stream.of(values())
                    .filter(sign -> sign.written.equals(written))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No sign: " + written));
        }

        /// Whether only what has an order can be compared by it.
        public boolean isOfOrder() {
            return this != EQUAL && this != OTHER;
        }

        private boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case OTHER -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /// @param values by field code, typed as [FieldType] says; null where there is none
    default boolean holds(Function<String, @Nullable Object> values) {
        return switch (this) {
            case All(var of) -> of.stream().allMatch(each -> each.holds(values));
            case Any(var of) -> of.stream().anyMatch(each -> each.holds(values));
            case Not(var of) -> !of.holds(values);
            case Has(var field, var code) -> values.apply(field) instanceof List<?> codes && codes.contains(code);
            case Filled(var field, var isFilled) -> (values.apply(field) != null) == isFilled;
            case Compared(var field, var sign, var value) -> {
                var found = values.apply(field);
                yield found == null ? sign == Sign.OTHER : sign.holds(order(found, value));
            }
        };
    }

    private static int order(Object found, Object value) {
        return switch (found) {
            case BigDecimal number -> number.compareTo((BigDecimal) value);
            case Long number -> BigDecimal.valueOf(number).compareTo((BigDecimal) value);
            case Integer year -> BigDecimal.valueOf(year).compareTo((BigDecimal) value);
            case LocalDate day -> day.compareTo(LocalDate.parse((String) value));
            case Boolean yes -> Boolean.compare(yes, (Boolean) value);
            default -> found.toString().compareTo((String) value);
        };
    }

    /// The codes of the fields that it asks for.
    default Set<String> fields() {
        var found = new LinkedHashSet<String>();
        switch (this) {
            case All(var of) -> of.forEach(each -> found.addAll(each.fields()));
            case Any(var of) -> of.forEach(each -> found.addAll(each.fields()));
            case Not(var of) -> found.addAll(of.fields());
            case Compared(var field, var _, var _) -> found.add(field);
            case Has(var field, var _) -> found.add(field);
            case Filled(var field, var _) -> found.add(field);
        }
        return found;
    }
}
