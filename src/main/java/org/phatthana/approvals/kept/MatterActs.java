package org.phatthana.approvals.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Count;
import org.phatthana.approvals.Minutes;
import org.phatthana.approvals.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The acts on matters: appended to, never changed.
@Component
public class MatterActs {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MatterActs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// All acts on a matter, the oldest first.
    public List<Act> of(UUID matter) {
        return jdbc.sql("select * from approvals.act where matter = :matter order by number")
                .param("matter", matter)
                .query(this::act)
                .list();
    }

    public void append(UUID matter, Act act) {
        jdbc.sql("""
            insert into approvals.act (matter, number, at, kind, step, account, behalf, capacity, body, office, text,
                                       authors, minutes, count)
            values (:matter, :number, :at, :kind, :step, :account, :behalf, :capacity, :body, :office, :text,
                    :authors, :minutes::jsonb, :count::jsonb)
            """)
                .param("matter", matter)
                .param("number", act.number())
                .param("at", Timestamp.from(act.at()))
                .param("kind", act.kind().code())
                .param("step", act.step())
                .param("account", act.account(), Types.OTHER)
                .param("behalf", act.behalf(), Types.OTHER)
                .param("capacity", act.capacity())
                .param("body", act.body())
                .param("office", act.office() == null ? null : act.office().code(), Types.VARCHAR)
                .param("text", act.text())
                .param("authors", act.authors().toArray(UUID[]::new))
                .param("minutes", written(act.minutes()), Types.VARCHAR)
                .param("count", written(act.count()), Types.VARCHAR)
                .update();
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getInt("number"),
                row.getTimestamp("at").toInstant(),
                Act.Kind.of(row.getString("kind")),
                row.getString("step"),
                row.getObject("account", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("capacity"),
                row.getString("body"),
                row.getString("office") == null ? null : Office.of(row.getString("office")),
                row.getString("text"),
                new HashSet<>(Matters.accounts(row, "authors")),
                read(row.getString("minutes"), Minutes.class),
                read(row.getString("count"), Count.class));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }
}
