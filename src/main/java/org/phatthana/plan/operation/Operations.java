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

    /// All of them, the newest year first.
    public List<Operation> all() {
        return jdbc.sql("select * from plan.operation order by year desc, is_sample")
                .query(Operations::operation)
                .list();
    }

    /// That of a year: the real one before the sample.
    public Optional<Operation> find(FiscalYear year) {
        return jdbc.sql("select * from plan.operation where year = :year order by is_sample limit 1")
                .param("year", year.buddhistEra())
                .query(Operations::operation)
                .optional();
    }

    /// One that nobody else can change until the transaction ends.
    Optional<Operation> lock(String plan, FiscalYear year) {
        return jdbc.sql("select * from plan.operation where plan_id = :plan and year = :year for update")
                .param("plan", plan)
                .param("year", year.buddhistEra())
                .query(Operations::operation)
                .optional();
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
                insert into plan.operation (plan_id, year, state, ordinance_on, opened_at, is_sample)
                values (:plan, :year, 'open', :ordinance, :now, :sample) on conflict do nothing
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
        var changed = jdbc.sql("""
            update plan.operation set ordinance_on = :day
             where plan_id = :plan and year = :year and state <> 'announced' and ordinance_on is distinct from :day
            """)
                .param("day", day.map(Date::valueOf).orElse(null), Types.DATE)
                .param("plan", operation.plan())
                .param("year", operation.year().buddhistEra())
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
        jdbc.sql("""
            update plan.operation set state = :state, announced_at = :announced where plan_id = :plan and year = :year
            """)
                .param("state", state.code())
                .param("announced", announced, Types.TIMESTAMP)
                .param("plan", operation.plan())
                .param("year", operation.year().buddhistEra())
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
        return jdbc
                .sql("select * from plan.activity where plan_id = :plan and year = :year order by created_at, id")
                .param("plan", operation.plan())
                .param("year", operation.year().buddhistEra())
                .query(Operations::activity)
                .list()
                .stream()
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
        return jdbc.sql("select * from plan.activity where id = :id and plan_id = :plan and year = :year")
                .param("id", id)
                .param("plan", operation.plan())
                .param("year", operation.year().buddhistEra())
                .query(Operations::activity)
                .optional();
    }

    /// Adds an activity by hand or for a project.
    @Transactional
    public ActivityOutcome add(Operation operation, Optional<String> project, Activity.Content content) {
        var open = lock(operation.plan(), operation.year()).filter(Operation::isOpen);
        if (open.isEmpty()) {
            return ActivityOutcome.Refused.because("plan.operation.refused.closed");
        }
        var faults = content.faults();
        if (!faults.isEmpty()) {
            return new ActivityOutcome.Refused(faults);
        }
        var count = jdbc.sql("select count(*) from plan.activity where plan_id = :plan and year = :year")
                .param("plan", operation.plan())
                .param("year", operation.year().buddhistEra())
                .query(Long.class)
                .single();
        if (count >= MOST) {
            return ActivityOutcome.Refused.because("plan.operation.refused.too-many", MOST);
        }
        var id = UUID.randomUUID();
        bind(jdbc.sql("""
            insert into plan.activity (id, plan_id, year, project_id, strategy, programme, name, detail, satang, place,
                department, first_month, last_month, revision, created_at, changed_at, is_sample)
            values (:id, :plan, :year, :project, :strategy, :programme, :name, :detail, :satang, :place, :department,
                :first, :last, 1, :now, :now, :sample)
            """), content)
                .param("id", id)
                .param("plan", operation.plan())
                .param("year", operation.year().buddhistEra())
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
        var open = lock(operation.plan(), operation.year()).filter(Operation::isOpen);
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
                satang = :satang, place = :place, department = :department, first_month = :first, last_month = :last,
                revision = revision + 1, changed_at = :now
            where id = :id
            """), content).param("id", id).update();
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
                .param("first", content.first())
                .param("last", content.last())
                .param("now", Timestamp.from(clock.instant()));
    }

    /// Takes an activity out.
    ///
    /// @return whether it is gone; not so if it was changed meanwhile or the operation plan is no longer open
    @Transactional
    public boolean remove(Operation operation, UUID id, int seen) {
        return lock(operation.plan(), operation.year())
                        .filter(Operation::isOpen)
                        .isPresent()
                && jdbc.sql("delete from plan.activity where id = :id and plan_id = :plan and year = :year"
                                        + " and revision = :seen")
                                .param("id", id)
                                .param("plan", operation.plan())
                                .param("year", operation.year().buddhistEra())
                                .param("seen", seen)
                                .update()
                        == 1;
    }

    private static Operation operation(ResultSet row, int number) throws SQLException {
        return new Operation(
                row.getString("plan_id"),
                new FiscalYear(row.getInt("year")),
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
                        row.getInt("first_month"),
                        row.getInt("last_month")),
                row.getInt("revision"),
                row.getTimestamp("changed_at").toInstant());
    }
}
