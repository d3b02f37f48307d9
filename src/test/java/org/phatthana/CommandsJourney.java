package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.testing.Packaged;

/// Commands beside a server that runs on the same home: they join its database, and its pages, which it keeps until
/// the public log has grown, tell at once what a command has stored.
class CommandsJourney {

    private static final Duration LONG = Duration.ofMinutes(3);

    /// After half a second a server looks whether another process has written into the log.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /// Commands are short: the optimizing compiler would cost them more than it saves.
    private static final Map<String, String> SHORT = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    @TempDir
    static Path folder;

    private static Packaged server;
    private static String address;

    @BeforeAll
    static void serve() throws IOException {
        server = Packaged.start(folder.resolve("home"), Map.of(), "serve");
        address = server.address(LONG);
    }

    @AfterAll
    static void stop() throws IOException {
        server.process().destroy();
        server.exit(LONG);
    }

    @Test
    void aPlanIsImportedAndItsPagesTellOfIt() throws Exception {
        var workbook = folder.resolve("แผนทดสอบ.xlsx");
        var sample = run("sample", "--rows", "12", workbook.toString());
        assertThat(sample.said()).contains("projects: 12");
        assertThat(get("/plan").body()).doesNotContain(workbook.getFileName().toString());

        var imported = run("import", "plan", workbook.toString());
        assertThat(imported.said()).contains("stored: /plan", "projects: 12");
        assertSoon("/api/v1/plans", "\"projects\":12,", workbook.getFileName().toString());
        assertSoon("/plan", "สังเคราะห์");
        assertSoon("/proof", "12 โครงการ");
    }

    @Test
    void anOrdinanceIsImportedAndItsPagesTellOfIt() throws Exception {
        assertThat(get("/budget/2567").statusCode()).isEqualTo(404);
        var file = Files.writeString(folder.resolve("2567_pao-พิษณุโลก.csv"), """
            section,area,programme,task,expenditure_type,amount_baht
            total,,,,,1234567
            expenditure,ด้านการเศรษฐกิจ,แผนงานการเกษตร,งานส่งเสริมการเกษตร,งบลงทุน,1234567
            """);
        var imported = run("import", "ordinance", file.toString());
        assertThat(imported.said()).contains("stored: /budget/2567", "total: 1234567.00 THB");
        assertSoon("/budget/2567", "1,234,567");
        assertSoon("/budget/2566", "/budget/2567");
    }

    @Test
    void bordersAreImportedAndTheMapIsDrawnWithThem() throws Exception {
        assertThat(get("/places").body()).doesNotContain("the land register");
        var borders = get("/api/v1/places/shapes.geojson?level=tambon").body();
        var file = Files.writeString(folder.resolve("borders.geojson"), borders);
        var imported = run("import", "places", "--option", "source=the land register", file.toString());
        assertThat(imported.said()).contains("stored: /places", "shapes: 93");
        assertSoon("/places", "the land register");
        assertSoon("/proof", "93 ตำบล");
    }

    @Test
    void aRefusedFileChangesNothing() throws Exception {
        var before = get("/api/v1/plans").body();
        var file = Files.writeString(folder.resolve("letter.xlsx"), "Dear Sir or Madam");
        var refused = Packaged.start(folder.resolve("home"), SHORT, "import", "plan", file.toString());
        assertThat(refused.exit(LONG)).isEqualTo(1);
        assertThat(refused.said()).isEmpty();
        assertThat(refused.complained()).contains("refused, nothing was stored").doesNotContain("\tat ");
        assertThat(get("/api/v1/plans").body()).isEqualTo(before);
    }

    @Test
    void aTokenOpensWhatItsRoleMaySee() throws Exception {
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(401);
        var token = run("token", "administrator").said().strip();
        assertThat(answer("/actuator/prometheus", "Bearer " + token).statusCode())
                .isEqualTo(200);
    }

    private static Packaged run(String... arguments) throws IOException {
        var command = Packaged.start(folder.resolve("home"), SHORT, arguments);
        assertThat(command.exit(LONG)).as(command.complained()).isZero();
        assertThat(command.complained()).doesNotContain("WARN", "ERROR", "\tat ");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        return command;
    }

    private static void assertSoon(String path, String... words) throws IOException, InterruptedException {
        var end = Instant.now().plus(AT_ONCE);
        var body = get(path).body();
        while (!Arrays.stream(words).allMatch(body::contains) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            body = get(path).body();
        }
        assertThat(body).contains(words);
    }

    private static HttpResponse<String> get(String path) throws IOException {
        return answer(path, "");
    }

    private static HttpResponse<String> answer(String path, String authorization) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + path));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
