package org.phatthana.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
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
    public ImportOutcome take(ImportFile file) {
        try {
            var plan = PlanReader.read(file.path(), WorkbookLimits.USUAL);
            if (!plan.errors().isEmpty()) {
                return new ImportOutcome.Refused(plan.errors());
            }
            var name = file.options().getOrDefault("name", "");
            return store(plan, name, file.name(), sha256(file.path()), file.capacity(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stores what was understood.
    ///
    /// @param name the plan's name, empty for the workbook's own
    /// @param choices the goals that people chose, as [Mapping#goals] has them
    ImportOutcome.Stored store(
            ReadPlan plan, String name, String fileName, String sha256, String capacity, Map<String, String> choices) {
        var known = store.ofFile(sha256);
        var id = known.orElseGet(() -> store.store(new PlanToStore(
                name.isBlank() ? nameOf(plan) : name.strip(),
                plan.years().getFirst(),
                plan.years().getLast(),
                plan.issueFormat(),
                fileName,
                sha256,
                false,
                capacity,
                plan.projects(),
                mapping.goals(plan, choices),
                Map.of())));
        var counts = new LinkedHashMap<String, Long>();
        counts.put(
                "sheets",
                plan.sheets().stream()
                        .filter(sheet -> sheet.kind() == ReadSheet.Kind.PLAN)
                        .count());
        counts.put("projects", (long) plan.projects().size());
        counts.put("odd cells", (long) plan.notes().size());
        var sums = new LinkedHashMap<String, Money>();
        plan.sums().forEach((year, sum) -> sums.put(year.toString(), sum));
        sums.put("total", plan.total());
        var notes = new ArrayList<CellNote>();
        known.ifPresent(_ -> notes.add(CellNote.ofFile(Message.of("plan.import.already-stored"))));
        notes.addAll(plan.notes());
        return new ImportOutcome.Stored("/plan?plan=" + id, counts, sums, notes);
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

    static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
