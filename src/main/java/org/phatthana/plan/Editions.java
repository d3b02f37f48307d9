package org.phatthana.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PublicIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The editions of plans. Several may be open at once; each is counted in its type and year (ครั้งที่ n/ปี).
@Component
public class Editions {

    static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");

    private final JdbcClient jdbc;
    private final PublicIds ids;
    private final Clock clock;

    Editions(JdbcClient jdbc, PublicIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /// All editions of a plan in the order in which they were opened.
    public List<Edition> of(String plan) {
        return jdbc.sql("select * from plan.edition where plan_id = :plan order by number")
                .param("plan", plan)
                .query(Editions::edition)
                .list();
    }

    public Optional<Edition> find(String plan, int number) {
        return jdbc.sql("select * from plan.edition where plan_id = :plan and number = :number")
                .param("plan", plan)
                .param("number", number)
                .query(Editions::edition)
                .optional();
    }

    /// An edition that nobody else can change until the transaction ends.
    Optional<Edition> lock(String plan, int number) {
        return jdbc.sql("select * from plan.edition where plan_id = :plan and number = :number for update")
                .param("plan", plan)
                .param("number", number)
                .query(Editions::edition)
                .optional();
    }

    /// Begins a new plan: its first edition is open, and nothing is in force.
    ///
    /// @return the plan's id
    @Transactional
    public String begin(String name, FiscalYear first, boolean issueFormat) {
        return begin(name, first, issueFormat, false);
    }

    /// Begins a new plan that may be sample data.
    String begin(String name, FiscalYear first, boolean issueFormat, boolean sample) {
        var id = ids.next();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, file_sha256, imported_at, is_sample)
            values (:id, :name, :first, :last, :format, '', null, :now, :sample)
            """)
                .param("id", id)
                .param("name", name)
                .param("first", first.buddhistEra())
                .param("last", first.plus(4).buddhistEra())
                .param("format", issueFormat ? "issue" : "strategy")
                .param("now", now)
                .param("sample", sample)
                .update();
        insert(new Edition(
                id, 0, Edition.Type.BASE, 0, 0, name, Edition.State.OPEN, "", Optional.empty(), false, sample));
        return id;
    }

    /// Opens an edition: the next of its type in this year.
    ///
    /// @param reason why; it stands on the edition and in its forms
    @Transactional
    public Edition open(String plan, Edition.Type type, String reason) {
        var sample = jdbc.sql("select is_sample from plan.plan where id = :plan for update")
                .param("plan", plan)
                .query(Boolean.class)
                .single();
        var known = of(plan);
        var year = LocalDate.now(clock.withZone(THAILAND)).getYear() + FiscalYear.OFFSET;
        var sequence = known.stream()
                        .filter(edition -> edition.type() == type && edition.year() == year)
                        .mapToInt(Edition::sequence)
                        .max()
                        .orElse(0)
                + 1;
        var edition = new Edition(
                plan,
                known.size(),
                type,
                sequence,
                year,
                "",
                Edition.State.OPEN,
                reason,
                Optional.empty(),
                false,
                sample);
        insert(edition);
        return edition;
    }

    /// The edition of a name: what is known of it, or newly opened.
    ///
    /// @param reason why, where it is opened
    @Transactional
    Edition open(String plan, EditionName name, String reason) {
        var sample = jdbc.sql("select is_sample from plan.plan where id = :plan for update")
                .param("plan", plan)
                .query(Boolean.class)
                .single();
        var known = of(plan);
        return known.stream()
                .filter(edition -> edition.state() != Edition.State.WITHDRAWN
                        && name.equals(new EditionName(edition.type(), edition.sequence(), edition.year())))
                .findFirst()
                .orElseGet(() -> {
                    var edition = new Edition(
                            plan,
                            known.size(),
                            name.type(),
                            name.sequence(),
                            name.year(),
                            "",
                            Edition.State.OPEN,
                            reason,
                            Optional.empty(),
                            false,
                            sample);
                    insert(edition);
                    return edition;
                });
    }

    /// The edition of a plan that was filled from a file, unless all that came of it was thrown away again.
    Optional<Edition> filledFrom(String plan, String sha256) {
        return jdbc.sql("""
            select e.* from plan.edition_file f join plan.edition e on e.plan_id = f.plan_id and e.number = f.edition
            where f.plan_id = :plan and f.sha256 = :sha256 and e.state <> 'withdrawn'
                and (e.state <> 'open'
                    or exists (select from plan.draft d where d.plan_id = e.plan_id and d.edition = e.number))
            """).param("plan", plan).param("sha256", sha256).query(Editions::edition).stream()
                .findFirst();
    }

    /// Remembers a file that an edition was filled from.
    void fill(Edition edition, Amendments.Handed file) {
        jdbc.sql("""
            insert into plan.edition_file (plan_id, edition, sha256, file_name, taken_at)
            values (:plan, :number, :sha256, :name, :now)
            on conflict (plan_id, edition, sha256) do update set taken_at = excluded.taken_at
            """)
                .param("plan", edition.plan())
                .param("number", edition.number())
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Puts an edition into the plan's list.
    void insert(Edition edition) {
        jdbc.sql("""
            insert into plan.edition (plan_id, number, type, sequence, year, label, state, reason, opened_at, in_force_from,
                is_estimated, is_sample)
            values (:plan, :number, :type, :sequence, :year, :label, :state, :reason, :now, :inForce, :estimated, :sample)
            """)
                .param("plan", edition.plan())
                .param("number", edition.number())
                .param("type", edition.type().code())
                .param("sequence", edition.sequence())
                .param("year", edition.year())
                .param("label", edition.label())
                .param("state", edition.state().code())
                .param("reason", edition.reason())
                .param("now", Timestamp.from(clock.instant()))
                .param("inForce", edition.inForceFrom().map(Timestamp::from).orElse(null))
                .param("estimated", edition.estimated())
                .param("sample", edition.sample())
                .update();
    }

    /// Hands an edition to those who approve it, or takes it back.
    void move(Edition edition, Edition.State state) {
        jdbc.sql("update plan.edition set state = :state where plan_id = :plan and number = :number")
                .param("state", state.code())
                .param("plan", edition.plan())
                .param("number", edition.number())
                .update();
    }

    void announced(Edition edition, Instant from) {
        jdbc.sql("""
            update plan.edition set state = 'announced', in_force_from = :from
            where plan_id = :plan and number = :number
            """)
                .param("from", Timestamp.from(from))
                .param("plan", edition.plan())
                .param("number", edition.number())
                .update();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getString("plan_id"),
                row.getInt("number"),
                Edition.Type.of(row.getString("type")).orElseThrow(),
                row.getInt("sequence"),
                row.getInt("year"),
                row.getString("label"),
                Edition.State.of(row.getString("state")),
                row.getString("reason"),
                Optional.ofNullable(row.getTimestamp("in_force_from")).map(Timestamp::toInstant),
                row.getBoolean("is_estimated"),
                row.getBoolean("is_sample"));
    }
}
