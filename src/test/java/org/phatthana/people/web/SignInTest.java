package org.phatthana.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;

class SignInTest extends PeopleTest {

    @Test
    void whoOnlyReadsGetsNoCookieAndNoSession() {
        var reader = visitor();
        var before = sessions();
        assertThat(reader.get("/")).hasStatusOk();
        assertThat(reader.hasCookies()).isFalse();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theFormNeedsNoSession() {
        var reader = visitor();
        var before = sessions();
        assertThat(reader.get("/sign-in")).hasStatusOk();
        assertThat(reader.cookies()).containsOnlyKeys("_csrf");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void oneSignsInAndOut() {
        var userName = account(Role.PLANNER);
        var visitor = visitor();
        var answer = visitor.post(
                "/en/sign-in", "/en/sign-in", Map.of("userName", userName, "password", PASSWORD, "next", "/account"));
        assertThat(answer).hasStatus(303).hasHeader("Location", "/en/account");
        var cookie = visitor.session();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(visitor.get("/account")).hasStatusOk().bodyText().contains(userName, "Chrome · Android");
        assertThat(acts("sign-in.done", id(userName))).isEqualTo(1);

        assertThat(visitor.post("/account", "/sign-out", Map.of())).hasStatus(303);
        assertThat(visitor.get("/account")).hasStatus(303).hasHeader("Location", "/sign-in?next=%2Faccount");
        assertThat(acts("sign-in.ended", id(userName))).isEqualTo(1);
    }

    @Test
    void anOldSessionIdIsWorthNothingAfterSignIn() {
        var userName = account(Role.PLANNER);
        var visitor = visitor();
        visitor.post("/sign-in", "/sign-in/passkey/options", Map.of());
        var before = visitor.session().getValue();
        visitor.post("/sign-in", "/sign-in", Map.of("userName", userName, "password", PASSWORD));
        assertThat(visitor.session().getValue()).isNotEqualTo(before);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        var userName = account(Role.PLANNER);
        var wrong = visitor().post("/en/sign-in", "/en/sign-in", Map.of("userName", userName, "password", "x"));
        var unknown = visitor().post("/en/sign-in", "/en/sign-in", Map.of("userName", "nobody-here", "password", "x"));
        var said = "The user name or the password is wrong";
        assertThat(wrong).hasStatus(422).bodyText().contains(said);
        assertThat(unknown).hasStatus(422).bodyText().contains(said);
        assertThat(acts("sign-in.failed", id(userName))).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from people.act where details::text like '%nobody-here%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void guessingIsSlowedDownAndTheRightPasswordWorksElsewhere() {
        var userName = account(Role.PLANNER);
        var guesser = visitor();
        for (var i = 0; i < 5; i++) {
            guesser.post("/sign-in", "/sign-in", Map.of("userName", userName, "password", "wrong"));
        }
        var refused = guesser.post("/en/sign-in", "/en/sign-in", Map.of("userName", userName, "password", PASSWORD));
        assertThat(refused).hasStatus(429).containsHeader("Retry-After");
        assertThat(refused).bodyText().contains("your account is not locked");
        assertThat(signedIn(userName).get("/account")).hasStatusOk();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(visitor().postWith("", "/sign-in", Map.of("userName", "a", "password", "b")))
                .hasStatus(403);
        var userName = account(Role.PLANNER);
        assertThat(signedIn(userName).postWith("made-up", "/sign-out", Map.of()))
                .hasStatus(403);
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        for (var next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/\tevil"}) {
            assertThat(Elsewhere.safe(next)).isEqualTo("/account");
        }
        assertThat(Elsewhere.safe("/plan?goal=G1")).isEqualTo("/plan?goal=G1");
    }

    @Test
    void aSessionEndsAtTheLatestAfterAWorkingDay() {
        var userName = account(Role.PLANNER);
        var visitor = signedIn(userName);
        jdbc.sql("""
            update people.session_attributes set attribute_bytes = :bytes
             where attribute_name = 'people.started'
               and session_primary_id = (select primary_id from people.session where principal_name = :id)
            """)
                .param(
                        "bytes",
                        org.springframework.util.SerializationUtils.serialize(System.currentTimeMillis()
                                - java.time.Duration.ofHours(13).toMillis()))
                .param("id", id(userName).toString())
                .update();
        assertThat(visitor.get("/account")).hasStatus(303);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from people.session").query(Long.class).single();
    }
}
