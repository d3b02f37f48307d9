package org.phatthana.testing;

import java.util.Set;
import java.util.UUID;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People of an office who can act at once, for tests that are not about accounts.
public record Accounts(JdbcClient jdbc) {

    /// A new account with one role.
    ///
    /// @param name as it is shown
    public Acting add(String name, Role role) {
        var id = UUID.randomUUID();
        jdbc.sql("""
            insert into people.account (id, user_name, display_name, enabled, must_change_password, created_at)
            values (:id, :user, :name, true, false, now())
            """)
                .param("id", id)
                .param("user", name + "-" + id.toString().substring(0, 8))
                .param("name", name)
                .update();
        jdbc.sql("insert into people.account_role (account, role) values (:id, :role)")
                .param("id", id)
                .param("role", role.code())
                .update();
        return new Acting(id, false, name, Set.of(role), false);
    }

    /// Seats somebody on a body from yesterday on.
    ///
    /// @param office `chair`, `vice`, `secretary` or `member`
    public void seat(Acting who, String body, String office) {
        jdbc.sql("""
            insert into approvals.seat (id, body, account, office, since, until)
            values (gen_random_uuid(), :body, :account, :office, current_date - 1, null)
            """)
                .param("body", body)
                .param("account", who.id())
                .param("office", office)
                .update();
    }

    /// Empties a body.
    public void unseat(String body) {
        jdbc.sql("delete from approvals.seat where body = :body")
                .param("body", body)
                .update();
    }
}
