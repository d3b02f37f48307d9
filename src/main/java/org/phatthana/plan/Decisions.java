package org.phatthana.plan;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What editions decided, beside what stood before.
@Component
public class Decisions {

    private static final Localized UNNAMED = Localized.of("โครงการที่ไม่อยู่ในฐานข้อมูล", "A project that is not here");

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What an edition decided of a project.
    ///
    /// @param before the version that it followed; empty for a new project
    public record Decided(PlanProject version, Optional<PlanProject> before) {}

    /// What an edition came to.
    ///
    /// @param acts how many projects it decided so
    /// @param merged how many of the dropped ones became a part of another
    /// @param split how many of the added ones were a part of another
    /// @param unknown of how many only that it touched them is known
    /// @param before the money of the projects that it touched, as it was, by year
    /// @param after the same as it became; what is dropped has none
    public record Counts(
            Map<Edition.Act, Long> acts,
            long merged,
            long split,
            long unknown,
            Map<FiscalYear, Money> before,
            Map<FiscalYear, Money> after) {

        public Counts {
            acts = Map.copyOf(acts);
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }

        public long of(Edition.Act act) {
            return acts.getOrDefault(act, 0L);
        }

        public long all() {
            return acts.values().stream().mapToLong(Long::longValue).sum();
        }

        public Money moneyBefore() {
            return Money.sum(before.values());
        }

        public Money moneyAfter() {
            return Money.sum(after.values());
        }
    }

    /// A project by its name, as other projects refer to it.
    public record Named(String id, Localized name) {}

    /// What an edition decided. The index of what later ones did leaves the first one out, which decided of nearly
    /// all.
    static String of(int edition) {
        return " where v.plan_id = :plan and v.edition = :edition" + (edition > 0 ? " and v.edition > 0" : "");
    }

    /// A page of what an edition decided, in the plan's order.
    ///
    /// @param act only what was decided so; empty for all
    public List<Decided> page(String plan, int edition, Optional<Edition.Act> act, long skip, int limit) {
        var decided = jdbc.sql(Plans.COLUMNS + Plans.VERSIONS + of(edition) + """
             and (:act = '' or v.act = :act)
            order by v.heading, v.ordinal limit :limit offset :skip
            """)
                .param("plan", plan)
                .param("edition", edition)
                .param("act", act.map(Edition.Act::code).orElse(""))
                .param("limit", limit)
                .param("skip", skip)
                .query(StoredVersion::project)
                .list();
        var before = before(plan, edition, decided.stream().map(PlanProject::id).toList());
        return decided.stream()
                .map(version -> new Decided(version, Optional.ofNullable(before.get(version.id()))))
                .toList();
    }

    private Map<String, PlanProject> before(String plan, int edition, List<String> projects) {
        return jdbc
                .sql(Plans.COLUMNS + Plans.VERSIONS
                        + " where v.plan_id = :plan and v.next_edition = :edition and v.project_id = any (:projects)")
                .param("plan", plan)
                .param("edition", edition)
                .param("projects", projects.toArray(String[]::new))
                .query(StoredVersion::project)
                .list()
                .stream()
                .collect(Collectors.toMap(PlanProject::id, Function.identity()));
    }

    /// What the editions of a plan came to, by their numbers.
    public Map<Integer, Counts> counts(String plan) {
        var before = money(plan, "v.next_edition", "v.next_edition is not null and v.act <> 'drop'");
        var after = money(plan, "v.edition", "v.act <> 'drop'");
        var acts = new TreeMap<Integer, Map<Edition.Act, Long>>();
        var others = new HashMap<Integer, long[]>();
        jdbc.sql("""
            select edition, act, count(*) as projects, count(merged_into) as merged, count(split_from) as split,
                count(*) filter (where not is_text_known) as unknown
            from plan.version where plan_id = :plan group by edition, act
            """).param("plan", plan).query(row -> {
            var edition = row.getInt("edition");
            acts.computeIfAbsent(edition, _ -> new EnumMap<>(Edition.Act.class))
                    .put(Edition.Act.of(row.getString("act")).orElseThrow(), row.getLong("projects"));
            var sums = others.computeIfAbsent(edition, _ -> new long[3]);
            sums[0] += row.getLong("merged");
            sums[1] += row.getLong("split");
            sums[2] += row.getLong("unknown");
        });
        var counts = new TreeMap<Integer, Counts>();
        acts.forEach((edition, of) -> {
            var sums = others.getOrDefault(edition, new long[3]);
            counts.put(
                    edition,
                    new Counts(
                            of,
                            sums[0],
                            sums[1],
                            sums[2],
                            before.getOrDefault(edition, Map.of()),
                            after.getOrDefault(edition, Map.of())));
        });
        return counts;
    }

    private Map<Integer, Map<FiscalYear, Money>> money(String plan, String edition, String which) {
        var money = new HashMap<Integer, Map<FiscalYear, Money>>();
        jdbc.sql("select " + edition + " as edition, a.year, sum(a.satang)::bigint as satang from plan.version v"
                        + Plans.MONEY + " where v.plan_id = :plan and " + which + " group by 1, 2")
                .param("plan", plan)
                .query(row -> {
                    money.computeIfAbsent(row.getInt("edition"), _ -> new TreeMap<>())
                            .put(new FiscalYear(row.getInt("year")), new Money(row.getLong("satang")));
                });
        return money;
    }

    /// The newest names of projects by their ids.
    public Map<String, Named> named(Collection<String> ids) {
        var named = new LinkedHashMap<String, Named>();
        ids.forEach(id -> named.put(id, new Named(id, UNNAMED)));
        jdbc.sql("""
            select project_id, name, name_en from plan.version where next_edition is null and project_id = any (:ids)
            """).param("ids", ids.toArray(String[]::new)).query(row -> {
            named.put(row.getString(1), named(row.getString(1), row.getString(2), row.getString(3)));
        });
        return named;
    }

    private static Named named(String id, String thai, String english) {
        return new Named(id, english.isEmpty() ? Localized.thai(thai) : Localized.of(thai, english));
    }

    /// The projects that became a part of one, by the edition that merged them.
    public Map<Integer, List<Named>> mergedInto(String project) {
        return related("merged_into", project);
    }

    /// The projects that were a part of one, by the edition that split them off.
    public Map<Integer, List<Named>> splitFrom(String project) {
        return related("split_from", project);
    }

    private Map<Integer, List<Named>> related(String how, String project) {
        var related = new TreeMap<Integer, List<Named>>();
        jdbc.sql("select edition, project_id, name, name_en from plan.version where " + how
                        + " = :project order by edition, ordinal")
                .param("project", project)
                .query(row -> {
                    related.computeIfAbsent(row.getInt(1), _ -> new java.util.ArrayList<>())
                            .add(named(row.getString(2), row.getString(3), row.getString(4)));
                });
        return related;
    }
}
