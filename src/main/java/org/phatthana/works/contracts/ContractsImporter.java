package org.phatthana.works.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.FieldRow;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableFiles;
import org.phatthana.people.Acting;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.phatthana.works.Recording;
import org.phatthana.works.Work;
import org.phatthana.works.Works;
import org.phatthana.works.WorksPack;
import org.springframework.stereotype.Component;

/// Takes in contracts from a list as e-GP has it, for works that are open: who was chosen and what was signed is
/// told of those that lack it, with its money in the books. Works are never invented, and what was told is never
/// changed: where the list says otherwise, both stand side by side.
///
/// Options: `confirmed`, the rows whose works are right though only their names say so, or `all`; `approver`, who
/// allowed the contracts.
@Component
class ContractsImporter implements Importer {

    static final String KIND = "contracts";

    private static final String CONFIRMED = "confirmed";
    private static final String APPROVER = "approver";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final ImportGuide GUIDE = new ImportGuide(
            "officer",
            "/works",
            "/imports/" + KIND,
            "works.contracts.",
            List.of(".csv", ".xlsx"),
            List.of(new ImportGuide.Option(CONFIRMED, false), new ImportGuide.Option(APPROVER, false)),
            List.of(
                    new ImportGuide.Template("csv", "/works/contracts.csv"),
                    new ImportGuide.Template("xlsx", "/works/contracts.xlsx")),
            ContractColumns.ALL);

    private final TableFiles tables;
    private final Works works;
    private final Recording recording;
    private final WorksPack pack;
    private final Texts texts;

    ContractsImporter(TableFiles tables, Works works, Recording recording, WorksPack pack, Texts texts) {
        this.tables = tables;
        this.works = works;
        this.recording = recording;
        this.pack = pack;
        this.texts = texts;
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
        var table = tables.read(file, KIND, ContractColumns.ALL);
        if (!table.errors().isEmpty()) {
            return new ImportOutcome.Refused(table.errors());
        }
        return new Intake(file).take(table.rows(), table.notes());
    }

    /// One list on its way in.
    private final class Intake {

        private final ImportFile file;
        private final String approver;
        private final Confirmed confirmed;
        private final Matching matching;
        private final List<CellNote> errors = new ArrayList<>();
        private final List<CellNote> notes = new ArrayList<>();
        private final List<ImportOutcome.Change> changes = new ArrayList<>();
        private final Map<String, Integer> seen = new LinkedHashMap<>();
        private long matched;
        private long unmatched;
        private long unconfirmed;
        private long told;

        Intake(ImportFile file) {
            this.file = file;
            this.confirmed = new Confirmed(file.options().getOrDefault(CONFIRMED, ""));
            var stated = file.options().getOrDefault(APPROVER, "").strip();
            this.approver = stated.isEmpty()
                    ? pack.approvers().stream()
                            .findFirst()
                            .map(WorksPack.Named::id)
                            .orElse("")
                    : stated;
            this.matching = new Matching(
                    works.all().stream().filter(work -> !work.sample()).toList());
        }

        ImportOutcome take(List<FieldRow> rows, List<CellNote> found) {
            if (pack.approver(approver).isEmpty()) {
                return new ImportOutcome.Refused(List.of(new CellNote(
                        "",
                        0,
                        "",
                        APPROVER,
                        Message.of(
                                "works.contracts.no-approver",
                                approver,
                                String.join(
                                        ", ",
                                        pack.approvers().stream()
                                                .map(WorksPack.Named::id)
                                                .toList())))));
            }
            for (var row : rows) {
                if (row.text(ContractColumns.NAME).isEmpty()
                        && row.text(ContractColumns.EGP).isEmpty()
                        && row.text(ContractColumns.CONTRACT).isEmpty()) {
                    notes.add(row.note("", Message.of("works.contracts.not-read", row.firstText())));
                } else {
                    take(ContractRow.of(row, errors, notes));
                }
            }
            if (!errors.isEmpty()) {
                return new ImportOutcome.Refused(errors);
            }
            notes.addAll(found);
            var counts = new LinkedHashMap<String, Long>();
            counts.put("matched", matched);
            counts.put("told", told);
            counts.put("unmatched", unmatched);
            counts.put("unconfirmed", unconfirmed);
            return new ImportOutcome.Stored("/works", counts, Map.of(), notes, changes);
        }

        private void take(ContractRow row) {
            var match = matching.of(row.egp(), row.contract(), row.name());
            if (match.works().size() != 1) {
                unmatched++;
                notes.add(row.row()
                        .note(
                                ContractColumns.NAME,
                                Message.of(
                                        match.works().isEmpty()
                                                ? "works.contracts.unmatched"
                                                : "works.contracts.ambiguous",
                                        row.name(),
                                        (long) match.works().size())));
                return;
            }
            var work = match.works().getFirst();
            if (match.byName() && !confirmed.has(row.row().number())) {
                unconfirmed++;
                notes.add(row.row()
                        .note(
                                ContractColumns.NAME,
                                Message.of(
                                        "works.contracts.by-name",
                                        row.name(),
                                        work.opened().department(),
                                        work.year(),
                                        (long) row.row().number())));
                return;
            }
            var before = seen.putIfAbsent(work.id(), row.row().number());
            if (before != null) {
                notes.add(
                        row.row().note(ContractColumns.NAME, Message.of("works.contracts.same-works", row.name(), (long)
                                before.intValue())));
                return;
            }
            matched++;
            compare(work, row);
        }

        private void compare(Work work, ContractRow row) {
            var comparison = new Comparison(work, row, pack);
            changes.addAll(comparison.changes());
            comparison
                    .conflicts()
                    .forEach(field ->
                            notes.add(row.row().note(field, Message.of("works.contracts.differs", row.name()))));
            var teller = new Telling(recording, texts, file.capacity(), approver, account());
            teller.tell(work, row).ifPresent(errors::addAll);
            told += teller.told();
            notes.addAll(teller.notes());
        }

        private static UUID account() {
            return Acting.current().map(Acting::id).orElse(NOBODY);
        }
    }
}
