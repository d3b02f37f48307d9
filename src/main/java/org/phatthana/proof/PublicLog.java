package org.phatthana.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.erdtman.jcs.JsonCanonicalizer;
import org.phatthana.values.Localized;
import org.phatthana.web.Freshness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The public log. Positions are given in commit order, without gaps: appending holds a lock until its transaction
/// ends.
@Component
public class PublicLog implements Freshness {

    private static final Duration BEHIND = Duration.ofMillis(500);

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Seen seen = new Seen(0, Instant.EPOCH);

    private record Seen(long size, Instant at) {}

    PublicLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Waits until no other transaction appends, inside the caller's. Whoever locks rows of their own before they
    /// append takes this lock first, so that no two wait for each other.
    ///
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        lockedSize();
    }

    private long lockedSize() {
        return jdbc.sql("select proof.locked_size()").query(Long.class).single();
    }

    /// Appends an act inside the caller's transaction: both land or neither does.
    ///
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public LogEntry append(PublicAct act) {
        return append(List.of(act)).getFirst();
    }

    /// Appends acts one after the other inside the caller's transaction: all land or none does.
    ///
    /// @return their entries, in the same order
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LogEntry> append(List<PublicAct> acts) {
        var first = lockedSize();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entries = new ArrayList<LogEntry>(acts.size());
        for (var act : acts) {
            entries.add(entry(first + entries.size(), at, act));
        }
        jdbc.sql("""
            insert into proof.entry (position, at, kind, subject, capacity, summary, sample, canonical)
            select position, :at, kind, subject, capacity, summary, sample, canonical
            from unnest(:positions, :kinds, :subjects, :capacities, :summaries::jsonb[], :samples, :canonicals)
                as act (position, kind, subject, capacity, summary, sample, canonical)
            """)
                .param("at", Timestamp.from(at))
                .param("positions", array(entries, LogEntry::position, Long[]::new))
                .param("kinds", array(entries, LogEntry::kind, String[]::new))
                .param("subjects", array(entries, LogEntry::subject, String[]::new))
                .param("capacities", array(entries, LogEntry::capacity, String[]::new))
                .param("summaries", array(entries, this::summary, String[]::new))
                .param("samples", array(entries, LogEntry::sample, Boolean[]::new))
                .param("canonicals", array(entries, LogEntry::canonical, String[]::new))
                .update();
        var next = first + entries.size();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                seen = new Seen(Math.max(seen.size, next), clock.instant());
            }
        });
        return entries;
    }

    private LogEntry entry(long position, Instant at, PublicAct act) {
        var body = new LinkedHashMap<String, Object>();
        body.put("at", at.toString());
        body.put("capacity", act.capacity());
        body.put("content", act.content());
        body.put("kind", act.kind());
        body.put("position", position);
        body.put("sample", act.sample());
        body.put("subject", act.subject());
        body.put("summary", act.summary().sorted());
        return new LogEntry(
                position, at, act.kind(), act.subject(), act.capacity(), act.summary(), act.sample(), canonical(body));
    }

    private String summary(LogEntry entry) {
        return json.writeValueAsString(entry.summary().sorted());
    }

    private static <T> T[] array(List<LogEntry> entries, Function<LogEntry, T> part, IntFunction<T[]> array) {
        return entries.stream().map(part).toArray(array);
    }

    /// How many entries there are: the position that the next one gets.
    public long size() {
        return jdbc.sql("select coalesce(max(position) + 1, 0) from proof.entry")
                .query(Long.class)
                .single();
    }

    /// The log's size, asked of the database at most twice a second; acts of this process count once committed.
    @Override
    public long version() {
        var last = seen;
        var now = clock.instant();
        if (last.at.plus(BEHIND).isAfter(now)) {
            return last.size;
        }
        var fresh = new Seen(Math.max(size(), last.size), now);
        seen = fresh;
        return fresh.size;
    }

    /// The newest entries below a position, newest first.
    ///
    /// @param before entries with a smaller position only
    /// @param limit at most so many
    public List<LogEntry> newest(long before, int limit) {
        return jdbc.sql("""
            select position, at, kind, subject, capacity, summary, sample, canonical from proof.entry
            where position < :before order by position desc limit :limit
            """)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /// Entries of some kinds, the oldest first.
    ///
    /// @param from from this position on
    /// @param below and below this one
    /// @param limit at most so many
    public List<LogEntry> of(Collection<String> kinds, long from, long below, int limit) {
        return jdbc.sql("""
            select position, at, kind, subject, capacity, summary, sample, canonical from proof.entry
            where kind = any(:kinds) and position >= :from and position < :below order by position limit :limit
            """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("from", from)
                .param("below", below)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /// The entry at a position.
    public Optional<LogEntry> at(long position) {
        return jdbc.sql("""
            select position, at, kind, subject, capacity, summary, sample, canonical from proof.entry
            where position = :position
            """).param("position", position).query(this::entry).optional();
    }

    /// The newest entry that is about an address of the program.
    public Optional<LogEntry> newestAbout(String subject) {
        return jdbc.sql("""
            select position, at, kind, subject, capacity, summary, sample, canonical from proof.entry
            where subject = :subject order by position desc limit 1
            """).param("subject", subject).query(this::entry).optional();
    }

    private LogEntry entry(ResultSet row, int number) throws SQLException {
        return new LogEntry(
                row.getLong("position"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("capacity"),
                new Localized(json.readValue(row.getString("summary"), TEXTS)),
                row.getBoolean("sample"),
                row.getString("canonical"));
    }

    private String canonical(Object body) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
