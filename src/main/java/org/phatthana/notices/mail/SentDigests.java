package org.phatthana.notices.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which digests have been claimed, and what became of them.
@Component
public class SentDigests {

    /// A digest that the server did not take is tried again after so long, so many times in all.
    static final Duration AGAIN_AFTER = Duration.ofMinutes(15);

    static final int ATTEMPTS = 5;

    private static final int MAX_FAILURE = 500;

    /// A digest and what became of it.
    ///
    /// @param failure what the server said; null unless it failed
    public record Entry(
            UUID account,
            LocalDate day,
            String state,
            int attempts,
            Instant claimedAt,
            @Nullable String failure) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SentDigests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Claims a digest: of several that try at the same time, one has it.
    boolean claim(UUID account, LocalDate day) {
        var now = clock.instant();
        return jdbc.sql("""
            insert into notices.digest (account, day, state, attempts, claimed_at)
            values (:account, :day, 'claimed', 1, :now)
            on conflict (account, day) do update
               set state = 'claimed', attempts = digest.attempts + 1, claimed_at = :now, failure = null
             where digest.state = 'failed' and digest.attempts < :attempts and digest.claimed_at <= :before
            """)
                        .param("account", account)
                        .param("day", day)
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(now.minus(AGAIN_AFTER)))
                        .param("attempts", ATTEMPTS)
                        .update()
                == 1;
    }

    void sent(UUID account, LocalDate day) {
        finish(account, day, "sent", null);
    }

    void empty(UUID account, LocalDate day) {
        finish(account, day, "empty", null);
    }

    void failed(UUID account, LocalDate day, String failure) {
        finish(account, day, "failed", failure.substring(0, Math.min(MAX_FAILURE, failure.length())));
    }

    private void finish(UUID account, LocalDate day, String state, @Nullable String failure) {
        jdbc.sql("""
            update notices.digest set state = :state, failure = :failure, finished_at = :now
             where account = :account and day = :day
            """)
                .param("account", account)
                .param("day", day)
                .param("state", state)
                .param("failure", failure, java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// The newest digests that were sent or failed, the newest first.
    public List<Entry> newest(int limit) {
        return jdbc.sql("""
            select * from notices.digest where state <> 'empty' order by claimed_at desc, account limit :limit
            """).param("limit", limit).query(SentDigests::entry).list();
    }

    /// Those that have failed since an instant, the oldest first.
    public List<Entry> failedSince(Instant since) {
        return jdbc.sql("""
            select * from notices.digest where state = 'failed' and claimed_at >= :since order by claimed_at limit 100
            """)
                .param("since", Timestamp.from(since))
                .query(SentDigests::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("account", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("state"),
                row.getInt("attempts"),
                row.getTimestamp("claimed_at").toInstant(),
                row.getString("failure"));
    }
}
