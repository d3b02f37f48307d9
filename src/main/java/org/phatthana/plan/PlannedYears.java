package org.phatthana.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a plan holds for single fiscal years, counted.
@Component
public class PlannedYears {

    /// What a project can say of itself, by its column.
    private static final List<String> SAID = List.of("objective", "target", "kpi", "result", "department");

    /// A dash says nothing.
    private static final String COUNTED =
            """
                select
                    count(*) filter (where btrim(v.objective, E' -–—.\\n') <> '') as objective,
                    count(*) filter (where btrim(v.target, E' -–—.\\n') <> '') as target,
                    count(*) filter (where btrim(v.kpi, E' -–—.\\n') <> '') as kpi,
                    count(*) filter (where btrim(v.result, E' -–—.\\n') <> '') as result,
                    count(*) filter (where btrim(v.department, E' -–—.\\n') <> '') as department,
                    coalesce(array_agg(v.project_id), '{}') as projects,
                    coalesce(array_agg(distinct v.goal), '{}') as goals,
                    count(*) filter (where true = any (v.places_certain)) as placed,
                    count(a.given) as known,
                    count(*) filter (where a.given > 0) as funded,
                    coalesce(sum(a.satang), 0)::bigint as planned,
                    coalesce(sum(a.satang) filter (where a.given is not null), 0)::bigint as planned_known,
                    coalesce(sum(a.given), 0)::bigint as given
                from plan.version v
                cross join lateral unnest(v.years, v.satang, v.ordinance_satang) as a (year, satang, given)
                """ + Plans.STANDING + " and v.form <> 'p03' and a.year = :year and a.satang > 0";

    private final JdbcClient jdbc;
    private final Plans plans;

    PlannedYears(JdbcClient jdbc, Plans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /// The projects that have money in a year, without equipment.
    ///
    /// @param projects their ids
    /// @param goals the ids of the goals that they serve
    /// @param said how many have an `objective`, a `target`, a `kpi`, a `result`, a `department`
    /// @param placed how many have a place that is known for certain
    /// @param known of how many the plan's own columns know what the ordinance gave
    /// @param funded how many of those got money
    /// @param planned the money of all
    /// @param plannedKnown the planned money of those of which the ordinance's is known
    /// @param given what the ordinance gave those
    public record PlannedYear(
            Set<String> projects,
            Set<String> goals,
            Map<String, Long> said,
            long placed,
            long known,
            long funded,
            Money planned,
            Money plannedKnown,
            Money given) {

        public PlannedYear {
            projects = Set.copyOf(projects);
            goals = Set.copyOf(goals);
            said = Map.copyOf(said);
        }
    }

    /// A year of a plan as it stood.
    public PlannedYear of(Standing standing, FiscalYear year) {
        return plans.keep("year-" + year, standing, () -> count(standing, year));
    }

    private PlannedYear count(Standing standing, FiscalYear year) {
        return Plans.of(standing, jdbc.sql(COUNTED))
                .param("year", year.buddhistEra())
                .query(PlannedYears::counted)
                .single();
    }

    private static PlannedYear counted(ResultSet row, int number) throws SQLException {
        var said = new LinkedHashMap<String, Long>();
        for (var column : SAID) {
            said.put(column, row.getLong(column));
        }
        return new PlannedYear(
                texts(row, "projects"),
                texts(row, "goals"),
                said,
                row.getLong("placed"),
                row.getLong("known"),
                row.getLong("funded"),
                new Money(row.getLong("planned")),
                new Money(row.getLong("planned_known")),
                new Money(row.getLong("given")));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of(StoredVersion.values(row, column))
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
