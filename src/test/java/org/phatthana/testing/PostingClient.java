package org.phatthana.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A program that posts to the ledger of a running Phatthana.
public final class PostingClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRANSACTIONS = "/api/v1/ledger/transactions";
    private static final String LINE = "0123456789abcdefghijklmnop";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;
    private final Path home;

    /// @param token of somebody who may post
    /// @param home of the program, whose database it has
    public PostingClient(String address, String token, Path home) {
        this.address = address;
        this.token = token;
        this.home = home;
    }

    public String token() {
        return token;
    }

    /// What was answered.
    public record Answer(int status, String body) {

        /// The number of the transaction that was entered, now or before.
        public long number() {
            if (status != 201 && status != 200) {
                throw new IllegalStateException("Not entered: " + status + " " + body);
            }
            return JSON.readTree(body).get("transactions").get(0).get("number").longValue();
        }
    }

    /// Opens a line of the books of 2565 that has a billion baht.
    public String openLine() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(database());
                var statement = connection.createStatement()) {
            statement.execute("""
                insert into budget.book values (2565, false, 'command', now());
                insert into budget.book_line (public_id, fiscal_year, area, programme, task, type, category, kind, item,
                    fund_source, project, department, opened_at)
                values ('%s', 2565, 'ด้าน', 'แผนงาน', 'งาน', 'งบลงทุน', '', '', 'รายการ', 'ordinance', '', '', now());
                insert into budget.account (line, stage) select l.id, s from budget.book_line l, unnest(array['appropriated',
                    'supplemented', 'transferred', 'carried-in', 'unallotted', 'allotted', 'reserved', 'committed',
                    'disbursed', 'carried-over', 'lapsed']) s where l.fiscal_year = 2565;
                """.formatted(LINE));
        }
        try {
            send(
                            "opening",
                            transaction(
                                    "appropriation",
                                    "council",
                                    "ordinance",
                                    "appropriated",
                                    "unallotted",
                                    "1000000000"))
                    .number();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return LINE;
    }

    /// Allots one baht of a line.
    ///
    /// @param key of the request
    public Answer post(String key, String line) throws IOException, InterruptedException {
        return send(key, transaction("allotment", "executive", "memo", "unallotted", "allotted", "1.00"));
    }

    private static String transaction(
            String kind, String authority, String document, String from, String to, String baht) {
        return """
            {"kind":"%s","day":"2022-01-15","authority":"%s","document":{"kind":"%s","number":"7/2565"},
             "entries":[{"account":"%s-%s","credit":"%s"},{"account":"%s-%s","debit":"%s"}]}
            """.formatted(kind, authority, document, LINE, from, baht, LINE, to, baht);
    }

    private Answer send(String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + TRANSACTIONS))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /// The numbers of the transactions that allotted money of a line.
    public List<Long> numbers(String line) throws IOException, InterruptedException {
        var numbers = new ArrayList<Long>();
        for (var cursor = "0"; !cursor.isEmpty(); ) {
            var request = HttpRequest.newBuilder(URI.create(
                            address + TRANSACTIONS + "?account=" + line + "-allotted&limit=200&cursor=" + cursor))
                    .build();
            var page = JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            page.get("items")
                    .values()
                    .forEach(item -> numbers.add(item.get("number").longValue()));
            cursor = page.get("next").isNull() ? "" : page.get("next").stringValue();
        }
        return numbers;
    }

    /// The process of the database.
    public ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
    }

    private String database() throws IOException {
        var password = Files.readString(home.resolve("postgres/data/phatthana.password"))
                .strip();
        return "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/phatthana?user=phatthana&password="
                + password;
    }
}
