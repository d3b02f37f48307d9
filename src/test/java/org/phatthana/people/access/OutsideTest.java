package org.phatthana.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/// The program as the outside sees it, over real connections: what stands in every answer, how it behaves behind
/// TLS, and a sign-in by a provider of OpenID Connect, which runs here too.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutsideTest {

    private static final Provider PROVIDER = new Provider();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        var registration = "spring.security.oauth2.client.registration.local.";
        properties.add(registration + "client-id", () -> "phatthana");
        properties.add(registration + "client-secret", () -> "secret");
        properties.add(registration + "client-name", () -> "Local ID");
        properties.add(registration + "scope", () -> "openid,profile");
        properties.add("spring.security.oauth2.client.provider.local.issuer-uri", PROVIDER::issuer);
    }

    @AfterAll
    static void stop() {
        PROVIDER.server.stop(0);
    }

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
        for (var time = 0; time < 2; time++) {
            var browser = client();
            var done = follow(browser, "/oauth2/authorization/local");
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(done.headers().firstValue("Location")).hasValue("/account");
            assertThat(get(browser, "/account").body()).contains("มานี มีนา");
        }
        assertThat(jdbc.sql("select count(*) from people.account_link")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(accounts.findLinked(PROVIDER.issuer(), "subject-1")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.CITIZEN);
    }

    @Test
    void aProviderThatSignsWithAnotherKeyIsNotBelieved() throws Exception {
        PROVIDER.forge = true;
        try {
            var done = follow(client(), "/oauth2/authorization/local");
            assertThat(done.headers().firstValue("Location")).hasValue("/sign-in?problem=provider");
        } finally {
            PROVIDER.forge = false;
        }
    }

    private HttpResponse<String> follow(HttpClient browser, String path) throws Exception {
        var toProvider = get(browser, path);
        var back = browser.send(
                HttpRequest.newBuilder(location(toProvider)).build(), HttpResponse.BodyHandlers.ofString());
        return browser.send(HttpRequest.newBuilder(location(back)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /// The least that an OpenID Connect provider does: it says where it is, sends everybody back at once, and
    /// vouches.
    private static final class Provider {

        private final HttpServer server;
        private final RSAKey key;
        private final RSAKey otherKey;
        private final AtomicReference<String> nonce = new AtomicReference<>("");
        private volatile boolean forge;

        Provider() {
            try {
                key = new RSAKeyGenerator(2048).keyID("one").generate();
                otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException | JOSEException e) {
                throw new IllegalStateException(e);
            }
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> json(exchange, """
                        {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                         "jwks_uri": "ISSUER/keys", "response_types_supported": ["code"],
                         "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"],
                         "token_endpoint_auth_methods_supported": ["client_secret_basic"]}
                        """.replace("ISSUER", issuer())));
            server.createContext("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.createContext("/authorize", this::authorize);
            server.createContext("/token", exchange -> json(exchange, """
                {"access_token": "unused", "token_type": "Bearer", "expires_in": 60, "id_token": "TOKEN"}
                """.replace("TOKEN", idToken())));
            server.start();
        }

        String issuer() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        private void authorize(HttpExchange exchange) throws IOException {
            var asked = UriComponentsBuilder.fromUri(exchange.getRequestURI())
                    .build()
                    .getQueryParams();
            nonce.set(decoded(asked.getFirst("nonce")));
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            decoded(asked.getFirst("redirect_uri")) + "?code=c&state=" + asked.getFirst("state"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        }

        private static String decoded(@org.jspecify.annotations.Nullable String value) {
            return value == null ? "" : java.net.URLDecoder.decode(value, StandardCharsets.UTF_8);
        }

        private String idToken() {
            try {
                var now = Instant.now();
                var claims = new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("subject-1")
                        .audience("phatthana")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .claim("nonce", nonce.get())
                        .claim("name", "มานี มีนา")
                        .build();
                var token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
                token.sign(new RSASSASigner(forge ? otherKey : key));
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void json(HttpExchange exchange, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }
}
