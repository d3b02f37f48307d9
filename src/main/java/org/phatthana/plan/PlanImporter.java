package org.phatthana.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.workbook.PlanReader;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.plan.workbook.ReadSheet;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// Takes in a plan workbook without a review: goals are as suggested. The option `name` names the plan.
@Component
class PlanImporter implements Importer {

    private static final ImportGuide GUIDE = new ImportGuide(
            "planner", "/plan", "/plan/imports/new", "plan.file.", List.of(".xlsx"), List.of(), List.of());

    private final PlanStore store;
    private final Mapping mapping;

    PlanImporter(PlanStore store, Strategy strategy) {
        this.store = store;
        this.mapping = new Mapping(strategy);
    }

    @Override
    public String kind() {
        return "plan";
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var reading = new Reading(file);
        var stored = store.store(sha256(file.path()), false, reading);
        var plan = Objects.requireNonNull(reading.plan);
        return stored.<ImportOutcome>map(done -> outcome(plan, done))
                .orElseGet(() -> new ImportOutcome.Refused(plan.errors()));
    }

    /// Reads a workbook while it is being stored.
    private final class Reading implements PlanToStore.Source {

        private final ImportFile file;
        private @Nullable ReadPlan plan;

        Reading(ImportFile file) {
            this.file = file;
        }

        @Override
        public Optional<PlanToStore> tell(PlanToStore.Sink sink) {
            var goals = mapping.goals(Map.of());
            try {
                var read = PlanReader.read(
                        file.path(),
                        WorkbookLimits.USUAL,
                        project -> sink.project(project, goals.apply(project), PlanToStore.English.NONE));
                plan = read;
                return read.errors().isEmpty()
                        ? Optional.of(
                                toStore(read, file.options().getOrDefault("name", ""), file.name(), file.capacity()))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static PlanToStore toStore(ReadPlan plan, String name, String fileName, String capacity) {
        return new PlanToStore(
                name.isBlank() ? nameOf(plan) : name.strip(),
                plan.years().getFirst(),
                plan.years().getLast(),
                plan.issueFormat(),
                fileName,
                capacity);
    }

    /// Stores what was understood and reviewed.
    ///
    /// @param name the plan's name, empty for the workbook's own
    /// @param choices the goals that people chose, as [Mapping#goals] has them
    ImportOutcome.Stored store(
            ReadPlan plan, String name, String fileName, String sha256, String capacity, Map<String, String> choices) {
        var goals = mapping.goals(choices);
        return store.store(sha256, false, sink -> {
                    plan.projects()
                            .forEach(project -> sink.project(project, goals.apply(project), PlanToStore.English.NONE));
                    return Optional.of(toStore(plan, name, fileName, capacity));
                })
                .map(done -> outcome(plan, done))
                .orElseThrow();
    }

    private static ImportOutcome.Stored outcome(ReadPlan plan, PlanStore.Stored stored) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put(
                "sheets",
                plan.sheets().stream()
                        .filter(sheet -> sheet.kind() == ReadSheet.Kind.PLAN)
                        .count());
        counts.put("projects", plan.projectCount());
        counts.put("odd cells", (long) plan.notes().size());
        var sums = new LinkedHashMap<String, Money>();
        plan.sums().forEach((year, sum) -> sums.put(year.toString(), sum));
        sums.put("total", plan.total());
        var notes = new ArrayList<CellNote>();
        if (stored.wasKnown()) {
            notes.add(CellNote.ofFile(Message.of("plan.import.already-stored")));
        }
        notes.addAll(plan.notes());
        return new ImportOutcome.Stored("/plan?plan=" + stored.id(), counts, sums, notes);
    }

    /// The workbook's own name for the plan, else one made of its years.
    static String nameOf(ReadPlan plan) {
        return plan.title().isEmpty()
                ? nameOf(plan.years().getFirst(), plan.years().getLast())
                : plan.title();
    }

    static String nameOf(FiscalYear first, FiscalYear last) {
        return "แผนพัฒนาท้องถิ่น (พ.ศ. %s–%s)".formatted(first, last);
    }

    static String sha256(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
