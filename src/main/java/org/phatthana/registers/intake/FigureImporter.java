package org.phatthana.registers.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableFiles;
import org.phatthana.exchange.TableHead;
import org.phatthana.people.Acting;
import org.phatthana.places.Places;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.Entries;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.Flag;
import org.phatthana.registers.Observation;
import org.phatthana.registers.ObservationDraft;
import org.phatthana.registers.ObservationOutcome;
import org.phatthana.registers.ObservationRecording;
import org.phatthana.registers.Registers;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.StandingFigures;
import org.phatthana.registers.intake.FigureSubjects.Wanted;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes figures from CSV and XLSX, in the long form or the wide one. What says what stands already changes
/// nothing; what is unlikely or impossible is kept, flagged and told.
///
/// Options: `series` where the file does not say it, `year` of months that say none.
@Component
class FigureImporter implements Importer {

    static final String KIND = "observations";

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String HOME = "/observations";

    private final SeriesCatalogue catalogue;
    private final ObservationRecording recording;
    private final StandingFigures standing;
    private final TableFiles tables;
    private final Readings readings;
    private final Places places;
    private final Registers registers;
    private final Entries entries;
    private final PublicLog log;
    private final Texts texts;
    private final TransactionTemplate transaction;

    FigureImporter(
            SeriesCatalogue catalogue,
            ObservationRecording recording,
            StandingFigures standing,
            TableFiles tables,
            Readings readings,
            Places places,
            Registers registers,
            Entries entries,
            PublicLog log,
            Texts texts,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.recording = recording;
        this.standing = standing;
        this.tables = tables;
        this.readings = readings;
        this.places = places;
        this.registers = registers;
        this.entries = entries;
        this.log = log;
        this.texts = texts;
        this.transaction = transaction;
    }

    /// What is observed: of what, and when.
    private record About(String series, String subject, LocalDate day) {

        static About of(ObservationDraft draft) {
            return new About(draft.series(), draft.subject(), draft.day());
        }

        static About of(Observation observation) {
            return new About(observation.series(), observation.subject(), observation.day());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportGuide guide() {
        return new ImportGuide(
                "officer",
                HOME,
                "/imports/" + KIND,
                FigureColumns.WORDS,
                List.of(".csv", ".xlsx"),
                List.of(
                        new ImportGuide.Option(FigureReading.SERIES, false),
                        new ImportGuide.Option(FigureReading.YEAR, false)),
                List.of(),
                FigureColumns.of(texts));
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var table = tables.read(file, KIND, FigureColumns.of(texts));
        if (!table.errors().isEmpty()) {
            return new ImportOutcome.Refused(
                    table.errors().stream().map(FigureImporter::ours).toList());
        }
        var reading =
                new FigureReading(file, table, new SeriesNames(catalogue.all()), readings.values(), readings.where());
        var given = reading.read();
        return Objects.requireNonNull(transaction.execute(status -> {
            var outcome = record(file, table, reading, given);
            if (outcome instanceof ImportOutcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    /// A table of figures needs no single column, but one of two forms.
    private static CellNote ours(CellNote note) {
        return note.message().key().equals("exchange.columns.no-heading")
                ? CellNote.ofFile(Message.of(FigureColumns.WORDS + "no-form"))
                : note;
    }

    /// Records what can be read. Where something stands against the file, the caller takes back what was recorded:
    /// so all faults are told at once.
    private ImportOutcome record(ImportFile file, FoundTable table, FigureReading reading, List<GivenFigure> read) {
        log.lock();
        var errors = new ArrayList<>(reading.errors());
        var notes = new ArrayList<>(table.notes());
        notes.addAll(reading.notes());
        var subjects = subjects(read, errors);
        var rows = new LinkedHashMap<About, GivenFigure>();
        var doubled = once(read, subjects, rows, errors, notes);
        var said = rows.entrySet().stream()
                .map(each -> each.getValue().draft(each.getKey().subject()))
                .toList();
        var figures = List.copyOf(rows.values());
        var before = standing.under(said);
        var drafts = new ArrayList<ObservationDraft>();
        var given = new ArrayList<GivenFigure>();
        for (var i = 0; i < said.size(); i++) {
            var one = said.get(i);
            var figure = figures.get(i);
            if (one.value().isEmpty()
                    && before.get(i).filter(there -> !there.withdrawn()).isEmpty()) {
                notes.add(figure.note("value", Message.of("registers.observation.nothing")));
                continue;
            }
            given.add(figure);
            drafts.add(before.get(i)
                    .map(there -> figure.draft(one.subject(), there))
                    .orElse(one));
        }
        var by = new EntryRecording.By(Acting.current().map(Acting::id).orElse(NOBODY), file.capacity());
        return switch (recording.record(drafts, by)) {
            case ObservationOutcome.Refused(var faults) -> {
                faults.forEach(fault -> errors.add(given.get(fault.draft()).note(fault.field(), fault.message())));
                yield new ImportOutcome.Refused(inOrder(table, errors));
            }
            case ObservationOutcome.Recorded _
            when !errors.isEmpty() -> new ImportOutcome.Refused(inOrder(table, errors));
            case ObservationOutcome.Recorded(var fresh, var unchanged) -> {
                notes.addAll(flagged(fresh, rows));
                var changes = changes(fresh, before, rows);
                var counts = new LinkedHashMap<String, Long>();
                counts.put("recorded", (long) (fresh.size() - changes.size()));
                counts.put("changed", (long) changes.size());
                counts.put("unchanged", (long) (unchanged + figures.size() - given.size()));
                counts.put("missing", reading.missing());
                counts.put("doubled", doubled);
                counts.put(
                        "flagged",
                        fresh.stream().filter(one -> one.flag().isWaiting()).count());
                counts.put("samples", reading.samples());
                yield new ImportOutcome.Stored(home(read), counts, Map.of(), inOrder(table, notes), changes);
            }
        };
    }

    /// What is to be said of a file, in the order of its sheets and rows.
    private static List<CellNote> inOrder(FoundTable table, List<CellNote> notes) {
        var sheets = table.heads().stream().map(TableHead::sheet).toList();
        return notes.stream()
                .sorted(Comparator.comparingInt((CellNote note) -> sheets.indexOf(note.sheet()))
                        .thenComparingInt(CellNote::row))
                .toList();
    }

    /// The ids of subjects. One that nobody can tell is told once, with how many figures it has.
    private Map<Wanted, String> subjects(List<GivenFigure> given, List<CellNote> errors) {
        var found = new FigureSubjects(places, registers, entries, texts)
                .find(given.stream().map(GivenFigure::subject).toList());
        var first = new LinkedHashMap<Wanted, GivenFigure>();
        given.forEach(figure -> first.putIfAbsent(figure.subject(), figure));
        var figures = given.stream().collect(Collectors.groupingBy(GivenFigure::subject, Collectors.counting()));
        var ids = new HashMap<Wanted, String>();
        first.forEach((wanted, figure) -> {
            switch (found.get(wanted)) {
                case FigureSubjects.Known(var id) -> ids.put(wanted, id);
                case FigureSubjects.Unknown(var why) ->
                    errors.add(figure.note(
                            "subject",
                            Message.of(FigureColumns.WORDS + "unknown", why, figures.getOrDefault(wanted, 0L))));
                case null -> throw new IllegalStateException("Nobody looked for " + wanted);
            }
        });
        return ids;
    }

    /// Keeps one row for each figure. A second one that says the same is told, one that says otherwise is an error.
    ///
    /// @return how many were left out
    private static long once(
            List<GivenFigure> given,
            Map<Wanted, String> subjects,
            Map<About, GivenFigure> rows,
            List<CellNote> errors,
            List<CellNote> notes) {
        var doubled = 0L;
        for (var figure : given) {
            var subject = subjects.get(figure.subject());
            if (subject == null) {
                continue;
            }
            var before = rows.putIfAbsent(About.of(figure.draft(subject)), figure);
            if (before == null) {
                continue;
            }
            if (before.isSame(figure.value())) {
                doubled++;
                notes.add(figure.note("", Message.of(FigureColumns.WORDS + "doubled", (long)
                        before.row().number())));
            } else {
                errors.add(figure.note(
                        "",
                        Message.of(
                                FigureColumns.WORDS + "twice",
                                (long) before.row().number(),
                                before.value()
                                        .map(value -> value.stripTrailingZeros().toPlainString())
                                        .orElse("–"))));
            }
        }
        return doubled;
    }

    private List<CellNote> flagged(List<Observation> fresh, Map<About, GivenFigure> rows) {
        return fresh.stream()
                .filter(one -> one.flag().isWaiting())
                .map(one -> row(rows, one)
                        .note(
                                "",
                                Message.of(
                                        FigureColumns.WORDS
                                                + (one.flag() == Flag.IMPOSSIBLE ? "impossible" : "unlikely"),
                                        one.value().toPlainString())))
                .toList();
    }

    private static List<ImportOutcome.Change> changes(
            List<Observation> fresh, List<Optional<Observation>> before, Map<About, GivenFigure> rows) {
        var after = fresh.stream().collect(Collectors.toMap(About::of, Function.identity()));
        var changes = new ArrayList<ImportOutcome.Change>();
        before.stream().flatMap(Optional::stream).forEach(was -> {
            var is = after.get(About.of(was));
            if (is != null) {
                var figure = row(rows, is);
                changes.add(new ImportOutcome.Change(
                        figure.row().sheet(),
                        figure.row().number(),
                        figure.subject().shown(),
                        figure.at(),
                        was.value().toPlainString(),
                        is.withdrawn() ? "" : is.value().toPlainString()));
            }
        });
        return changes;
    }

    private static GivenFigure row(Map<About, GivenFigure> rows, Observation observation) {
        return Optional.ofNullable(rows.get(About.of(observation))).orElseThrow();
    }

    private static String home(List<GivenFigure> given) {
        var all = given.stream().map(GivenFigure::series).distinct().toList();
        return all.size() == 1 ? all.getFirst().address() : HOME;
    }
}
