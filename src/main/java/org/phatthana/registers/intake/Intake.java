package org.phatthana.registers.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryDraft;
import org.phatthana.registers.Register;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.registers.reading.ValueReading;
import org.phatthana.values.Message;

/// Makes drafts of the rows of one file: new entries, and next versions of those that are there and are said
/// otherwise. What the file has no column for stays as it is.
final class Intake {

    private static final int MOST_CHANGES = 500;

    private final Register register;
    private final Entries entries;
    private final ValueReading reading;
    private final WherePlaces where;
    private final Standing standing;
    private final LocalDate day;
    private final String note;
    private final List<EntryDraft> drafts = new ArrayList<>();
    private final List<GivenRow> rows = new ArrayList<>();
    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();
    private final List<ImportOutcome.Change> changes = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private long added;
    private long changed;
    private long unchanged;
    private long placeless;
    private long doubled;

    /// @param day from which entries hold where their rows do not say it
    /// @param note what the versions tell of where they come from
    Intake(Register register, Entries entries, ValueReading reading, WherePlaces where, LocalDate day, String note) {
        this.register = register;
        this.entries = entries;
        this.reading = reading;
        this.where = where;
        this.standing = new Standing(register, entries);
        this.day = day;
        this.note = note;
    }

    void take(GivenRow row) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : register.fields()) {
            var fault = row.fault(field.code());
            if (fault.isPresent()) {
                errors.add(row.note(field.code(), fault.get()));
                continue;
            }
            switch (reading.read(field, row.text(field.code()))) {
                case ReadValue.Value(var value, var how) -> {
                    values.put(field.code(), value);
                    how.ifPresent(message -> notes.add(row.note(field.code(), message)));
                }
                case ReadValue.Unreadable(var why) -> errors.add(row.note(field.code(), why));
                case ReadValue.Nothing() -> {}
            }
        }
        var said = where.of(row);
        checkPoint(row);
        var name = values.get(register.nameField()) instanceof String text ? text : "";
        if (name.isEmpty() && values.isEmpty()) {
            notes.add(row.note(register.nameField(), Message.of("registers.file.not-read")));
            return;
        }
        var code = register.codeField().map(values::get).map(Object::toString);
        if (isDoubled(row, name, said, code)) {
            return;
        }
        if (said.isUnknown() && row.geometry().isEmpty()) {
            placeless++;
            notes.add(row.note(
                    row.has(IntakeColumns.TAMBON) ? IntakeColumns.TAMBON : IntakeColumns.PLACE,
                    Message.of("registers.file.place-unknown", name, said.written())));
        }
        var id = id(row);
        var called = id.isEmpty() ? standing.called(name, said, code) : List.of(id);
        if (called.size() > 1) {
            doubled++;
            notes.add(row.note(register.nameField(), Message.of("registers.file.several", name, (long) called.size())));
            return;
        }
        var there = called.stream().findFirst().flatMap(standing::withId);
        if (!id.isEmpty() && there.isEmpty()) {
            errors.add(row.note(IntakeColumns.ID, Message.of("registers.file.no-entry", id)));
        } else if (there.isPresent()) {
            change(row, there.get(), values, said);
        } else {
            add(row, name, values, said);
        }
    }

    /// The id that a row states. Files of a form number their rows under a heading of the same name.
    private String id(GivenRow row) {
        var id = CellText.oneLine(row.text(IntakeColumns.ID));
        return register.form().isPresent() && id.matches("\\d+") ? "" : id;
    }

    private boolean isDoubled(GivenRow row, String name, WherePlaces.Said said, Optional<String> code) {
        var key = Standing.bare(name) + "|" + said.place().map(Object::toString).orElse(said.written()) + "|"
                + code.orElse("") + "|" + row.text(IntakeColumns.ID).strip();
        var before = seen.putIfAbsent(key, row.number());
        if (before == null) {
            return false;
        }
        doubled++;
        notes.add(row.note(register.nameField(), Message.of("registers.file.doubled", name, (long) before)));
        return true;
    }

    private void add(GivenRow row, String name, Map<String, Object> values, WherePlaces.Said said) {
        if (standing.hasName(name)) {
            notes.add(row.note(register.nameField(), Message.of("registers.file.same-name", name)));
        }
        added++;
        rows.add(row);
        drafts.add(new EntryDraft(
                Optional.empty(),
                0,
                values,
                row.geometry(),
                said.place(),
                said.isUnknown() ? said.written() : "",
                day(row, IntakeColumns.HOLDS_FROM).orElse(day),
                day(row, IntakeColumns.ENDED),
                note));
    }

    private void change(GivenRow row, Entry there, Map<String, Object> said, WherePlaces.Said where) {
        var before = new LinkedHashMap<>(there.values());
        before.putAll(entries.personal(there));
        var after = new LinkedHashMap<String, Object>();
        for (var field : register.fields()) {
            var value = row.has(field.code()) ? said.get(field.code()) : before.get(field.code());
            if (value != null) {
                after.put(field.code(), value);
            }
        }
        var place = where.written().isEmpty() ? there.place() : where.place();
        var shape = row.geometry().or(there::geometry);
        var ended = row.has(IntakeColumns.ENDED) ? day(row, IntakeColumns.ENDED) : there.ended();
        if (after.equals(before)
                && place.equals(there.place())
                && same(shape, there.geometry())
                && ended.equals(there.ended())) {
            unchanged++;
            return;
        }
        changed++;
        tell(row, there, before, after);
        rows.add(row);
        drafts.add(new EntryDraft(
                Optional.of(there.id()),
                there.version(),
                after,
                shape,
                place,
                where.isUnknown() ? where.written() : "",
                day(row, IntakeColumns.HOLDS_FROM).orElse(day),
                ended,
                note));
    }

    private static boolean same(Optional<Geometry> one, Optional<Geometry> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().equalsExact(other.orElseThrow(), 1e-7));
    }

    private void tell(GivenRow row, Entry there, Map<String, Object> before, Map<String, Object> after) {
        var at = row.note("", Message.of("registers.file.title", register.title()));
        for (var field : register.fields()) {
            var was = before.getOrDefault(field.code(), "");
            var is = after.getOrDefault(field.code(), "");
            if (field.isPublic() && !was.equals(is) && changes.size() < MOST_CHANGES) {
                changes.add(new ImportOutcome.Change(
                        at.sheet(),
                        row.number(),
                        there.text(register.nameField()).orElse(""),
                        field.code(),
                        was.toString(),
                        is.toString()));
            }
        }
    }

    private void checkPoint(GivenRow row) {
        for (var column : List.of(IntakeColumns.LAT, IntakeColumns.LON)) {
            var text = CellText.oneLine(row.text(column));
            if (!CellText.isNothing(text) && CellText.number(text).isEmpty()) {
                errors.add(row.note(column, Message.of("registers.read.no-number", text)));
            }
        }
        var lat = CellText.isNothing(row.text(IntakeColumns.LAT));
        if (lat != CellText.isNothing(row.text(IntakeColumns.LON))) {
            errors.add(
                    row.note(lat ? IntakeColumns.LAT : IntakeColumns.LON, Message.of("registers.read.half-position")));
        }
        var position = CellText.oneLine(row.text(IntakeColumns.POSITION));
        if (!CellText.isNothing(position) && row.geometry().isEmpty()) {
            errors.add(row.note(IntakeColumns.POSITION, Message.of("registers.read.no-position", position)));
        }
    }

    private Optional<LocalDate> day(GivenRow row, String column) {
        var text = CellText.oneLine(row.text(column));
        if (CellText.isNothing(text)) {
            return Optional.empty();
        }
        var read = Dates.of(text);
        if (read.isEmpty()) {
            errors.add(row.note(column, Message.of("registers.read.no-date", text)));
        }
        return read;
    }

    List<EntryDraft> drafts() {
        return drafts;
    }

    /// The row that a draft was made of.
    GivenRow row(int draft) {
        return rows.get(draft);
    }

    List<CellNote> errors() {
        return errors;
    }

    List<CellNote> notes() {
        return notes;
    }

    List<ImportOutcome.Change> changes() {
        return changes;
    }

    Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("added", added);
        counts.put("changed", changed);
        counts.put("unchanged", unchanged);
        counts.put("placeless", placeless);
        counts.put("doubled", doubled);
        return counts;
    }
}
