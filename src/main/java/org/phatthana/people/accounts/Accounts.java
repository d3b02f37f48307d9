package org.phatthana.people.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts. An account is never deleted, since the record of who did what points at it; it is disabled.
@Component
public class Accounts {

    private static final String ALL = """
        select id, user_name, display_name, email, department, enabled, password is not null as has_password,
               must_change_password, password_expires_at, created_at,
               array(select role from people.account_role where account = id) as roles
          from people.account
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql(ALL + " where id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    public Optional<Account> find(String userName) {
        return jdbc.sql(ALL + " where user_name = :userName")
                .param("userName", userName.strip().toLowerCase(Locale.ROOT))
                .query(Accounts::account)
                .optional();
    }

    /// The account that a provider's word for a person is linked to.
    public Optional<Account> findLinked(String issuer, String subject) {
        return jdbc.sql(ALL
                        + " where id = (select account from people.account_link where issuer = :issuer and"
                        + " subject = :subject)")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Accounts::account)
                .optional();
    }

    /// At most `limit` accounts whose name, user name or department contains the words, by user name.
    public List<Account> list(String words, String afterUserName, int limit) {
        return jdbc.sql(ALL + """
             where user_name > :after
               and (:words = '' or position(:words in lower(user_name || ' ' || display_name || ' ' || department)) > 0)
             order by user_name limit :limit
            """)
                .param("after", afterUserName)
                .param("words", words.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(Accounts::account)
                .list();
    }

    /// Those of some accounts that exist.
    public List<Account> find(Collection<UUID> ids) {
        return jdbc.sql(ALL + " where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Accounts::account)
                .list();
    }

    /// At most `limit` accounts that may be used, by user name.
    public List<Account> enabled(int limit) {
        return jdbc.sql(ALL + " where enabled order by user_name limit :limit")
                .param("limit", limit)
                .query(Accounts::account)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from people.account").query(Long.class).single();
    }

    /// Whether anybody can administer this office: an administrator whose account is enabled.
    public boolean hasAdministrator() {
        return administratorsOtherThan(null);
    }

    boolean administratorsOtherThan(@Nullable UUID account) {
        return jdbc.sql("""
            select exists (select from people.account a join people.account_role r on r.account = a.id
                            where r.role = 'administrator' and a.enabled and a.id is distinct from :account::uuid)
            """).param("account", account).query(Boolean.class).single();
    }

    /// Holds back other changes to accounts until this transaction ends, for rules that concern several of them.
    void lock() {
        jdbc.sql("lock table people.account in share row exclusive mode").update();
    }

    /// Holds back other changes to the ways into one account until this transaction ends.
    public void lock(UUID id) {
        jdbc.sql("select from people.account where id = :id for update")
                .param("id", id)
                .query((_, _) -> id)
                .optional();
    }

    /// Whether an account can be opened in more than one way: a password, its passkeys, its links to providers.
    public boolean hasAnotherWayIn(UUID id) {
        return jdbc.sql("""
            select (select count(*) from people.account where id = :id and password is not null)
                 + (select count(*) from people.passkey where account = :id)
                 + (select count(*) from people.account_link where account = :id) > 1
            """).param("id", id).query(Boolean.class).single();
    }

    UUID add(Profile profile) {
        var id = UUID.randomUUID();
        jdbc.sql("""
            insert into people.account (id, user_name, display_name, email, department, created_at)
            values (:id, :userName, :displayName, :email, :department, :now)
            """)
                .param("id", id)
                .param("userName", profile.userName())
                .param("displayName", profile.displayName())
                .param("email", profile.email())
                .param("department", profile.department())
                .param("now", now())
                .update();
        setRoles(id, profile.roles());
        return id;
    }

    void change(UUID id, Profile profile) {
        jdbc.sql("""
            update people.account set display_name = :displayName, email = :email, department = :department
             where id = :id
            """)
                .param("id", id)
                .param("displayName", profile.displayName())
                .param("email", profile.email())
                .param("department", profile.department())
                .update();
        setRoles(id, profile.roles());
    }

    private void setRoles(UUID id, Set<Role> roles) {
        jdbc.sql("delete from people.account_role where account = :id")
                .param("id", id)
                .update();
        for (var role : roles) {
            jdbc.sql("insert into people.account_role (account, role) values (:id, :role)")
                    .param("id", id)
                    .param("role", role.code())
                    .update();
        }
    }

    void rename(UUID id, String displayName) {
        jdbc.sql("update people.account set display_name = :displayName where id = :id")
                .param("id", id)
                .param("displayName", displayName)
                .update();
    }

    void setEnabled(UUID id, boolean enabled) {
        jdbc.sql("update people.account set enabled = :enabled where id = :id")
                .param("id", id)
                .param("enabled", enabled)
                .update();
    }

    /// The hash of the account's password, if it has one.
    Optional<String> passwordOf(UUID id) {
        return jdbc.sql("select password from people.account where id = :id and password is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /// Keeps the hash of a password.
    ///
    /// @param expiresAt until when it opens the account, for one that must be changed; none for its owner's own
    void setPassword(UUID id, String hash, @Nullable Instant expiresAt) {
        jdbc.sql("""
            update people.account
               set password = :hash, must_change_password = :mustChange, password_expires_at = :expiresAt
             where id = :id
            """)
                .param("id", id)
                .param("hash", hash)
                .param("mustChange", expiresAt != null)
                .param("expiresAt", expiresAt == null ? null : Timestamp.from(expiresAt), java.sql.Types.TIMESTAMP)
                .update();
    }

    /// Links an account to a person at a provider.
    ///
    /// @param name as the provider calls the person
    /// @return whether it is linked now; not if the person has been linked elsewhere meanwhile
    boolean link(UUID id, String issuer, String subject, String name) {
        return jdbc.sql("""
            insert into people.account_link (issuer, subject, account, name, linked_at)
            values (:issuer, :subject, :id, :name, :now) on conflict do nothing
            """)
                        .param("id", id)
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("name", name)
                        .param("now", now())
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::of).forEach(roles::add);
        var expiresAt = row.getTimestamp("password_expires_at");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("department"),
                roles,
                row.getBoolean("enabled"),
                row.getBoolean("has_password"),
                row.getBoolean("must_change_password"),
                expiresAt == null ? null : expiresAt.toInstant(),
                row.getTimestamp("created_at").toInstant());
    }
}
