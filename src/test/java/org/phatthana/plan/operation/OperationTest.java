package org.phatthana.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.phatthana.testing.FormToken.formToken;
import static org.phatthana.testing.SignedIn.as;
import static org.phatthana.testing.SignedIn.location;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Outcome;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.FiscalYear;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class OperationTest {

    private static final FiscalYear YEAR = new FiscalYear(2511);
    private static final String BASE = "/plan/operations/2511";
    private static final String WORK = BASE + "/work";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Operations operations;

    @Autowired
    StatutoryClock clock;

    @Autowired
    PublicLog log;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private SignedIn signedIn;
    private Acting planner;

    /// A plan in force with two programmes, of which one project has no money in the year.
    @BeforeEach
    void planInForce() {
        signedIn = new SignedIn(browser);
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, imported_at, is_sample)
            values ('0000000000000000000000test', 'แผนทดสอบ', 2511, 2515, 'strategy', '', now(), true);
            insert into plan.edition (plan_id, number, type, sequence, year, label, state, is_estimated, in_force_from, is_sample)
            values ('0000000000000000000000test', 0, 'base', 0, 0, '', 'announced', false, now(), true);
            insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)
            values ('0000000000000000000000test', 0, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานการศึกษา', '', '', true),
                ('0000000000000000000000test', 1000, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานสาธารณสุข', '', '', true);
            """).update();
        project("a", 0, "อบรมครู", "กองการศึกษา", 1_000_000_00, null);
        project("b", 1000, "ตรวจสุขภาพ", "กองสาธารณสุข", 2_000_000_00, 3_000_000_50L);
        project("c", 1000, "ปีนี้ไม่ทำ", "กองสาธารณสุข", 0, null);
        planner = account("planner", Role.PLANNER);
    }

    @AfterEach
    void noPlan() {
        jdbc.sql("delete from plan.plan where id = '0000000000000000000000test'")
                .update();
    }

    private void project(
            String letter, int heading, String name, String department, long satang, @Nullable Long ordinance) {
        jdbc.sql("""
            insert into plan.version (project_id, edition, ordinal, plan_id, heading, goal, sequence, name, name_en, objective,
                target, target_en, kpi, kpi_en, result, department, department_as_written, place_text, total_satang, searched,
                sheet, sheet_row, years, satang, ordinance_satang, places, places_certain, places_found_as, is_sample)
            values (:id, 0, :ordinal, '0000000000000000000000test', :heading, 'G1', '', :name, '', '', 'เป้าหมาย', '', '', '', '',
                :department, :department, '', :satang, '', '', 0, array[2511], array[:satang]::bigint[],
                array[cast(:ordinance as bigint)], '{}', '{}', '{}', true)
            """)
                .param("id", "000000000000000000000000" + "z" + letter)
                .param("ordinal", letter.charAt(0) - 'a')
                .param("heading", heading)
                .param("name", name)
                .param("department", department)
                .param("satang", satang)
                .param("ordinance", ordinance, java.sql.Types.BIGINT)
                .update();
    }

    @Test
    void whatThePlanHasInTheYearIsOfferedWithTheOrdinancesAmount() {
        begin();
        assertThat(signedIn.get(WORK, planner))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "อบรมครู",
                        "1,000,000 บาท",
                        "ตรวจสุขภาพ",
                        "3,000,000.50 บาท",
                        "ทุกโครงการที่ยังไม่มีกิจกรรม (2)")
                .doesNotContain("ปีนี้ไม่ทำ");
        assertThat(signedIn.post(BASE + "/activities", planner, "all", "true")).hasStatus(303);
        var activities = activities();
        assertThat(activities)
                .extracting(activity -> activity.content().name())
                .containsExactly("อบรมครู", "ตรวจสุขภาพ");
        assertThat(activities.getLast().content().budget().toPlainString()).isEqualTo("3000000.50");
        // A second activity of a project has only the money that is left, and all of them are not added twice.
        assertThat(signedIn.post(BASE + "/activities", planner, "all", "true")).hasStatus(303);
        assertThat(activities()).hasSize(2);
        assertThat(signedIn.post(
                        BASE + "/activities",
                        planner,
                        "project",
                        activities.getFirst().project().orElseThrow()))
                .hasStatus(303);
        assertThat(activities())
                .extracting(activity -> activity.content().budget().toPlainString())
                .containsExactly("1000000.00", "0.00", "3000000.50");
    }

    @Test
    void monthsAreSavedAloneAndOfTwoWhoSaveTheSecondIsTold() {
        begin();
        var address = location(signedIn.post(BASE + "/activities", planner, "name", "ประชุมประจำปี"));
        assertThat(save(address, 1, true, "first", "3", "last", "5"))
                .hasStatusOk()
                .bodyText()
                .contains("บันทึกแล้ว", "value=\"2\"")
                .doesNotContain("<html");
        var content = activities().getFirst().content();
        assertThat(content.first()).isEqualTo(3);
        assertThat(content.last()).isEqualTo(5);
        assertThat(content.name()).isEqualTo("ประชุมประจำปี");
        assertThat(signedIn.get(WORK, planner)).bodyText().contains("from-3 to-5", "ธันวาคม 2510");

        assertThat(save(address, 1, true, "first", "1", "last", "5")).bodyText().contains("มีผู้อื่นบันทึก");
        assertThat(save(address, 1, false, "detail", "คำของคนที่สอง"))
                .hasStatus(409)
                .bodyText()
                .contains("คำของคนที่สอง", "มีผู้อื่นบันทึก");
        assertThat(save(address, 2, false, "first", "6", "last", "5", "budget", "สองบาท"))
                .hasStatus(422)
                .bodyText()
                .contains("เดือนสุดท้ายต้องไม่ก่อนเดือนแรก", "สองบาท", "budget-error");
        assertThat(activities().getFirst().revision()).isEqualTo(2);
        assertThat(signedIn.post(address + "/remove", planner, "revision", "1")).hasStatus(409);
        assertThat(signedIn.post(address + "/remove", planner, "revision", "2")).hasStatus(303);
        assertThat(activities()).isEmpty();
    }

    @Test
    void itGoesAlongItsRouteAndIsPublicAndUnchangeableOnceAnnounced() {
        begin();
        assertThat(browser.get().uri(BASE)).hasStatus(404);
        assertThat(signedIn.post(BASE + "/send", planner, "a", "b")).hasStatus(422);
        signedIn.post(BASE + "/activities", planner, "all", "true");
        var own = location(signedIn.post(BASE + "/activities", planner, "name", "ยังไม่ครบ"));
        assertThat(signedIn.post(BASE + "/send", planner, "a", "b"))
                .hasStatus(422)
                .bodyText()
                .contains("1 กิจกรรม");
        assertThat(signedIn.post(own + "/remove", planner, "revision", "1")).hasStatus(303);
        assertThat(signedIn.post(BASE + "/send", planner, "a", "b")).hasStatus(303);
        assertThat(save(address(activities().getFirst()), 1, false, "first", "2"))
                .hasStatus(422);

        var chair = account("chair", Role.OFFICER);
        for (var body : List.of("support-committee", "development-committee")) {
            seat(chair, body);
            decide(chair);
        }
        assertThat(browser.get().uri(BASE)).hasStatus(404);
        assertThat(browser.get().uri(BASE + "/pd02.xlsx")).hasStatus(404);
        decide(account("executive", Role.EXECUTIVE));

        assertThat(browser.get().uri(BASE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "ตรวจสุขภาพ",
                        "ต.ค. 2510 – ก.ย. 2511",
                        "4,000,000.50",
                        "href=\"/plan/operations/2511/pd01.pdf\"");
        assertThat(browser.get().uri("/en" + BASE)).bodyText().contains("Oct 1967 – Sep 1968");
        assertThat(browser.get().uri("/plan/operations")).bodyText().contains("พ.ศ. 2511");
        assertThat(browser.get().uri("/proof")).bodyText().contains("plan.operation-announced", "plan.ordinance-dated");
        assertThat(log.newestAbout(BASE).orElseThrow().canonical()).contains("\"ordinance\":\"1967-09-30\"");
        var id = activities().getFirst().id();
        assertThat(signedIn.post(BASE + "/ordinance", planner, "ordinance", "1967-09-01"))
                .hasStatus(303);
        assertThat(operations.find(YEAR).orElseThrow().ordinance()).contains(LocalDate.of(1967, 9, 30));
        assertThatThrownBy(() -> jdbc.sql("update plan.activity set satang = 1 where id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql(
                                "update plan.operation set state = 'open', announced_at = null where year = 2511")
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void theFormsShowTheSumsAndTheMonthsCellByCell() throws IOException {
        begin();
        signedIn.post(BASE + "/activities", planner, "all", "true");
        save(address(activities().getFirst()), 1, true, "first", "3", "last", "5");
        var summary = rows(signedIn.get(BASE + "/pd01.xlsx", planner));
        assertThat(summary)
                .contains(
                        List.of("ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริง", "แบบ ผด.01"),
                        List.of("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2511"),
                        List.of("ยุทธศาสตร์ที่ 1"),
                        List.of("แผนงานการศึกษา", "1", "50.00", "1000000", "25.00", "กองการศึกษา"),
                        List.of("แผนงานสาธารณสุข", "1", "50.00", "3000000.5", "75.00", "กองสาธารณสุข"),
                        List.of("รวม", "2", "100.00", "4000000.5", "100.00"),
                        List.of("รวมทั้งสิ้น", "2", "100.00", "4000000.5", "100.00"));
        assertThat(summary.toString()).contains("นายกองค์การบริหารส่วนจังหวัดพิษณุโลก");

        var months = rows(signedIn.get(BASE + "/pd02.xlsx", planner));
        var training = months.stream()
                .filter(row -> row.contains("อบรมครู"))
                .findFirst()
                .orElseThrow();
        assertThat(training.subList(0, 5)).containsExactly("1", "อบรมครู", "เป้าหมาย", "1000000", "กองการศึกษา");
        assertThat(training).hasSize(5 + 3);
        assertThat(months).contains(List.of("รวมทั้งสิ้น 2 โครงการ", "4000000.5"));
        assertThat(months.toString()).contains("พ.ศ. 2510", "พ.ศ. 2511", "ต.ค.", "ก.ย.");

        var pdf = signedIn.get(BASE + "/pd02.pdf", planner).getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("แบบผด.02", "4,000,000.50");
        }
        assertThat(signedIn.get(BASE + "/pd03.pdf", planner)).hasStatus(404);
        assertThat(signedIn.get(BASE + "/pd01.doc", planner)).hasStatus(404);
    }

    @Test
    void onlyPlannersWriteItAndTheStaffReadsIt() {
        begin();
        var officer = account("officer", Role.OFFICER);
        assertThat(signedIn.post("/plan/operations", officer, "year", "2512")).hasStatus(403);
        assertThat(signedIn.get(WORK, officer)).hasStatusOk().bodyText().doesNotContain("/plan/operations/2511/send");
        assertThat(signedIn.get(WORK, account("citizen", Role.CITIZEN))).hasStatus(403);
        assertThat(browser.get().uri("/plan/operations")).bodyText().doesNotContain(WORK);
        // With a query it is no page that is kept for readers who are not signed in.
        assertThat(signedIn.get("/plan/operations?of=officer", officer))
                .bodyText()
                .contains(WORK, "30 ตุลาคม 2510");
        assertThat(signedIn.get("/desk", planner)).bodyText().contains(WORK);
        assertThat(signedIn.get("/desk", officer)).bodyText().doesNotContain(WORK);
        assertThat(signedIn.post("/plan/operations", planner, "year", "2699")).hasStatus(422);
    }

    private void begin() {
        assertThat(signedIn.post("/plan/operations", planner, "year", "2511", "ordinance", "1967-09-30"))
                .hasStatus(303);
        assertThat(clock.due("plan.operation-announced", YEAR, true)).contains(LocalDate.of(1967, 10, 30));
    }

    private List<Activity> activities() {
        return operations.activities(operations.find(YEAR).orElseThrow());
    }

    private static String address(Activity activity) {
        return BASE + "/activities/" + activity.id();
    }

    private void decide(Acting who) {
        var subject = operations.find(YEAR).orElseThrow().subject();
        var matter = approvals.find(Announcing.KIND, subject).orElseThrow();
        assertThat(approvals.act(matter.id(), who, Ask.of(Act.Kind.APPROVE, "", matter.acts())))
                .isInstanceOf(Outcome.Done.class);
        var after = approvals.find(Announcing.KIND, subject).orElseThrow();
        if (!after.state().isClosed() && after.step().equals(matter.step())) {
            approvals.act(matter.id(), who, Ask.of(Act.Kind.CLOSE_VOTE, "", after.acts()));
        }
    }

    private Acting account(String name, Role role) {
        var id = UUID.randomUUID();
        jdbc.sql("""
            insert into people.account (id, user_name, display_name, enabled, must_change_password, created_at)
            values (:id, :name, :name, true, false, now())
            """)
                .param("id", id)
                .param("name", name + "-" + id.toString().substring(0, 8))
                .update();
        jdbc.sql("insert into people.account_role (account, role) values (:id, :role)")
                .param("id", id)
                .param("role", role.code())
                .update();
        return new Acting(id, false, name, Set.of(role), false);
    }

    private void seat(Acting who, String body) {
        jdbc.sql("delete from approvals.seat where body = :body")
                .param("body", body)
                .update();
        jdbc.sql("""
            insert into approvals.seat (id, body, account, office, since, until)
            values (gen_random_uuid(), :body, :account, 'chair', current_date - 1, null)
            """).param("body", body).param("account", who.id()).update();
    }

    private MvcTestResult save(String address, int revision, boolean isFragment, String... fields) {
        var request =
                browser.post().uri(address).with(as(planner)).with(formToken()).param("revision", "" + revision);
        if (isFragment) {
            request.header("HX-Request", "true");
        }
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /// The rows of a workbook's first sheet without empty cells.
    private static List<List<String>> rows(MvcTestResult result) throws IOException {
        assertThat(result).hasStatusOk();
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .filter(Objects::nonNull)
                            .map(cell -> cell.getType() == CellType.NUMBER ? plain(cell.asNumber()) : cell.getText())
                            .filter(text -> !text.isEmpty())
                            .toList())
                    .filter(row -> !row.isEmpty())
                    .toList();
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
