package org.phatthana.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a plan promised against what ordinances gave, as far as the plan's own columns say so. Where they say
/// nothing, nothing is known; that is never zero.
@Component
public class Promises {

    private final JdbcClient jdbc;
    private final Plans plans;

    Promises(JdbcClient jdbc, Plans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /// What is planned and given in a year for one goal and programme.
    ///
    /// @param projects with planned money
    /// @param known those of them of which the ordinance's money is known
    /// @param plannedKnown the planned money of those
    /// @param funded those that got money
    /// @param given the ordinance's money
    public record Line(
            String goal,
            String programme,
            FiscalYear year,
            long projects,
            Money planned,
            long known,
            Money plannedKnown,
            long funded,
            Money given) {

        /// Of how many projects nothing is known.
        public long unknown() {
            return projects - known;
        }

        public Money plannedUnknown() {
            return planned.minus(plannedKnown);
        }

        /// The sum of two; of goal, programme and year those of the first.
        public Line plus(Line other) {
            return new Line(
                    goal,
                    programme,
                    year,
                    projects + other.projects,
                    planned.plus(other.planned),
                    known + other.known,
                    plannedKnown.plus(other.plannedKnown),
                    funded + other.funded,
                    given.plus(other.given));
        }
    }

    /// Why a promise was not kept, as far as later editions say.
    ///
    /// @param edition the number of the edition that changed it; of one that still stands so, the newest one's
    /// @param reason in the edition's words
    /// @param mergedInto the project that it became a part of
    /// @param to the year that its money was moved to
    public record Why(Kind kind, int edition, String reason, Optional<String> mergedInto, Optional<FiscalYear> to) {

        /// What became of a promise.
        public enum Kind {
            DROPPED,
            MERGED,
            MOVED,
            /// Its money was taken away.
            CUT,
            /// It still stands in the plan as it was.
            STANDS
        }
    }

    /// A project that was promised money in years whose budget is decided, and is not known to have got any.
    ///
    /// @param years the years in which it was promised, in order
    /// @param promised the money of those years
    /// @param known whether it is known that it got none; else nothing is known
    public record Open(
            String project,
            Localized name,
            String goal,
            String department,
            List<FiscalYear> years,
            Money promised,
            boolean known,
            Why why) {}

    /// The newest year of which the plan's own columns know anything.
    public Optional<FiscalYear> newestKnown(Standing standing) {
        return lines(standing).stream()
                .filter(line -> line.known() > 0 || !line.given().isZero())
                .map(Line::year)
                .max(Comparator.naturalOrder());
    }

    /// What is planned and given by goal, programme and year.
    public List<Line> lines(Standing standing) {
        return plans.keep(
                "funding",
                standing,
                () -> bind("""
                    select v.goal, h.programme, a.year,
                        count(*) filter (where a.satang > 0) as projects,
                        sum(a.satang)::bigint as planned,
                        count(*) filter (where a.satang > 0 and a.given is not null) as known,
                        coalesce(sum(a.satang) filter (where a.given is not null), 0)::bigint as planned_known,
                        count(*) filter (where a.given > 0) as funded,
                        coalesce(sum(a.given), 0)::bigint as given
                    from plan.version v
                    join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
                    cross join lateral unnest(v.years, v.satang, v.ordinance_satang) as a (year, satang, given)
                    """ + Plans.STANDING + " group by v.goal, h.programme, a.year", standing)
                        .query((row, _) -> new Line(
                                row.getString("goal"),
                                row.getString("programme"),
                                new FiscalYear(row.getInt("year")),
                                row.getLong("projects"),
                                new Money(row.getLong("planned")),
                                row.getLong("known"),
                                new Money(row.getLong("planned_known")),
                                row.getLong("funded"),
                                new Money(row.getLong("given"))))
                        .list());
    }

    /// The promises that are not known to have been kept, those with the most money first.
    ///
    /// @param through the last year whose budget is decided
    public List<Open> open(Standing standing, FiscalYear through) {
        return plans.keep("open-" + through, standing, () -> find(standing, through));
    }

    private List<Open> find(Standing standing, FiscalYear through) {
        var stories = new HashMap<String, List<Step>>();
        bind("""
            select v.project_id, v.name, v.name_en, v.goal, v.department, v.edition, v.next_edition, v.act, v.years, v.satang,
                v.ordinance_satang, v.merged_into, v.reason
            from plan.version v where v.plan_id = :plan and v.edition = any (:editions)
            """, standing).query(row -> {
            stories.computeIfAbsent(row.getString("project_id"), _ -> new ArrayList<>(1))
                    .add(step(row));
        });
        var open = new ArrayList<Open>();
        stories.forEach((project, steps) -> {
            var promise = promise(project, inOrder(steps, standing), through);
            if (promise != null) {
                open.add(promise);
            }
        });
        open.sort(Comparator.comparing(Open::promised).reversed().thenComparing(Open::project));
        return List.copyOf(open);
    }

    /// A version in what matters here.
    private record Step(
            int edition,
            @Nullable Integer next,
            boolean dropped,
            Map<FiscalYear, Money> planned,
            Map<FiscalYear, Money> given,
            @Nullable String mergedInto,
            String reason,
            Localized name,
            String goal,
            String department) {

        Money in(FiscalYear year) {
            return dropped ? Money.ZERO : planned.getOrDefault(year, Money.ZERO);
        }
    }

    private static Step step(ResultSet row) throws SQLException {
        var planned = new TreeMap<FiscalYear, Money>();
        var given = new TreeMap<FiscalYear, Money>();
        var years = StoredVersion.values(row, "years");
        var satang = StoredVersion.values(row, "satang");
        var ofOrdinance = StoredVersion.values(row, "ordinance_satang");
        for (var i = 0; i < years.length; i++) {
            var year = new FiscalYear((Integer) years[i]);
            planned.put(year, new Money((Long) satang[i]));
            if (ofOrdinance[i] instanceof Long known) {
                given.put(year, new Money(known));
            }
        }
        var english = row.getString("name_en");
        return new Step(
                row.getInt("edition"),
                (Integer) row.getObject("next_edition"),
                Edition.Act.DROP.code().equals(row.getString("act")),
                planned,
                given,
                row.getString("merged_into"),
                row.getString("reason"),
                english.isEmpty()
                        ? Localized.thai(row.getString("name"))
                        : Localized.of(row.getString("name"), english),
                row.getString("goal"),
                row.getString("department"));
    }

    /// The versions of a project, the newest first.
    private static List<Step> inOrder(List<Step> steps, Standing standing) {
        var byNext = new HashMap<@Nullable Integer, Step>();
        steps.forEach(step ->
                byNext.put(step.next != null && standing.editions().contains(step.next) ? step.next : null, step));
        var ordered = new ArrayList<Step>();
        for (var step = byNext.get(null); step != null; step = byNext.get(step.edition)) {
            ordered.add(step);
        }
        return ordered;
    }

    private static @Nullable Open promise(String project, List<Step> steps, FiscalYear through) {
        var newest = steps.getFirst();
        var promised = new TreeMap<FiscalYear, Money>();
        for (var step : steps) {
            step.planned.forEach((year, money) -> {
                if (!money.isZero() && year.compareTo(through) <= 0) {
                    promised.putIfAbsent(year, money);
                }
            });
        }
        var gotSome = newest.given.values().stream().anyMatch(money -> !money.isZero());
        if (promised.isEmpty() || gotSome) {
            return null;
        }
        return new Open(
                project,
                newest.name,
                newest.goal,
                newest.department,
                List.copyOf(promised.keySet()),
                Money.sum(promised.values()),
                newest.given.keySet().containsAll(promised.keySet()),
                why(steps, promised));
    }

    private static Why why(List<Step> steps, Map<FiscalYear, Money> promised) {
        var newest = steps.getFirst();
        if (newest.dropped) {
            var merged = Optional.ofNullable(newest.mergedInto);
            return new Why(
                    merged.isPresent() ? Why.Kind.MERGED : Why.Kind.DROPPED,
                    newest.edition,
                    newest.reason,
                    merged,
                    Optional.empty());
        }
        for (var i = 0; i + 1 < steps.size(); i++) {
            var after = steps.get(i);
            var before = steps.get(i + 1);
            var emptied = promised.keySet().stream()
                    .anyMatch(
                            year -> !before.in(year).isZero() && after.in(year).isZero());
            if (emptied) {
                var to = after.planned.keySet().stream()
                        .filter(year -> after.in(year).compareTo(before.in(year)) > 0)
                        .findFirst();
                return new Why(
                        to.isPresent() ? Why.Kind.MOVED : Why.Kind.CUT,
                        after.edition,
                        Objects.requireNonNullElse(after.reason, ""),
                        Optional.empty(),
                        to);
            }
        }
        return new Why(Why.Kind.STANDS, newest.edition, newest.reason, Optional.empty(), Optional.empty());
    }

    private JdbcClient.StatementSpec bind(String sql, Standing standing) {
        return jdbc.sql(sql)
                .param("plan", standing.plan())
                .param("editions", standing.editions().toArray(Integer[]::new));
    }
}
