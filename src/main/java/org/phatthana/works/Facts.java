package org.phatthana.works;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Facts as the database keeps them and the public log tells them: money as decimal strings in baht, percentages as
/// decimal strings, dates as ISO 8601.
public final class Facts {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, written(Money::toPlainString))
                    .addDeserializer(Money.class, read(text -> Money.ofBaht(new BigDecimal(text))))
                    .addSerializer(BigDecimal.class, written(BigDecimal::toPlainString))
                    .addDeserializer(BigDecimal.class, read(BigDecimal::new))
                    .addSerializer(PlaceCode.class, written(PlaceCode::code))
                    .addDeserializer(PlaceCode.class, read(PlaceCode::new))
                    .addSerializer(Localized.class, new Texts())
                    .addDeserializer(Localized.class, new TextsRead())
                    .addSerializer(FiscalYear.class, written(FiscalYear::toString))
                    .addDeserializer(FiscalYear.class, read(text -> new FiscalYear(Integer.parseInt(text)))))
            .build();

    private Facts() {}

    /// What a fact says, by the names of its parts.
    public static Map<String, Object> content(Fact fact) {
        return JSON.convertValue(fact, CONTENT);
    }

    static String write(Fact fact) {
        return JSON.writeValueAsString(fact);
    }

    static Fact read(FactKind kind, String text) {
        return Objects.requireNonNull(JSON.readValue(text, kind.type()));
    }

    private interface AsText<T> {
        String of(T value);
    }

    private interface FromText<T> {
        T of(String text);
    }

    private static <T> ValueSerializer<T> written(AsText<T> writing) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(writing.of(value));
            }
        };
    }

    private static <T> ValueDeserializer<T> read(FromText<T> reading) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return reading.of(in.getString());
            }
        };
    }

    private static final class Texts extends ValueSerializer<Localized> {
        @Override
        public void serialize(Localized value, JsonGenerator out, SerializationContext context) {
            out.writePOJO(value.sorted());
        }
    }

    private static final class TextsRead extends ValueDeserializer<Localized> {
        @Override
        public Localized deserialize(JsonParser in, DeserializationContext context) {
            return new Localized(in.readValueAs(new TypeReference<Map<String, String>>() {}));
        }
    }
}
