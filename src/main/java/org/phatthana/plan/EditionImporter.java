package org.phatthana.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// Takes the file of an edition into a plan that is there already: `เพิ่มเติม ครั้งที่ 1/2567`, its old rows above
/// the new ones. It becomes drafts of an open edition, which people approve; or an announced edition at once, where
/// the option `announced` says on which day that was. The option `plan` names the plan, `edition` the edition where
/// the file does not.
@Component
class EditionImporter implements Importer {

    private static final ImportGuide GUIDE = PlanImporter.guide("plan.file-edition.");

    private final PlanImporter importer;
    private final Plans plans;
    private final Editions editions;
    private final Amendments amendments;

    EditionImporter(PlanImporter importer, Plans plans, Editions editions, Amendments amendments) {
        this.importer = importer;
        this.plans = plans;
        this.editions = editions;
        this.amendments = amendments;
    }

    @Override
    public String kind() {
        return "edition";
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        try {
            var read = importer.read(file.path());
            var options = file.options();
            var name = options.containsKey("edition")
                    ? EditionName.in(options.getOrDefault("edition", ""))
                    : read.edition();
            return name.isEmpty() && read.errors().isEmpty()
                    ? refused("plan.import.no-edition-name")
                    : take(read, name, handed(file), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes in what was read.
    ///
    /// @param name the edition; empty for the next addition
    ImportOutcome take(ReadPlan read, Optional<EditionName> name, Amendments.Handed file, Map<String, String> options) {
        if (!read.errors().isEmpty()) {
            return new ImportOutcome.Refused(read.errors());
        }
        var wanted = options.getOrDefault("plan", "");
        var plan = wanted.isEmpty() ? ofSameYears(read).stream().findFirst() : plans.find(wanted);
        if (plan.isEmpty()) {
            return refused(
                    "plan.import.no-plan-for",
                    read.years().getFirst(),
                    read.years().getLast());
        }
        var dates = importer.dates(read, options);
        if (!dates.faults().isEmpty()) {
            return new ImportOutcome.Refused(dates.faults().entrySet().stream()
                    .map(fault -> new CellNote("", 0, "", fault.getKey(), fault.getValue()))
                    .toList());
        }
        var taken = amendments.take(plan.get(), read, name, file, announced(dates), options, false);
        return taken.errors().isEmpty() ? outcome(plan.get(), read, taken) : new ImportOutcome.Refused(taken.errors());
    }

    /// What would be left to people, or stand against taking a file in.
    List<CellNote> trial(ReadPlan read, PlanOverview plan, Amendments.Handed file, Map<String, String> options) {
        var dates = importer.dates(read, options);
        var taken = amendments.take(plan, read, read.edition(), file, announced(dates), options, true);
        return taken.errors().isEmpty() ? taken.notes() : taken.errors();
    }

    private static Optional<LocalDate> announced(EditionDates dates) {
        return dates.baseEstimated() ? Optional.empty() : dates.base();
    }

    /// The plans that a file without a plan of its own can be about, the most likely one first.
    List<PlanOverview> ofSameYears(ReadPlan read) {
        return plans.all().stream()
                .filter(plan -> !plan.sample()
                        && plan.years().contains(read.years().getFirst())
                        && plan.years().contains(read.years().getLast()))
                .toList();
    }

    static Amendments.Handed handed(ImportFile file) {
        return new Amendments.Handed(file.name(), PlanImporter.sha256(file.path()), file.capacity());
    }

    private ImportOutcome outcome(PlanOverview plan, ReadPlan read, Amendments.Taken taken) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("edition", (long) taken.edition());
        counts.put("drafts", (long) taken.drafts());
        counts.put("odd cells", (long) read.notes().size());
        counts.put("for a person", (long) taken.notes().size());
        var sums = new LinkedHashMap<String, Money>();
        sums.put("total", taken.total());
        var notes = new ArrayList<>(taken.notes());
        notes.addAll(read.notes());
        var edition = editions.find(plan.id(), taken.edition()).orElseThrow();
        var address = edition.state() == Edition.State.ANNOUNCED
                ? "/plan/" + plan.id() + "/editions/" + taken.edition()
                : Submissions.workOn(edition);
        return new ImportOutcome.Stored(address, counts, sums, notes);
    }

    static ImportOutcome refused(String key, Object... arguments) {
        return new ImportOutcome.Refused(List.of(CellNote.ofFile(Message.of(key, arguments))));
    }
}
