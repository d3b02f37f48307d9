package org.phatthana.registers.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.phatthana.registers.Applying;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Field;
import org.phatthana.registers.RecordingOutcome;
import org.phatthana.registers.Register;
import org.phatthana.registers.declared.Preset;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.registers.reading.ValueReading;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;

/// What somebody has typed of an entry, and what is wrong with it.
///
/// @param seen the version that they had before them; 0 for a new entry
/// @param texts by the codes of fields, `place`, `place_said`, `lat`, `lon`, `shape`, `holds_from`, `ended`, `note`
/// @param problems by the same; `form` for all of it
public record TypedEntry(int seen, Map<String, String> texts, Map<String, Message> problems) implements Typed {

    static final String PLACE = "place";
    static final String PLACE_SAID = "place_said";
    static final String LAT = "lat";
    static final String LON = "lon";
    static final String HOLDS_FROM = "holds_from";
    static final String ENDED = "ended";
    static final String NOTE = "note";
    static final String SHAPE = "shape";
    static final String FORM = "form";

    /// An entry as it stands, to be typed over.
    ///
    /// @param personal what it says of persons
    static TypedEntry of(Register register, Entry entry, Map<String, Object> personal) {
        var texts = new LinkedHashMap<String, String>();
        for (var field : register.fields()) {
            var value = Optional.ofNullable(entry.values().get(field.code())).orElse(personal.get(field.code()));
            if (value != null) {
                texts.put(field.code(), Shown.typed(value));
            }
        }
        texts.put(PLACE, entry.place().map(PlaceCode::code).orElse(""));
        texts.put(PLACE_SAID, entry.placeSaid());
        entry.geometry().filter(Point.class::isInstance).map(Point.class::cast).ifPresent(point -> {
            texts.put(LAT, Double.toString(point.getY()));
            texts.put(LON, Double.toString(point.getX()));
        });
        entry.ended().ifPresent(day -> texts.put(ENDED, day.toString()));
        return new TypedEntry(entry.version(), texts, new LinkedHashMap<>());
    }

    /// A new entry with what its form holds beforehand, where that applies.
    static TypedEntry blank(Register register, LocalDate today, ValueReading reading) {
        var texts = new LinkedHashMap<String, String>();
        var values = new HashMap<String, Object>();
        register.fields()
                .forEach(field -> field.preset().ifPresent(preset -> {
                    texts.put(field.code(), preset(field, preset, today));
                    if (reading.read(field, texts.get(field.code())) instanceof ReadValue.Value(var value, var _)) {
                        values.put(field.code(), value);
                    }
                }));
        var applying = new Applying(register, values);
        register.fields().stream()
                .filter(field -> !applying.applies(field))
                .forEach(field -> texts.remove(field.code()));
        texts.put(HOLDS_FROM, today.toString());
        return new TypedEntry(0, texts, new LinkedHashMap<>());
    }

    private static String preset(Field field, String preset, LocalDate today) {
        if (!preset.equals(Preset.TODAY)) {
            return preset;
        }
        return switch (field.type()) {
            case DATE -> today.toString();
            case YEAR -> Integer.toString(today.getYear());
            default -> preset;
        };
    }

    static TypedEntry typed(int seen, Map<String, List<String>> form) {
        var texts = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> texts.put(name, String.join(", ", values)));
        return new TypedEntry(seen, texts, new LinkedHashMap<>());
    }

    @Override
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /// Whether a code is among those typed.
    public boolean has(String field, String code) {
        return List.of(text(field).split(", ")).contains(code);
    }

    @Override
    public @Nullable Message problem(String field) {
        return problems.get(field);
    }

    /// Takes what stands against a draft of it.
    void faults(List<RecordingOutcome.Fault> faults) {
        var drawn = texts.containsKey(SHAPE) ? SHAPE : LAT;
        faults.forEach(fault -> fault(fault.field().equals("geometry") ? drawn : fault.field(), fault.message()));
    }

    void fault(String field, Message message) {
        problems.putIfAbsent(field, message);
    }
}
