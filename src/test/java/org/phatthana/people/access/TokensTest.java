package org.phatthana.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class TokensTest extends PeopleTest {

    private static final Pattern TOKEN = Pattern.compile("id=\"token\">(pht_[A-Za-z0-9_-]{43})<");

    @Autowired
    Tokens tokens;

    @Test
    void aTokenActsInItsRoleOnlyAndItsUseIsKept() {
        var administrator = tokens.make(Role.ADMINISTRATOR, "scraper", 1);
        assertThat(prometheus(administrator)).hasStatusOk();
        assertThat(prometheus(tokens.make(Role.PLANNER, "planner", 1))).hasStatus(403);
        assertThat(jdbc.sql("""
            select count(*) from people.act join people.token on token.id = act.token
             where kind = 'token.used' and label = 'scraper' and act.capacity = 'administrator'
            """).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void aTokenIsKeptAsItsDigestOnly() {
        var token = tokens.make(Role.PLANNER, "secret", 1);
        assertThat(token).matches("pht_[A-Za-z0-9_-]{43}");
        var row = jdbc.sql("select token::text from people.token where label = 'secret'")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token.substring(4));
    }

    @Test
    void aWrongExpiredOrRevokedTokenIsRefused() throws Exception {
        assertThat(prometheus("pht_" + "A".repeat(43)))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        var expired = tokens.make(Role.ADMINISTRATOR, "expired", 1);
        jdbc.sql("""
            update people.token set created_at = now() - interval '2 days', expires_at = now() - interval '1 day'
             where label = 'expired'
            """).update();
        assertThat(prometheus(expired)).hasStatus(401);

        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var made = administrator.post(
                "/people/tokens", "/people/tokens", Map.of("role", "administrator", "label", "revoked", "days", "30"));
        var found = TOKEN.matcher(made.getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        assertThat(prometheus(found.group(1))).hasStatusOk();
        var id = jdbc.sql("select id from people.token where label = 'revoked'")
                .query(java.util.UUID.class)
                .single();
        administrator.post("/people/tokens", "/people/tokens/" + id + "/revoke", Map.of());
        assertThat(prometheus(found.group(1))).hasStatus(401);
        assertThat(administrator.get("/people/tokens")).bodyText().doesNotContain(found.group(1));
    }

    @Test
    void aTokenOpensNoPages() {
        var token = tokens.make(Role.ADMINISTRATOR, "pages", 1);
        assertThat(program.get().uri("/people").header("Authorization", "Bearer " + token))
                .hasStatus(303);
    }

    @Test
    void whoHasNoneIsToldThatOneIsNeeded() {
        assertThat(program.get().uri("/api/v1/no-such-thing")).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
    }

    private MvcTestResult prometheus(String token) {
        return program.get()
                .uri("/actuator/prometheus")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
