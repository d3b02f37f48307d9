package org.phatthana.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The plans and their projects, as they stand today or stood on any day: of each project only the newest version
/// counts that was in force.
///
/// What a plan held while certain editions were in force never changes, so that sums over all of it are kept.
@Component
public class Plans {

    /// Of each project the version that stood: decided by an edition in force and not followed by another one in
    /// force.
    private static final String STANDING = """
         where v.plan_id = :plan and v.edition = any (:editions) and v.act <> 'drop'
           and (v.next_edition is null or v.next_edition <> all (:editions))
        """;

    private static final String WHOLE = """
         from plan.version v
         join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
        """ + STANDING;

    /// The filters stand apart: the database cannot know that they let all through, and would not read in order.
    private static final String FILTERED = WHOLE + """
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
            ProjectQuery.Order.PLAN, " order by v.heading, v.ordinal",
            ProjectQuery.Order.NAME, " order by v.name collate \"th-x-icu\", v.ordinal",
            ProjectQuery.Order.MONEY, " order by v.total_satang desc, v.ordinal",
            ProjectQuery.Order.DEPARTMENT, " order by v.department collate \"th-x-icu\", v.ordinal",
            ProjectQuery.Order.GOAL, " order by length(v.goal), v.goal, v.ordinal");

    private static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");

    /// Later than all that is in force.
    private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final int MOST_KEPT = 500;

    private final JdbcClient jdbc;
    private final Cache<Kept, Object> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private record Kept(String what, Standing standing) {}

    private final Clock clock;

    Plans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// All plans in force as they stand today, real ones before sample ones, newest period first.
    public List<PlanOverview> all() {
        return inForce(Optional.empty());
    }

    /// The plan that pages show: of the real ones, else of the sample ones, that of this fiscal year, else the
    /// newest.
    public Optional<PlanOverview> shown() {
        var all = all();
        var year = FiscalYear.containing(LocalDate.now(clock.withZone(THAILAND)));
        return all.stream()
                .filter(plan -> plan.sample() == all.getFirst().sample())
                .filter(plan -> plan.years().contains(year))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// All plans, also those that were never in force.
    public List<PlanOverview> everyKnown() {
        return overviews(Optional.empty());
    }

    /// A plan, whether or not it was ever in force.
    public Optional<PlanOverview> known(String id) {
        return overviews(Optional.empty()).stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst();
    }

    public Optional<PlanOverview> find(String id) {
        return all().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /// A plan as it stood at the end of a day.
    ///
    /// @return empty if there is no such plan, or it was not in force yet
    public Optional<PlanOverview> find(String id, LocalDate at) {
        return inForce(Optional.of(at)).stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst();
    }

    private List<PlanOverview> inForce(Optional<LocalDate> at) {
        return overviews(at).stream()
                .filter(plan -> !plan.standing().editions().isEmpty())
                .toList();
    }

    private List<PlanOverview> overviews(Optional<LocalDate> at) {
        return jdbc.sql("""
            select l.*, array(select e.number from plan.edition e where e.plan_id = l.id and e.in_force_from < :until) as editions
            from plan.plan l
            order by is_sample, first_year desc, imported_at desc, id desc
            """)
                .param("until", at.map(Plans::endOf).orElse(END))
                .query((row, _) -> {
                    var standing = new Standing(
                            row.getString("id"),
                            Stream.of(StoredVersion.values(row, "editions"))
                                    .map(Integer.class::cast)
                                    .toList());
                    return new PlanOverview(
                            standing.plan(),
                            row.getString("name"),
                            new FiscalYear(row.getInt("first_year")),
                            new FiscalYear(row.getInt("last_year")),
                            "issue".equals(row.getString("format")),
                            row.getString("file_name"),
                            row.getTimestamp("imported_at").toInstant(),
                            row.getBoolean("is_sample"),
                            count(standing),
                            standing,
                            at);
                })
                .list();
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(THAILAND).toOffsetDateTime();
    }

    private long count(Standing standing) {
        return keep(
                "count",
                standing,
                () -> standing(standing, "select count(*) from plan.version v" + STANDING)
                        .query(Long.class)
                        .single());
    }

    /// What was worked out for a standing, or is now.
    @SuppressWarnings("unchecked") // Each kind of figure has one type.
    private <T> T keep(String what, Standing standing, Supplier<T> figure) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // What is read here may yet be taken back.
            return figure.get();
        }
        return (T) kept.get(new Kept(what, standing), _ -> figure.get());
    }

    private JdbcClient.StatementSpec standing(Standing standing, String sql) {
        return jdbc.sql(sql)
                .param("plan", standing.plan())
                .param("editions", standing.editions().toArray(Integer[]::new));
    }

    /// A page of projects.
    ///
    /// @param skip how many to leave out at the beginning
    /// @param limit at most so many
    public List<PlanProject> projects(ProjectQuery query, long skip, int limit) {
        return bind(COLUMNS + from(query) + ORDERS.get(query.order()) + " limit :limit offset :skip", query)
                .param("limit", limit)
                .param("skip", skip)
                .query(StoredVersion::project)
                .list();
    }

    /// Projects in the plan's own order behind a place in it, for reading it in pieces.
    ///
    /// @param heading the place's heading, -1 for the beginning
    /// @param ordinal its place among all projects
    public List<PlanProject> projectsAfter(ProjectQuery query, int heading, int ordinal, int limit) {
        return bind(
                        COLUMNS + from(query) + " and (v.heading, v.ordinal) > (:heading, :after)"
                                + ORDERS.get(ProjectQuery.Order.PLAN) + " limit :limit",
                        query)
                .param("heading", heading)
                .param("after", ordinal)
                .param("limit", limit)
                .query(StoredVersion::project)
                .list();
    }

    /// A project's newest version, also of one that is no longer in the plan.
    public Optional<PlanProject> project(String id) {
        return jdbc.sql(COLUMNS + """
             from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
             where v.next_edition is null and v.project_id = :id
            """)
                .param("id", id)
                .query(StoredVersion::project)
                .optional();
    }

    /// A project's story: all its versions, the newest first.
    public List<PlanProject> story(String id) {
        var versions = jdbc.sql(COLUMNS + """
             from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
             where v.project_id = :id
            """).param("id", id).query(StoredVersion::project).list().stream()
                .collect(Collectors.toMap(version -> version.decision().next(), Function.identity()));
        var story = new ArrayList<PlanProject>();
        var version = versions.get(Optional.<Integer>empty());
        while (version != null) {
            story.add(version);
            version = versions.get(Optional.of(version.edition()));
        }
        return story;
    }

    /// The headings of a plan in its order.
    public List<Heading> headings(String plan) {
        return jdbc.sql("""
            select h.strategy, h.tactic, h.programme from plan.heading h
            where h.plan_id = :plan order by h.ordinal
            """)
                .param("plan", plan)
                .query((row, _) ->
                        new Heading(row.getString("strategy"), row.getString("tactic"), row.getString("programme")))
                .list();
    }

    /// What an edition decided, in the plan's order.
    public List<PlanProject> decidedBy(String plan, int edition) {
        return jdbc.sql(COLUMNS + """
             from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
             where v.plan_id = :plan and v.edition = :edition order by v.heading, v.ordinal
            """)
                .param("plan", plan)
                .param("edition", edition)
                .query(StoredVersion::project)
                .list();
    }

    /// How many projects a query finds, and their money by year.
    public ProjectSums sums(ProjectQuery query) {
        return query.isWhole() ? keep("sums", query.standing(), () -> summed(query)) : summed(query);
    }

    private ProjectSums summed(ProjectQuery query) {
        var count =
                bind("select count(*) " + from(query), query).query(Long.class).single();
        var years = new TreeMap<FiscalYear, ProjectSums.Year>();
        bind("""
            select a.year, count(*) filter (where a.satang > 0) as projects, sum(a.satang)::bigint as satang
            from (select v.years, v.satang
            """ + from(query) + ") v" + MONEY + " group by a.year", query)
                .query((row, _) -> years.put(
                        new FiscalYear(row.getInt("year")),
                        new ProjectSums.Year(row.getLong("projects"), new Money(row.getLong("satang")))))
                .list();
        return new ProjectSums(count, years);
    }

    /// The sums of a plan by goal.
    public Map<String, ProjectSums> sumsByGoal(Standing standing) {
        return keep("goals", standing, () -> goalSums(standing));
    }

    /// The sums of a plan by strategy and programme, in the plan's order: what form ผ.01 shows.
    public List<SummaryLine> summary(Standing standing) {
        return keep("summary", standing, () -> summaryLines(standing));
    }

    private List<SummaryLine> summaryLines(Standing standing) {
        var counts = new LinkedHashMap<List<String>, Long>();
        var years = new HashMap<List<String>, Map<FiscalYear, ProjectSums.Year>>();
        standing(standing, """
            select h.strategy, h.programme, min(h.ordinal) as place, count(*) as projects from plan.version v
            join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
            """ + STANDING + """
            group by h.strategy, h.programme
            order by min(min(h.ordinal)) over (partition by h.strategy), min(h.ordinal)
            """)
                .query((row, _) -> counts.put(
                        List.of(row.getString("strategy"), row.getString("programme")), row.getLong("projects")))
                .list();
        standing(standing, """
            select h.strategy, h.programme, a.year, count(*) filter (where a.satang > 0) as projects,
                sum(a.satang)::bigint as satang
            from plan.version v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
            """ + MONEY + STANDING + " group by h.strategy, h.programme, a.year")
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

    private Map<String, ProjectSums> goalSums(Standing standing) {
        var counts = new LinkedHashMap<String, Long>();
        var years = new HashMap<String, Map<FiscalYear, ProjectSums.Year>>();
        standing(
                        standing,
                        "select v.goal, count(*) as projects from plan.version v" + STANDING
                                + " group by v.goal order by length(v.goal), v.goal")
                .query((row, _) -> counts.put(row.getString("goal"), row.getLong("projects")))
                .list();
        standing(standing, """
            select v.goal, a.year, count(*) filter (where a.satang > 0) as projects, sum(a.satang)::bigint as satang
            from plan.version v
            """ + MONEY + STANDING + " group by v.goal, a.year")
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
    public Map<String, Long> departments(Standing standing) {
        return keep("departments", standing, () -> {
            var departments = new LinkedHashMap<String, Long>();
            standing(
                            standing,
                            "select v.department, count(*) as projects from plan.version v" + STANDING
                                    + " and v.department <> '' group by v.department"
                                    + " order by count(*) desc, v.department")
                    .query((row, _) -> departments.put(row.getString("department"), row.getLong("projects")))
                    .list();
            return Collections.unmodifiableMap(departments);
        });
    }

    private static String from(ProjectQuery query) {
        return query.isWhole() ? WHOLE : FILTERED;
    }

    private JdbcClient.StatementSpec bind(String sql, ProjectQuery query) {
        return standing(query.standing(), sql)
                .param("goals", String.join(",", query.goals()), Types.VARCHAR)
                .param("place", query.place().map(PlaceCode::code).orElse(""), Types.VARCHAR)
                .param("year", query.year().map(FiscalYear::buddhistEra).orElse(0), Types.INTEGER)
                .param("department", query.department(), Types.VARCHAR)
                .param("programme", query.programme(), Types.VARCHAR)
                .param("text", query.patterns(), Types.VARCHAR);
    }
}
