package org.phatthana.budget.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.SmallBooks;
import org.phatthana.budget.Stage;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Tokens;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ledger as programs use it.
@SpringBootTest
@AutoConfigureMockMvc
class LedgerApiTest {

    private static final String TRANSACTIONS = "/api/v1/ledger/transactions";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvcTester browser;

    @Autowired
    Ledger ledger;

    @Autowired
    Tokens tokens;

    @Autowired
    PublicIds ids;

    @Autowired
    TransactionTemplate transaction;

    SmallBooks books;

    @BeforeEach
    void open() {
        books = new SmallBooks(ledger, ids, transaction, new FiscalYear(2607));
    }

    @Test
    void aTransactionIsEnteredOnceAndAnsweredAlikeWhenItIsSentAgain() {
        var line = books.line(100);
        var token = token(Role.BUDGET_OFFICER);
        var first = post(token, "key-1" + line, allotment(line, "60.50"));
        assertThat(first).hasStatus(201);
        var entered = read(first).get("transactions").get(0);
        assertThat(first)
                .hasHeader(
                        "Location", TRANSACTIONS + "/" + entered.get("number").longValue());
        assertThat(entered.get("entries").get(0).get("credit").stringValue()).isEqualTo("60.50");
        assertThat(entered.get("entries").get(0).get("balance").stringValue()).isEqualTo("39.50");
        assertThat(entered.get("entries").get(1).get("debit").stringValue()).isEqualTo("60.50");
        assertThat(entered.get("capacity").stringValue()).isEqualTo("budget-officer");

        var again = post(token, "key-1" + line, allotment(line, "60.50"));
        assertThat(again).hasStatusOk();
        assertThat(read(again)).isEqualTo(read(first));
        assertThat(get(entered.get("href").stringValue())).isEqualTo(entered);
        assertThat(browser.get().uri(entered.get("proof").stringValue())).hasStatusOk();

        var other = post(token, "key-1" + line, allotment(line, "60.51"));
        assertThat(other).hasStatus(422);
        assertThat(read(other).get("errors").get(0).get("code").stringValue()).isEqualTo("key-reused");
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(new Money(6050));
        assertThat(post(token(Role.BUDGET_OFFICER), "key-1" + line, allotment(line, "1.00")))
                .as("another token has keys of its own")
                .hasStatus(201);
    }

    @Test
    void aListIsEnteredTogetherOrNotAtAll() {
        var line = books.line(100);
        var token = token(Role.BUDGET_OFFICER);
        var hundred =
                IntStream.range(0, 100).mapToObj(_ -> allotment(line, "1.00")).toList();
        var tooMany =
                post(token, "key-2" + line, list(hundred).replaceFirst("]$", "," + allotment(line, "0.01") + "]"));
        assertThat(tooMany).hasStatus(422);
        var error = read(tooMany).get("errors").get(0);
        assertThat(error.get("transaction").intValue()).isEqualTo(100);
        assertThat(error.get("entry").intValue()).isZero();
        assertThat(error.get("code").stringValue()).isEqualTo("overdrawn");
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ZERO);

        var entered = read(post(token, "key-2" + line, list(hundred))).get("transactions");
        assertThat(entered.size()).isEqualTo(100);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(100));
    }

    @Test
    void everythingThatIsWrongIsNamedInTheReadersLanguage() {
        var line = books.line(100);
        var body = """
            [{"kind":"gift","day":"30/09/2026","authority":" ","document":{"number":"1"},"reson":"x",
              "entries":[{"account":"%s-allotted","debit":12.5},{"account":"nowhere","debit":"1","credit":"1"}]}]
            """.formatted(line);
        var thai = post(token(Role.BUDGET_OFFICER), "key", body);
        assertThat(thai).hasStatus(422).hasContentType("application/problem+json");
        var where = read(thai).get("errors").values().stream()
                .map(error ->
                        (error.get("entry").isNull() ? "" : error.get("entry").asString() + ".")
                                + error.get("field").stringValue())
                .toList();
        assertThat(where)
                .containsExactlyInAnyOrder(
                        "reson", "kind", "day", "authority", "document.kind", "0.debit", "1.account", "1.amount");
        assertThat(read(thai).get("detail").stringValue()).matches(".*[ก-๙].*");
        var english = browser.post()
                .uri(TRANSACTIONS)
                .header("Authorization", "Bearer " + token(Role.BUDGET_OFFICER))
                .header("Accept-Language", "en-GB,en;q=0.8")
                .header("Idempotency-Key", "key")
                .contentType("application/json")
                .content(body)
                .exchange();
        assertThat(english).bodyText().contains("There is no such field").doesNotContain("ไม่มีฟิลด์นี้");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"kind":                        | 400
        7                               | 422
        []                              | 422
        [[]]                            | 422
        null                            | 422
        {}                              | 422
        """)
    void whatIsNoTransactionIsRefused(String body, int status) {
        var refused = post(token(Role.BUDGET_OFFICER), "key", body);
        assertThat(refused).hasStatus(status).hasContentType("application/problem+json");
        assertThat(read(refused).get("errors").get(0).get("message").stringValue())
                .isNotEmpty();
    }

    @Test
    void withoutAKeyOrWithTooMuchNothingIsEntered() {
        var line = books.line(100);
        assertThat(post(token(Role.BUDGET_OFFICER), null, allotment(line, "1.00")))
                .hasStatus(400);
        assertThat(post(token(Role.BUDGET_OFFICER), "ก", allotment(line, "1.00")))
                .hasStatus(400);
        assertThat(post(
                        token(Role.BUDGET_OFFICER),
                        "k",
                        " ".repeat(LedgerPostings.MOST_BYTES) + allotment(line, "1.00")))
                .hasStatus(413);
        var withNul = allotment(line, "1.00").replace("\"reason\":\"\"", "\"reason\":\"a\\u0000\"");
        assertThat(post(token(Role.BUDGET_OFFICER), "k", withNul)).hasStatus(422);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyBudgetOfficersAndAdministratorsMayPost(Role role) {
        var line = books.line(100);
        var answer = post(token(role), "key-3" + line, allotment(line, "1.00"));
        assertThat(answer)
                .hasStatus(Set.of(Role.BUDGET_OFFICER, Role.ADMINISTRATOR).contains(role) ? 201 : 403);
        assertThat(browser.post()
                        .uri(TRANSACTIONS)
                        .contentType("application/json")
                        .content("{}"))
                .hasStatus(401);
        assertThat(post("pht_" + "A".repeat(43), "key", allotment(line, "1.00")))
                .hasStatus(401);
    }

    @Test
    void anyBalanceIsReadAsOfAnyInstant() {
        var line = books.line(100);
        var token = token(Role.BUDGET_OFFICER);
        var first = read(post(token, "a" + line, allotment(line, "10.00")))
                .get("transactions")
                .get(0);
        post(token, "b" + line, allotment(line, "20.00"));
        var account = "/api/v1/ledger/accounts/" + line + "-allotted";
        assertThat(get(account).get("balance").stringValue()).isEqualTo("30.00");
        var at = first.get("postedAt").stringValue();
        assertThat(get(account + "?at=" + at).get("balance").stringValue()).isEqualTo("10.00");
        assertThat(get(account + "?at=2020-01-01").get("balance").stringValue()).isEqualTo("0.00");
        assertThat(get("/api/v1/ledger/lines/" + line + "?at=" + at)
                        .get("amounts")
                        .get("left")
                        .stringValue())
                .isEqualTo("100.00");
        assertThat(get("/api/v1/ledger/lines?year=2607&limit=200").get("items").values().stream()
                        .map(item -> item.get("id").stringValue()))
                .contains(line);
        assertThat(get("/api/v1/ledger/lines?year=2607&at=2020-01-01")
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void theJournalIsReadPageByPageAndConditionally() {
        var line = books.line(100);
        var token = token(Role.BUDGET_OFFICER);
        for (var i = 0; i < 5; i++) {
            post(token, i + line, allotment(line, "1.00"));
        }
        var numbers = new java.util.ArrayList<Long>();
        @Nullable String cursor = "0";
        while (cursor != null) {
            var page = get(TRANSACTIONS + "?line=" + line + "&limit=2&cursor=" + cursor);
            page.get("items")
                    .values()
                    .forEach(item -> numbers.add(item.get("number").longValue()));
            cursor = page.get("next").isNull() ? null : page.get("next").stringValue();
        }
        assertThat(numbers).hasSize(6).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var account = get(TRANSACTIONS + "?account=" + line + "-allotted&year=2607");
        assertThat(account.get("items").size()).isEqualTo(5);
        assertThat(get(TRANSACTIONS + "?line=" + line + "&until=2020-01-01")
                        .get("items")
                        .size())
                .isZero();

        var etag = Objects.requireNonNull(
                browser.get().uri(TRANSACTIONS).exchange().getResponse().getHeader("ETag"));
        assertThat(browser.get().uri(TRANSACTIONS).header("If-None-Match", etag))
                .hasStatus(304);
        for (var wrong : List.of("?limit=0", "?limit=201", "?cursor=-1", "?until=yesterday", "?year=1")) {
            assertThat(browser.get().uri(TRANSACTIONS + wrong))
                    .hasStatus(400)
                    .hasContentType("application/problem+json");
        }
        for (var missing : List.of(
                "/transactions/999999999", "/accounts/x-allotted", "/accounts/" + line + "-stolen", "/lines/x")) {
            assertThat(browser.get().uri("/api/v1/ledger" + missing))
                    .hasStatus(404)
                    .hasContentType("application/problem+json");
        }
    }

    @Test
    void aReversalNamesWhatItUndoesAndIsNamedByIt() {
        var line = books.line(100);
        var token = token(Role.BUDGET_OFFICER);
        var number = read(post(token, "c" + line, allotment(line, "10.00")))
                .get("transactions")
                .get(0)
                .get("number")
                .longValue();
        var reversal = read(post(token, "d" + line, """
            {"kind":"reversal","day":"%s","authority":"clerk","document":{"kind":"memo","number":"9"},
             "reason":"บันทึกผิดบัญชี","reverses":%d}
            """.formatted(books.day(), number)))
                .get("transactions")
                .get(0);
        assertThat(reversal.get("reverses").longValue()).isEqualTo(number);
        assertThat(get(TRANSACTIONS + "/" + number).get("reversedBy").longValue())
                .isEqualTo(reversal.get("number").longValue());
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ZERO);
    }

    @Test
    void theInterfaceIsDescribed() {
        var described = get("/api/openapi.json").get("paths");
        assertThat(described.propertyNames())
                .contains(
                        TRANSACTIONS,
                        TRANSACTIONS + "/{number}",
                        "/api/v1/ledger/accounts/{id}",
                        "/api/v1/ledger/lines",
                        "/api/v1/ledger/lines/{id}");
        var post = described.get(TRANSACTIONS).get("post");
        assertThat(post.get("responses").propertyNames()).contains("200", "201", "422", "503", "507");
        assertThat(post.toString()).contains("Idempotency-Key", "oneOf");
    }

    @Test
    void momentsAreReadAsPeopleWriteThem() {
        assertThat(Moments.parse("2026-09-30")).contains(Instant.parse("2026-09-30T16:59:59.999999Z"));
        assertThat(Moments.parse("2026-09-30T17:00:00 07:00")).contains(Instant.parse("2026-09-30T10:00:00Z"));
        assertThat(Moments.parse("2026-09-30T17:00")).contains(Instant.parse("2026-09-30T10:00:00Z"));
        assertThat(Moments.parse("2026-09-30T17:00:00Z")).contains(Instant.parse("2026-09-30T17:00:00Z"));
        assertThat(Moments.parse("2026-13-30")).isEmpty();
        assertThat(Moments.parse("+999999999-01-01T00:00:00Z")).isEmpty();
    }

    private String allotment(String line, String baht) {
        var fields = new TreeMap<String, Object>(Map.of(
                "kind",
                "allotment",
                "day",
                books.day().toString(),
                "authority",
                "executive",
                "document",
                Map.of("kind", "memo", "number", "7/2607"),
                "reason",
                "",
                "entries",
                List.of(
                        Map.of("account", line + "-unallotted", "credit", baht),
                        Map.of("account", line + "-allotted", "debit", baht))));
        return JSON.writeValueAsString(fields);
    }

    private static String list(List<String> transactions) {
        return transactions.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private String token(Role role) {
        return tokens.make(role, "ledger " + UUID.randomUUID(), 1);
    }

    private MvcTestResult post(String token, @Nullable String key, String body) {
        var request = browser.post()
                .uri(TRANSACTIONS)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private JsonNode get(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return read(answer);
    }

    private static JsonNode read(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }
}
