package org.phatthana.people.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.FileImported;
import org.phatthana.people.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The record of who did what in the office. It is appended to in the transaction of what it tells of, and never
/// changed.
///
/// It knows people by their account only; the names stand in the accounts. It is read by administrators and
/// auditors.
@Component
public class Acts {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final int MAX_SUBJECT = 300;

    /// Which acts are looked for; what is null or empty does not narrow.
    ///
    /// @param person who did it or whom it is about
    /// @param from from this moment
    /// @param until before this moment
    public record Filter(
            @Nullable UUID person,
            String kind,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Acts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Appends what whoever acts now has done.
    public void append(String kind, String subject, @Nullable UUID about, Map<String, String> details) {
        append(Acting.current(), kind, subject, about, details);
    }

    /// Appends what somebody has done who is known before they have signed in, or after they have signed out.
    public void append(
            Optional<Acting> actor, String kind, String subject, @Nullable UUID about, Map<String, String> details) {
        var outside = RequestContextHolder.getRequestAttributes() == null ? Acting.COMMAND : Acting.NOBODY;
        jdbc.sql("""
            insert into people.act (at, account, token, capacity, kind, subject, about, details)
            values (:at, :account, :token, :capacity, :kind, :subject, :about, :details::jsonb)
            """)
                .param("at", Timestamp.from(clock.instant()))
                .param(
                        "account",
                        actor.filter(who -> !who.byToken()).map(Acting::id).orElse(null),
                        Types.OTHER)
                .param("token", actor.filter(Acting::byToken).map(Acting::id).orElse(null), Types.OTHER)
                .param("capacity", actor.map(Acting::capacity).orElse(outside))
                .param("kind", kind)
                .param("subject", subject.substring(0, Math.min(MAX_SUBJECT, subject.length())))
                .param("about", about, Types.OTHER)
                .param("details", json.writeValueAsString(details))
                .update();
    }

    @EventListener
    void imported(FileImported news) {
        append("file.imported", news.subject(), null, Map.of("kind", news.kind(), "file", news.fileName()));
    }

    /// The newest acts before an id, newest first.
    public List<Act> newest(Filter filter, long before, int limit) {
        return jdbc.sql("""
            select act.*, coalesce(who.display_name, token.label, '') as name, token is not null as by_token,
                   coalesce(whom.display_name, '') as about_name
              from people.act
              left join people.account who on who.id = act.account
              left join people.token on token.id = act.token
              left join people.account whom on whom.id = act.about
             where act.id < :before
               and (:person::uuid is null or act.account = :person or act.about = :person)
               and (:kind = '' or act.kind = :kind)
               and (:from::timestamptz is null or act.at >= :from)
               and (:until::timestamptz is null or act.at < :until)
             order by act.id desc limit :limit
            """)
                .param("before", before)
                .param("person", filter.person(), Types.OTHER)
                .param("kind", filter.kind())
                .param("from", timestamp(filter.from()), Types.TIMESTAMP)
                .param("until", timestamp(filter.until()), Types.TIMESTAMP)
                .param("limit", limit)
                .query(this::act)
                .list();
    }

    /// The kinds of acts that have happened, for a filter.
    public List<String> kinds() {
        return jdbc.sql("select distinct kind from people.act order by kind")
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getBoolean("by_token"),
                row.getString("capacity"),
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("about", UUID.class),
                row.getString("about_name"),
                Objects.requireNonNull(json.readValue(row.getString("details"), DETAILS)));
    }
}
