package org.phatthana.approvals.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Office;
import org.phatthana.people.WhoDidWhat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who sits on which body, today and at other times. A seat is ended, and deleted only before it has begun.
@Component
public class Seats {

    /// A body is shown with at most so many seats.
    public static final int SHOWN = 500;

    private static final String ADDRESS = "/bodies";

    private final JdbcClient jdbc;
    private final WhoDidWhat record;

    Seats(JdbcClient jdbc, WhoDidWhat record) {
        this.jdbc = jdbc;
        this.record = record;
    }

    /// All seats of a body, those without an end first.
    public List<Seat> of(String body) {
        return jdbc.sql("""
            select * from approvals.seat where body = :body
             order by until desc nulls first, array_position(array['chair', 'vice', 'secretary', 'member'], office), id
             limit :limit
            """)
                .param("body", body)
                .param("limit", SHOWN)
                .query(Seats::seat)
                .list();
    }

    public Optional<Seat> find(UUID id) {
        return jdbc.sql("select * from approvals.seat where id = :id")
                .param("id", id)
                .query(Seats::seat)
                .optional();
    }

    /// The seats that are taken on a day, on any of some bodies or by any of some people.
    public List<Seat> on(LocalDate day, List<String> bodies, List<UUID> accounts) {
        return jdbc.sql("""
            select * from approvals.seat
             where since <= :day and (until is null or until >= :day)
               and (body = any(:bodies) or account = any(:accounts))
             order by id
            """)
                .param("day", day)
                .param("bodies", bodies.toArray(String[]::new))
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(Seats::seat)
                .list();
    }

    /// Gives somebody a seat.
    ///
    /// @return false where they, or another chair or secretary, have one at that time
    @Transactional
    public boolean add(String body, UUID account, Office office, LocalDate since, @Nullable LocalDate until) {
        var added = jdbc.sql("""
            insert into approvals.seat (id, body, account, office, since, until)
            values (:id, :body, :account, :office, :since, :until) on conflict do nothing
            """)
                .param("id", UUID.randomUUID())
                .param("body", body)
                .param("account", account)
                .param("office", office.code())
                .param("since", since)
                .param("until", until, Types.DATE)
                .update();
        if (added == 0) {
            return false;
        }
        record.append("duty.member-added", ADDRESS, account, Map.of("body", body, "office", office.code()));
        return true;
    }

    /// Ends a seat after a day.
    @Transactional
    public void end(Seat seat, LocalDate last) {
        jdbc.sql("update approvals.seat set until = :last where id = :id and since <= :last")
                .param("id", seat.id())
                .param("last", last)
                .update();
        jdbc.sql("delete from approvals.seat where id = :id and since > :last")
                .param("id", seat.id())
                .param("last", last)
                .update();
        record.append(
                "duty.member-ended",
                ADDRESS,
                seat.account(),
                Map.of("body", seat.body(), "office", seat.office().code()));
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        return new Seat(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getObject("account", UUID.class),
                Office.of(row.getString("office")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
