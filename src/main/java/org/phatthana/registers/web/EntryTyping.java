package org.phatthana.registers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.registers.Applying;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryDraft;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.Register;
import org.phatthana.registers.intake.PositionText;
import org.phatthana.registers.intake.Readings;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// Makes drafts of what people type into the fields of a register.
@Component
class EntryTyping {

    private static final int LONGEST_NOTE = 2_000;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Readings readings;
    private final Clock clock;

    EntryTyping(Readings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    /// A new entry before anybody has typed anything.
    TypedEntry blank(Register register) {
        return TypedEntry.blank(register, Thailand.date(clock.instant()), readings.values());
    }

    /// The draft that somebody typed; what cannot be read becomes a problem of what they typed.
    ///
    /// @param entry the one that it changes, as it stands
    EntryDraft draft(Register register, Optional<Entry> entry, TypedEntry typed) {
        var values = new LinkedHashMap<String, Object>();
        var reading = readings.values();
        for (var field : register.fields()) {
            switch (reading.read(field, typed.text(field.code()))) {
                case ReadValue.Value(var value, var _) -> values.put(field.code(), value);
                case ReadValue.Unreadable(var why) -> typed.fault(field.code(), why);
                case ReadValue.Nothing() -> {}
            }
        }
        var place = PlaceCode.parse(typed.text(TypedEntry.PLACE));
        var holdsFrom = day(typed, TypedEntry.HOLDS_FROM);
        if (holdsFrom.isEmpty()) {
            typed.fault(TypedEntry.HOLDS_FROM, Message.of("registers.fault.required"));
        }
        var note = CellText.clean(typed.text(TypedEntry.NOTE)).strip();
        if (note.length() > LONGEST_NOTE) {
            typed.fault(TypedEntry.NOTE, Message.of("registers.fault.long", LONGEST_NOTE));
        }
        return new EntryDraft(
                entry.map(Entry::id),
                typed.seen(),
                values,
                geometry(register.geometry(), entry, typed),
                place,
                place.isEmpty() ? entry.map(Entry::placeSaid).orElse("") : "",
                holdsFrom.orElse(Thailand.date(clock.instant())),
                day(typed, TypedEntry.ENDED),
                note);
    }

    /// A line or an area stays as it is where none is typed.
    private static Optional<Geometry> geometry(GeometryKind kind, Optional<Entry> entry, TypedEntry typed) {
        return switch (kind) {
            case POINT -> point(typed);
            case NONE -> entry.flatMap(Entry::geometry);
            case LINE, AREA -> {
                var lines = typed.text(TypedEntry.SHAPE)
                        .lines()
                        .map(CellText::oneLine)
                        .filter(line -> !line.isEmpty())
                        .toList();
                yield lines.isEmpty() ? entry.flatMap(Entry::geometry) : shape(kind, lines, typed);
            }
        };
    }

    private static Optional<Geometry> shape(GeometryKind kind, List<String> points, TypedEntry typed) {
        var shape = PositionText.read(kind, String.join(";", points));
        if (shape.isEmpty()) {
            typed.fault(
                    TypedEntry.SHAPE,
                    points.stream()
                            .filter(point ->
                                    PositionText.read(GeometryKind.POINT, point).isEmpty())
                            .findFirst()
                            .map(point -> Message.of("registers.read.no-point", point))
                            .orElseGet(() -> Message.of(
                                    "registers.read.few." + kind.name().toLowerCase(Locale.ROOT))));
        }
        return shape;
    }

    /// What an entry says of persons never goes along to the field: where nothing was typed it stays as it is,
    /// unless something else was typed by which it is no longer asked.
    void keepPersonal(Register register, Entry entry, Map<String, Object> personal, TypedEntry typed) {
        var before = TypedEntry.of(register, entry, personal);
        var kept = register.fields().stream()
                .filter(field -> field.privacy() == Privacy.PERSONAL)
                .filter(field -> typed.text(field.code()).isBlank())
                .toList();
        kept.forEach(field -> typed.texts().put(field.code(), before.text(field.code())));
        var said = new LinkedHashMap<>(entry.values());
        said.putAll(personal);
        var was = new Applying(register, said);
        var is = new Applying(
                register, draft(register, Optional.of(entry), typed).values());
        kept.stream()
                .filter(field -> was.applies(field) && !is.applies(field))
                .forEach(field -> typed.texts().remove(field.code()));
    }

    private static Optional<Geometry> point(TypedEntry typed) {
        var lat = degrees(typed, TypedEntry.LAT);
        var lon = degrees(typed, TypedEntry.LON);
        if (lat == null && lon == null) {
            return Optional.empty();
        }
        if (lat == null || lon == null) {
            typed.fault(lat == null ? TypedEntry.LAT : TypedEntry.LON, Message.of("registers.fault.required"));
            return Optional.empty();
        }
        return Optional.of(SHAPES.createPoint(new Coordinate(lon, lat)));
    }

    private static @Nullable Double degrees(TypedEntry typed, String field) {
        var text = CellText.oneLine(typed.text(field));
        if (text.isEmpty()) {
            return null;
        }
        var number = CellText.number(text);
        if (number.isEmpty()) {
            typed.fault(field, Message.of("registers.read.no-number", text));
        }
        return number.map(Number::doubleValue).orElse(null);
    }

    private static Optional<LocalDate> day(TypedEntry typed, String field) {
        var text = CellText.oneLine(typed.text(field));
        var day = Dates.of(text);
        if (!text.isEmpty() && day.isEmpty()) {
            typed.fault(field, Message.of("registers.read.no-date", text));
        }
        return day;
    }
}
