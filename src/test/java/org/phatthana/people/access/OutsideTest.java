package org.phatthana.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Role;

/// The program as the outside sees it, over real connections: what stands in every answer, how it behaves behind
/// TLS, and a sign-in by a provider of OpenID Connect, which runs here too.
class OutsideTest extends ProviderTest {

    @Test
    void theSecurityHeadersStandInEveryAnswer() throws Exception {
        for (var path : List.of("/", "/sign-in", "/people", "/api/v1/nothing", "/no-such-page", "/actuator/health")) {
            var headers = get(client(), path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "frame-ancestors 'none'", "'nonce-")
                            .doesNotContain("unsafe-inline"));
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).isPresent();
            assertThat(headers.firstValue("Strict-Transport-Security")).as(path).isEmpty();
        }
    }

    @Test
    void behindTlsCookiesAreHeldToThisHostAndTheBrowserStaysWithTls() throws Exception {
        var answer = client().send(
                        HttpRequest.newBuilder(address("/sign-in"))
                                .header("X-Forwarded-Proto", "https")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("__Host-csrf=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    }

    @Test
    void aProgramIsRefusedWithProblemDetailsAndAReaderIsLedToTheSignIn() throws Exception {
        var refused = get(client(), "/api/v1/nothing");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body()).contains("\"status\":401", "/problems/unauthorized");
        var led = get(client(), "/en/people?q=a");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).hasValue("/en/sign-in?next=%2Fpeople%3Fq%3Da");
    }

    @Test
    void whoComesByAProviderBecomesACitizenAndIsKnownTheNextTime() throws Exception {
        assertThat(get(client(), "/en/sign-in").body())
                .contains("Sign in with Local ID", "/oauth2/authorization/local");
        PROVIDER.vouchFor("newcomer");
        for (var time = 0; time < 2; time++) {
            var browser = client();
            var done = follow(browser, "/oauth2/authorization/local");
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(done.headers().firstValue("Location")).hasValue("/account");
            assertThat(get(browser, "/account").body()).contains("มานี มีนา");
        }
        assertThat(jdbc.sql("select count(*) from people.account_link where subject = 'newcomer'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(accounts.findLinked(PROVIDER.issuer(), "newcomer")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.CITIZEN);
    }

    @Test
    void aProviderThatSignsWithAnotherKeyIsNotBelieved() throws Exception {
        PROVIDER.forge(true);
        try {
            var done = follow(client(), "/oauth2/authorization/local");
            assertThat(done.headers().firstValue("Location")).hasValue("/sign-in?problem=provider");
        } finally {
            PROVIDER.forge(false);
        }
    }
}
