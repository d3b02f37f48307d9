package org.phatthana.approvals.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.people.WhoDidWhat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who has delegated what to whom. A delegation is taken back, never deleted.
@Component
public class Delegations {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final WhoDidWhat record;
    private final Clock clock;

    Delegations(JdbcClient jdbc, WhoDidWhat record, Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.clock = clock;
    }

    /// Those that somebody has given or received, the newest first.
    public List<Delegation> of(UUID account) {
        return jdbc.sql("""
            select * from approvals.delegation where giver = :account or receiver = :account
             order by until desc, id limit :limit
            """)
                .param("account", account)
                .param("limit", SHOWN)
                .query(Delegations::delegation)
                .list();
    }

    /// Those of everybody that are not over on a day.
    public List<Delegation> live(LocalDate day) {
        return jdbc.sql("""
            select * from approvals.delegation where until >= :day and ended_at is null order by since, id limit :limit
            """)
                .param("day", day)
                .param("limit", SHOWN)
                .query(Delegations::delegation)
                .list();
    }

    /// Those that let somebody act on a day.
    public List<Delegation> receivedBy(UUID account, LocalDate day) {
        return jdbc.sql("""
            select * from approvals.delegation
             where receiver = :account and since <= :day and until >= :day and ended_at is null
             order by since, id limit :limit
            """)
                .param("account", account)
                .param("day", day)
                .param("limit", SHOWN)
                .query(Delegations::delegation)
                .list();
    }

    public Optional<Delegation> find(UUID id) {
        return jdbc.sql("select * from approvals.delegation where id = :id")
                .param("id", id)
                .query(Delegations::delegation)
                .optional();
    }

    /// Keeps a delegation.
    ///
    /// @param madeBy who makes it: the giver, or an administrator
    @Transactional
    public void add(Delegation delegation, UUID madeBy) {
        jdbc.sql("""
            insert into approvals.delegation (id, giver, receiver, scope, of, since, until, reason, made_at, made_by)
            values (:id, :giver, :receiver, :scope, :of, :since, :until, :reason, :now, :madeBy)
            """)
                .param("id", delegation.id())
                .param("giver", delegation.giver())
                .param("receiver", delegation.receiver())
                .param("scope", delegation.scope().name().toLowerCase(Locale.ROOT))
                .param("of", delegation.of())
                .param("since", delegation.since())
                .param("until", delegation.until())
                .param("reason", delegation.reason())
                .param("now", Timestamp.from(clock.instant()))
                .param("madeBy", madeBy)
                .update();
        append("duty.delegated", delegation);
    }

    /// Takes one back now.
    @Transactional
    public void end(Delegation delegation) {
        jdbc.sql("update approvals.delegation set ended_at = :now where id = :id and ended_at is null")
                .param("id", delegation.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        append("duty.taken-back", delegation);
    }

    private void append(String kind, Delegation delegation) {
        record.append(
                kind,
                "/desk/delegations",
                delegation.receiver(),
                Map.of(
                        "since",
                        delegation.since().toString(),
                        "until",
                        delegation.until().toString()));
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Delegation(
                row.getObject("id", UUID.class),
                row.getObject("giver", UUID.class),
                row.getObject("receiver", UUID.class),
                Delegation.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                row.getString("of"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("reason"),
                ended == null ? null : ended.toInstant());
    }
}
