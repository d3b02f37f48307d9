package org.phatthana.people.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The persons at providers (OpenID Connect) as whom the owner of an account signs in: at most one of each
/// provider.
@Component
public class Links {

    static final int MAX_NAME = 120;

    /// @param name as the provider calls the person, empty where it does not say
    public record Link(String issuer, String name, Instant linkedAt) {}

    /// What came of the wish to link.
    public enum Outcome {
        DONE,
        /// The person at the provider signs in to another account.
        BELONGS_TO_ANOTHER,
        /// The account is linked to another person at this provider.
        HAS_ONE
    }

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Acts acts;

    Links(JdbcClient jdbc, Accounts accounts, Acts acts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.acts = acts;
    }

    /// The links of an account, the oldest first.
    public List<Link> of(UUID account) {
        return jdbc.sql("""
            select issuer, name, linked_at from people.account_link where account = :account order by linked_at, issuer
            """)
                .param("account", account)
                .query((row, _) -> new Link(
                        row.getString("issuer"),
                        row.getString("name"),
                        row.getTimestamp("linked_at").toInstant()))
                .list();
    }

    /// Links an account to a person whom a provider has just vouched for, at its owner's wish.
    ///
    /// @param subject the provider's lasting word for the person
    @Transactional
    public Outcome link(Account account, String issuer, String subject, String name) {
        accounts.lock(account.id());
        var owner = accounts.findLinked(issuer, subject);
        if (owner.isPresent()) {
            return owner.get().id().equals(account.id()) ? Outcome.DONE : Outcome.BELONGS_TO_ANOTHER;
        }
        if (has(account, issuer)) {
            return Outcome.HAS_ONE;
        }
        if (!accounts.link(account.id(), issuer, subject, shortened(name))) {
            return Outcome.BELONGS_TO_ANOTHER;
        }
        acts.append(
                Optional.of(account.acting()), "provider.linked", "/account", account.id(), Map.of("provider", issuer));
        return Outcome.DONE;
    }

    /// Ends the link of an account to a provider.
    ///
    /// @return whether there is none any more; not if nothing else opens the account
    @Transactional
    public boolean unlink(Account account, String issuer) {
        accounts.lock(account.id());
        if (!has(account, issuer)) {
            return true;
        }
        if (!accounts.hasAnotherWayIn(account.id())) {
            return false;
        }
        jdbc.sql("delete from people.account_link where account = :account and issuer = :issuer")
                .param("account", account.id())
                .param("issuer", issuer)
                .update();
        acts.append("provider.unlinked", account.address(), account.id(), Map.of("provider", issuer));
        return true;
    }

    private boolean has(Account account, String issuer) {
        return of(account.id()).stream().anyMatch(link -> link.issuer().equals(issuer));
    }

    static String shortened(String name) {
        var stripped = name.strip();
        return stripped.substring(0, Math.min(MAX_NAME, stripped.length()));
    }
}
