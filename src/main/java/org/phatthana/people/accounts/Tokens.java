package org.phatthana.people.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Bearer tokens, by which programs act in one role. A token is 256 random bits and is shown once; what is kept is
/// its SHA-256 digest, which needs no salt and no slowness, since nobody can guess 256 bits.
@Component
public class Tokens {

    public static final int MAX_DAYS = 366;
    public static final int MAX_LABEL = 120;

    /// By which one, and whoever scans for leaked secrets, knows a token of this program.
    public static final String PREFIX = "pht_";

    private static final int SECRET_BYTES = 32;

    /// Its last use is noted at most this often, and so is its reading in the record of acts.
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    /// How long what was read of a token is taken to be true, so that a program that asks many times a second costs
    /// one look. A token that is revoked is forgotten at once, and nowhere remembered for longer than this.
    private static final Duration SEEN = Duration.ofSeconds(1);

    private static final long MOST_SEEN = 1_000;

    private final Cache<String, Token> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).expireAfterWrite(SEEN).build();
    private final JdbcClient jdbc;
    private final Acts acts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Acts acts, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes a token.
    ///
    /// @param days how long it is valid, 1 to [#MAX_DAYS]
    /// @return the token itself, which nobody can read again
    @Transactional
    public String make(Role role, String label, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("A token is valid for 1 to " + MAX_DAYS + " days, not " + days);
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UUID.randomUUID();
        var maker = Acting.current().filter(who -> !who.byToken()).map(Acting::id);
        var now = clock.instant();
        jdbc.sql("""
            insert into people.token (id, digest, role, label, made_by, created_at, expires_at)
            values (:id, :digest, :role, :label, :madeBy, :now, :expiresAt)
            """)
                .param("id", id)
                .param("digest", digest(secret))
                .param("role", role.code())
                .param("label", label.strip())
                .param("madeBy", maker.orElse(null), Types.OTHER)
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(now.plus(Duration.ofDays(days))))
                .update();
        acts.append(
                "token.created",
                "/people/tokens",
                null,
                Map.of("role", role.code(), "label", label.strip(), "days", Integer.toString(days)));
        return secret;
    }

    /// Who acts by a token, if it is one of ours and valid. Notes its use: once an
    /// hour, and wherever its record is the only one of who it was.
    ///
    /// @param isNoted whether this use is noted in any case: of whatever changes something
    /// @param subject the address that it is used at
    public Optional<Acting> use(String secret, boolean isNoted, String subject) {
        var now = clock.instant();
        var found = secret.startsWith(PREFIX) ? find(secret) : Optional.<Token>empty();
        var token = found.filter(candidate -> candidate.isValid(now)).orElse(null);
        if (token == null) {
            return Optional.empty();
        }
        var acting = Optional.of(new Acting(token.id(), true, token.label(), Set.of(token.role()), false));
        var last = token.lastUsedAt();
        var isDue = last == null || last.plus(NOTED_EVERY).isBefore(now);
        if (isDue || isNoted) {
            transaction.executeWithoutResult(_ -> note(token, acting, isDue, now, subject));
        }
        return acting;
    }

    private void note(Token token, Optional<Acting> acting, boolean isDue, Instant now, String subject) {
        if (isDue) {
            jdbc.sql("update people.token set last_used_at = :now where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", token.id())
                    .update();
            seen.invalidateAll();
        }
        acts.append(acting, "token.used", subject, null, Map.of());
    }

    /// All tokens, the newest first, at most `limit`.
    public List<Token> newest(int limit) {
        return jdbc.sql("select * from people.token order by created_at desc, id limit :limit")
                .param("limit", limit)
                .query(Tokens::token)
                .list();
    }

    /// Ends a token's validity now.
    ///
    /// @return whether there was one to end
    @Transactional
    public boolean revoke(UUID id) {
        var label = jdbc.sql("update people.token set revoked_at = :now where id = :id and revoked_at is null returning"
                        + " label")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .query(String.class)
                .optional();
        seen.invalidateAll();
        label.ifPresent(text -> acts.append("token.revoked", "/people/tokens", null, Map.of("label", text)));
        return label.isPresent();
    }

    private Optional<Token> find(String secret) {
        var digest = digest(secret);
        var key = HexFormat.of().formatHex(digest);
        var known = seen.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = jdbc.sql("select * from people.token where digest = :digest")
                .param("digest", digest)
                .query(Tokens::token)
                .optional();
        found.ifPresent(token -> seen.put(key, token));
        return found;
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                Role.of(row.getString("role")),
                row.getString("label"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
