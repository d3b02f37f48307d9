package org.phatthana.registers;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// What a draft must be to be recorded, and in which tambon it stands.
@Component
class DraftCheck {

    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_POINTS = 100_000;
    private static final LocalDate OLDEST = LocalDate.of(1700, 1, 1);
    private static final int YEARS_AHEAD = 100;

    /// How far a line or an area may lie outside of the box around the province, in degrees.
    private static final double BEYOND = 0.25;

    private final Places places;

    DraftCheck(Places places) {
        this.places = places;
    }

    /// What stands against a draft.
    ///
    /// @param index which of the drafts it is
    List<Fault> faults(Register register, EntryDraft draft, int index, LocalDate today) {
        var faults = new ArrayList<Fault>();
        var applying = new Applying(register, draft.values());
        for (var field : register.fields()) {
            value(register, field, applying, draft, today)
                    .ifPresent(message -> faults.add(new Fault(index, field.code(), message)));
        }
        draft.values().keySet().stream()
                .filter(code -> register.field(code).isEmpty())
                .forEach(code -> faults.add(new Fault(index, code, Message.of("registers.fault.no-field", code))));
        if (draft.holdsFrom().isAfter(today)) {
            faults.add(new Fault(index, "holds_from", Message.of("registers.fault.future")));
        } else {
            day(draft.holdsFrom(), today).ifPresent(message -> faults.add(new Fault(index, "holds_from", message)));
        }
        draft.ended().ifPresent(ended -> {
            if (ended.isAfter(today)) {
                faults.add(new Fault(index, "ended", Message.of("registers.fault.future")));
            } else if (ended.isBefore(draft.holdsFrom())) {
                faults.add(new Fault(index, "ended", Message.of("registers.fault.ends-before")));
            }
        });
        draft.geometry()
                .flatMap(geometry -> geometry(register, geometry))
                .ifPresent(message -> faults.add(new Fault(index, "geometry", message)));
        if (draft.place().isPresent() && draft.place().flatMap(places::find).isEmpty()) {
            faults.add(new Fault(
                    index,
                    "place",
                    Message.of("registers.fault.no-place", draft.place().get())));
        }
        if (faults.isEmpty() && register.placeRequired() && place(draft).isEmpty()) {
            faults.add(new Fault(index, "place", Message.of("registers.fault.required")));
        }
        return faults;
    }

    /// The tambon in which an entry stands: its point says it, an area or line by a point on it. Where shapes are
    /// rough, a tambon that was said and lies beside that one is believed.
    Optional<PlaceCode> place(EntryDraft draft) {
        var shaped = draft.geometry().map(Geometry::getInteriorPoint).flatMap(this::at);
        if (shaped.isEmpty()) {
            return draft.place();
        }
        var found = shaped.get();
        return draft.place()
                .filter(said -> said.level() == PlaceCode.Level.TAMBON
                        && found.approximate()
                        && places.neighbours(found.code()).stream()
                                .anyMatch(beside -> beside.code().equals(said)))
                .or(() -> Optional.of(found.code()));
    }

    private Optional<Place> at(Point point) {
        return places.at(point.getY(), point.getX());
    }

    private static Optional<Message> value(
            Register register, Field field, Applying applying, EntryDraft draft, LocalDate today) {
        var value = draft.values().get(field.code());
        if (value == null) {
            return field.required() && applying.applies(field)
                    ? Optional.of(Message.of("registers.fault.required"))
                    : Optional.empty();
        }
        if (!applying.applies(field)) {
            return field.onlyIf()
                    .map(condition ->
                            Message.of("registers.fault.not-asked", new ConditionWords(register).of(condition)));
        }
        return value(field, value, today).or(() -> astray(register, field, applying, value));
    }

    /// A code that stands under another one than the field says above it.
    private static Optional<Message> astray(Register register, Field field, Applying applying, Object value) {
        return field.under().flatMap(register::field).flatMap(above -> {
            var parent = applying.value(above.code());
            return field.codes().stream()
                    .flatMap(list -> list.values().stream())
                    .filter(each -> value.equals(each.code())
                            || (value instanceof List<?> codes && codes.contains(each.code())))
                    .filter(each -> !each.isUnder(parent == null ? "" : parent))
                    .findFirst()
                    .map(each -> Message.of("registers.fault.not-under", each.label(), above.label()));
        });
    }

    private static Optional<Message> value(Field field, Object value, LocalDate today) {
        return switch (value) {
            case BigDecimal number when field.type() == FieldType.NUMBER -> range(field, number);
            case Long number when field.type() == FieldType.INTEGER -> range(field, BigDecimal.valueOf(number));
            case Integer year
            when field.type() == FieldType.YEAR ->
                range(field, BigDecimal.valueOf(year)).or(() -> year(year, today));
            case String code when field.type() == FieldType.CODE -> code(field, code);
            case List<?> codes
            when field.type() == FieldType.CODES ->
                codes.stream()
                        .flatMap(code -> code(field, code.toString()).stream())
                        .findFirst();
            case String text when field.type() == FieldType.TEXT || field.type() == FieldType.LINK -> text(field, text);
            case LocalDate day when field.type() == FieldType.DATE -> day(day, today);
            case Boolean _ when field.type() == FieldType.YES_NO -> Optional.empty();
            case PlaceCode _ when field.type() == FieldType.PLACE -> Optional.empty();
            default ->
                throw new IllegalArgumentException("A value of the field %s is not a %s"
                        .formatted(field.code(), value.getClass().getSimpleName()));
        };
    }

    private static Optional<Message> text(Field field, String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(Message.of("registers.fault.long", LONGEST_TEXT));
        }
        return field.pattern()
                .filter(pattern -> !Pattern.matches(pattern, text))
                .map(pattern -> Message.of("registers.fault.pattern", pattern));
    }

    /// A day that nobody can mean was written in the other era.
    private static Optional<Message> day(LocalDate day, LocalDate today) {
        return day.isBefore(OLDEST) || day.isAfter(today.plusYears(YEARS_AHEAD))
                ? Optional.of(Message.of("registers.fault.day", day))
                : Optional.empty();
    }

    private static Optional<Message> year(int year, LocalDate today) {
        return year > today.getYear() + YEARS_AHEAD
                ? Optional.of(Message.of("registers.fault.year", Integer.toString(year + FiscalYear.OFFSET)))
                : Optional.empty();
    }

    private static Optional<Message> range(Field field, BigDecimal number) {
        if (field.least().stream().anyMatch(least -> number.compareTo(least) < 0)) {
            return Optional.of(Message.of("registers.fault.least", shown(field.least())));
        }
        return field.most().stream().anyMatch(most -> number.compareTo(most) > 0)
                ? Optional.of(Message.of("registers.fault.most", shown(field.most())))
                : Optional.empty();
    }

    private static String shown(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::toPlainString).orElse("");
    }

    private static Optional<Message> code(Field field, String code) {
        return field.codes().flatMap(list -> list.find(code)).isPresent()
                ? Optional.empty()
                : Optional.of(Message.of("registers.fault.no-code", code));
    }

    private Optional<Message> geometry(Register register, Geometry geometry) {
        var dimension = switch (register.geometry()) {
            case NONE -> -1;
            case POINT -> 0;
            case LINE -> 1;
            case AREA -> 2;
        };
        if (geometry.getDimension() != dimension || (dimension == 0 && geometry.getNumPoints() != 1)) {
            return Optional.of(Message.of(
                    "registers.fault.kind",
                    Message.of(
                            "registers.geometry." + register.geometry().name().toLowerCase(java.util.Locale.ROOT))));
        }
        if (geometry.getNumPoints() > MOST_POINTS) {
            return Optional.of(Message.of("registers.fault.points", MOST_POINTS));
        }
        var wrong = new IsValidOp(geometry).getValidationError();
        if (wrong != null) {
            var where = wrong.getCoordinate();
            return Optional.of(Message.of("registers.fault.crosses", degrees(where.y), degrees(where.x)));
        }
        var point = geometry.getInteriorPoint();
        return at(point).isEmpty() ? Optional.of(outside(point.getCoordinate())) : astray(geometry);
    }

    /// A line or an area may cross the border, but a point of it that lies in another country is a mistake.
    private Optional<Message> astray(Geometry geometry) {
        var box = places.province().bounds();
        var near = new Envelope(box.west(), box.east(), box.south(), box.north());
        near.expandBy(BEYOND);
        return Stream.of(geometry.getCoordinates())
                .filter(point -> !near.contains(point))
                .findFirst()
                .map(this::outside);
    }

    private Message outside(Coordinate point) {
        var swapped = Math.abs(point.x) <= 90 && places.at(point.x, point.y).isPresent();
        return Message.of(
                swapped ? "registers.fault.swapped" : "registers.fault.outside",
                degrees(point.y),
                degrees(point.x),
                places.province().title());
    }

    private static String degrees(double value) {
        return String.format(java.util.Locale.ROOT, "%.5f", value);
    }
}
