package org.phatthana.works.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.FieldRow;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableColumns.Column;
import org.phatthana.exchange.TableFiles;
import org.phatthana.people.Acting;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.phatthana.works.Fact;
import org.phatthana.works.Recording;
import org.phatthana.works.TellingOutcome;
import org.phatthana.works.Work;
import org.phatthana.works.WorkState;
import org.phatthana.works.Works;
import org.springframework.stereotype.Component;

/// Takes in how far works have come from a sheet such as ผด.02: a percentage, months that are done of those
/// planned, or months that are marked ([FollowUp]).
///
/// Options: `day` on which it stood so, else a title says it, else today; `confirmed`, as for contracts.
@Component
class ProgressImporter implements Importer {

    static final String KIND = "progress";

    private static final String DAY = "day";
    private static final String CONFIRMED = "confirmed";
    private static final String PERCENT = "percent";
    private static final String DONE = "months_done";
    private static final String PLANNED = "months_planned";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final TableColumns COLUMNS = new TableColumns(
            "works.progress-file.column.",
            Stream.concat(
                            Stream.of(
                                    new Column(ContractColumns.EGP, false),
                                    new Column(ContractColumns.CONTRACT, false),
                                    new Column(ContractColumns.NAME, true),
                                    new Column(PERCENT, false),
                                    new Column(DONE, false),
                                    new Column(PLANNED, false)),
                            FollowUp.MONTHS.stream().map(month -> new Column(month, false)))
                    .toList());
    private static final ImportGuide GUIDE = new ImportGuide(
            "officer",
            "/works",
            "/imports/" + KIND,
            "works.progress-file.",
            List.of(".xlsx", ".csv"),
            List.of(new ImportGuide.Option(DAY, false), new ImportGuide.Option(CONFIRMED, false)),
            List.of(),
            COLUMNS);

    private final TableFiles tables;
    private final Works works;
    private final Recording recording;
    private final Texts texts;
    private final Clock clock;

    ProgressImporter(TableFiles tables, Works works, Recording recording, Texts texts, Clock clock) {
        this.tables = tables;
        this.works = works;
        this.recording = recording;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var table = tables.read(file, KIND, COLUMNS);
        if (!table.errors().isEmpty()) {
            return new ImportOutcome.Refused(table.errors());
        }
        var stated = file.options().getOrDefault(DAY, "").strip();
        var day = stated.isEmpty() ? Optional.of(day(table)) : Dates.of(stated);
        if (day.isEmpty()) {
            return new ImportOutcome.Refused(
                    List.of(new CellNote("", 0, "", DAY, Message.of("works.contracts.no-day", stated))));
        }
        return new Intake(file, day.get()).take(table);
    }

    private LocalDate day(FoundTable table) {
        return table.above().stream()
                .flatMap(title -> Dates.within(title).stream())
                .findFirst()
                .orElseGet(() -> Thailand.date(clock.instant()));
    }

    /// One sheet on its way in.
    private final class Intake {

        private final ImportFile file;
        private final LocalDate day;
        private final Confirmed confirmed;
        private final Matching matching;
        private final List<CellNote> errors = new ArrayList<>();
        private final List<CellNote> notes = new ArrayList<>();
        private final List<ImportOutcome.Change> changes = new ArrayList<>();
        private long told;
        private long unmatched;
        private long unconfirmed;

        Intake(ImportFile file, LocalDate day) {
            this.file = file;
            this.day = day;
            this.confirmed = new Confirmed(file.options().getOrDefault(CONFIRMED, ""));
            this.matching = new Matching(
                    works.all().stream().filter(work -> !work.sample()).toList());
        }

        ImportOutcome take(FoundTable table) {
            var unit = areFractions(table.rows()) ? HUNDRED : BigDecimal.ONE;
            for (var followed : new FollowUp(table, day).works()) {
                var row = followed.row();
                errors.addAll(followed.errors());
                notes.addAll(followed.notes());
                if (followed.isByMonths() && !row.isFilled(PERCENT)) {
                    followed.reached().ifPresent(reached -> take(row, reached.percent(), reached.day()));
                } else {
                    percent(row, unit).ifPresent(percent -> take(row, percent, day));
                }
            }
            if (!errors.isEmpty()) {
                return new ImportOutcome.Refused(errors);
            }
            notes.addAll(table.notes());
            var counts = new LinkedHashMap<String, Long>();
            counts.put("told", told);
            counts.put("unmatched", unmatched);
            counts.put("unconfirmed", unconfirmed);
            return new ImportOutcome.Stored("/works", counts, Map.of(), notes, changes);
        }

        /// How far the works of a row have come; empty where it does not say, or wrongly.
        private Optional<BigDecimal> percent(FieldRow row, BigDecimal unit) {
            if (row.isFilled(PERCENT)) {
                var percent = number(row, PERCENT, unit);
                if (percent.isEmpty()) {
                    errors.add(row.note(PERCENT, Message.of("works.progress-file.no-percent", row.text(PERCENT))));
                }
                return percent;
            }
            var done = number(row, DONE, BigDecimal.ONE);
            var planned = number(row, PLANNED, BigDecimal.ONE);
            if (done.isEmpty() || planned.isEmpty() || planned.get().signum() <= 0) {
                notes.add(row.note("", Message.of("works.progress-file.says-nothing", row.firstText())));
                return Optional.empty();
            }
            return Optional.of(done.get().multiply(HUNDRED).divide(planned.get(), 2, RoundingMode.HALF_UP));
        }

        /// Whether percentages are kept as workbooks keep them: 45 % is 0.45.
        private boolean areFractions(List<FieldRow> rows) {
            var numbers = rows.stream()
                    .filter(row -> row.cell(PERCENT).shown() instanceof SheetCell.Numeric)
                    .flatMap(row -> number(row, PERCENT, BigDecimal.ONE).stream())
                    .toList();
            return numbers.stream().allMatch(number -> number.compareTo(BigDecimal.ONE) <= 0)
                    && numbers.stream().anyMatch(number -> number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0);
        }

        private static Optional<BigDecimal> number(FieldRow row, String field, BigDecimal unit) {
            var number = row.cell(field).shown() instanceof SheetCell.Numeric numeric
                    ? Optional.of(numeric.number())
                    : CellText.number(row.text(field).replace("%", ""));
            return number.map(value -> value.multiply(unit))
                    .filter(value -> value.signum() >= 0 && value.compareTo(HUNDRED) <= 0)
                    .map(value -> value.setScale(2, RoundingMode.HALF_UP));
        }

        private void take(FieldRow row, BigDecimal percent, LocalDate when) {
            var name = row.text(ContractColumns.NAME);
            var match = matching.of(
                    ContractRow.digits(row.text(ContractColumns.EGP)), row.text(ContractColumns.CONTRACT), name);
            if (match.works().size() != 1) {
                unmatched++;
                notes.add(row.note(
                        ContractColumns.NAME,
                        Message.of(
                                match.works().isEmpty() ? "works.contracts.unmatched" : "works.contracts.ambiguous",
                                name,
                                (long) match.works().size())));
                return;
            }
            var work = match.works().getFirst();
            if (match.byName() && !confirmed.has(row.number())) {
                unconfirmed++;
                notes.add(row.note(
                        ContractColumns.NAME,
                        Message.of(
                                "works.contracts.by-name", name, work.opened().department(), work.year(), (long)
                                        row.number())));
                return;
            }
            tell(work, row, percent, when);
        }

        private void tell(Work work, FieldRow row, BigDecimal percent, LocalDate when) {
            if (work.physical().compareTo(percent) == 0) {
                return;
            }
            if (work.state() != WorkState.WORKING) {
                notes.add(row.note(
                        ContractColumns.NAME,
                        Message.of(
                                "works.progress-file.not-working",
                                work.name(),
                                Message.of("works.state." + work.state().code()))));
                return;
            }
            changes.add(new ImportOutcome.Change(
                    row.sheet(),
                    row.number(),
                    work.name().thai(),
                    PERCENT,
                    work.physical().toPlainString(),
                    percent.toPlainString()));
            var fact = new Fact.Progressed(percent, texts.text(Language.THAI, "works.progress-file.note"));
            var telling = new org.phatthana.works.Telling(
                    "progress/" + work.told().size(),
                    Acting.current().map(Acting::id).orElse(NOBODY),
                    file.capacity(),
                    when,
                    "",
                    fact,
                    List.of());
            if (recording.tell(work.id(), telling) instanceof TellingOutcome.Refused(var faults)) {
                faults.values().forEach(why -> errors.add(row.note(PERCENT, why)));
            } else {
                told++;
            }
        }
    }
}
