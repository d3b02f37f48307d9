package org.phatthana.plan.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.plan.Plans;
import org.phatthana.plan.SamplePlan;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.Thailand;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Loads the pack's sample when a house starts for the first time: the plan, and the operation plan that carries it
/// out, together or not at all. Rooms above load theirs behind it, told by [SamplePlan.Loaded].
@Component
class SampleStart implements SmartInitializingSingleton {

    private static final String FILE = "sample/operation.yaml";

    /// The file of the pack.
    ///
    /// @param ordinance when the year's budget ordinance came into force
    record File(int year, LocalDate ordinance, LocalDate announced, List<Row> activities) {}

    /// A row; amounts are in thousands of baht.
    ///
    /// @param project the key of a project of the sample plan
    /// @param months the first and the last; 1 is October
    record Row(String project, String name, String detail, long money, List<Integer> months) {}

    private final Pack pack;
    private final SamplePlan sample;
    private final Plans plans;
    private final Operations operations;
    private final Offered offered;
    private final Announcing announcing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SampleStart(
            Pack pack,
            SamplePlan sample,
            Plans plans,
            Operations operations,
            Offered offered,
            Announcing announcing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.pack = pack;
        this.sample = sample;
        this.plans = plans;
        this.operations = operations;
        this.offered = offered;
        this.announcing = announcing;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> sample.load().ifPresent(loaded -> {
            pack.find(FILE, File.class).ifPresent(file -> tell(file, loaded));
            events.publishEvent(loaded);
        }));
    }

    private void tell(File file, SamplePlan.Loaded loaded) {
        var operation = operations
                .begin(new FiscalYear(file.year()), Optional.of(file.ordinance()), "pack")
                .orElseThrow(() -> refusal("year", "no sample plan covers " + file.year()));
        for (var row : file.activities()) {
            var id = loaded.projects().get(row.project());
            if (id == null || row.months().size() != 2) {
                throw refusal(row.project(), "names no project of the sample plan, or not two months");
            }
            var project = plans.project(id).orElseThrow();
            var money = Money.ofBaht(row.money() * 1000);
            var begun = offered.content(new Offered.Project(project, money, 0));
            var content = new Activity.Content(
                    begun.strategy(),
                    begun.programme(),
                    row.name().isEmpty() ? begun.name() : row.name(),
                    row.detail().isEmpty() ? begun.detail() : row.detail(),
                    money,
                    begun.place(),
                    begun.department(),
                    FiscalMonths.between(row.months().getFirst(), row.months().getLast()));
            if (!(operations.add(operation, Optional.of(id), content) instanceof ActivityOutcome.Kept)) {
                throw refusal(row.project(), "cannot be an activity");
            }
        }
        announcing.announce(
                operation, "pack", file.announced().atStartOfDay(Thailand.ZONE).toInstant());
    }

    private UnsoundPack refusal(String place, String what) {
        return new UnsoundPack("%s: %s: %s".formatted(pack.path(FILE), place, what));
    }
}
