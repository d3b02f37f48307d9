package org.phatthana.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The plans and their projects as they stand today: only the newest version of each project counts.
@Component
public class Plans {

    private static final String FROM = """
         from plan.version v
         join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
         where v.is_newest and v.plan_id = :plan
           and (:goals = '' or v.goal = any (string_to_array(:goals, ',')))
           and (:place = '' or exists (select 1 from unnest(v.places, v.places_certain) as w (place, is_certain)
                where w.is_certain and w.place like :place || '%'))
           and (:year = 0 or exists (select 1 from unnest(v.years, v.satang) as a (year, satang)
                where a.year = :year and a.satang > 0))
           and (:department = '' or v.department = :department)
           and (:programme = '' or h.programme = :programme)
           and (:text = '' or v.searched like all (string_to_array(:text, chr(10))))
        """;

    private static final String COLUMNS = "select v.*, h.strategy, h.tactic, h.programme";

    /// A row for each year of a version.
    private static final String MONEY = " cross join lateral unnest(v.years, v.satang) as a (year, satang)";

    private static final Map<ProjectQuery.Order, String> ORDERS = Map.of(
            ProjectQuery.Order.PLAN, " order by v.ordinal",
            ProjectQuery.Order.NAME, " order by v.name collate \"th-x-icu\", v.ordinal",
            ProjectQuery.Order.MONEY, " order by v.total_satang desc, v.ordinal",
            ProjectQuery.Order.DEPARTMENT, " order by v.department collate \"th-x-icu\", v.ordinal",
            ProjectQuery.Order.GOAL, " order by length(v.goal), v.goal, v.ordinal");

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All plans, real ones before sample ones, newest period first.
    public List<PlanOverview> all() {
        return jdbc.sql("""
            select l.*, (select count(*) from plan.version v where v.is_newest and v.plan_id = l.id) as projects
            from plan.plan l
            order by is_sample, first_year desc, imported_at desc, id desc
            """)
                .query((row, _) -> new PlanOverview(
                        row.getString("id"),
                        row.getString("name"),
                        new FiscalYear(row.getInt("first_year")),
                        new FiscalYear(row.getInt("last_year")),
                        "issue".equals(row.getString("format")),
                        row.getString("file_name"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getBoolean("is_sample"),
                        row.getLong("projects")))
                .list();
    }

    /// The plan that pages show: the newest real one, else the sample.
    public Optional<PlanOverview> shown() {
        return all().stream().findFirst();
    }

    public Optional<PlanOverview> find(String id) {
        return all().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /// A page of projects.
    ///
    /// @param skip how many to leave out at the beginning
    /// @param limit at most so many
    public List<PlanProject> projects(ProjectQuery query, long skip, int limit) {
        return bind(COLUMNS + FROM + ORDERS.get(query.order()) + " limit :limit offset :skip", query)
                .param("limit", limit)
                .param("skip", skip)
                .query(Plans::project)
                .list();
    }

    /// Projects in the plan's own order behind a place in it, for reading it in pieces.
    public List<PlanProject> projectsAfter(ProjectQuery query, int ordinal, int limit) {
        return bind(COLUMNS + FROM + " and v.ordinal > :after order by v.ordinal limit :limit", query)
                .param("after", ordinal)
                .param("limit", limit)
                .query(Plans::project)
                .list();
    }

    public Optional<PlanProject> project(String id) {
        return jdbc.sql(COLUMNS + """
             from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
             where v.is_newest and v.project_id = :id
            """).param("id", id).query(Plans::project).optional();
    }

    /// How many projects a query finds, and their money by year.
    public ProjectSums sums(ProjectQuery query) {
        var count = bind("select count(*) " + FROM, query).query(Long.class).single();
        var years = new TreeMap<FiscalYear, ProjectSums.Year>();
        bind("""
            select a.year, count(*) filter (where a.satang > 0) as projects, sum(a.satang)::bigint as satang
            from (select v.years, v.satang
            """ + FROM + ") v" + MONEY + " group by a.year", query)
                .query((row, _) -> years.put(
                        new FiscalYear(row.getInt("year")),
                        new ProjectSums.Year(row.getLong("projects"), new Money(row.getLong("satang")))))
                .list();
        return new ProjectSums(count, years);
    }

    /// The sums of a plan by goal.
    public Map<String, ProjectSums> sumsByGoal(String plan) {
        return goalSums(plan);
    }

    /// The sums of a plan by strategy and programme, in the plan's order: what form ผ.01 shows.
    public List<SummaryLine> summary(String plan) {
        var counts = new LinkedHashMap<List<String>, Long>();
        var years = new HashMap<List<String>, Map<FiscalYear, ProjectSums.Year>>();
        jdbc.sql("""
            select h.strategy, h.programme, min(h.ordinal) as place, count(*) as projects from plan.version v
            join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading where v.is_newest and v.plan_id = :plan
            group by h.strategy, h.programme
            order by min(min(h.ordinal)) over (partition by h.strategy), min(h.ordinal)
            """)
                .param("plan", plan)
                .query((row, _) -> counts.put(
                        List.of(row.getString("strategy"), row.getString("programme")), row.getLong("projects")))
                .list();
        jdbc.sql("""
            select h.strategy, h.programme, a.year, count(*) filter (where a.satang > 0) as projects,
                sum(a.satang)::bigint as satang
            from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
            """ + MONEY + """
             where v.is_newest and v.plan_id = :plan group by h.strategy, h.programme, a.year
            """)
                .param("plan", plan)
                .query((row, _) -> years.computeIfAbsent(
                                List.of(row.getString("strategy"), row.getString("programme")), _ -> new TreeMap<>())
                        .put(
                                new FiscalYear(row.getInt("year")),
                                new ProjectSums.Year(row.getLong("projects"), new Money(row.getLong("satang")))))
                .list();
        return counts.entrySet().stream()
                .map(line -> new SummaryLine(
                        line.getKey().getFirst(),
                        line.getKey().getLast(),
                        new ProjectSums(line.getValue(), years.getOrDefault(line.getKey(), Map.of()))))
                .toList();
    }

    /// One line of form ผ.01.
    public record SummaryLine(String strategy, String programme, ProjectSums sums) {}

    private Map<String, ProjectSums> goalSums(String plan) {
        var counts = new LinkedHashMap<String, Long>();
        var years = new HashMap<String, Map<FiscalYear, ProjectSums.Year>>();
        jdbc.sql("""
            select v.goal, count(*) as projects from plan.version v
            where v.is_newest and v.plan_id = :plan group by v.goal order by length(v.goal), v.goal
            """)
                .param("plan", plan)
                .query((row, _) -> counts.put(row.getString("goal"), row.getLong("projects")))
                .list();
        jdbc.sql("""
            select v.goal, a.year, count(*) filter (where a.satang > 0) as projects, sum(a.satang)::bigint as satang
            from plan.version v
            """ + MONEY + """
             where v.is_newest and v.plan_id = :plan group by v.goal, a.year
            """)
                .param("plan", plan)
                .query((row, _) -> years.computeIfAbsent(row.getString("goal"), _ -> new TreeMap<>())
                        .put(
                                new FiscalYear(row.getInt("year")),
                                new ProjectSums.Year(row.getLong("projects"), new Money(row.getLong("satang")))))
                .list();
        var sums = new LinkedHashMap<String, ProjectSums>();
        counts.forEach((goal, count) -> sums.put(goal, new ProjectSums(count, years.getOrDefault(goal, Map.of()))));
        return sums;
    }

    /// The departments of a plan with how many projects each has, most first.
    public Map<String, Long> departments(String plan) {
        var departments = new LinkedHashMap<String, Long>();
        jdbc.sql("""
            select v.department, count(*) as projects from plan.version v
            where v.is_newest and v.plan_id = :plan and v.department <> ''
            group by v.department order by count(*) desc, v.department
            """)
                .param("plan", plan)
                .query((row, _) -> departments.put(row.getString("department"), row.getLong("projects")))
                .list();
        return departments;
    }

    private JdbcClient.StatementSpec bind(String sql, ProjectQuery query) {
        return jdbc.sql(sql)
                .param("plan", query.plan())
                .param("goals", String.join(",", query.goals()), Types.VARCHAR)
                .param("place", query.place().map(PlaceCode::code).orElse(""), Types.VARCHAR)
                .param("year", query.year().map(FiscalYear::buddhistEra).orElse(0), Types.INTEGER)
                .param("department", query.department(), Types.VARCHAR)
                .param("programme", query.programme(), Types.VARCHAR)
                .param("text", query.patterns(), Types.VARCHAR);
    }

    private static PlanProject project(ResultSet row, int number) throws SQLException {
        var amounts = new TreeMap<FiscalYear, Money>();
        var ordinance = new TreeMap<FiscalYear, Money>();
        var years = values(row, "years");
        var given = values(row, "ordinance_satang");
        var satang = values(row, "satang");
        for (var i = 0; i < years.length; i++) {
            var year = new FiscalYear(((Number) years[i]).intValue());
            amounts.put(year, new Money(((Number) satang[i]).longValue()));
            if (given[i] instanceof Long ofOrdinance) {
                ordinance.put(year, new Money(ofOrdinance));
            }
        }
        var codes = values(row, "places");
        var certain = values(row, "places_certain");
        var foundAs = values(row, "places_found_as");
        var places = IntStream.range(0, codes.length)
                .mapToObj(i -> new PlanProject.Where(
                        new PlaceCode((String) codes[i]), (Boolean) certain[i], (String) foundAs[i]))
                .sorted(Comparator.comparing(where -> where.place().code()))
                .toList();
        return new PlanProject(
                row.getString("project_id"),
                row.getString("plan_id"),
                row.getInt("ordinal"),
                row.getInt("edition"),
                row.getString("goal"),
                row.getString("strategy"),
                row.getString("tactic"),
                row.getString("programme"),
                row.getString("sequence"),
                localized(row.getString("name"), row.getString("name_en")),
                row.getString("objective"),
                localized(row.getString("target"), row.getString("target_en")),
                amounts,
                ordinance,
                localized(row.getString("kpi"), row.getString("kpi_en")),
                row.getString("result"),
                row.getString("department"),
                row.getString("department_as_written"),
                places,
                new PlanProject.Source(row.getString("sheet"), row.getInt("sheet_row")),
                row.getBoolean("is_sample"));
    }

    private static Object[] values(ResultSet row, String column) throws SQLException {
        return (Object[]) row.getArray(column).getArray();
    }

    private static Localized localized(String thai, String english) {
        return english.isEmpty() ? Localized.thai(thai) : Localized.of(thai, english);
    }
}
