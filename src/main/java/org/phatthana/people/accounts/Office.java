package org.phatthana.people.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is done to the accounts of the office. Each act is kept in the record of who did what, and none of them
/// leaves the office without an administrator.
@Component
public class Office {

    /// An initial password opens the account this long; then an administrator gives a new one.
    public static final Duration INITIAL_PASSWORD = Duration.ofDays(7);

    /// What came of it.
    public sealed interface Outcome {

        record Done(UUID account) implements Outcome {}

        /// @param password the initial password, to be handed over; nobody can read it again
        record DoneWithPassword(UUID account, String password) implements Outcome {}

        /// @param problems by the name of the field, `roles` or `account` for what concerns the whole
        record Refused(Map<String, List<Message>> problems) implements Outcome {}
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Acts acts;
    private final Clock clock;

    Office(Accounts accounts, Passwords passwords, Sessions sessions, Acts acts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.acts = acts;
        this.clock = clock;
    }

    /// Creates an account with an initial password.
    @Transactional
    public Outcome create(Profile profile) {
        var problems = new LinkedHashMap<>(profile.problems());
        accounts.lock();
        if (accounts.find(profile.userName()).isPresent()) {
            problems.put("userName", List.of(Message.of("people.problem.user-name-taken", profile.userName())));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var id = accounts.add(profile);
        var password = giveInitialPassword(id);
        acts.append("account.created", "/people/" + id, id, Map.of("roles", codes(profile.roles())));
        return new Outcome.DoneWithPassword(id, password);
    }

    /// Creates the first administrator, with a password of their own.
    ///
    /// @return [Outcome.Refused] too if somebody else was faster
    @Transactional
    public Outcome createFirst(Profile profile, String password) {
        accounts.lock();
        if (accounts.hasAdministrator()) {
            return refused("account", "people.problem.administrator-exists");
        }
        var problems = new LinkedHashMap<>(profile.problems());
        if (accounts.find(profile.userName()).isPresent()) {
            problems.put("userName", List.of(Message.of("people.problem.user-name-taken", profile.userName())));
        }
        var weaknesses = PasswordRules.problems(password, profile.userName(), List.of(profile.displayName()));
        if (!weaknesses.isEmpty()) {
            problems.put("password", weaknesses);
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        var id = accounts.add(profile);
        accounts.setPassword(id, passwords.hash(password), null);
        acts.append("account.first", "/people/" + id, id, Map.of("roles", codes(profile.roles())));
        return new Outcome.Done(id);
    }

    /// Changes what stands about an account and its roles; its user name stays.
    @Transactional
    public Outcome change(UUID id, Profile profile) {
        accounts.lock();
        var before = accounts.find(id).orElseThrow();
        var problems = new LinkedHashMap<>(profile.problems());
        var loses = before.enabled()
                && before.roles().contains(Role.ADMINISTRATOR)
                && !profile.roles().contains(Role.ADMINISTRATOR);
        if (loses && !accounts.administratorsOtherThan(id)) {
            problems.put("roles", List.of(Message.of("people.problem.last-administrator")));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        accounts.change(id, profile);
        if (before.roles().equals(profile.roles())) {
            acts.append("account.changed", before.address(), id, Map.of());
        } else {
            acts.append(
                    "account.roles-changed",
                    before.address(),
                    id,
                    Map.of("before", codes(before.roles()), "after", codes(profile.roles())));
        }
        return new Outcome.Done(id);
    }

    /// Closes an account, ending its sessions, or opens it again.
    @Transactional
    public Outcome setEnabled(UUID id, boolean enabled) {
        accounts.lock();
        var account = accounts.find(id).orElseThrow();
        if (account.enabled() == enabled) {
            return new Outcome.Done(id);
        }
        if (!enabled && account.roles().contains(Role.ADMINISTRATOR) && !accounts.administratorsOtherThan(id)) {
            return refused("account", "people.problem.last-administrator");
        }
        accounts.setEnabled(id, enabled);
        acts.append(enabled ? "account.enabled" : "account.disabled", account.address(), id, Map.of());
        if (!enabled) {
            sessions.endAll(account, "");
        }
        return new Outcome.Done(id);
    }

    /// Gives an account a new initial password, ending its sessions.
    @Transactional
    public Outcome resetPassword(UUID id) {
        var account = accounts.find(id).orElseThrow();
        var password = giveInitialPassword(id);
        acts.append("password.reset", account.address(), id, Map.of());
        sessions.endAll(account, "");
        return new Outcome.DoneWithPassword(id, password);
    }

    /// Gives an account a new initial password from the server itself, where nobody is left who could do it on a
    /// page.
    ///
    /// @param enable whether to open the account too, if it is closed; without that a closed one is refused
    @Transactional
    public Outcome recover(String userName, boolean enable) {
        var found = accounts.find(userName);
        if (found.isEmpty()) {
            return refused("account", "people.problem.no-account", userName);
        }
        var account = found.get();
        if (!account.enabled() && !enable) {
            return refused("account", "people.problem.account-disabled", userName);
        }
        setEnabled(account.id(), true);
        return resetPassword(account.id());
    }

    /// Lets somebody correct their own name. What it was is not recorded: the record holds no names.
    @Transactional
    public Outcome rename(Account account, String displayName) {
        var profile =
                new Profile(account.userName(), displayName, account.email(), account.department(), account.roles());
        var problems = profile.problems().get("displayName");
        if (problems != null) {
            return new Outcome.Refused(Map.of("displayName", problems));
        }
        if (!profile.displayName().equals(account.displayName())) {
            accounts.rename(account.id(), profile.displayName());
            acts.append("account.renamed", "/account", account.id(), Map.of());
        }
        return new Outcome.Done(account.id());
    }

    /// Lets somebody choose their own password, ending their other sessions. That they know the present one has
    /// been seen to.
    ///
    /// @param keep the key of the session that does it
    @Transactional
    public Outcome choosePassword(Account account, String password, String keep) {
        var weaknesses = PasswordRules.problems(
                password, account.userName(), List.of(account.displayName(), account.email(), account.department()));
        if (!weaknesses.isEmpty()) {
            return new Outcome.Refused(Map.of("password", weaknesses));
        }
        if (accounts.passwordOf(account.id())
                .filter(hash -> passwords.matches(password, hash))
                .isPresent()) {
            return refused("password", "people.password.same");
        }
        accounts.setPassword(account.id(), passwords.hash(password), null);
        acts.append(Optional.of(account.acting()), "password.changed", "/account", account.id(), Map.of());
        sessions.endAll(account, keep);
        return new Outcome.Done(account.id());
    }

    private String giveInitialPassword(UUID id) {
        var password = passwords.initial();
        accounts.setPassword(id, passwords.hash(password), clock.instant().plus(INITIAL_PASSWORD));
        return password;
    }

    private static Outcome refused(String field, String key, Object... arguments) {
        return new Outcome.Refused(Map.of(field, List.of(Message.of(key, arguments))));
    }

    private static String codes(Set<Role> roles) {
        return roles.stream().sorted().map(Role::code).collect(Collectors.joining(", "));
    }
}
