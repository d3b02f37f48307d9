package org.phatthana.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class BudgetPagesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvcTester browser;

    @Autowired
    Imports imports;

    @Test
    void theYearsOfThePackTellTheirFiguresInBothLanguages() {
        assertThat(browser.get().uri("/budget/2566"))
                .hasStatusOk()
                .bodyText()
                .contains("926,200,000", "926,217,100", "17,100", "442,957,930", "391.29", "1,093.01", "847,384")
                .contains("2566_pao-พิษณุโลก.json", "−3,100,000");
        assertThat(browser.get().uri("/en/budget/2565"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "929,300,000",
                        "929,320,000",
                        "Budget 2022",
                        "Industry and public works",
                        "Where the money goes");
    }

    @Test
    void everyProgrammeTaskTypeAndCategoryOfTheFileStandsOnThePage() {
        for (var year : new int[] {2565, 2566}) {
            var file = JSON.readTree(SharedOrdinances.text(year + "_pao-พิษณุโลก.json"));
            var page = text("/budget/" + year);
            file.findValues("total").stream()
                    .map(JsonNode::asLong)
                    .forEach(figure -> assertThat(page).contains("%,d".formatted(figure)));
        }
    }

    @Test
    void theBudgetWithoutAYearLeadsToAYear() {
        assertThat(browser.get().uri("/en/budget"))
                .hasStatus3xxRedirection()
                .headers()
                .extracting(headers -> headers.getFirst("Location"))
                .asString()
                .startsWith("/en/budget/25");
    }

    @Test
    void aYearWithoutAnOrdinanceSaysWhichYearsThereAre() {
        for (var year : new String[] {"2500", "1234"}) {
            assertThat(browser.get().uri("/budget/" + year))
                    .hasStatus(404)
                    .bodyText()
                    .contains(year, "/budget/2566", "/budget/2565");
        }
    }

    @Test
    void theNeighbourStandsBesideUsOnceItsOrdinanceIsImported() {
        var file = SharedOrdinances.file("2565_pao-น่าน.json");
        var outcome = imports.take("ordinance", new ImportFile(file, "2565_pao-น่าน.json", Map.of(), "budget-officer"));
        var subject = ((ImportOutcome.Stored) outcome.orElseThrow()).subject();
        assertThat(subject).isEqualTo("/budget/2565?organization=pao-55");
        assertThat(text(subject)).contains("350,000,000");
        assertThat(text("/proof")).contains("href=\"" + subject);
        assertThat(text("/en/budget/2565")).contains("Nan PAO", "350,000,000", "735.49");
        assertThat(text("/en/budget/2565?organization=pao-55")).contains("Budget of Nan PAO, 2022", "350,000,000");
        assertThat(text("/budget/2565/compare.csv")).contains("pao-55", "2565_pao-น่าน.json");
    }

    @ParameterizedTest
    @CsvSource({"programmes,926200000", "tasks,926200000", "types,926200000", "income,926217100"})
    void aDownloadAddsUpToWhatThePageSays(String table, BigDecimal total) throws IOException {
        var csv = text("/budget/2566/" + table + ".csv");
        assertThat(csv).startsWith("\uFEFF");
        try (var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))) {
            var sum = rows.stream()
                    .map(row -> new BigDecimal(row.get("amount_baht")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(total);
        }
        var bytes = browser.get()
                .uri("/en/budget/2566/" + table + ".xlsx")
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            var column = rows.getFirst().stream()
                    .map(cell -> cell.getText())
                    .toList()
                    .indexOf("amount_baht");
            var sum = rows.stream()
                    .skip(1)
                    .map(row -> row.getCellAsNumber(column).orElseThrow())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(total);
            assertThat(workbook.getSheet(1).orElseThrow().read().stream().map(row -> row.getCellText(0)))
                    .anyMatch(note -> note.contains("2566_pao-พิษณุโลก.json"));
        }
    }

    @Test
    void theFlowKeepsEveryBaht() {
        var flow = JSON.readTree(text("/en/budget/2566/flow.json"));
        assertThat(sum(flow, "source", "income:")).isEqualByComparingTo("926217100");
        assertThat(sum(flow, "target", "area:")).isEqualByComparingTo("926200000");
        assertThat(sum(flow, "target", "programme:")).isEqualByComparingTo("926200000");
        assertThat(sum(flow, "target", "type:")).isEqualByComparingTo("926200000");
        assertThat(sum(flow, "target", "surplus")).isEqualByComparingTo("17100");
    }

    @Test
    void programsReadTheSame() {
        var budget = JSON.readTree(text("/api/v1/budgets/2566"));
        assertThat(budget.path("total").asString()).isEqualTo("926200000.00");
        assertThat(budget.path("income").asString()).isEqualTo("926217100.00");
        assertThat(budget.path("surplus").asString()).isEqualTo("17100.00");
        assertThat(budget.path("currency").asString()).isEqualTo("THB");
        assertThat(budget.path("from").asString()).isEqualTo("2022-10-01");
        assertThat(budget.path("areas")
                        .get(1)
                        .path("programmes")
                        .get(0)
                        .path("name")
                        .path("en")
                        .asString())
                .isEqualTo("Education");
        assertThat(JSON.readTree(text("/api/v1/budgets")).path("items").findValuesAsString("year"))
                .contains("2566", "2565");
        assertThat(browser.get().uri("/api/v1/budgets/2500")).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/budgets/2566/lines?limit=0")).hasStatus(400);
    }

    @Test
    void linesArePagedWithoutGapOrOverlap() {
        var sum = BigDecimal.ZERO;
        var count = 0;
        var next = "0";
        while (!next.isEmpty()) {
            var page = JSON.readTree(text("/api/v1/budgets/2566/lines?limit=20&cursor=" + next));
            for (var line : page.path("items")) {
                assertThat(line.path("number").asInt()).isEqualTo(++count);
                sum = sum.add(new BigDecimal(line.path("amount").asString()));
            }
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        }
        assertThat(count).isEqualTo(47);
        assertThat(sum).isEqualByComparingTo("926200000");
    }

    @Test
    void theTemplateExplainsEveryColumn() {
        assertThat(text("/budget/template.csv")).contains("section,area,programme", "# รายจ่าย", "หมวดภาษีอากร");
        assertThat(browser.get().uri("/budget/template.xlsx")).hasStatusOk();
        assertThat(browser.get().uri("/budget/2566/nothing.csv")).hasStatus(404);
    }

    private static BigDecimal sum(JsonNode flow, String end, String prefix) {
        return flow.path("links")
                .valueStream()
                .filter(link -> link.path(end).asString().startsWith(prefix))
                .map(link -> link.path("value").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String text(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
