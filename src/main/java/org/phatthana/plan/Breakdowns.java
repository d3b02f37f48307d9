package org.phatthana.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A plan's projects and money in parts that add up: each project stands in one part only.
@Component
public class Breakdowns {

    /// The part of projects that name no place.
    public static final String NOWHERE = "";

    /// The part of projects that lie in several amphoe, or in the whole province.
    public static final String SEVERAL = "several";

    /// By what a plan is taken apart.
    public enum By {
        MISSION,
        GOAL,
        PROGRAMME,
        AMPHOE,
        /// The one in which a project stands in every part in which it has money.
        YEAR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<By> of(String code) {
            return Stream.of(values()).filter(by -> by.code().equals(code)).findFirst();
        }
    }

    private final Plans plans;
    private final Strategy strategy;
    private final JdbcClient jdbc;

    Breakdowns(Plans plans, Strategy strategy, JdbcClient jdbc) {
        this.plans = plans;
        this.strategy = strategy;
        this.jdbc = jdbc;
    }

    /// The parts of a plan by their keys: ids of missions, goals and programmes (where the classification does not
    /// know one, its name), codes of amphoe, years.
    public Map<String, ProjectSums> of(By by, Standing standing) {
        return switch (by) {
            case MISSION -> missions(standing);
            case GOAL -> plans.sumsByGoal(standing);
            case PROGRAMME -> programmes(standing);
            case AMPHOE -> plans.keep("amphoe", standing, () -> amphoe(standing));
            case YEAR -> years(standing);
        };
    }

    private Map<String, ProjectSums> missions(Standing standing) {
        var parts = new LinkedHashMap<String, List<ProjectSums>>();
        plans.sumsByGoal(standing)
                .forEach((goal, sums) -> parts.computeIfAbsent(
                                strategy.goal(goal)
                                        .map(known -> known.mission())
                                        .orElse(""),
                                _ -> new ArrayList<>())
                        .add(sums));
        return summed(parts);
    }

    private Map<String, ProjectSums> programmes(Standing standing) {
        var parts = new LinkedHashMap<String, List<ProjectSums>>();
        plans.summary(standing)
                .forEach(line -> parts.computeIfAbsent(programme(line.programme()), _ -> new ArrayList<>())
                        .add(line.sums()));
        return summed(parts);
    }

    /// A programme's id in the classification, or its name where that does not know it.
    public String programme(String name) {
        return strategy.classification()
                .programme(name)
                .map(Classification.Programme::id)
                .orElse(name);
    }

    private static Map<String, ProjectSums> summed(Map<String, List<ProjectSums>> parts) {
        var summed = new LinkedHashMap<String, ProjectSums>();
        parts.forEach((key, sums) -> summed.put(key, ProjectSums.sum(sums)));
        return summed;
    }

    private Map<String, ProjectSums> years(Standing standing) {
        var years = new TreeMap<String, ProjectSums>();
        plans.sums(ProjectQuery.all(standing))
                .years()
                .forEach((year, sums) ->
                        years.put(year.toString(), new ProjectSums(sums.projects(), Map.of(year, sums))));
        return years;
    }

    private Map<String, ProjectSums> amphoe(Standing standing) {
        var located = """
            with located as (
                select v.years, v.satang, (
                    select case when count(*) = 0 then ''
                        when count(distinct left(w.place, 4)) = 1 and min(length(w.place)) >= 4 then min(left(w.place, 4))
                        else 'several' end
                    from unnest(v.places, v.places_certain) as w (place, is_certain) where w.is_certain) as amphoe
                from plan.version v
            """ + Plans.STANDING + ") ";
        var counts = new TreeMap<String, Long>();
        bind(located + "select amphoe, count(*) from located group by amphoe", standing)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        var years = new TreeMap<String, Map<FiscalYear, ProjectSums.Year>>();
        bind(located + """
            select amphoe, a.year, count(*) filter (where a.satang > 0), sum(a.satang)::bigint from located v
            """ + Plans.MONEY + " group by amphoe, a.year", standing).query(row -> {
            years.computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
                    .put(
                            new FiscalYear(row.getInt(2)),
                            new ProjectSums.Year(row.getLong(3), new Money(row.getLong(4))));
        });
        var sums = new LinkedHashMap<String, ProjectSums>();
        counts.forEach((key, count) -> sums.put(key, new ProjectSums(count, years.getOrDefault(key, Map.of()))));
        return sums;
    }

    private JdbcClient.StatementSpec bind(String sql, Standing standing) {
        return jdbc.sql(sql)
                .param("plan", standing.plan())
                .param("editions", standing.editions().toArray(Integer[]::new));
    }
}
