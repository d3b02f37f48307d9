package org.phatthana.registers.kept;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.values.PlaceCode;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The values of an entry as JSON: numbers as numbers, days as ISO 8601, codes as texts.
public final class ValueText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ValueText() {}

    public static String write(Map<String, Object> values) {
        return JSON.writeValueAsString(plain(values));
    }

    /// Reads what the fields know; what a field no longer there has left is left aside.
    public static Map<String, Object> read(String text, List<Field> fields) {
        var json = JSON.readTree(text);
        var values = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = json.path(field.code());
            if (!value.isMissingNode() && isOf(field.type(), value)) {
                values.put(field.code(), typed(field.type(), value));
            }
        }
        return values;
    }

    /// Values as texts, truth values and lists of texts, in the order of the fields' codes: for what is signed or
    /// logged, where numbers keep every digit.
    public static Map<String, Object> canonical(Map<String, Object> values) {
        var texts = new TreeMap<String, Object>();
        values.forEach((field, value) -> texts.put(
                field,
                switch (value) {
                    case BigDecimal number -> number.toPlainString();
                    case Boolean yes -> yes;
                    case List<?> codes -> codes;
                    default -> value.toString();
                }));
        return texts;
    }

    /// Values as JSON has them.
    public static Map<String, Object> plain(Map<String, Object> values) {
        var plain = new LinkedHashMap<String, Object>();
        values.forEach((field, value) -> plain.put(
                field,
                switch (value) {
                    case LocalDate day -> day.toString();
                    case PlaceCode place -> place.code();
                    default -> value;
                }));
        return plain;
    }

    /// A declaration may have changed since: a value of another type is not shown as one of this.
    private static boolean isOf(FieldType type, JsonNode value) {
        return switch (type) {
            case NUMBER -> value.isNumber();
            case INTEGER, YEAR -> value.isIntegralNumber();
            case YES_NO -> value.isBoolean();
            case CODES -> value.isArray();
            case DATE, PLACE, TEXT, CODE, LINK -> value.isString();
        };
    }

    private static Object typed(FieldType type, JsonNode value) {
        return switch (type) {
            case NUMBER -> value.decimalValue();
            case INTEGER -> value.longValue();
            case YEAR -> value.intValue();
            case YES_NO -> value.booleanValue();
            case DATE -> LocalDate.parse(value.stringValue());
            case PLACE -> new PlaceCode(value.stringValue());
            case CODES -> {
                var codes = new ArrayList<String>();
                value.forEach(code -> codes.add(code.asString()));
                yield List.copyOf(codes);
            }
            case TEXT, CODE, LINK -> value.stringValue();
        };
    }
}
