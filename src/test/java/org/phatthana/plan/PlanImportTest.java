package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.PlanSheet;
import org.phatthana.testing.RawWorkbook;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest
@AutoConfigureMockMvc
class PlanImportTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Plans plans;

    @Autowired
    PendingUploads uploads;

    @Autowired
    SamplePlan sample;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPlannerReviewsCorrectsAndAcceptsAWorkbookOnce() throws Exception {
        var planner = "p-" + UUID.randomUUID();
        var before = plans.all().size();
        var address = location(handIn(planner, workbook("ถนนสายทดสอบ " + planner)));
        assertThat(address).startsWith("/plan/imports/");
        assertThat(plans.all()).as("nothing is stored before it is accepted").hasSize(before);

        assertThat(browser.get().uri(address).with(planner(planner)))
                .hasStatusOk()
                .bodyText()
                .contains("ถนนสายทดสอบ", "G8 × 1", "รวมทั้งสิ้น");
        assertThat(browser.get().uri("/en" + address).with(planner(planner)))
                .hasStatusOk()
                .bodyText()
                .contains("What was understood");
        assertThat(browser.get().uri(address).with(planner("another"))).hasStatus(404);
        assertThat(browser.get().uri(address + "/cells.csv").with(planner(planner)))
                .hasStatusOk()
                .bodyText()
                .contains(",6,F,");

        assertThat(post(address + "/mapping", planner, "group-0", "G10")).hasStatus(303);
        assertThat(browser.get().uri(address).with(planner(planner))).bodyText().contains("value=\"G10\" selected");

        var accepted = location(post(address + "/accept", planner, "name", "แผนทดสอบ " + planner));
        assertThat(plans.all()).hasSize(before + 1);
        var plan = plans.find(accepted.replace("/plan?plan=", "")).orElseThrow();
        assertThat(plan.name()).isEqualTo("แผนทดสอบ " + planner);
        var project = plans.projects(ProjectQuery.all(plan.standing()), 0, 10).getFirst();
        assertThat(project.goal()).isEqualTo("G10");
        assertThat(project.total()).isEqualTo(Money.ofBaht(1_500_000));
        assertThat(project.places()).extracting(PlanProject.Where::place).containsExactly(new PlaceCode("650801"));
        assertThat(browser.get().uri("/projects/" + project.id()))
                .hasStatusOk()
                .bodyText()
                .contains("ถนนสายทดสอบ", "650801");
        assertThat(browser.get().uri("/proof")).bodyText().contains("plan.plan-imported");

        var again = location(handIn(planner, workbook("ถนนสายทดสอบ " + planner)));
        assertThat(browser.get().uri(again).with(planner(planner))).bodyText().contains("เคยนำเข้าแล้ว");
        post(again + "/accept", planner, "name", "x").getResponse();
        assertThat(plans.all()).hasSize(before + 1);
    }

    @Test
    void twoAcceptancesAtOnceStoreOnce() throws Exception {
        var planner = "p-" + UUID.randomUUID();
        var before = plans.all().size();
        var first = location(handIn(planner, workbook("โครงการ " + planner))).replace("/plan/imports/", "");
        var second = location(handIn(planner, workbook("โครงการ " + planner))).replace("/plan/imports/", "");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Object>>();
            for (var id : new String[] {first, first, second, second}) {
                tasks.add(() -> uploads.accept(id, planner, "planner"));
            }
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isNotNull();
            }
        }
        assertThat(plans.all()).hasSize(before + 1);
    }

    @Test
    void signsThatMeanSomethingToTheDatabaseAreKeptAsTyped() throws Exception {
        var planner = "p-" + UUID.randomUUID();
        var name = "ท่อ \\N \\. \"๒\" {ก,ข} C:\\t %s '; ต.วังทอง\\".formatted(planner);
        var address = location(handIn(planner, workbook(name)));
        var accepted = location(post(address + "/accept", planner, "name", "ก\tข\\"));
        var plan = plans.find(accepted.replace("/plan?plan=", "")).orElseThrow();
        var project = plans.projects(ProjectQuery.all(plan.standing()), 0, 10).getFirst();
        assertThat(project.name().thai()).isEqualTo(name);
        assertThat(project.objective()).isEqualTo("เพื่อสัญจร");
        assertThat(project.amounts().values())
                .containsExactlyInAnyOrder(Money.ofBaht(1_000_000), Money.ofBaht(500_000));
        assertThat(project.ordinance()).isEmpty();
    }

    @Test
    void whatIsDiscardedIsGone() throws Exception {
        var planner = "p-" + UUID.randomUUID();
        var address = location(handIn(planner, workbook("ทิ้ง " + planner)));
        assertThat(post(address + "/discard", planner, "a", "b")).hasStatus(303);
        assertThat(browser.get().uri(address).with(planner(planner))).hasStatus(404);
    }

    @Test
    void aBadWorkbookIsRefusedOnThePageNamingTheCell() throws Exception {
        var bad = new RawWorkbook()
                .sheet("แผน", PlanSheet.head(), PlanSheet.years(), new Object[] {1, "ก", "ข", "ค", "=Z1→#REF!"})
                .bytes();
        assertThat(handIn("p", bad)).hasStatus(422).bodyText().contains("แผน!E3", "#REF!");
        assertThat(handIn("p", new byte[] {1, 2, 3})).hasStatus(422).bodyText().contains("ไม่ใช่สมุดงาน");
        assertThat(browser.post()
                        .uri("/plan/imports")
                        .with(user("c").roles("CITIZEN"))
                        .with(formToken()))
                .hasStatus(403);
    }

    @Test
    void theInterfaceStoresAndAnswersWithAReport() throws Exception {
        var name = "ผ่านส่วนต่อประสาน " + UUID.randomUUID();
        var answer = browser.post()
                .uri("/api/v1/imports/plan")
                .multipart()
                .file("file", workbook(name))
                .with(planner("p"))
                .with(formToken())
                .exchange();
        assertThat(answer).hasStatus(201).bodyText().contains("\"projects\":1", "\"total\":\"1500000.00\"");
        assertThat(location(answer)).startsWith("/plan?plan=");
        assertThat(browser.get().uri("/api/v1/plans"))
                .hasStatusOk()
                .bodyText()
                .contains("\"sample\":true", "1500000.00");
    }

    @Test
    void theSamplePlanIsMarkedOnEveryPageAndInEveryFile() {
        var shown =
                plans.all().stream().filter(PlanOverview::sample).findFirst().orElseThrow();
        assertThat(shown.projects()).isGreaterThanOrEqualTo(60);
        assertThat(plans.sumsByGoal(shown.standing())).hasSize(10);
        for (var address : new String[] {"/plan?plan=" + shown.id(), "/plan/summary?plan=" + shown.id()}) {
            assertThat(browser.get().uri(address)).hasStatusOk().bodyText().contains("pill-sample");
            assertThat(browser.get().uri("/en" + address))
                    .hasStatusOk()
                    .bodyText()
                    .contains("pill-sample");
        }
        assertThat(browser.get().uri("/plan.csv?plan=" + shown.id()))
                .hasStatusOk()
                .bodyText()
                .contains("is_sample", "650801");
        assertThat(browser.get().uri("/plan/summary.csv?plan=" + shown.id()))
                .hasStatusOk()
                .bodyText()
                .contains("is_sample");
        assertThat(browser.get().uri("/plan?q=ถนน&goal=G8&place=6508&sort=money&plan=" + shown.id()))
                .hasStatusOk()
                .bodyText()
                .contains("วังทอง")
                .doesNotContain("พรหมพิราม อ.พรหมพิราม");
        var fragment = browser.get().uri("/plan?plan=" + shown.id()).header("HX-Request", "true");
        assertThat(fragment).hasStatusOk().bodyText().doesNotContain("<html");
        var project = plans.projects(ProjectQuery.all(shown.standing()), 0, 1).getFirst();
        assertThat(browser.get().uri("/en/projects/" + project.id()))
                .hasStatusOk()
                .bodyText()
                .contains("pill-sample", "Open data");
        assertThat(browser.get().uri("/api/v1/plans/" + shown.id() + "/projects?limit=7&goal=G8"))
                .bodyText()
                .contains("\"next\":\"");
    }

    @Test
    void everyRowOfSampleDataSaysSo() {
        for (var table : new String[] {"plan", "edition", "heading", "version"}) {
            assertThat(jdbc.sql("select count(*) from plan." + table + " where is_sample")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isPositive();
        }
        assertThat(sample.isLoaded()).isTrue();
    }

    private MvcTestResult handIn(String planner, byte[] bytes) {
        return browser.post()
                .uri("/plan/imports")
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile("file", "plan.xlsx", null, bytes))
                .with(planner(planner))
                .with(formToken())
                .exchange();
    }

    private MvcTestResult post(String address, String planner, String name, String value) {
        return browser.post()
                .uri(address)
                .param(name, value)
                .with(planner(planner))
                .with(formToken())
                .exchange();
    }

    private static RequestPostProcessor planner(String name) {
        return user(name).roles("PLANNER");
    }

    private static String location(MvcTestResult result) {
        var location = result.getResponse().getHeader("Location");
        return java.util.Objects.requireNonNull(location, "no Location").split("#")[0];
    }

    private static byte[] workbook(String name) {
        return new RawWorkbook()
                .sheet(
                        "แผน",
                        new Object[] {"1. ยุทธศาสตร์ด้านคมนาคม"},
                        new Object[] {"กลยุทธ์ที่ 1.1 ถนน"},
                        new Object[] {"แผนงานอุตสาหกรรมและการโยธา"},
                        PlanSheet.head(),
                        PlanSheet.years(),
                        new Object[] {1, name, "เพื่อสัญจร", "ยาว 2 กม. ต.วังทอง อ.วังทอง", 1000000, " 500,000 ", " - "
                        },
                        new Object[] {"", "รวมงบประมาณ", "", "", 1000000, 500000, 0, 0, 0})
                .bytes();
    }
}
