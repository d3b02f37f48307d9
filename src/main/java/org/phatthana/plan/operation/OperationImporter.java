package org.phatthana.plan.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.workbook.OperationReader;
import org.phatthana.plan.workbook.ReadOperation;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a workbook of ผด.02 into the operation plan of its year, which it begins where there is none. Rows are
/// matched to the plan's projects by name; those that none or several have stand by themselves and are told. What
/// stands there already, word for word, is not added again.
@Component
class OperationImporter implements Importer {

    private static final String YEAR = "year";
    private static final String ORDINANCE = "ordinance";
    private static final ImportGuide GUIDE = new ImportGuide(
            "planner",
            "/plan/operations",
            "/imports/operation",
            "plan.file-operation.",
            List.of(".xlsx", ".csv"),
            List.of(new ImportGuide.Option(YEAR, false), new ImportGuide.Option(ORDINANCE, false)),
            List.of());

    private final Operations operations;
    private final Offered offered;
    private final TransactionTemplate transaction;

    OperationImporter(Operations operations, Offered offered, TransactionTemplate transaction) {
        this.operations = operations;
        this.offered = offered;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "operation";
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        try {
            var read = OperationReader.read(file.path(), WorkbookLimits.USUAL);
            return Objects.requireNonNull(transaction.execute(status -> {
                var outcome = take(read, file.options(), file.capacity());
                if (outcome instanceof ImportOutcome.Refused) {
                    status.setRollbackOnly();
                }
                return outcome;
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportOutcome take(ReadOperation read, Map<String, String> options, String capacity) {
        if (!read.errors().isEmpty()) {
            return new ImportOutcome.Refused(read.errors());
        }
        var stated = options.getOrDefault(YEAR, "").strip();
        var year = stated.isEmpty() ? read.year() : year(stated);
        if (year.isEmpty()) {
            return refused(YEAR, Message.of("plan.import.no-operation-year"));
        }
        Optional<LocalDate> ordinance;
        try {
            var day = options.getOrDefault(ORDINANCE, "").strip();
            ordinance = day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException _) {
            return refused(ORDINANCE, Message.of("plan.import.date-unreadable"));
        }
        var operation = operations.begin(year.get(), ordinance, capacity).filter(found -> !found.sample());
        if (operation.isEmpty()) {
            return refused(YEAR, Message.of("plan.import.no-plan-for-year", year.get()));
        }
        if (!operation.get().isOpen()) {
            return refused(YEAR, Message.of("plan.operation.refused.closed"));
        }
        if (ordinance.isPresent()) {
            operations.ordinance(operation.get(), ordinance, capacity);
        }
        return new Intake(operation.get(), read).take();
    }

    private static Optional<FiscalYear> year(String text) {
        return text.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(text))
                ? Optional.of(new FiscalYear(Integer.parseInt(text)))
                : Optional.empty();
    }

    private static ImportOutcome refused(String field, Message message) {
        return new ImportOutcome.Refused(List.of(new CellNote("", 0, "", field, message)));
    }

    /// One workbook on its way in.
    private final class Intake {

        private final Operation operation;
        private final ReadOperation read;
        private final List<Activity> known;
        private final Map<String, List<PlanProject>> byName = new HashMap<>();
        private final List<CellNote> notes = new ArrayList<>();
        private final List<CellNote> errors = new ArrayList<>();
        private long unmatched;

        Intake(Operation operation, ReadOperation read) {
            this.operation = operation;
            this.read = read;
            this.known = operations.activities(operation);
            offered.of(operation, known, "")
                    .forEach(project -> byName.computeIfAbsent(
                                    ProjectQuery.normal(project.project().name().thai()), _ -> new ArrayList<>())
                            .add(project.project()));
        }

        ImportOutcome take() {
            var added = 0L;
            var total = Money.ZERO;
            for (var row : read.activities()) {
                var project = project(row);
                var content = content(row, project);
                if (known.stream().anyMatch(activity -> activity.content().equals(content))) {
                    notes.add(at(row, "name", Message.of("plan.import.activity-known", row.name())));
                } else if (keep(row, project, content)) {
                    added++;
                    total = total.plus(row.budget());
                }
            }
            if (!errors.isEmpty()) {
                return new ImportOutcome.Refused(errors);
            }
            notes.addAll(read.notes());
            var counts = new LinkedHashMap<String, Long>();
            counts.put("activities", added);
            counts.put("unmatched", unmatched);
            return new ImportOutcome.Stored(operation.work(), counts, Map.of("total", total), notes);
        }

        private boolean keep(ReadOperation.Activity row, Optional<PlanProject> project, Activity.Content content) {
            var outcome = operations.add(operation, project.map(PlanProject::id), content);
            if (outcome instanceof ActivityOutcome.Refused refused) {
                refused.faults().forEach((field, message) -> errors.add(at(row, field, message)));
            }
            return outcome instanceof ActivityOutcome.Kept;
        }

        private Optional<PlanProject> project(ReadOperation.Activity row) {
            var candidates = byName.getOrDefault(ProjectQuery.normal(row.name()), List.of());
            if (candidates.size() != 1) {
                unmatched++;
                notes.add(at(
                        row,
                        "name",
                        Message.of(
                                candidates.isEmpty()
                                        ? "plan.import.activity-unmatched"
                                        : "plan.import.activity-ambiguous",
                                row.name(),
                                (long) candidates.size())));
                return Optional.empty();
            }
            return Optional.of(candidates.getFirst());
        }

        /// What a row says; where it stands in the plan, as its project does.
        private Activity.Content content(ReadOperation.Activity row, Optional<PlanProject> project) {
            return new Activity.Content(
                    project.map(PlanProject::strategy).orElse(row.strategy()),
                    project.map(PlanProject::programme).orElse(row.programme()),
                    row.name(),
                    row.detail(),
                    row.budget(),
                    row.place(),
                    row.department(),
                    row.months());
        }

        private static CellNote at(ReadOperation.Activity row, String field, Message message) {
            return new CellNote(row.sheet(), row.row(), "", field, message);
        }
    }
}
