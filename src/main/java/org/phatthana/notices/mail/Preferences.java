package org.phatthana.notices.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.values.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who wants which mail, and to which address. An address counts once its owner has followed a link with a token of
/// 256 random bits, of which the digest alone is kept.
@Component
public class Preferences {

    /// So long a link works.
    public static final Duration LINK_WORKS = Duration.ofDays(2);

    /// So long somebody waits before they have a further link sent.
    static final Duration LINK_EVERY = Duration.ofMinutes(2);

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Preferences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Preference> of(UUID account) {
        return jdbc.sql("select * from notices.preference where account = :account")
                .param("account", account)
                .query(Preferences::preference)
                .optional();
    }

    /// Everybody who wants mail and has a verified address.
    List<Preference> wanting() {
        return jdbc.sql("select * from notices.preference where frequency <> 'none' and email <> '' order by account")
                .query(Preferences::preference)
                .list();
    }

    /// Keeps how often and in which language.
    @Transactional
    public void choose(UUID account, Preference.Frequency frequency, Language language) {
        jdbc.sql("""
            insert into notices.preference (account, frequency, language) values (:account, :frequency, :language)
            on conflict (account) do update set frequency = :frequency, language = :language
            """)
                .param("account", account)
                .param("frequency", frequency.code())
                .param("language", language.code())
                .update();
    }

    /// Forgets the addresses of somebody.
    @Transactional
    public void forgetAddress(UUID account) {
        jdbc.sql("""
            update notices.preference set email = '', pending = '', token = null, token_expires_at = null
             where account = :account
            """).param("account", account).update();
    }

    /// Forgets an address that is waiting to be verified.
    @Transactional
    public void forgetPending(UUID account) {
        jdbc.sql("""
            update notices.preference set pending = '', token = null, token_expires_at = null where account = :account
            """).param("account", account).update();
    }

    /// Makes the token by which an address is verified, in place of an earlier one.
    ///
    /// @return the token, which nobody can read again; empty where the last one was made only just now
    @Transactional
    public Optional<String> propose(UUID account, String address) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var changed = jdbc.sql("""
            update notices.preference
               set pending = :address, token = :token, token_expires_at = :expires, token_sent_at = :now
             where account = :account and (token_sent_at is null or token_sent_at <= :before)
            """)
                .param("account", account)
                .param("address", address)
                .param("token", digest(token))
                .param("expires", Timestamp.from(now.plus(LINK_WORKS)))
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(LINK_EVERY)))
                .update();
        return changed == 1 ? Optional.of(token) : Optional.empty();
    }

    /// The address that a token would verify, if the token is one of ours and has not expired.
    public Optional<String> pendingOf(String token) {
        return jdbc.sql("select pending from notices.preference where token = :token and token_expires_at > :now")
                .param("token", digest(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /// Verifies the address for which a token was made. A token works once.
    ///
    /// @return whether it was one that works
    @Transactional
    public boolean verify(String token) {
        return jdbc.sql("""
            update notices.preference set email = pending, pending = '', token = null, token_expires_at = null
             where token = :token and token_expires_at > :now
            """)
                        .param("token", digest(token))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Preference preference(ResultSet row, int number) throws SQLException {
        return new Preference(
                row.getObject("account", UUID.class),
                Preference.Frequency.valueOf(row.getString("frequency").toUpperCase(Locale.ROOT)),
                new Language(row.getString("language")),
                row.getString("email"),
                row.getString("pending"));
    }
}
