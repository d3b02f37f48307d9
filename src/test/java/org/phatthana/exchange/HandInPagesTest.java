package org.phatthana.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.proof.PublicLog;
import org.phatthana.testing.RawWorkbook;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import picocli.CommandLine;

/// Files are tried, looked at and accepted, on pages, through the interface and by the command.
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@AutoConfigureMockMvc
class HandInPagesTest {

    private static final Path SHARED = Path.of(System.getProperty("shared.data", "../shared/data"));

    /// Adds up: 1,500 baht of expenditure in two lines, 2,000 baht of income.
    private static final String GOOD = """
        ส่วน,ด้าน,แผนงาน,งาน,งบ,ประเภทรายได้,หมวดรายได้,จำนวนเงิน (บาท)
        รวม,,,,,,,1500
        รายจ่าย,ด้านบริการชุมชนและสังคม,แผนงานการศึกษา,ระดับมัธยมศึกษา,งบลงทุน,,,1000
        รายจ่าย,ด้านบริการชุมชนและสังคม,แผนงานการศึกษา,ระดับมัธยมศึกษา,งบดำเนินงาน,,,500
        รายรับ,,,,,รายได้จัดเก็บเอง,หมวดภาษีอากร,"2,000"
        """;

    private static final List<String> TABLES = List.of(
            "proof.entry",
            "budget.ordinance",
            "budget.line",
            "plan.plan",
            "plan.version",
            "places.edition",
            "places.shape",
            "people.act");

    @TempDir
    Path folder;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublicLog log;

    @Autowired
    Imports imports;

    @Autowired
    BeanFactory rooms;

    @Test
    void anOrdinanceIsTriedLookedAtAndAccepted() throws IOException {
        var officer = "b-" + UUID.randomUUID();
        var before = counts();
        var address = location(attempt(officer, "2570_pao-แม่ฮ่องสอน.csv", GOOD, Map.of()));
        assertThat(address).startsWith("/imports/ordinance/");
        assertThat(browser.get().uri(address).with(budgetOfficer(officer)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "2570_pao-แม่ฮ่องสอน.csv",
                        ">1,500<",
                        ">2,000<",
                        ">500<",
                        "รับไว้และเผยแพร่",
                        "ไม่พบสิ่งผิดปกติ");
        assertThat(browser.get().uri("/en" + address).with(budgetOfficer(officer)))
                .bodyText()
                .contains("What the trial found", "Accept and publish");
        assertThat(browser.get().uri("/imports/ordinance").with(budgetOfficer(officer)))
                .bodyText()
                .contains("รอท่าน", address, "/budget/template.xlsx");
        assertThat(counts()).as("nothing is stored before it is accepted").isEqualTo(before);

        assertThat(browser.get().uri(address).with(budgetOfficer("another"))).hasStatus(404);
        assertThat(post(address + "/accept", "another")).hasStatus(303).hasRedirectedUrl("/budget");
        assertThat(counts()).as("nobody accepts the file of another").isEqualTo(before);

        var size = log.size();
        assertThat(post(address + "/accept", officer))
                .hasStatus(303)
                .hasRedirectedUrl("/budget/2570?organization=pao-58");
        assertThat(log.size()).isEqualTo(size + 1);
        assertThat(log.at(size).orElseThrow().capacity()).isEqualTo("budget-officer");
        assertThat(browser.get().uri("/budget/2570?organization=pao-58")).hasStatusOk();
        assertThat(jdbc.sql("select count(*) from people.act where subject = '/budget/2570?organization=pao-58'")
                        .query(Long.class)
                        .single())
                .as("one act of the office")
                .isEqualTo(1);
        assertThat(post(address + "/accept", officer)).hasRedirectedUrl("/budget");
        assertThat(log.size()).as("once, however often it is accepted").isEqualTo(size + 1);
    }

    @Test
    void whatAnOfficerReadsIsNotKeptForOthers() {
        assertThat(browser.get().uri("/imports").with(budgetOfficer("b-" + UUID.randomUUID())))
                .hasStatusOk()
                .headers()
                .doesNotContainHeader("ETag");
        assertThat(browser.get().uri("/imports")).hasStatus(303);
    }

    @Test
    void aFileThatDoesNotAddUpIsRefusedWithItsPlaces() {
        var officer = "b-" + UUID.randomUUID();
        var before = counts();
        var wrong = GOOD.replace(",,,1000", ",,,1001");
        assertThat(attempt(officer, "2570_pao-แม่ฮ่องสอน.csv", wrong, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("รับ “2570_pao-แม่ฮ่องสอน.csv” ไม่ได้", "error-summary", "ไม่ตรงกับยอดรวม", "แถว", "ด้าน");
        assertThat(browser.post()
                        .uri("/en/imports/ordinance")
                        .multipart()
                        .file(new MockMultipartFile("file", "x.csv", null, bytes(GOOD)))
                        .param("year", "abc")
                        .with(budgetOfficer(officer))
                        .with(formToken()))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#year\"", "id=\"year-error\"", "value=\"abc\"", "“x.csv” cannot be taken in");
        assertThat(browser.get().uri("/imports/ordinance").with(budgetOfficer(officer)))
                .bodyText()
                .doesNotContain("รอท่าน");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void aFormWithoutAFileAsksForOne() {
        assertThat(attempt("b", "", "", Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#file\"", "ยังไม่ได้เลือกไฟล์");
    }

    @Test
    void whatTheFormStatesIsTriedAndKeptWithTheFile() {
        var officer = "b-" + UUID.randomUUID();
        var address = location(
                attempt(officer, "งบ.csv", GOOD, Map.of("year", "๒๕๗๑", "organization", "ตาก", "people", "1,234")));
        assertThat(post(address + "/accept", officer)).hasRedirectedUrl("/budget/2571?organization=pao-63");
        assertThat(browser.get().uri("/budget/2571?organization=pao-63"))
                .hasStatusOk()
                .bodyText()
                .contains("1,234");
    }

    @Test
    void whatIsDiscardedIsGone() {
        var officer = "b-" + UUID.randomUUID();
        var address = location(attempt(officer, "2570_pao-แม่ฮ่องสอน.csv", GOOD, Map.of()));
        assertThat(post(address + "/discard", officer)).hasRedirectedUrl("/imports/ordinance");
        assertThat(browser.get().uri(address).with(budgetOfficer(officer))).hasStatus(404);
    }

    @Test
    void aNewerTrialTakesTheOldersPlace() {
        var officer = "b-" + UUID.randomUUID();
        var older = location(attempt(officer, "2570_pao-แม่ฮ่องสอน.csv", GOOD, Map.of()));
        var newer = location(attempt(officer, "2571_pao-แม่ฮ่องสอน.csv", GOOD, Map.of()));
        var size = log.size();
        assertThat(post(older + "/accept", officer)).hasRedirectedUrl("/budget");
        assertThat(log.size()).as("what was not looked at last is not accepted").isEqualTo(size);
        assertThat(browser.get().uri(newer).with(budgetOfficer(officer))).hasStatusOk();
    }

    @Test
    void eachRoleSeesItsOwnKinds() {
        assertThat(browser.get().uri("/imports").with(user("p").roles("PLANNER")))
                .hasStatusOk()
                .bodyText()
                .contains("/plan/imports/new")
                .doesNotContain("/imports/ordinance", "/imports/places");
        assertThat(browser.get().uri("/en/imports").with(user("a").roles("ADMINISTRATOR")))
                .bodyText()
                .contains("/en/plan/imports/new", "/en/imports/ordinance", "/en/imports/places");
        for (var kind : List.of("ordinance", "places")) {
            for (var role : List.of("PLANNER", "CITIZEN", "AUDITOR")) {
                assertThat(browser.get().uri("/imports/" + kind).with(user("x").roles(role)))
                        .hasStatus(403);
                assertThat(browser.post()
                                .uri("/imports/" + kind)
                                .multipart()
                                .file("file", bytes(GOOD))
                                .with(user("x").roles(role))
                                .with(formToken()))
                        .hasStatus(403);
            }
        }
        assertThat(browser.get().uri("/imports/places").with(budgetOfficer("b")))
                .hasStatus(403);
    }

    @Test
    void anUploadThatIsTooLargeLeadsBackToItsForm() {
        for (var form : List.of("/imports/ordinance", "/plan/imports")) {
            var answer = browser.post()
                    .uri(form)
                    .contentType("multipart/form-data; boundary=x")
                    .content(new byte[22 * 1024 * 1024])
                    .with(user("a").roles("ADMINISTRATOR"))
                    .with(formToken())
                    .exchange();
            assertThat(location(answer)).isEqualTo(form + "?problem=too-large");
            assertThat(browser.get().uri(location(answer)).with(user("a").roles("ADMINISTRATOR")))
                    .bodyText()
                    .contains("error-summary", "20 เมกะไบต์");
        }
    }

    @Test
    void aDryRunOfTheInterfaceAnswersTheSameReportAndStoresNothing() {
        var plan = new RawWorkbook()
                .sheet(
                        "แผน",
                        new Object[] {"ที่", "โครงการ", "งบประมาณ", "", "", "", ""},
                        new Object[] {"", "", "2566", "2567", "2568", "2569", "2570"},
                        new Object[] {1, "ถนน " + UUID.randomUUID(), 1000, 0, 0, 0, 0})
                .bytes();
        var before = counts();
        assertThat(dryRun("plan", "plan.xlsx", plan, "true"))
                .hasStatusOk()
                .bodyText()
                .contains("\"stored\":false", "\"subject\":null", "\"projects\":1", "\"total\":\"1000.00\"");
        assertThat(dryRun("ordinance", "2572_pao-แม่ฮ่องสอน.csv", bytes(GOOD), "true"))
                .hasStatusOk()
                .bodyText()
                .contains("\"stored\":false", "\"lines\":2", "\"total\":\"1500.00\"");
        assertThat(dryRun("ordinance", "2572_pao-แม่ฮ่องสอน.csv", bytes(GOOD.replace("1500", "1501")), "true"))
                .hasStatus(422)
                .bodyText()
                .contains("\"errors\"");
        assertThat(counts()).isEqualTo(before);
        assertThat(log.version()).isEqualTo(log.size());
        assertThat(dryRun("ordinance", "2572_pao-แม่ฮ่องสอน.csv", bytes(GOOD), "false"))
                .hasStatus(201)
                .bodyText()
                .contains("\"stored\":true", "\"subject\":\"/budget/2572?organization=pao-58\"");
        assertThat(counts()).isNotEqualTo(before);
        assertThat(browser.get().uri("/api/openapi.json")).bodyText().contains("\"dry-run\"", "\"422\"");
    }

    @Test
    void theCommandTriesAFileToo(CapturedOutput output) throws IOException {
        var file = Files.writeString(folder.resolve("2573_pao-แม่ฮ่องสอน.csv"), GOOD);
        var before = counts();
        assertThat(command("ordinance", file.toString(), "--dry-run")).isZero();
        assertThat(output).contains("nothing was stored", "total: 1500.00").doesNotContain("stored: /budget");
        assertThat(counts()).isEqualTo(before);
        assertThat(command("ordinance", file.toString())).isZero();
        assertThat(output).contains("stored: /budget/2573?organization=pao-58");
    }

    private int command(String... arguments) {
        var command = new ImportCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.run(rooms);
    }

    @Test
    void theRealBordersAreTriedOnThePage() throws IOException {
        var file = SHARED.resolve("places/phitsanulok_tambon.geojson");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not beside this project");
        var before = counts();
        var answer = browser.post()
                .uri("/imports/places")
                .multipart()
                .file(new MockMultipartFile("file", "borders.geojson", null, Files.readAllBytes(file)))
                .param("approximate", "true")
                .with(user("a").roles("ADMINISTRATOR"))
                .with(formToken())
                .exchange();
        assertThat(browser.get().uri(location(answer)).with(user("a").roles("ADMINISTRATOR")))
                .hasStatusOk()
                .bodyText()
                .contains(">93<", "ไม่พบสิ่งผิดปกติ");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void theRealOrdinancesAreTriedToTheBaht() throws IOException {
        var file = SHARED.resolve("budgets/ordinances/2566_pao-เชียงใหม่.json");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not beside this project");
        var before = counts();
        var outcome = imports.attempt(
                "ordinance", new ImportFile(file, "2566_pao-เชียงใหม่.json", Map.of(), "budget-officer"));
        assertThat(outcome).containsInstanceOf(ImportOutcome.Stored.class);
        assertThat(counts()).isEqualTo(before);
    }

    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var table : TABLES) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return counts;
    }

    private MvcTestResult attempt(String officer, String name, String text, Map<String, String> options) {
        var request = browser.post().uri("/imports/ordinance").multipart();
        options.forEach(request::param);
        return request.file(new MockMultipartFile("file", name, null, bytes(text)))
                .with(budgetOfficer(officer))
                .with(formToken())
                .exchange();
    }

    private MvcTestResult dryRun(String kind, String name, byte[] bytes, String dryRun) {
        return browser.post()
                .uri("/api/v1/imports/" + kind + "?dry-run=" + dryRun)
                .multipart()
                .file(new MockMultipartFile("file", name, null, bytes))
                .with(user("a").roles("ADMINISTRATOR"))
                .with(formToken())
                .exchange();
    }

    private MvcTestResult post(String address, String officer) {
        return browser.post()
                .uri(address)
                .with(budgetOfficer(officer))
                .with(formToken())
                .exchange();
    }

    private static RequestPostProcessor budgetOfficer(String name) {
        return user(name).roles("BUDGET_OFFICER");
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Location"), "no Location");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
