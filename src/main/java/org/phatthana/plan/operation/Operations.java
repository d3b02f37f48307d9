package org.phatthana.plan.operation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.plan.Headings;
import org.phatthana.plan.Plans;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The yearly operation plans and what stands in them.
@Component
public class Operations {

    /// The most activities that a year has.
    public static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Headings headings;
    private final PublicLog log;
    private final Texts texts;
    private final Clock clock;

    Operations(JdbcClient jdbc, Plans plans, Headings headings, PublicLog log, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.headings = headings;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /// All that hold or are in work, the newest year first: not those that an announced amendment has replaced.
    public List<Operation> all() {
        return jdbc.sql("""
            select * from plan.operation o where not exists (select from plan.operation later
                where (later.plan_id, later.year, later.state) = (o.plan_id, o.year, 'announced')
                  and later.amendment > o.amendment)
            order by year desc, is_sample, amendment desc
            """).query(Operations::operation).list();
    }

    /// That of a year with all its amendments, the newest first: the real one before the sample.
    public List<Operation> of(FiscalYear year) {
        return jdbc.sql("""
            select * from plan.operation where year = :year
              and is_sample = (select bool_and(is_sample) from plan.operation where year = :year)
            order by amendment desc
            """)
                .param("year", year.buddhistEra())
                .query(Operations::operation)
                .list();
    }

    /// The newest of a year, which may be in work.
    public Optional<Operation> find(FiscalYear year) {
        return of(year).stream().findFirst();
    }

    /// Those of a year that were announced, the newest first.
    public List<Operation> announced(FiscalYear year) {
        return of(year).stream().filter(Operation::isAnnounced).toList();
    }

    /// An announced operation plan as a project may stand in it.
    ///
    /// @param money what its activities get together; empty where none is for the project
    record Announced(Operation operation, Optional<Money> money) {}

    /// The announced operation plans of the years in which a project was ever in one, in the order in which they
    /// followed one another.
    List<Announced> announcedWith(String project) {
        return jdbc.sql("""
            select o.*, (select sum(a.satang)::bigint from plan.activity a where a.project_id = :project
                and (a.plan_id, a.year, a.amendment) = (o.plan_id, o.year, o.amendment)) as given
            from plan.operation o where o.state = 'announced' and (o.plan_id, o.year) in
                (select a.plan_id, a.year from plan.activity a where a.project_id = :project)
            order by o.year, o.plan_id, o.amendment
            """)
                .param("project", project)
                .query((row, number) -> new Announced(
                        operation(row, number),
                        Optional.ofNullable(row.getObject("given", Long.class)).map(Money::new)))
                .list();
    }

    Optional<Operation> lock(Operation operation) {
        return lock(operation.plan(), operation.year(), operation.amendment());
    }

    /// One that nobody else can change until the transaction ends.
    Optional<Operation> lock(String plan, FiscalYear year, int amendment) {
        return jdbc.sql("""
            select * from plan.operation where plan_id = :plan and year = :year and amendment = :amendment for update
            """)
                .param("plan", plan)
                .param("year", year.buddhistEra())
                .param("amendment", amendment)
                .query(Operations::operation)
                .optional();
    }

    /// Binds the places of one operation plan.
    private static JdbcClient.StatementSpec of(Operation operation, JdbcClient.StatementSpec sql) {
        return sql.param("plan", operation.plan())
                .param("year", operation.year().buddhistEra())
                .param("amendment", operation.amendment());
    }

    /// Begins the next amendment of an announced operation plan with all its activities, or goes on with the one
    /// that is there.
    ///
    /// @param announced the newest that was announced
    @Transactional
    public void amend(Operation announced, String reason) {
        var begun = of(announced, jdbc.sql("""
            insert into plan.operation (plan_id, year, amendment, reason, state, ordinance_on, opened_at, is_sample)
            select plan_id, year, amendment + 1, :reason, 'open', ordinance_on, :now, is_sample from plan.operation
            where plan_id = :plan and year = :year and amendment = :amendment and state = 'announced'
            on conflict do nothing
            """))
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (begun > 0) {
            of(announced, jdbc.sql("""
                insert into plan.activity (id, plan_id, year, amendment, project_id, strategy, programme, name, detail,
                    satang, place, department, months, revision, created_at, changed_at, is_sample)
                select id, plan_id, year, amendment + 1, project_id, strategy, programme, name, detail, satang, place,
                    department, months, revision, created_at, changed_at, is_sample
                from plan.activity where plan_id = :plan and year = :year and amendment = :amendment
                """)).update();
        }
    }

    /// Gives up an amendment that is being written.
    boolean discard(Operation operation) {
        return of(operation, jdbc.sql("""
            delete from plan.operation
            where plan_id = :plan and year = :year and amendment = :amendment and amendment > 0 and state = 'open'
            """)).update() > 0;
    }

    /// Begins the operation plan of a year, or goes on with the one that is there.
    ///
    /// @param capacity in which capacity, as the public log writes it
    /// @return empty where no plan in force covers the year
    @Transactional
    public Optional<Operation> begin(FiscalYear year, Optional<LocalDate> ordinance, String capacity) {
        var plan = plans.all().stream()
                .filter(known -> known.years().contains(year))
                .findFirst();
        plan.ifPresent(found -> {
            var begun = jdbc.sql("""
                insert into plan.operation (plan_id, year, amendment, reason, state, ordinance_on, opened_at, is_sample)
                values (:plan, :year, 0, '', 'open', :ordinance, :now, :sample) on conflict do nothing
                """)
                    .param("plan", found.id())
                    .param("year", year.buddhistEra())
                    .param("ordinance", ordinance.map(Date::valueOf).orElse(null))
                    .param("now", Timestamp.from(clock.instant()))
                    .param("sample", found.sample())
                    .update();
            if (begun > 0 && ordinance.isPresent()) {
                log.append(act(found.id(), year, ordinance, capacity, found.sample()));
            }
        });
        return plan.flatMap(_ -> find(year));
    }

    /// Says when the year's budget ordinance was announced, or takes that back: in public, since the day by which
    /// the operation plan is due follows from it.
    @Transactional
    public void ordinance(Operation operation, Optional<LocalDate> day, String capacity) {
        var changed = of(operation, jdbc.sql("""
            update plan.operation set ordinance_on = :day
             where plan_id = :plan and year = :year and amendment = :amendment and state <> 'announced'
               and ordinance_on is distinct from :day
            """))
                .param("day", day.map(Date::valueOf).orElse(null), Types.DATE)
                .update();
        if (changed > 0) {
            log.append(act(operation.plan(), operation.year(), day, capacity, operation.sample()));
        }
    }

    private PublicAct act(
            String plan, FiscalYear year, Optional<LocalDate> ordinance, String capacity, boolean sample) {
        var content = new LinkedHashMap<String, Object>();
        content.put("plan", plan);
        content.put("year", year.buddhistEra());
        ordinance.ifPresent(day -> content.put("ordinance", day.toString()));
        return new PublicAct(
                "plan.ordinance-dated",
                "/plan/operations",
                capacity,
                texts.everywhere(ordinance
                        .map(day -> Message.of("plan.operation.dated", year, day))
                        .orElseGet(() -> Message.of("plan.operation.undated", year))),
                content,
                sample);
    }

    /// What an approval says of it, in the approval's own transaction.
    void move(Operation operation, Operation.State state) {
        move(operation, state, null);
    }

    /// Puts it into force.
    void announce(Operation operation, Instant from) {
        move(operation, Operation.State.ANNOUNCED, Timestamp.from(from));
    }

    private void move(Operation operation, Operation.State state, @Nullable Timestamp announced) {
        of(operation, jdbc.sql("""
            update plan.operation set state = :state, announced_at = :announced
            where plan_id = :plan and year = :year and amendment = :amendment
            """))
                .param("state", state.code())
                .param("announced", announced, Types.TIMESTAMP)
                .update();
    }

    /// Its activities in the order of the plan's strategies and programmes, then as they were added.
    public List<Activity> activities(Operation operation) {
        var strategies = new HashMap<String, Integer>();
        var programmes = new HashMap<List<String>, Integer>();
        for (var heading : headings.of(operation.plan()).values()) {
            strategies.putIfAbsent(heading.strategy(), strategies.size());
            programmes.putIfAbsent(List.of(heading.strategy(), heading.programme()), programmes.size());
        }
        return of(operation, jdbc.sql("""
            select * from plan.activity where plan_id = :plan and year = :year and amendment = :amendment
            order by created_at, id
            """)).query(Operations::activity).list().stream()
                .sorted(Comparator.comparing((Activity activity) ->
                                strategies.getOrDefault(activity.content().strategy(), MOST))
                        .thenComparing(activity -> activity.content().strategy())
                        .thenComparing(activity -> programmes.getOrDefault(
                                List.of(
                                        activity.content().strategy(),
                                        activity.content().programme()),
                                MOST))
                        .thenComparing(activity -> activity.content().programme()))
                .toList();
    }

    public Optional<Activity> activity(Operation operation, UUID id) {
        return of(operation, jdbc.sql("""
            select * from plan.activity
            where id = :id and plan_id = :plan and year = :year and amendment = :amendment
            """))
                .param("id", id)
                .query(Operations::activity)
                .optional();
    }

    /// Adds an activity by hand or for a project.
    @Transactional
    public ActivityOutcome add(Operation operation, Optional<String> project, Activity.Content content) {
        var open = lock(operation).filter(Operation::isOpen);
        if (open.isEmpty()) {
            return ActivityOutcome.Refused.because("plan.operation.refused.closed");
        }
        var faults = content.faults();
        if (!faults.isEmpty()) {
            return new ActivityOutcome.Refused(faults);
        }
        var count = of(operation, jdbc.sql("""
            select count(*) from plan.activity where plan_id = :plan and year = :year and amendment = :amendment
            """)).query(Long.class).single();
        if (count >= MOST) {
            return ActivityOutcome.Refused.because("plan.operation.refused.too-many", MOST);
        }
        var id = UUID.randomUUID();
        bind(of(operation, jdbc.sql("""
            insert into plan.activity (id, plan_id, year, amendment, project_id, strategy, programme, name, detail,
                satang, place, department, months, revision, created_at, changed_at, is_sample)
            values (:id, :plan, :year, :amendment, :project, :strategy, :programme, :name, :detail, :satang, :place,
                :department, :months, 1, :now, :now, :sample)
            """)), content)
                .param("id", id)
                .param("project", project.orElse(null))
                .param("sample", operation.sample())
                .update();
        return new ActivityOutcome.Kept(activity(operation, id).orElseThrow());
    }

    /// Saves what somebody wrote.
    ///
    /// @param seen the revision that they had read; if it is no longer the newest, nothing is stored
    @Transactional
    public ActivityOutcome save(Operation operation, UUID id, int seen, Activity.Content content) {
        var open = lock(operation).filter(Operation::isOpen);
        var found = activity(operation, id);
        if (open.isEmpty() || found.isEmpty()) {
            return ActivityOutcome.Refused.because("plan.operation.refused.closed");
        }
        if (found.get().revision() != seen) {
            return new ActivityOutcome.Stale(found.get());
        }
        var faults = content.faults();
        if (!faults.isEmpty()) {
            return new ActivityOutcome.Refused(faults);
        }
        if (found.get().content().equals(content)) {
            return new ActivityOutcome.Kept(found.get());
        }
        bind(jdbc.sql("""
            update plan.activity set strategy = :strategy, programme = :programme, name = :name, detail = :detail,
                satang = :satang, place = :place, department = :department, months = :months,
                revision = revision + 1, changed_at = :now
            where id = :id and amendment = :amendment
            """), content)
                .param("id", id)
                .param("amendment", operation.amendment())
                .update();
        return new ActivityOutcome.Kept(activity(operation, id).orElseThrow());
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Activity.Content content) {
        return sql.param("strategy", content.strategy())
                .param("programme", content.programme())
                .param("name", content.name())
                .param("detail", content.detail())
                .param("satang", content.budget().satang())
                .param("place", content.place())
                .param("department", content.department())
                .param("months", content.months().toArray(Integer[]::new))
                .param("now", Timestamp.from(clock.instant()));
    }

    /// Takes an activity out.
    ///
    /// @return whether it is gone; not so if it was changed meanwhile or the operation plan is no longer open
    @Transactional
    public boolean remove(Operation operation, UUID id, int seen) {
        return lock(operation).filter(Operation::isOpen).isPresent()
                && of(operation, jdbc.sql("""
                    delete from plan.activity where id = :id and plan_id = :plan and year = :year
                        and amendment = :amendment and revision = :seen
                    """))
                                .param("id", id)
                                .param("seen", seen)
                                .update()
                        == 1;
    }

    private static Operation operation(ResultSet row, int number) throws SQLException {
        return new Operation(
                row.getString("plan_id"),
                new FiscalYear(row.getInt("year")),
                row.getInt("amendment"),
                row.getString("reason"),
                Operation.State.of(row.getString("state")),
                Optional.ofNullable(row.getObject("ordinance_on", LocalDate.class)),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("announced_at")).map(Timestamp::toInstant),
                row.getBoolean("is_sample"));
    }

    private static Activity activity(ResultSet row, int number) throws SQLException {
        return new Activity(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("project_id")),
                new Activity.Content(
                        row.getString("strategy"),
                        row.getString("programme"),
                        row.getString("name"),
                        row.getString("detail"),
                        new Money(row.getLong("satang")),
                        row.getString("place"),
                        row.getString("department"),
                        List.of((Integer[]) row.getArray("months").getArray())),
                row.getInt("revision"),
                row.getTimestamp("changed_at").toInstant());
    }
}
