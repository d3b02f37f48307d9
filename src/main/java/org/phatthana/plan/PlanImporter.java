package org.phatthana.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
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
import org.phatthana.places.Places;
import org.phatthana.plan.workbook.Home;
import org.phatthana.plan.workbook.PlanReader;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.plan.workbook.ReadSheet;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// Takes in a plan workbook or CSV without a review: goals are as suggested. The option `name` names the plan;
/// `announced` and `edition-TYPE-N-YEAR` say on which day its editions came into force.
@Component
class PlanImporter implements Importer {

    private static final ImportGuide GUIDE = guide("plan.file.");

    private final PlanStore store;
    private final Mapping mapping;
    private final Home home;
    private final Clock clock;

    PlanImporter(PlanStore store, Strategy strategy, Places places, Clock clock) {
        this.store = store;
        this.mapping = new Mapping(strategy);
        var classification = strategy.classification();
        this.home = new Home(
                text -> classification.fundSource(text).map(Classification.FundSource::id),
                (latitude, longitude) -> Math.abs(latitude) <= 90
                        && Math.abs(longitude) <= 180
                        && places.at(latitude, longitude).isPresent());
        this.clock = clock;
    }

    /// What is understood of a file.
    ReadPlan read(Path file) throws IOException {
        return PlanReader.read(file, WorkbookLimits.USUAL, home);
    }

    /// When a plan's editions came into force, as far as it is known or stated.
    EditionDates dates(ReadPlan plan, Map<String, String> stated) {
        return EditionDates.of(
                plan.years().getFirst(),
                plan.editions().keySet(),
                stated,
                LocalDate.now(clock.withZone(Editions.THAILAND)));
    }

    @Override
    public String kind() {
        return "plan";
    }

    /// The guide of a kind of file that speaks of plans.
    ///
    /// @param words what the keys of its texts begin with
    static ImportGuide guide(String words) {
        return new ImportGuide(
                "planner", "/plan", "/plan/imports/new", words, List.of(".xlsx", ".csv"), List.of(), List.of());
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
                .orElseGet(() -> new ImportOutcome.Refused(objections(plan, file.options())));
    }

    /// What stands against making a plan of what was read.
    private List<CellNote> objections(ReadPlan plan, Map<String, String> stated) {
        if (!plan.errors().isEmpty()) {
            return plan.errors();
        }
        if (plan.projectCount() == 0) {
            return List.of(CellNote.ofFile(Message.of("plan.import.only-equipment")));
        }
        return dates(plan, stated).faults().entrySet().stream()
                .map(fault -> new CellNote("", 0, "", fault.getKey(), fault.getValue()))
                .toList();
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
                        home,
                        project -> sink.project(project, goals.apply(project), PlanToStore.English.NONE));
                plan = read;
                return objections(read, file.options()).isEmpty()
                        ? Optional.of(toStore(
                                read,
                                file.options().getOrDefault("name", ""),
                                file.name(),
                                file.capacity(),
                                dates(read, file.options())))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static PlanToStore toStore(
            ReadPlan plan, String name, String fileName, String capacity, EditionDates dates) {
        return new PlanToStore(
                name.isBlank() ? nameOf(plan) : name.strip(),
                plan.years().getFirst(),
                plan.years().getLast(),
                plan.issueFormat(),
                fileName,
                capacity,
                dates);
    }

    /// Stores what was understood and reviewed.
    ///
    /// @param name the plan's name, empty for the workbook's own
    /// @param choices the goals that people chose, as [Mapping#goals] has them, and the days of [EditionDates]
    ImportOutcome.Stored store(
            ReadPlan plan, String name, String fileName, String sha256, String capacity, Map<String, String> choices) {
        var goals = mapping.goals(choices);
        return store.store(sha256, false, sink -> {
                    plan.projects()
                            .forEach(project -> sink.project(project, goals.apply(project), PlanToStore.English.NONE));
                    return Optional.of(toStore(plan, name, fileName, capacity, dates(plan, choices)));
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
        if (plan.equipment().count() > 0) {
            counts.put("equipment", (long) plan.equipment().count());
        }
        if (!plan.editions().isEmpty()) {
            counts.put("editions", (long) plan.editions().size());
        }
        counts.put("odd cells", (long) plan.notes().size());
        var sums = new LinkedHashMap<String, Money>();
        plan.sums().forEach((year, sum) -> sums.put(year.toString(), sum));
        sums.put("total", plan.total());
        if (plan.equipment().count() > 0) {
            plan.equipment().sums().forEach((year, sum) -> sums.put("equipment " + year, sum));
            sums.put("equipment total", plan.equipment().total());
        }
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
