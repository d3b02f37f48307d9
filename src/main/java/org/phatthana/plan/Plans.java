package org.phatthana.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    static final String STANDING = """
         where v.plan_id = :plan and v.edition = any (:editions) and v.act <> 'drop'
           and (v.next_edition is null or v.next_edition <> all (:editions))
        """;

    private static final String WHOLE = " from plan.version v" + STANDING;

    private static final String WITH_HEADING =
            " v join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading";

    /// Versions with their headings.
    static final String VERSIONS = " from plan.version" + WITH_HEADING;

    /// The filters stand apart: the database cannot know that they let all through, and would not read in order.
    private static final String FILTERED = WHOLE + """
           and (:goals = '' or v.goal = any (string_to_array(:goals, ',')))
           and (:place = '' or exists (select 1 from unnest(v.places, v.places_certain) as w (place, is_certain)
                where w.is_certain and w.place like :place || '%'))
           and (:year = 0 or exists (select 1 from unnest(v.years, v.satang) as a (year, satang)
                where a.year = :year and a.satang > 0))
           and (:department = '' or v.department = :department)
           and (:programme = '' or exists (select 1 from plan.heading h
                where h.plan_id = v.plan_id and h.ordinal = v.heading and h.programme = :programme))
           and (:text = '' or v.searched like all (string_to_array(:text, chr(10))))
        """;

    static final String COLUMNS = "select v.*, h.strategy, h.tactic, h.programme";

    /// A row for each year of a version.
    static final String MONEY = " cross join lateral unnest(v.years, v.satang) as a (year, satang)";

    private static final Map<ProjectQuery.Order, String> ORDERS = Map.of(
            ProjectQuery.Order.PLAN, " order by v.heading, v.ordinal",
            ProjectQuery.Order.NAME, " order by v.name collate \"th-x-icu\", v.ordinal",
            ProjectQuery.Order.MONEY, " order by v.total_satang desc, v.ordinal",
            ProjectQuery.Order.DEPARTMENT, " order by v.department collate \"th-x-icu\", v.ordinal",
            ProjectQuery.Order.GOAL, " order by length(v.goal), v.goal, v.ordinal");

    static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");

    /// Later than all that is in force.
    private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final int MOST_KEPT = 500;

    private final JdbcClient jdbc;
    private final PlanFigures figures;
    private final Cache<Kept, Object> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private record Kept(String what, Standing standing) {}

    private final Clock clock;

    Plans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.figures = new PlanFigures(jdbc);
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

    /// A plan as it stood at some time.
    ///
    /// @return empty if there is no such plan or edition, or it was not in force yet
    public Optional<PlanOverview> find(String id, AsOf asOf) {
        return switch (asOf) {
            case AsOf.Today _ -> find(id);
            case AsOf.Day day -> find(id, day.date());
            case AsOf.Edition edition -> after(id, edition.number());
        };
    }

    private Optional<PlanOverview> after(String id, int edition) {
        return jdbc.sql("select in_force_from from plan.edition where plan_id = :id and number = :number"
                        + " and in_force_from is not null")
                .param("id", id)
                .param("number", edition)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .flatMap(from ->
                        overviews(
                                        from,
                                        edition + 1,
                                        Optional.of(
                                                from.atZoneSameInstant(THAILAND).toLocalDate()))
                                .stream()
                                .filter(plan -> plan.id().equals(id))
                                .findFirst());
    }

    private List<PlanOverview> inForce(Optional<LocalDate> at) {
        return overviews(at).stream()
                .filter(plan -> !plan.standing().editions().isEmpty())
                .toList();
    }

    private List<PlanOverview> overviews(Optional<LocalDate> at) {
        return overviews(at.map(Plans::endOf).orElse(END), 0, at);
    }

    /// The plans with the editions that came into force before a time, or at that very time with a smaller number.
    private List<PlanOverview> overviews(OffsetDateTime until, int number, Optional<LocalDate> at) {
        return jdbc.sql("""
            select l.*, array(select e.number from plan.edition e where e.plan_id = l.id
                and (e.in_force_from, e.number) < (:until, :number)) as editions
            from plan.plan l
            order by is_sample, first_year desc, imported_at desc, id desc
            """)
                .param("until", until)
                .param("number", number)
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
                () -> standing(standing, "select count(*) from plan.version v" + STANDING + " and v.form <> 'p03'")
                        .query(Long.class)
                        .single());
    }

    /// What was worked out for a standing, or is now.
    @SuppressWarnings("unchecked") // Each kind of figure has one type.
    <T> T keep(String what, Standing standing, Supplier<T> figure) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // What is read here may yet be taken back.
            return figure.get();
        }
        return (T) kept.get(new Kept(what, standing), _ -> figure.get());
    }

    private JdbcClient.StatementSpec standing(Standing standing, String sql) {
        return of(standing, jdbc.sql(sql));
    }

    /// Binds the places of [#STANDING].
    static JdbcClient.StatementSpec of(Standing standing, JdbcClient.StatementSpec sql) {
        return sql.param("plan", standing.plan())
                .param("editions", standing.editions().toArray(Integer[]::new));
    }

    /// A page of projects.
    ///
    /// @param skip how many to leave out at the beginning
    /// @param limit at most so many
    public List<PlanProject> projects(ProjectQuery query, long skip, int limit) {
        return bind(page(query, query.order(), "", " limit :limit offset :skip"), query)
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
                        page(
                                query,
                                ProjectQuery.Order.PLAN,
                                " and (v.heading, v.ordinal) > (:heading, :after)",
                                " limit :limit"),
                        query)
                .param("heading", heading)
                .param("after", ordinal)
                .param("limit", limit)
                .query(StoredVersion::project)
                .list();
    }

    /// A project's newest version, also of one that is no longer in the plan.
    public Optional<PlanProject> project(String id) {
        return jdbc.sql(COLUMNS + VERSIONS + " where v.next_edition is null and v.project_id = :id")
                .param("id", id)
                .query(StoredVersion::project)
                .optional();
    }

    /// The newest versions of projects, also of those that are no longer in the plan; unknown ids are passed over.
    public List<PlanProject> projects(Collection<String> ids) {
        return jdbc.sql(COLUMNS + VERSIONS + " where v.next_edition is null and v.project_id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(StoredVersion::project)
                .list();
    }

    /// A project's story: all its versions, the newest first.
    public List<PlanProject> story(String id) {
        var versions = jdbc
                .sql(COLUMNS + VERSIONS + " where v.project_id = :id")
                .param("id", id)
                .query(StoredVersion::project)
                .list()
                .stream()
                .collect(Collectors.toMap(version -> version.decision().next(), Function.identity()));
        var story = new ArrayList<PlanProject>();
        var version = versions.get(Optional.<Integer>empty());
        while (version != null) {
            story.add(version);
            version = versions.get(Optional.of(version.edition()));
        }
        return story;
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
        return keep("goals", standing, () -> figures.byGoal(standing));
    }

    /// What a plan wants to buy (ผ.03).
    public ProjectSums equipment(Standing standing) {
        return ProjectSums.sum(summary(standing).stream()
                .filter(SummaryLine::equipment)
                .map(SummaryLine::sums)
                .toList());
    }

    /// The sums of a plan by strategy and programme, in the plan's order, and of equipment by programme behind
    /// them: what form ผ.01 shows.
    public List<SummaryLine> summary(Standing standing) {
        return keep("summary", standing, () -> figures.byHeading(standing));
    }

    /// One line of form ผ.01.
    ///
    /// @param equipment whether it counts equipment (ผ.03) rather than projects
    public record SummaryLine(String strategy, String programme, boolean equipment, ProjectSums sums) {

        record Of(String strategy, String programme, boolean equipment) {

            static Of row(ResultSet row) throws SQLException {
                return new Of(row.getString("strategy"), row.getString("programme"), row.getBoolean("equipment"));
            }
        }
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

    /// The headings are read of the rows of the page alone, whatever the database knows of their number: so the
    /// page is read in the order of an index.
    private static String page(ProjectQuery query, ProjectQuery.Order by, String behind, String limit) {
        var order = ORDERS.get(by);
        return COLUMNS + " from (select v.*" + from(query) + behind + order + limit + ")" + WITH_HEADING + order;
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
