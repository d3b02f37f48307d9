package org.phatthana.people.accounts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.people.Acting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The sessions of an account. A session holds no copy of the account: only whose it is, since when and in which
/// browser, and a key to name it by, since its id is a secret.
@Component
public class Sessions {

    /// The attributes of a session, all plain text or numbers.
    public static final String ACCOUNT = "people.account";

    public static final String KEY = "people.key";
    public static final String STARTED = "people.started";
    public static final String BROWSER = "people.browser";

    /// @param key names it on pages
    /// @param browser as [Browser] reads it, empty where it says nothing
    public record Open(String key, String browser, Instant startedAt, Instant lastSeenAt) {}

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> repository;
    private final JdbcClient jdbc;
    private final Acts acts;

    Sessions(
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> repository,
            JdbcClient jdbc,
            Acts acts) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /// The sessions that are open, the one that was seen last first.
    public List<Open> of(UUID account) {
        return sessions(account).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new Open(
                        text(session, KEY),
                        text(session, BROWSER),
                        session.getCreationTime(),
                        session.getLastAccessedTime()))
                .sorted(Comparator.comparing(Open::lastSeenAt).reversed())
                .toList();
    }

    /// Ends one session of an account.
    public void end(Account account, String key) {
        var ended = endWhere(account.id(), session -> text(session, KEY).equals(key));
        if (ended > 0) {
            acts.append("session.ended", account.address(), account.id(), Map.of("sessions", Long.toString(ended)));
        }
    }

    /// Ends all sessions of an account.
    ///
    /// @param keep the key of one to keep, empty for none
    public void endAll(Account account, String keep) {
        var ended = keep.isEmpty()
                ? endAll(account.id())
                : endWhere(account.id(), session -> !text(session, KEY).equals(keep));
        if (ended > 0) {
            acts.append("session.ended", account.address(), account.id(), Map.of("sessions", Long.toString(ended)));
        }
    }

    /// Whether a session is whoever's who acts.
    public static boolean isOwn(UUID account) {
        return Acting.current().filter(who -> who.id().equals(account)).isPresent();
    }

    /// In the database itself: a command, which keeps no sessions, ends those of the server beside it.
    private long endAll(UUID account) {
        return jdbc.sql("delete from people.session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    private long endWhere(UUID account, java.util.function.Predicate<Session> condition) {
        var open = repository.getIfAvailable();
        if (open == null) {
            return 0;
        }
        var ids = sessions(account).entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        ids.forEach(open::deleteById);
        return ids.size();
    }

    private Map<String, ? extends Session> sessions(UUID account) {
        var open = repository.getIfAvailable();
        return open == null ? Map.of() : open.findByPrincipalName(account.toString());
    }

    private static String text(Session session, String attribute) {
        return Optional.ofNullable(session.<String>getAttribute(attribute)).orElse("");
    }
}
