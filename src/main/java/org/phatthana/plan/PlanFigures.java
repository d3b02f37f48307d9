package org.phatthana.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sums over all that a plan held at some time.
record PlanFigures(JdbcClient jdbc) {

    /// The sums by goal.
    Map<String, ProjectSums> byGoal(Standing standing) {
        var counts = new LinkedHashMap<String, Long>();
        var years = new HashMap<String, Map<FiscalYear, ProjectSums.Year>>();
        standing(
                        standing,
                        "select v.goal, count(*) as projects from plan.version v" + Plans.STANDING
                                + " group by v.goal order by length(v.goal), v.goal")
                .query((row, _) -> counts.put(row.getString("goal"), row.getLong("projects")))
                .list();
        standing(standing, """
            select v.goal, a.year, count(*) filter (where a.satang > 0) as projects, sum(a.satang)::bigint as satang
            from plan.version v
            """ + Plans.MONEY + Plans.STANDING + " group by v.goal, a.year")
                .query((row, _) -> years.computeIfAbsent(row.getString("goal"), _ -> new TreeMap<>())
                        .put(
                                new FiscalYear(row.getInt("year")),
                                new ProjectSums.Year(row.getLong("projects"), new Money(row.getLong("satang")))))
                .list();
        var sums = new LinkedHashMap<String, ProjectSums>();
        counts.forEach((goal, count) -> sums.put(goal, new ProjectSums(count, years.getOrDefault(goal, Map.of()))));
        return sums;
    }

    /// The sums by strategy and programme, equipment last: what form ผ.01 shows.
    List<Plans.SummaryLine> byHeading(Standing standing) {
        var counts = new LinkedHashMap<Plans.SummaryLine.Of, Long>();
        var years = new HashMap<Plans.SummaryLine.Of, Map<FiscalYear, ProjectSums.Year>>();
        standing(standing, """
            select h.strategy, h.programme, v.form = 'p03' as equipment, count(*) as projects
            from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
            """ + Plans.STANDING + """
            group by h.strategy, h.programme, v.form = 'p03'
            order by v.form = 'p03', min(min(h.ordinal)) over (partition by h.strategy, v.form = 'p03'), min(h.ordinal)
            """)
                .query((row, _) -> counts.put(Plans.SummaryLine.Of.row(row), row.getLong("projects")))
                .list();
        standing(
                        standing,
                        """
                                select h.strategy, h.programme, v.form = 'p03' as equipment, a.year,
                                    count(*) filter (where a.satang > 0) as projects, sum(a.satang)::bigint as satang
                                from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
                                """ + Plans.MONEY + Plans.STANDING
                                + " group by h.strategy, h.programme, v.form = 'p03', a.year")
                .query((row, _) -> years.computeIfAbsent(Plans.SummaryLine.Of.row(row), _ -> new TreeMap<>())
                        .put(
                                new FiscalYear(row.getInt("year")),
                                new ProjectSums.Year(row.getLong("projects"), new Money(row.getLong("satang")))))
                .list();
        return counts.entrySet().stream()
                .map(line -> new Plans.SummaryLine(
                        line.getKey().strategy(),
                        line.getKey().programme(),
                        line.getKey().equipment(),
                        new ProjectSums(line.getValue(), years.getOrDefault(line.getKey(), Map.of()))))
                .toList();
    }

    private JdbcClient.StatementSpec standing(Standing standing, String sql) {
        return Plans.of(standing, jdbc.sql(sql));
    }
}
