package org.phatthana.plan;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.packs.Pack;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The pack's sample plan: loaded when a house starts for the first time, marked as sample in every row, and
/// removed for ever by one act.
@Component
public class SamplePlan implements SmartInitializingSingleton {

    private static final String FILE = "sample/plan.yaml";

    /// The file of the pack.
    record File(String name, int firstYear, String fileName, List<Group> groups) {}

    /// A strategy, tactic and programme with its projects.
    record Group(String strategy, String tactic, String programme, List<Item> projects) {}

    /// A project; `money` is in thousands of baht, one number for each year.
    record Item(
            String goal,
            Localized name,
            String objective,
            Localized target,
            Localized kpi,
            String result,
            String department,
            List<Long> money) {}

    private final Pack pack;
    private final PlanStore store;
    private final JdbcClient jdbc;
    private final PublicLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SamplePlan(
            Pack pack, PlanStore store, JdbcClient jdbc, PublicLog log, TransactionTemplate transaction, Clock clock) {
        this.pack = pack;
        this.store = store;
        this.jdbc = jdbc;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Loads the sample unless there is a plan already, or it was removed.
    @Override
    public void afterSingletonsInstantiated() {
        pack.find(FILE, File.class)
                .ifPresent(file -> transaction.executeWithoutResult(_ -> {
                    jdbc.sql("lock table plan.sample_removal in share row exclusive mode")
                            .update();
                    var isFirst = jdbc.sql("select not exists (select 1 from plan.plan) and not exists (select 1 from"
                                    + " plan.sample_removal)")
                            .query(Boolean.class)
                            .single();
                    if (isFirst) {
                        store.store("", true, sink -> tell(file, sink));
                    }
                }));
    }

    /// Whether sample data is there.
    public boolean isLoaded() {
        return jdbc.sql("select exists (select 1 from plan.plan where is_sample)")
                .query(Boolean.class)
                .single();
    }

    /// Removes all sample data of this room for ever, inside the caller's transaction if there is one.
    ///
    /// @param capacity the role in which it is done
    /// @return how many projects were removed
    public long remove(String capacity) {
        return Optional.ofNullable(transaction.execute(_ -> {
                    jdbc.sql("insert into plan.sample_removal (removed_at) values (:now) on conflict do nothing")
                            .param("now", Timestamp.from(clock.instant()))
                            .update();
                    var projects = jdbc.sql(
                                    "select count(*) from plan.version where next_edition is null and act <> 'drop'"
                                            + " and is_sample")
                            .query(Long.class)
                            .single();
                    jdbc.sql("delete from plan.plan where is_sample").update();
                    if (projects > 0) {
                        log.append(new PublicAct(
                                "plan.sample-removed",
                                "/plan",
                                capacity,
                                Localized.of(
                                        "ลบแผนตัวอย่าง %d โครงการ".formatted(projects),
                                        "Removed the sample plan of %d projects".formatted(projects)),
                                Map.of("projects", projects),
                                true));
                    }
                    return projects;
                }))
                .orElse(0L);
    }

    private static Optional<PlanToStore> tell(File file, PlanToStore.Sink sink) {
        var first = new FiscalYear(file.firstYear());
        var row = 0;
        for (var group : file.groups()) {
            var heading = new ReadProject.Group(group.strategy(), group.tactic(), group.programme(), "");
            for (var item : group.projects()) {
                row++;
                var english =
                        new PlanToStore.English(english(item.name()), english(item.target()), english(item.kpi()));
                sink.project(project(item, heading, row, first), item.goal(), english);
            }
        }
        return Optional.of(
                new PlanToStore(file.name(), first, first.plus(4), false, file.fileName(), "pack", EditionDates.NOW));
    }

    private static ReadProject project(Item item, ReadProject.Group heading, int row, FiscalYear first) {
        var amounts = new TreeMap<FiscalYear, Money>();
        for (var year = 0; year < item.money().size(); year++) {
            amounts.put(first.plus(year), Money.ofBaht(item.money().get(year) * 1000));
        }
        return new ReadProject(
                "ตัวอย่าง",
                row,
                Integer.toString(row),
                heading,
                item.name().thai(),
                item.objective(),
                item.target().thai(),
                amounts,
                Map.of(),
                item.kpi().thai(),
                item.result(),
                item.department(),
                "",
                ReadProject.Details.NONE,
                ReadProject.Story.NONE);
    }

    private static String english(Localized text) {
        return text.texts().getOrDefault("en", "");
    }
}
