package org.phatthana.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.testing.Packaged;

/// The way of the person who runs the packaged program at a console.
class ServeJourney {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofSeconds(45);

    @TempDir
    Path folder;

    @Test
    void itServesRefusesASecondServerOnItsHomeAndStopsCleanlyOnSigterm() throws Exception {
        var home = folder.resolve("home");
        var first = Packaged.start(home, Map.of("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_CONTEXT_AOT", "debug"));
        var address = first.address(LONG);
        assertThat(status(address)).isEqualTo(200);
        assertThat(first.complained())
                .contains("starting the database", "Initializing ApplicationContext with AOT")
                .doesNotContain("WARN", "ERROR");
        assertThat(first.said()).as("the address is the last line").endsWith("Phatthana · " + address + "\n");

        var second = Packaged.start(home, Map.of(), "serve");
        assertThat(second.exit(LONG)).isEqualTo(1);
        assertThat(second.complained())
                .contains(
                        "มีเซิร์ฟเวอร์ใช้โฟลเดอร์",
                        "A server is running on",
                        "process " + first.process().pid())
                .doesNotContain("\tat ");
        assertThat(status(address)).isEqualTo(200);

        first.process().destroy();
        first.exit(SHORT);
        assertThat(Postmaster.living(new Cluster(home.toRealPath().resolve("postgres/data"))))
                .isEmpty();
    }

    @Test
    void aServerOfOnesOwnIsUsedAlike() throws Exception {
        try (var external = EmbeddedPostgres.start(folder.resolve("external"))) {
            var address = external.address(EmbeddedPostgres.DATABASE);
            var url = address.url()
                    .replace("jdbc:postgresql://", "postgres://" + address.user() + ":" + address.password() + "@");
            var home = folder.resolve("home");
            var program = Packaged.start(home, Map.of("PHATTHANA_DATABASE_URL", url), "serve");
            assertThat(status(program.address(LONG))).isEqualTo(200);
            assertThat(home.resolve("postgres")).doesNotExist();
            assertThat(EmbeddedPostgresTest.ask(external, "select count(*) > 0 from flyway_schema_history"))
                    .isEqualTo("t");
            program.process().destroy();
            program.exit(SHORT);
        }
    }

    @Test
    void aSignInProviderThatIsSetLaterIsOffered() throws Exception {
        var registration = "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_OFFICE_";
        var provider = "SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_OFFICE_";
        var nowhere = "http://127.0.0.1:9/";
        var settings = Map.of(
                registration + "CLIENT_ID", "phatthana",
                registration + "CLIENT_SECRET", "for-a-test",
                registration + "CLIENT_NAME", "Office of the test",
                registration + "SCOPE", "openid,profile",
                registration + "AUTHORIZATION_GRANT_TYPE", "authorization_code",
                registration + "REDIRECT_URI", "{baseUrl}/login/oauth2/code/{registrationId}",
                provider + "AUTHORIZATION_URI", nowhere,
                provider + "TOKEN_URI", nowhere,
                provider + "JWK_SET_URI", nowhere);
        var program = Packaged.start(folder.resolve("home"), settings);
        assertThat(page(program.address(LONG) + "/sign-in")).contains("Office of the test");
        program.process().destroy();
        program.exit(SHORT);
    }

    @Test
    void anUnreachableServerIsNamedPlainly() throws Exception {
        var settings = Map.of("PHATTHANA_DATABASE_URL", "postgres://pao:s3cret@127.0.0.1:9/pao");
        var program = Packaged.start(folder.resolve("home"), settings, "serve");
        assertThat(program.exit(LONG)).isEqualTo(1);
        assertThat(program.complained())
                .contains("PHATTHANA_DATABASE_URL", "โปรดตรวจว่าเซิร์ฟเวอร์ทำงานอยู่")
                .doesNotContain("s3cret", "\tat ");
    }

    @Test
    void helpAndVersionAreAnsweredAtOnceAndAWrongCommandIsUsage() throws Exception {
        var help = Packaged.start(folder.resolve("help"), Map.of(), "--help");
        assertThat(help.exit(SHORT)).isZero();
        assertThat(help.said()).contains("serve");
        var version = Packaged.start(folder.resolve("version"), Map.of(), "--version");
        assertThat(version.exit(SHORT)).isZero();
        assertThat(version.said()).startsWith("phatthana ");
        var wrong = Packaged.start(folder.resolve("wrong"), Map.of(), "fly");
        assertThat(wrong.exit(SHORT)).isEqualTo(2);
        assertThat(wrong.said()).isEmpty();
        assertThat(wrong.complained()).contains("fly");
        assertThat(folder.resolve("help")).doesNotExist();
    }

    private static int status(String address) throws IOException, InterruptedException {
        return answer(address + "/").statusCode();
    }

    private static String page(String address) throws IOException, InterruptedException {
        return answer(address).body();
    }

    private static HttpResponse<String> answer(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
