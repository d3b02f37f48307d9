package org.phatthana.people.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.phatthana.people.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds out whether somebody is who they say. The answers for a user name that does not exist, for a wrong
/// password and for an account without a password are the same and take as long.
@Component
public class SignIns {

    /// What came of it.
    public sealed interface Outcome {

        record Welcome(Account account) implements Outcome {}

        record Wrong() implements Outcome {}

        /// The password was right, but the account is closed.
        record Disabled() implements Outcome {}

        /// The password was right, but it was an initial one and too old.
        record Expired() implements Outcome {}

        /// Nothing was looked at.
        ///
        /// @param remaining how long until the next try
        record TooMany(Duration remaining) implements Outcome {}
    }

    private static final String WHERE = "/sign-in";

    /// Longer input is not a password of ours and is not hashed.
    private static final int MAX_TYPED = 4 * PasswordRules.MAX_LENGTH;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Acts acts;
    private final Clock clock;

    SignIns(Accounts accounts, Passwords passwords, Throttle throttle, Acts acts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.acts = acts;
        this.clock = clock;
    }

    /// Tries a user name with a password.
    ///
    /// @param address where it comes from, for the throttle; it is not kept
    public Outcome byPassword(String userName, String password, String address) {
        return switch (throttle.take(userName, address)) {
            case Throttle.Answer.TooMany(var wait) -> new Outcome.TooMany(wait);
            case Throttle.Answer.Allowed(var attempt) -> {
                var account = accounts.find(userName);
                if (account.isEmpty()) {
                    passwords.matchesNobody("");
                }
                if (account.isEmpty() || !matches(account.get(), password)) {
                    failed(account.map(Account::id), "password");
                    yield new Outcome.Wrong();
                }
                attempt.giveBack();
                yield admitted(account.get(), "password");
            }
        };
    }

    /// Whether a password is an account's, for asking it again; counts as a try to sign in.
    public Outcome confirm(Account account, String password, String address) {
        return switch (throttle.take(account.userName(), address)) {
            case Throttle.Answer.TooMany(var wait) -> new Outcome.TooMany(wait);
            case Throttle.Answer.Allowed(var attempt) -> {
                if (!matches(account, password)) {
                    yield new Outcome.Wrong();
                }
                attempt.giveBack();
                yield new Outcome.Welcome(account);
            }
        };
    }

    /// Tries a code that is typed instead of a password.
    ///
    /// @return empty if it is right, zero if it is wrong, and how long to wait if it was not looked at
    public Optional<Duration> tryCode(BooleanSupplier isRight, String address) {
        return switch (throttle.take("code", address)) {
            case Throttle.Answer.TooMany(var wait) -> Optional.of(wait);
            case Throttle.Answer.Allowed(var attempt) -> {
                if (!isRight.getAsBoolean()) {
                    yield Optional.of(Duration.ZERO);
                }
                attempt.giveBack();
                yield Optional.empty();
            }
        };
    }

    /// Whether the owner of a passkey may come in.
    public Outcome byPasskey(UUID id) {
        return accounts.find(id)
                .<Outcome>map(account -> account.enabled() ? admitted(account, "passkey") : new Outcome.Disabled())
                .orElseGet(Outcome.Wrong::new);
    }

    /// A try with a passkey that came to nothing.
    public void passkeyFailed() {
        failed(Optional.empty(), "passkey");
    }

    /// Whether somebody whom a provider vouches for may come in. Who comes for the first time gets an account as a
    /// citizen; an administrator gives it further roles.
    ///
    /// @param issuer the provider
    /// @param subject its lasting word for the person
    @Transactional
    public Outcome byProvider(String issuer, String subject, String displayName) {
        var known = accounts.findLinked(issuer, subject);
        var account = known.orElseGet(() -> {
            var name = Links.shortened(displayName.isBlank() ? subject : displayName);
            var userName = "oidc-" + UUID.randomUUID().toString().substring(0, 13);
            var id = accounts.add(new Profile(userName, name, "", "", Set.of(Role.CITIZEN)));
            if (!accounts.link(id, issuer, subject, Links.shortened(displayName))) {
                throw new IllegalStateException("Two first sign-ins of one person at the same moment");
            }
            var made = accounts.find(id).orElseThrow();
            acts.append(Optional.of(made.acting()), "account.linked", made.address(), id, Map.of("provider", issuer));
            return made;
        });
        return account.enabled() ? admitted(account, "provider") : new Outcome.Disabled();
    }

    private Outcome admitted(Account account, String method) {
        if (!account.enabled()) {
            failed(Optional.of(account.id()), method);
            return new Outcome.Disabled();
        }
        var expiresAt = account.passwordExpiresAt();
        if (method.equals("password") && expiresAt != null && clock.instant().isAfter(expiresAt)) {
            failed(Optional.of(account.id()), method);
            return new Outcome.Expired();
        }
        acts.append(Optional.of(account.acting()), "sign-in.done", WHERE, account.id(), Map.of("by", method));
        return new Outcome.Welcome(account);
    }

    /// Who typed it is not known, and what they typed may be a password: neither is kept.
    private void failed(Optional<UUID> account, String method) {
        acts.append(Optional.empty(), "sign-in.failed", WHERE, account.orElse(null), Map.of("by", method));
    }

    private boolean matches(Account account, String password) {
        var hash = accounts.passwordOf(account.id());
        if (hash.isEmpty() || password.length() > MAX_TYPED) {
            passwords.matchesNobody("");
            return false;
        }
        var right = passwords.matches(password, hash.get());
        if (right && passwords.isOutdated(hash.get())) {
            accounts.setPassword(account.id(), passwords.hash(password), account.passwordExpiresAt());
        }
        return right;
    }
}
