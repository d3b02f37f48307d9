package org.phatthana.approvals.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Decider;
import org.phatthana.approvals.Matter;
import org.phatthana.approvals.NewMatter;
import org.phatthana.approvals.Route;
import org.phatthana.approvals.State;
import org.phatthana.approvals.rules.Standing;
import org.phatthana.values.Localized;
import org.phatthana.values.Thailand;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The matters as they are kept, each with where it stands. Where it stands follows from its acts alone.
@Component
public class Matters {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int ROUTES_KEPT = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cache<String, Route> routes =
            Caffeine.newBuilder().maximumSize(ROUTES_KEPT).build();

    Matters(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Keeps a new matter.
    public void add(UUID id, NewMatter matter, Route route, Standing standing) {
        jdbc.sql("""
            insert into approvals.matter (id, kind, subject, title, address, route_id, route_version, route, is_public,
                                          sample, opened_at, acts, state, step, since, due, decider_role, decider_body,
                                          authors, voted)
            values (:id, :kind, :subject, :title::jsonb, :address, :routeId, :routeVersion, :route::jsonb, :isPublic,
                    :sample, :since, :acts, :state, :step, :since, :due, :role, :body, :authors, :voted)
            """)
                .param("kind", matter.kind())
                .param("subject", matter.subject())
                .param("title", json.writeValueAsString(matter.title().sorted()))
                .param("address", matter.address())
                .param("routeId", route.id())
                .param("routeVersion", route.version())
                .param("route", json.writeValueAsString(route))
                .param("isPublic", matter.isPublic())
                .param("sample", matter.sample())
                .params(standing(id, route, standing))
                .update();
    }

    /// Keeps where a matter stands now.
    public void move(UUID id, Route route, Standing standing) {
        jdbc.sql("""
            update approvals.matter
               set acts = :acts, state = :state, step = :step, since = :since, due = :due, decider_role = :role,
                   decider_body = :body, authors = :authors, voted = :voted
             where id = :id
            """).params(standing(id, route, standing)).update();
    }

    private static Map<String, Object> standing(UUID id, Route route, Standing standing) {
        var isOpen = standing.state() == State.OPEN;
        var decider = standing.step(route).decider();
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("acts", standing.acts());
        values.put("state", standing.state().code());
        values.put("step", standing.stepIndex());
        values.put("since", Timestamp.from(standing.since()));
        values.put("due", typed(isOpen ? due(route, standing) : null, Types.DATE));
        values.put("role", typed(isOpen ? role(decider) : null, Types.VARCHAR));
        values.put("body", typed(isOpen ? body(decider) : null, Types.VARCHAR));
        values.put("authors", standing.authors().toArray(UUID[]::new));
        values.put(
                "voted",
                standing.votes().stream()
                        .flatMap(vote -> Stream.of(vote.holder(), vote.caster()))
                        .distinct()
                        .toArray(UUID[]::new));
        return values;
    }

    private static Object typed(@Nullable Object value, int type) {
        return new SqlParameterValue(type, value);
    }

    private static LocalDate due(Route route, Standing standing) {
        return Thailand.date(standing.since()).plusDays(standing.step(route).dueDays());
    }

    private static @Nullable String role(Decider decider) {
        return decider instanceof Decider.ByRole(var role) ? role.code() : null;
    }

    private static @Nullable String body(Decider decider) {
        return decider.body().isEmpty() ? null : decider.body();
    }

    /// A matter, held back from others until the transaction ends.
    public Optional<KeptMatter> lock(UUID id) {
        return jdbc.sql("select * from approvals.matter where id = :id for update")
                .param("id", id)
                .query(this::matter)
                .optional();
    }

    public Optional<KeptMatter> find(UUID id) {
        return jdbc.sql("select * from approvals.matter where id = :id")
                .param("id", id)
                .query(this::matter)
                .optional();
    }

    /// The newest matter about each of some subjects.
    public List<KeptMatter> newest(String kind, Collection<String> subjects) {
        return jdbc.sql("""
            select distinct on (subject) * from approvals.matter
             where kind = :kind and subject = any(:subjects)
             order by subject, opened_at desc, acts
            """)
                .param("kind", kind)
                .param("subjects", subjects.toArray(String[]::new))
                .query(this::matter)
                .list();
    }

    /// Open matters at a step of some roles or bodies that somebody has neither drafted nor voted on, and those
    /// that were returned to them: what is due first before the rest, what was returned first of all.
    public List<KeptMatter> waiting(UUID account, Collection<String> roles, Collection<String> bodies, int limit) {
        return jdbc.sql("""
            select * from approvals.matter
             where state = 'open' and (decider_role = any(:roles) or decider_body = any(:bodies))
               and not (authors @> array[:account::uuid]) and not (voted @> array[:account::uuid])
                or state = 'returned' and authors @> array[:account::uuid]
             order by due nulls first, since, id limit :limit
            """)
                .param("account", account)
                .param("roles", roles.toArray(String[]::new))
                .param("bodies", bodies.toArray(String[]::new))
                .param("limit", limit)
                .query(this::matter)
                .list();
    }

    /// What somebody has drafted and handed in: what is not over, and what ended after an instant, the newest
    /// first.
    public List<KeptMatter> draftedBy(UUID account, Instant after, int limit) {
        return jdbc.sql("""
            select * from approvals.matter
             where authors @> array[:account::uuid] and (state in ('open', 'returned') or since > :after)
             order by since desc, id limit :limit
            """)
                .param("account", account)
                .param("after", Timestamp.from(after))
                .param("limit", limit)
                .query(this::matter)
                .list();
    }

    /// The sample matters that are not over.
    public List<UUID> openSamples() {
        return jdbc.sql("select id from approvals.matter where sample and state in ('open', 'returned') order by id")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private KeptMatter matter(ResultSet row, int number) throws SQLException {
        var matter = new Matter(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                new Localized(json.readValue(row.getString("title"), TEXTS)),
                row.getString("address"),
                routes.get(row.getString("route"), text -> json.readValue(text, Route.class)),
                row.getBoolean("is_public"),
                row.getBoolean("sample"),
                row.getTimestamp("opened_at").toInstant(),
                State.of(row.getString("state")),
                row.getInt("step"),
                row.getTimestamp("since").toInstant(),
                row.getObject("due", LocalDate.class),
                row.getInt("acts"));
        return new KeptMatter(matter, accounts(row, "authors"), accounts(row, "voted"));
    }

    static List<UUID> accounts(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}
