package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Tokens;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Figures that programs send and read.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class ObservationApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADDRESS = "/api/v1/observations";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Tokens tokens;

    @Autowired
    Registers registers;

    @Autowired
    EntryRecording entries;

    @Test
    void oneFigureOrAListIsRecordedAndReadAgain() {
        var one = read(post("{'series':'rain','subject':'910101','day':'1997-05-01','value':'12.5','method':'gauge'}"));
        assertThat(one.get("recorded").intValue()).isEqualTo(1);
        assertThat(one.get("items").get(0).get("flag").stringValue()).isEqualTo("ok");
        var again = post("[{'series':'rain','subject':'910101','day':'1997-05-01','value':12.5,'method':'gauge'},"
                + "{'series':'rain','subject':'910201','day':'1997-05-01','value':900}]");
        assertThat(again).hasStatus(201);
        assertThat(read(again).get("unchanged").intValue()).isEqualTo(1);
        assertThat(read(again).get("flagged").intValue()).isEqualTo(1);
        var items = read(get("?series=rain&from=1997-05-01&to=1997-05-31")).get("items");
        assertThat(items.values().stream().map(item -> item.get("subject").stringValue() + " " + item.get("value")))
                .containsExactly("910101 12.5", "910201 900");
        assertThat(read(get("?series=rain&from=1997-05-01&to=1997-05-31&place=9102"))
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void listsPage() {
        var figures = IntStream.rangeClosed(1, 9)
                .mapToObj("{'series':'rain','subject':'910101','day':'1996-05-0%d','value':1}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(post(figures)).hasStatus(201);
        var days = new ArrayList<String>();
        for (var next = ""; next != null; ) {
            var page = read(get("?series=rain&from=1996-05-01&to=1996-05-31&limit=4&cursor=" + next));
            page.get("items").forEach(item -> days.add(item.get("day").stringValue()));
            next = page.get("next").isNull() ? null : page.get("next").stringValue();
        }
        assertThat(days).hasSize(9).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aFigureOfAnEntryMayNameItByTheCodeOfItsRegister() {
        var wells = registers.find("wells").orElseThrow();
        var code = "API-1";
        var draft = EntryDraft.of(
                        Map.of("name", "บ่อของโปรแกรม", wells.codeField().orElseThrow(), code),
                        LocalDate.of(2020, 1, 1))
                .in(new PlaceCode("910201"));
        var recorded = (RecordingOutcome.Recorded)
                entries.record(wells, List.of(draft), new EntryRecording.By(new UUID(0, 8), "officer"));
        var item = read(post("{'series':'well-level','subject':'API-1','day':'1997-05-20','value':3.25}"))
                .get("items")
                .get(0);
        assertThat(item.get("subject").stringValue())
                .isEqualTo(recorded.entries().getFirst().id());
        assertThat(item.get("place").stringValue()).isEqualTo("910201");
        assertThat(item.get("day").stringValue()).isEqualTo("1997-05-01");
    }

    @Test
    void whatIsWrongIsToldByRowAndFieldAndNothingIsRecorded() {
        var refused = post("[{'series':'rain','subject':'910101','day':'1997-07-01','value':1},"
                + "{'series':'rain','subject':'929999','day':'1997-07-01','value':1}]");
        assertThat(refused).hasStatus(422).hasContentType("application/problem+json");
        var error = read(refused).get("errors").get(0);
        assertThat(error.get("row").intValue()).isEqualTo(2);
        assertThat(error.get("field").stringValue()).isEqualTo("subject");
        assertThat(error.get("message").stringValue()).contains("929999");
        assertThat(read(get("?series=rain&from=1997-07-01&to=1997-07-01")).get("items"))
                .isEmpty();

        assertThat(fields("[{'series':'rain','subject':'910101','day':'2540-07-01x','value':'much'},"
                        + "{'subject':5,'day':'1997-07-01','value':1e999,'colour':'red','flag':'sure','seen':1.5}, 7]"))
                .containsExactlyInAnyOrder(
                        "1 day",
                        "1 value",
                        "2 colour",
                        "2 subject",
                        "2 subject",
                        "2 series",
                        "2 value",
                        "2 flag",
                        "2 seen",
                        "3 ");
        assertThat(fields("[]")).containsExactly("1 ");
        assertThat(post("{'series'")).hasStatus(400).hasContentType("application/problem+json");
        assertThat(post("[" + " ".repeat(5 << 20) + "]")).hasStatus(413);
    }

    @Test
    void aDayOfTheBuddhistEraIsToldWithTheOneThatMayBeMeant() {
        assertThat(post("{'series':'rain','subject':'910101','day':'2566-05-01','value':2}"))
                .hasStatus(422)
                .bodyText()
                .contains("2023-05-01");
    }

    @Test
    void figuresOfPeopleAreNotPublic() {
        assertThat(post("{'series':'patients','subject':'910101','day':'1997-05-01','value':2}"))
                .hasStatus(201);
        assertThat(get("?series=patients")).hasStatus(403);
        assertThat(browser.get().uri("/api/v1/indicators/G1-04/2540").exchange())
                .bodyText()
                .doesNotContain("2000000");
    }

    @Test
    void whatOneIndicatorOfPeopleHidesNoOtherOfTheSameRowsShows() {
        assertThat(post("""
            [{'series':'patients','subject':'910101','day':'1998-05-01','value':2},
             {'series':'patients','subject':'910102','day':'1998-05-01','value':60},
             {'series':'patients','subject':'910201','day':'1998-05-01','value':70}]\
            """)).hasStatus(201);
        for (var indicator : List.of("G1-04", "G1-05")) {
            assertThat(browser.get()
                            .uri("/api/v1/indicators/" + indicator + "/2541")
                            .exchange())
                    .bodyJson()
                    .extractingPath("$.items[?(@.hidden)].place")
                    .asArray()
                    .as(indicator)
                    .contains("910101");
        }
    }

    /// Rain of two days in October and of one in November, in one tambon; another was measured in October alone.
    @Test
    void aMonthlyFigureOpensToItsMonths() {
        assertThat(post("""
            [{'series':'rain','subject':'910101','day':'1992-10-01','value':10,'method':'gauge'},
             {'series':'rain','subject':'910101','day':'1992-10-02','value':20,'method':'gauge'},
             {'series':'rain','subject':'910101','day':'1992-11-30','value':3,'method':'gauge'},
             {'series':'rain','subject':'910102','day':'1992-10-31','value':0,'method':'gauge'}]\
            """)).hasStatus(201);
        assertThat(browser.get().uri("/api/v1/indicators/G1-03/2536/910101").exchange())
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json)
                            .extractingPath("$.months[*].month")
                            .asArray()
                            .containsExactly("1992-10", "1992-11");
                    assertThat(json)
                            .extractingPath("$.months[*].value")
                            .asArray()
                            .containsExactly(15.0, 3.0);
                    assertThat(json).extractingPath("$.figure.value").isEqualTo(11.0);
                });
        assertThat(browser.get().uri("/api/v1/indicators/G1-03/2536/91").exchange())
                .bodyJson()
                .extractingPath("$.months[*].value")
                .asArray()
                .containsExactly(10.0, 3.0);
        assertThat(browser.get().uri("/en/indicators/G1-03/2536/910102").exchange())
                .bodyText()
                .containsPattern(
                        "(?s)October 1992</th><td class=\"num\">0</td><td class=\"num\">1</td>\\s*<td class=\"num\">0")
                .containsPattern("(?s)November 1992</th><td class=\"num\">–</td>");
    }

    @Test
    void whatMakesNoSenseInAnAddressIsTold() {
        for (var query : List.of(
                "?series=rain&limit=0",
                "?series=rain&cursor=%00",
                "?series=rain&cursor=999999999999999999",
                "?series=rain&from=yesterday",
                "?series=rain&to=9999-12-31",
                "?series=rain&place=9999",
                "?place=91")) {
            assertThat(get(query)).as(query).hasStatus(400);
        }
        assertThat(get("?series=%00")).hasStatus(400);
    }

    @Test
    void onlyOfficersRecord() {
        for (var role : List.of(Role.PLANNER, Role.BUDGET_OFFICER, Role.AUDITOR)) {
            assertThat(post("{}", tokens.make(role, "figures " + UUID.randomUUID(), 1)))
                    .hasStatus(403);
        }
        assertThat(browser.post().uri(ADDRESS).contentType("application/json").content("{}"))
                .hasStatus(401);
    }

    @Test
    void seriesAreListedWithWhatTheyMean() {
        var items = read(browser.get().uri("/api/v1/series").exchange()).get("items");
        var rain = items.values().stream()
                .filter(item -> item.get("code").stringValue().equals("rain"))
                .findFirst()
                .orElseThrow();
        assertThat(rain.get("unit").stringValue()).isEqualTo("mm");
        assertThat(rain.get("of").stringValue()).isEqualTo("tambon");
        assertThat(rain.get("methods").get("gauge").get("en").stringValue()).isEqualTo("Gauge");
    }

    private List<String> fields(String body) {
        var answer = post(body);
        assertThat(answer).hasStatus(422);
        return read(answer).get("errors").values().stream()
                .map(error -> error.get("row") + " " + error.get("field").stringValue())
                .toList();
    }

    private MvcTestResult post(String body) {
        return post(body, tokens.make(Role.OFFICER, "figures " + UUID.randomUUID(), 1));
    }

    private MvcTestResult post(String body, String token) {
        return browser.post()
                .uri(ADDRESS)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private MvcTestResult get(String query) {
        return browser.get().uri(URI.create(ADDRESS + query)).exchange();
    }

    private static JsonNode read(MvcTestResult answer) {
        try {
            return JSON.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
