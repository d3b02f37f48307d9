package org.phatthana.plan;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.phatthana.approvals.Approvals;
import org.phatthana.packs.Pack;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The pack's sample plan: loaded when a house starts for the first time, marked as sample in every row, and
/// removed for ever by one act together with what was handed in for it.
@Component
public class SamplePlan {

    private final Pack pack;
    private final SampleEditions editions;
    private final Approvals approvals;
    private final JdbcClient jdbc;
    private final PublicLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SamplePlan(
            Pack pack,
            SampleEditions editions,
            Approvals approvals,
            JdbcClient jdbc,
            PublicLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.pack = pack;
        this.editions = editions;
        this.approvals = approvals;
        this.jdbc = jdbc;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A sample plan that has just been loaded.
    ///
    /// @param projects the ids of its projects by their keys in the pack
    public record Loaded(String plan, Map<String, String> projects) {}

    /// Loads the sample unless there is a plan already or it was removed, inside the caller's transaction if there
    /// is one.
    ///
    /// @return empty where there was nothing to do
    public Optional<Loaded> load() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.sql("lock table plan.sample_removal in share row exclusive mode")
                    .update();
            var isFirst = jdbc.sql("select not exists (select 1 from plan.plan) and not exists (select 1 from"
                            + " plan.sample_removal)")
                    .query(Boolean.class)
                    .single();
            return isFirst ? SampleFile.of(pack).map(editions::tell) : Optional.<Loaded>empty();
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
                    approvals.withdrawSamples(capacity);
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
}
