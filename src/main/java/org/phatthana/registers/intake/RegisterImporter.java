package org.phatthana.registers.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableFiles;
import org.phatthana.people.Acting;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.RecordingOutcome;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.registers.Register;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;

/// Takes entries of one register from CSV, XLSX or GeoJSON. Rows are matched with entries by their id, their code,
/// or their name in their place; those that say the same change nothing.
///
/// Option: `day` from which it holds, else today.
final class RegisterImporter implements Importer {

    private static final String DAY = "day";
    private static final String GEOJSON = ".geojson";
    private static final UUID NOBODY = new UUID(0, 0);

    private final Register register;
    private final Entries entries;
    private final EntryRecording recording;
    private final TableFiles tables;
    private final Readings readings;
    private final Texts texts;
    private final Clock clock;
    private final TableColumns columns;

    RegisterImporter(
            Register register,
            Entries entries,
            EntryRecording recording,
            TableFiles tables,
            Readings readings,
            Texts texts,
            Clock clock) {
        this.register = register;
        this.entries = entries;
        this.recording = recording;
        this.tables = tables;
        this.readings = readings;
        this.texts = texts;
        this.clock = clock;
        this.columns = IntakeColumns.of(register, texts);
    }

    @Override
    public String kind() {
        return "register-" + register.code();
    }

    @Override
    public ImportGuide guide() {
        return new ImportGuide(
                "officer",
                register.address(),
                "/imports/" + kind(),
                "registers.file.",
                List.of(".csv", ".xlsx", GEOJSON),
                List.of(new ImportGuide.Option(DAY, false)),
                List.of(
                        new ImportGuide.Template("csv", register.address() + "/entries.csv"),
                        new ImportGuide.Template("xlsx", register.address() + "/entries.xlsx")),
                columns,
                List.of(register.title()));
    }

    @Override
    public TableColumns columns(ImportFile file) {
        return isGeoJson(file) ? TableColumns.NONE : columns;
    }

    private static boolean isGeoJson(ImportFile file) {
        var name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(GEOJSON) || name.endsWith(".json");
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var today = LocalDate.now(clock.withZone(Thailand.ZONE));
        var stated = file.options().getOrDefault(DAY, "").strip();
        var day = Dates.of(stated);
        if (!stated.isEmpty() && day.isEmpty()) {
            return new ImportOutcome.Refused(
                    List.of(new CellNote("", 0, "", DAY, Message.of("registers.read.no-date", stated))));
        }
        var rows = new ArrayList<GivenRow>();
        var notes = new ArrayList<CellNote>();
        var errors = isGeoJson(file) ? features(file, rows, notes) : table(file, rows, notes);
        if (!errors.isEmpty()) {
            return new ImportOutcome.Refused(errors);
        }
        var intake = new Intake(register, entries, readings.values(), readings.where(), day.orElse(today), file.name());
        rows.forEach(intake::take);
        if (!intake.errors().isEmpty()) {
            return new ImportOutcome.Refused(all(intake));
        }
        notes.addAll(intake.notes());
        return record(file, intake, notes);
    }

    private List<CellNote> table(ImportFile file, List<GivenRow> rows, List<CellNote> notes) {
        var table = tables.read(file, kind(), columns);
        notes.addAll(table.notes());
        var days = Stream.concat(
                        Stream.of(IntakeColumns.HOLDS_FROM, IntakeColumns.ENDED),
                        register.fields().stream()
                                .filter(field -> field.type() == FieldType.DATE)
                                .map(Field::code))
                .collect(Collectors.toSet());
        var known = columns.columns().stream().map(TableColumns.Column::key).toList();
        for (var each : table.rows()) {
            var row = new TableRow(each, register.geometry(), days);
            rows.add(row);
            notes.addAll(row.told(known));
        }
        return table.errors();
    }

    private List<CellNote> features(ImportFile file, List<GivenRow> rows, List<CellNote> notes) {
        var features = new GeoJsonRows(columns, texts);
        rows.addAll(features.read(file));
        notes.addAll(features.notes());
        return features.errors();
    }

    /// What cannot be read, and with it what is wrong of the rest, in the order of rows; each cell once.
    private List<CellNote> all(Intake intake) {
        var unread = intake.errors().stream().map(RegisterImporter::cell).collect(Collectors.toSet());
        return Stream.concat(
                        intake.errors().stream(),
                        recording.faults(register, intake.drafts()).stream()
                                .map(fault -> note(intake, fault))
                                .filter(note -> !unread.contains(cell(note))))
                .sorted(Comparator.comparing(CellNote::sheet).thenComparingInt(CellNote::row))
                .toList();
    }

    private static List<Object> cell(CellNote note) {
        return List.of(note.sheet(), note.row(), note.column());
    }

    private ImportOutcome record(ImportFile file, Intake intake, List<CellNote> notes) {
        var by = new EntryRecording.By(Acting.current().map(Acting::id).orElse(NOBODY), file.capacity());
        return switch (recording.record(register, intake.drafts(), by)) {
            case RecordingOutcome.Recorded(var recorded) -> {
                notes.addAll(elsewhere(intake, recorded));
                yield new ImportOutcome.Stored(register.address(), intake.counts(), Map.of(), notes, intake.changes());
            }
            case RecordingOutcome.Refused(var faults) ->
                new ImportOutcome.Refused(
                        faults.stream().map(fault -> note(intake, fault)).toList());
            case RecordingOutcome.Overtaken(var draft, var now) ->
                new ImportOutcome.Refused(List.of(intake.row(draft)
                        .note(register.nameField(), Message.of("registers.file.overtaken", now.version()))));
        };
    }

    /// Rows that say another place than the one in which they lie.
    private List<CellNote> elsewhere(Intake intake, List<Entry> recorded) {
        var notes = new ArrayList<CellNote>();
        for (var i = 0; i < recorded.size(); i++) {
            var said = intake.drafts().get(i).place();
            var kept = recorded.get(i).place();
            if (said.isPresent() && kept.isPresent() && !kept.get().isWithin(said.get())) {
                var row = intake.row(i);
                notes.add(row.note(
                        place(row),
                        Message.of(
                                "registers.file.elsewhere",
                                recorded.get(i).text(register.nameField()).orElse(""),
                                readings.title(said.get()),
                                readings.title(kept.get()))));
            }
        }
        return notes;
    }

    private static String place(GivenRow row) {
        return row.has(IntakeColumns.TAMBON) ? IntakeColumns.TAMBON : IntakeColumns.PLACE;
    }

    private static CellNote note(Intake intake, Fault fault) {
        var row = intake.row(fault.draft());
        var column = switch (fault.field()) {
            case "geometry" ->
                row.has(IntakeColumns.LAT)
                        ? IntakeColumns.LAT
                        : row.has(IntakeColumns.POSITION) ? IntakeColumns.POSITION : "";
            case "place" -> place(row);
            default -> fault.field();
        };
        return row.note(column, fault.message());
    }
}
