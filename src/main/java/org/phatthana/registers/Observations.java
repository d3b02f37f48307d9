package org.phatthana.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.phatthana.values.PlaceCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was observed, for reading: now, and as it was known at an earlier instant.
@Component
public class Observations {

    /// Figures on a page at most.
    public static final int MOST = 1_000;

    private static final int FETCHED = 10_000;

    private static final String WHOLE = """
        select o.number, o.subject, o.place, o.day, o.value, o.flag, o.method, o.is_withdrawn, o.source, o.note, o.replaces,
            s.code as series, r.is_sample, r.recorded_at, r.capacity
        from registers.observation o join registers.series s on s.id = o.series
            join registers.recording r on r.last = o.recording
        """;

    private static final String LEAN = """
        select o.number, s.code, o.subject, o.place, o.day, o.value, o.method, o.flag, r.is_sample
        from registers.observation o join registers.series s on s.id = o.series
            join registers.recording r on r.last = o.recording
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate snapshot;
    private final Map<String, PlaceCode> codes = new ConcurrentHashMap<>();

    Observations(JdbcClient jdbc, DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(FETCHED);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// What became of a figure.
    ///
    /// @param before empty if there was none
    /// @param after empty if there is none any more
    public record Moved(Optional<Observed> before, Optional<Observed> after) {}

    /// A figure without what nobody reckons with.
    private record Lean(
            long number,
            String series,
            String subject,
            PlaceCode place,
            LocalDate day,
            long millionths,
            Optional<String> method,
            Flag flag,
            boolean sample)
            implements Observed {}

    /// The number of what was recorded last; 0 if nothing was.
    public long newest() {
        return jdbc.sql("select coalesce(max(last), 0) from registers.recording")
                .query(Long.class)
                .single();
    }

    /// Reads every figure that stands, of all series, at one instant; its memory does not grow with them.
    ///
    /// @return the newest number at that instant
    public long each(Consumer<Observed> reader) {
        return inSnapshot(() -> {
            var newest = newest();
            streaming.query(LEAN + " where o.replaced_by is null and not o.is_withdrawn", rows(reader));
            return newest;
        });
    }

    /// Reads what was recorded after a number, in its order.
    ///
    /// @return the newest number of what was read
    public long since(long number, Consumer<Moved> reader) {
        return inSnapshot(() -> {
            var newest = newest();
            streaming.query(
                    """
                    select o.number, s.code, o.subject, o.place, o.day, o.value, o.method, o.flag, r.is_sample, o.is_withdrawn,
                        b.number, s.code, b.subject, b.place, b.day, b.value, b.method, b.flag, br.is_sample, b.is_withdrawn
                    from registers.observation o join registers.series s on s.id = o.series
                        join registers.recording r on r.last = o.recording
                        left join registers.observation b on b.number = o.replaces
                        left join registers.recording br on br.last = b.recording
                    where o.number > ? order by o.number
                    """,
                    (RowCallbackHandler) row -> reader.accept(new Moved(standing(row, 11), standing(row, 1))),
                    number);
            return newest;
        });
    }

    /// Reads every figure of a series that stands, or stood at an instant.
    public void each(String series, Optional<Instant> known, Consumer<Observed> reader) {
        inSnapshot(() -> {
            if (known.isEmpty()) {
                streaming.query(
                        LEAN + " where s.code = ? and o.replaced_by is null and not o.is_withdrawn",
                        rows(reader),
                        series);
                return 0L;
            }
            var last = newest(known.get());
            streaming.query(LEAN + """
                 where s.code = ? and o.number <= ? and (o.replaced_by is null or o.replaced_by > ?)
                    and not o.is_withdrawn
                """, rows(reader), series, last, last);
            return last;
        });
    }

    /// Reads the figures of a series that stand, of a place and of all places in it, from one day to another.
    public void within(String series, PlaceCode place, LocalDate from, LocalDate to, Consumer<Observed> reader) {
        inSnapshot(() -> {
            streaming.query(LEAN + """
                 where o.series = (select id from registers.series where code = ?) and o.place >= ? and o.place < ?
                    and o.day >= ? and o.day <= ? and o.replaced_by is null and not o.is_withdrawn
                """, rows(reader), series, place.code(), place.code() + "~", from, to);
            return 0L;
        });
    }

    /// An observation, whether or not it still stands.
    public Optional<Observation> find(long number) {
        return jdbc.sql(WHOLE + " where o.number = :number")
                .param("number", number)
                .query(this::whole)
                .optional();
    }

    /// The figure that stands of a subject on a day; it may be withdrawn.
    public Optional<Observation> standing(String series, String subject, LocalDate day) {
        return history(series, subject, day).stream().findFirst();
    }

    /// The figures that stand of some subjects on some days; they may be withdrawn.
    ///
    /// @param series the numbers of their series in the tables, one for each subject and day
    List<Observation> standing(Short[] series, String[] subjects, String[] days) {
        return jdbc.sql(WHOLE + """
             join unnest(:series, :subjects, :days) as k (series, subject, day)
                on o.series = k.series and o.subject = k.subject and o.day = k.day::date
            where o.replaced_by is null
            """)
                .param("series", series)
                .param("subjects", subjects)
                .param("days", days)
                .query(this::whole)
                .list();
    }

    /// All that was ever recorded of a subject on a day, the newest first.
    public List<Observation> history(String series, String subject, LocalDate day) {
        return jdbc.sql(WHOLE + """
             where o.series = (select id from registers.series where code = :series) and o.subject = :subject and o.day = :day
            order by o.number desc
            """)
                .param("series", series)
                .param("subject", subject)
                .param("day", day)
                .query(this::whole)
                .list();
    }

    /// The figures of a subject that stand, or stood at an instant, the newest days first.
    ///
    /// @param limit so many at most
    public List<Observation> of(String series, String subject, Optional<Instant> known, int limit) {
        return jdbc.sql(WHOLE + """
             where o.series = (select id from registers.series where code = :series) and o.subject = :subject
                and o.number <= :last and (o.replaced_by is null or o.replaced_by > :last) and not o.is_withdrawn
            order by o.day desc limit :limit
            """)
                .param("series", series)
                .param("subject", subject)
                .param("last", known.map(this::newest).orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query(this::whole)
                .list();
    }

    /// The figure of the newest day of each of some subjects that has one.
    public List<Observation> newest(String series, Collection<String> subjects) {
        return jdbc.sql(WHOLE + """
             where o.number in (
                select n.number from unnest(:subjects) k (subject), lateral (
                    select c.number from registers.observation c
                    where c.series = (select id from registers.series where code = :series) and c.subject = k.subject
                        and c.replaced_by is null and not c.is_withdrawn
                    order by c.day desc limit 1) n)
            """)
                .param("series", series)
                .param("subjects", subjects.toArray(String[]::new))
                .query(this::whole)
                .list();
    }

    /// The number of what was recorded last at an instant; 0 if nothing was.
    private long newest(Instant known) {
        return jdbc.sql("select coalesce(max(last), 0) from registers.recording where recorded_at <= :known")
                .param("known", Timestamp.from(known))
                .query(Long.class)
                .single();
    }

    /// The figures that a person is to look at, the oldest first.
    public List<Observation> waiting(int limit) {
        return jdbc.sql(WHOLE + """
             where o.flag in (3, 4) and o.replaced_by is null and not o.is_withdrawn order by o.number limit :limit
            """).param("limit", limit).query(this::whole).list();
    }

    /// Figures of a series that stand, of a place and of all places in it, in the order of places, subjects and
    /// days.
    ///
    /// @param after the last of the page before
    /// @param limit up to [#MOST]
    public List<Observation> page(
            String series, PlaceCode place, LocalDate from, LocalDate to, Optional<Observation> after, int limit) {
        return jdbc.sql(WHOLE + """
             where o.series = (select id from registers.series where code = :series)
                and o.place >= :place and o.place < :place || '~' and o.day between :from and :to
                and (o.place, o.subject, o.day) > (:afterPlace, :afterSubject, :afterDay)
                and o.replaced_by is null and not o.is_withdrawn
            order by o.place, o.subject, o.day limit :limit
            """)
                .param("series", series)
                .param("place", place.code())
                .param("from", from)
                .param("to", to)
                .param("afterPlace", after.map(one -> one.place().code()).orElse(""))
                .param("afterSubject", after.map(Observation::subject).orElse(""))
                .param("afterDay", after.map(Observation::day).orElse(LocalDate.of(1, 1, 1)))
                .param("limit", Math.min(limit, MOST))
                .query(this::whole)
                .list();
    }

    /// How many figures of each series stand.
    public Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select code, standing from registers.series").query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private long inSnapshot(LongSupplier work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? work.getAsLong()
                : Optional.ofNullable(snapshot.execute(_ -> work.getAsLong())).orElseThrow();
    }

    private RowCallbackHandler rows(Consumer<Observed> reader) {
        return row -> reader.accept(lean(row, 1));
    }

    private Optional<Observed> standing(ResultSet row, int from) throws SQLException {
        return row.getString(from + 1) == null || row.getObject(from) == null || row.getBoolean(from + 9)
                ? Optional.empty()
                : Optional.of(lean(row, from));
    }

    private Observed lean(ResultSet row, int from) throws SQLException {
        return new Lean(
                row.getLong(from),
                row.getString(from + 1),
                row.getString(from + 2),
                place(row.getString(from + 3)),
                row.getObject(from + 4, LocalDate.class),
                row.getLong(from + 5),
                method(row.getString(from + 6)),
                Flag.of(row.getInt(from + 7)),
                row.getBoolean(from + 8));
    }

    private static Optional<String> method(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    private PlaceCode place(String code) {
        return codes.computeIfAbsent(code, PlaceCode::new);
    }

    private Observation whole(ResultSet row, int number) throws SQLException {
        var replaces = row.getLong("replaces");
        return new Observation(
                row.getLong("number"),
                row.getString("series"),
                row.getString("subject"),
                place(row.getString("place")),
                row.getObject("day", LocalDate.class),
                row.getLong("value"),
                method(row.getString("method")),
                row.getString("source"),
                Flag.of(row.getInt("flag")),
                row.getBoolean("is_withdrawn"),
                row.getString("note"),
                row.getBoolean("is_sample"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("capacity"),
                replaces == 0 ? OptionalLong.empty() : OptionalLong.of(replaces));
    }
}
