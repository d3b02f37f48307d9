package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What readers see of a plan with a history.
@SpringBootTest
@AutoConfigureMockMvc
@Import(HistoryTest.Days.class)
class ReadingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final FiscalYear FIRST = new FiscalYear(2566);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Plans plans;

    @Autowired
    Editions editions;

    @Autowired
    Drafts drafts;

    @Autowired
    Announcements announcements;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HistoryTest.DayClock clock;

    @Autowired
    JdbcClient jdbc;

    private String plan = "";
    private final Map<String, String> ids = new TreeMap<>();
    private String began = "";
    private String changed = "";

    /// A plan of four projects; the next edition changes and merges the first, drops the third and splits the
    /// fourth; a correction follows, and an edition that is still open.
    @BeforeEach
    void makeHistory() {
        plan = editions.begin("แผนสำหรับอ่าน", FIRST, false);
        for (var name : List.of("ถนนสายเอก", "ถนนสายโท", "ศาลาเก่า", "สวนใหญ่")) {
            ids.put(
                    name,
                    keep(drafts.add(plan, 0, content(name, 2566, 1_000_000), Writer.PROGRAM))
                            .project());
        }
        began = announce(0, id("ถนนสายโท"));
        var change =
                editions.open(plan, Edition.Type.CHANGED, "ราคาวัสดุสูงขึ้น").number();
        var road = keep(drafts.merge(
                plan, change, id("ถนนสายเอก"), List.of(id("ถนนสายโท")), "ทำพร้อมกันประหยัดกว่า", Writer.PROGRAM));
        drafts.save(road.id(), road.revision(), content("ถนนสายเอกและสะพาน", 2567, 2_500_000), Writer.PROGRAM);
        drafts.drop(plan, change, id("ศาลาเก่า"), "มีผู้สร้างให้แล้ว", Writer.PROGRAM);
        ids.put(
                "ส่วนแยก",
                keep(drafts.split(plan, change, id("สวนใหญ่"), Writer.PROGRAM)).project());
        changed = announce(change, "");
        var correction = editions.open(plan, Edition.Type.CORRECTED, "พิมพ์ผิด").number();
        var road2 = keep(drafts.amend(plan, correction, id("ถนนสายเอก"), Writer.PROGRAM));
        drafts.save(road2.id(), road2.revision(), content("ถนนสายเอกและสะพานไม้", 2567, 2_500_000), Writer.PROGRAM);
        announce(correction, "");
        drafts.amend(plan, editions.open(plan, Edition.Type.CHANGED, "ลับ").number(), id("ถนนสายเอก"), Writer.PROGRAM);
    }

    private String id(String name) {
        return ids.getOrDefault(name, "");
    }

    private static Draft keep(DraftOutcome outcome) {
        return ((DraftOutcome.Kept) outcome).draft();
    }

    /// Announces; of one project the ordinance is known to have given nothing in the first year.
    private String announce(int edition, String withoutMoney) {
        drafts.of(plan, edition).forEach(draft -> drafts.move(draft.id(), Draft.State.APPROVED));
        transaction.executeWithoutResult(_ -> {
            assertThat(announcements.announce(plan, edition, "executive")).isEmpty();
            jdbc.sql("update plan.version set ordinance_satang = array_fill(0::bigint, array[cardinality(years)])"
                            + " where project_id = :id and edition = :edition")
                    .param("id", withoutMoney)
                    .param("edition", edition)
                    .update();
        });
        var day =
                java.time.LocalDate.ofInstant(clock.instant(), clock.getZone()).toString();
        clock.nextDay();
        clock.nextDay();
        return day;
    }

    private static ProjectContent content(String name, int year, long baht) {
        return new ProjectContent(
                ProjectContent.Form.P02,
                "ยุทธศาสตร์ที่ 1",
                "กลยุทธ์ที่ 1",
                "แผนงานอุตสาหกรรมและการโยธา",
                "G8",
                Localized.thai(name),
                "เพื่อให้เดินทางสะดวก",
                Localized.thai("ยาว 1 กม."),
                List.of(new Funding(new FiscalYear(year), "ordinance", Money.ofBaht(baht))),
                Localized.thai("ร้อยละ 80"),
                "เดินทางเร็วขึ้น",
                "กองช่าง",
                "",
                "",
                List.of(),
                "{\"type\":\"LineString\",\"coordinates\":[[100.26,16.82],[100.27,16.83]]}",
                List.of(16),
                "เหตุผลของ" + name,
                "หมายเหตุท้าย");
    }

    private String text(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private JsonNode json(String address) {
        return JSON.readTree(text(address));
    }

    @Test
    void thePlanOnADayIsWhatItWasAndSaysSo() {
        var then = text("/plan?plan=" + plan + "&at=" + began + "&q=ศาลา");
        assertThat(then)
                .contains("plan-then", "ศาลาเก่า", "name=\"at\" value=\"" + began + "\"")
                .contains("/plan.csv?plan=" + plan + "&amp;at=" + began)
                .contains("/plan/summary?plan=" + plan + "&amp;at=" + began);
        assertThat(text("/plan?plan=" + plan)).contains("ถนนสายเอกและสะพานไม้").doesNotContain("ศาลาเก่า", "plan-then");
        assertThat(text("/en/plan?plan=" + plan + "&at=edition-1"))
                .contains("The plan as it stood on", "ถนนสายเอกและสะพาน<")
                .doesNotContain("ศาลาเก่า<");
        assertThat(text("/plan/summary?plan=" + plan + "&at=" + began)).contains("4,000,000", "แผน ณ วันที่");
        assertThat(text("/plan.csv?plan=" + plan + "&at=" + began)).contains("as_of", "," + began);
        assertThat(browser.get().uri("/plan/summary.xlsx?plan=" + plan + "&at=" + began))
                .headers()
                .extracting(headers -> headers.getFirst("Content-Disposition"))
                .asString()
                .contains("plan-2566-2570-summary-" + began + ".xlsx");
    }

    @Test
    void aDayBeforeThePlanTellsTheFirstDay() {
        assertThat(browser.get().uri("/plan?plan=" + plan + "&at=2020-01-01"))
                .hasStatus(404)
                .bodyText()
                .contains("1 มกราคม 2563", "at=" + began);
        for (var page : List.of(
                "/plan/summary?plan=" + plan + "&",
                "/plan/funded?year=2566&plan=" + plan + "&",
                "/plan/forms?plan=" + plan + "&",
                "/projects/" + id("ถนนสายเอก") + "?")) {
            assertThat(browser.get().uri(page + "at=2020-01-01"))
                    .as(page)
                    .hasStatus(404)
                    .bodyText()
                    .contains("ยังไม่มีผลในวันที่ 1 มกราคม 2563", "at=" + began);
            assertThat(browser.get().uri("/en" + page + "at=edition-77"))
                    .as(page)
                    .hasStatus(404)
                    .bodyText()
                    .contains("no announced edition");
        }
        assertThat(browser.get().uri("/api/v1/plans/" + plan + "/projects?at=2020-01-01"))
                .hasStatus(404);
        assertThat(browser.get().uri("/api/v1/plans/" + plan + "/projects?at=yesterday"))
                .hasStatus(400);
    }

    @Test
    void anEditionShowsWhatItDecidedWithTheOldAboveTheNew() {
        var page = text("/plan/" + plan + "/editions/1");
        assertThat(page)
                .contains("ราคาวัสดุสูงขึ้น", "มีผู้สร้างให้แล้ว", "ทำพร้อมกันประหยัดกว่า")
                .contains("<ins>และสะพาน</ins>", "<del>1,000,000</del>", "<ins>2,500,000</ins>")
                .contains("/projects/" + id("ถนนสายโท"), "รับรวมโครงการ", "รวมเข้ากับ", "แยกจาก")
                .contains("#entry-")
                .doesNotContain("ลับ");
        assertThat(text("/en/plan/" + plan + "/editions/1?act=drop"))
                .contains("ศาลาเก่า", "Dropped")
                .doesNotContain("<ins>");
        assertThat(browser.get().uri("/plan/" + plan + "/editions/3")).hasStatus(404);
        assertThat(text("/plan/" + plan + "/editions"))
                .contains("เปลี่ยนแปลง ครั้งที่ 1/", "แก้ไข ครั้งที่ 1/")
                .doesNotContain("ลับ");
    }

    @Test
    void aProjectTellsItsStoryAndShowsAnyOfItsVersions() {
        var road = id("ถนนสายเอก");
        assertThat(text("/projects/" + road))
                .contains("<ins>ไม้</ins>", "<ins>และสะพาน</ins>", "ถนนสายโท")
                .contains("ข้อบัญญัติงบประมาณ", "17(16)", "รอตรวจถ้อยคำ", "หมายเหตุท้าย", "16.82000, 100.26000");
        assertThat(text("/projects/" + road + "?edition=0")).contains("<h1>ถนนสายเอก ", "/projects/" + road + "\"");
        assertThat(browser.get().uri("/projects/" + road + "?edition=3")).hasStatus(404);
        assertThat(text("/projects/" + road + "?at=" + began)).contains("<h1>ถนนสายเอก ");
        assertThat(text("/projects/" + road + "?at=edition-2")).contains("<h1>ถนนสายเอกและสะพานไม้");
        assertThat(browser.get().uri("/projects/" + id("ส่วนแยก") + "?at=" + began))
                .hasStatus(404)
                .bodyText()
                .contains("ยังไม่อยู่ในแผน", "value=\"" + changed + "\"");
        assertThat(text("/projects/" + id("ถนนสายโท"))).contains("รวมเข้ากับโครงการอื่นแล้ว", "/projects/" + road);
        assertThat(text("/en/projects/" + id("ศาลาเก่า"))).contains("no longer in the plan", "มีผู้สร้างให้แล้ว");
        assertThat(text("/projects/" + id("สวนใหญ่"))).contains("/projects/" + id("ส่วนแยก"));
    }

    @Test
    void programsReadTheStory() {
        var project = json("/api/v1/projects/" + id("ถนนสายเอก"));
        assertThat(project.path("versions")
                        .valueStream()
                        .map(version -> version.path("edition").asInt()))
                .containsExactly(2, 1, 0);
        assertThat(project.path("funding").get(0).path("source").asString()).isEqualTo("ordinance");
        assertThat(project.path("geometry").path("type").asString()).isEqualTo("LineString");
        assertThat(project.path("powers").get(0).asInt()).isEqualTo(16);
        assertThat(json("/api/v1/projects/" + id("ถนนสายโท"))
                        .path("decision")
                        .path("mergedInto")
                        .asString())
                .isEqualTo(id("ถนนสายเอก"));
        var list = json("/api/v1/plans/" + plan + "/editions").path("items");
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.get(1).path("projects").path("drop").asInt()).isEqualTo(2);
        assertThat(list.get(1).path("merged").asInt()).isEqualTo(1);
        assertThat(list.get(1).path("split").asInt()).isEqualTo(1);
        assertThat(json("/api/v1/plans/" + plan + "/projects?at=" + changed)
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void twoEditionsAreComparedInPartsThatAddUp() {
        var choice = "?left=" + plan + ".edition-0&right=" + plan;
        for (var by : Breakdowns.By.values()) {
            assertThat(text("/plan/compare" + choice + "&by=" + by.code()))
                    .as(by.code())
                    .contains("4,000,000", "−1");
            var rows = text("/plan/compare.csv" + choice + "&by=" + by.code())
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
            var sum = rows.stream()
                    .limit(rows.size() - 1L)
                    .mapToDouble(row -> Double.parseDouble(row[5]))
                    .sum();
            assertThat(sum).isEqualTo(Double.parseDouble(rows.getLast()[5]));
        }
        assertThat(text("/plan/compare?left=" + plan + "&leftDay=2020-01-01&right=" + plan))
                .contains("1 มกราคม 2563");
        assertThat(browser.get().uri("/plan/compare?left=nothing")).hasStatus(404);
    }

    @Test
    void aPromiseWithoutMoneyIsToldWithItsReasonAndWhatIsNotKnownIsNotZero() {
        assertThat(text("/plan/funded?plan=" + plan))
                .contains("ถนนสายโท", "ทำพร้อมกันประหยัดกว่า", "926,200,000", "ไม่มีข้อมูล")
                .doesNotContain(">ศาลาเก่า<");
        assertThat(text("/en/plan/funded?plan=" + plan + "&show=unknown&by=mission"))
                .contains("ศาลาเก่า", "no data", "มีผู้สร้างให้แล้ว", "Moved to fiscal year 2024")
                .doesNotContain(">ถนนสายโท<");
        assertThat(text("/plan/funded.csv?plan=" + plan)).contains("ศาลาเก่า", "false", "true");
    }

    @Test
    void promisesAreReadAsOfAnyTimeToo() {
        var then = "?plan=" + plan + "&at=edition-0";
        assertThat(text("/plan/funded" + then))
                .contains("ถนนสายโท", "plan-then", "/plan/compare" + then.replace("&", "&amp;"))
                .doesNotContain("ทำพร้อมกันประหยัดกว่า");
        assertThat(text("/plan/funded?plan=" + plan)).doesNotContain("plan-then");
        assertThat(text("/plan/funded.csv" + then)).doesNotContain("ทำพร้อมกันประหยัดกว่า");
        assertThat(text("/plan/funded?plan=" + plan + "&at=" + changed)).contains("ทำพร้อมกันประหยัดกว่า");
        assertThat(browser.get().uri("/plan/funded?plan=" + plan + "&at=2020-01-01"))
                .hasStatus(404);
    }

    @Test
    void thePlanAndTimeOfAPageAreBroughtAlongWhenComparing() {
        assertThat(text("/plan?plan=" + plan)).contains("/plan/compare?plan=" + plan);
        assertThat(text("/plan/compare?plan=" + plan + "&at=edition-1"))
                .contains("value=\"" + plan + ".edition-0\" selected", "value=\"" + plan + ".edition-1\" selected")
                .contains("/plan/summary?plan=" + plan);
        assertThat(text("/plan/compare?plan=" + plan + "&at=" + began)).contains("value=\"" + began + "\"");
    }

    @Test
    void whatAnEditionWroteAndNobodyKnowsIsSaidPlainly() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("alter table plan.version disable trigger keep_version").update();
            jdbc.sql("update plan.version set is_text_known = false where project_id = :id and edition = 1")
                    .param("id", id("ถนนสายเอก"))
                    .update();
            jdbc.sql("alter table plan.version enable trigger keep_version").update();
        });
        assertThat(text("/projects/" + id("ถนนสายเอก")))
                .contains("ทราบเพียงว่าฉบับนี้ปรับปรุงโครงการนี้", "เทียบกับฉบับแรก", "<ins>และสะพานไม้</ins>");
        assertThat(text("/plan/" + plan + "/editions/1")).contains("ทราบเพียงว่าฉบับนี้ปรับปรุงโครงการนี้");
    }
}
