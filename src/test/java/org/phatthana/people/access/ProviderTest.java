package org.phatthana.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Office;
import org.phatthana.people.accounts.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What the tests over real connections share: one program with a provider of OpenID Connect, and browsers.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ProviderTest {

    static final LocalProvider PROVIDER = new LocalProvider();

    private static final String PASSWORD = "lamp river correct horse";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Office office;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        var registration = "spring.security.oauth2.client.registration.local.";
        properties.add(registration + "client-id", () -> "phatthana");
        properties.add(registration + "client-secret", () -> "secret");
        properties.add(registration + "client-name", () -> "Local ID");
        properties.add(registration + "scope", () -> "openid,profile");
        properties.add("spring.security.oauth2.client.provider.local.issuer-uri", PROVIDER::issuer);
    }

    /// A new account with its own password.
    String account(Role role) {
        var userName = "u" + UUID.randomUUID().toString().substring(0, 12);
        var made = (Office.Outcome.DoneWithPassword)
                office.create(new Profile(userName, "สมชาย " + userName, "", "", Set.of(role)));
        office.choosePassword(accounts.find(made.account()).orElseThrow(), PASSWORD, "");
        return userName;
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// A browser in which an account's owner has signed in.
    HttpClient signedIn(String userName) throws Exception {
        var browser = client();
        signIn(browser, userName);
        return browser;
    }

    void signIn(HttpClient browser, String userName) throws Exception {
        post(browser, "/sign-in", "/sign-in", Map.of("userName", userName, "password", PASSWORD));
        assertThat(get(browser, "/account").body()).contains(userName);
    }

    HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return send(browser, address(path));
    }

    /// Fills in a form: takes its token from the page where it stands and sends it.
    HttpResponse<String> post(HttpClient browser, String formPath, String path, Map<String, String> fields)
            throws Exception {
        var all = new HashMap<>(fields);
        all.put("_csrf", found("name=\"_csrf\" value=\"([^\"]+)\"", get(browser, formPath)));
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// To the provider and back, and what the program says to it.
    HttpResponse<String> follow(HttpClient browser, String path) throws Exception {
        return send(browser, throughTheProvider(browser, path));
    }

    /// To the provider, which sends the browser back to this address.
    URI throughTheProvider(HttpClient browser, String path) throws Exception {
        return location(send(browser, location(get(browser, path))));
    }

    static HttpResponse<String> send(HttpClient browser, URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static String found(String pattern, HttpResponse<String> page) {
        var matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
}
