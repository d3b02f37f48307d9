package org.phatthana.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.plan.operation.SmallOffice.BASE;
import static org.phatthana.plan.operation.SmallOffice.WORK;
import static org.phatthana.plan.operation.SmallOffice.YEAR;
import static org.phatthana.testing.SignedIn.location;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Approvals;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.Sheets;
import org.phatthana.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class OperationTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Operations operations;

    @Autowired
    StatutoryClock clock;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private SmallOffice office;
    private SignedIn signedIn;
    private Accounts accounts;
    private Acting planner;

    @BeforeEach
    void planInForce() {
        office = new SmallOffice(browser, jdbc, operations, approvals);
        office.put();
        signedIn = office.signedIn();
        accounts = office.accounts();
        planner = accounts.add("planner", Role.PLANNER);
    }

    @AfterEach
    void noPlan() {
        office.remove();
    }

    @Test
    void whatThePlanHasInTheYearIsOfferedWithTheOrdinancesAmount() {
        office.begin(planner);
        assertThat(clock.due("plan.operation-announced", YEAR, true)).contains(LocalDate.of(1967, 10, 30));
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
        var activities = office.activities();
        assertThat(activities)
                .extracting(activity -> activity.content().name())
                .containsExactly("อบรมครู", "ตรวจสุขภาพ");
        assertThat(activities.getLast().content().budget().toPlainString()).isEqualTo("3000000.50");
        // A second activity of a project has only the money that is left, and all of them are not added twice.
        assertThat(signedIn.post(BASE + "/activities", planner, "all", "true")).hasStatus(303);
        assertThat(office.activities()).hasSize(2);
        assertThat(signedIn.post(
                        BASE + "/activities",
                        planner,
                        "project",
                        activities.getFirst().project().orElseThrow()))
                .hasStatus(303);
        assertThat(office.activities())
                .extracting(activity -> activity.content().budget().toPlainString())
                .containsExactly("1000000.00", "0.00", "3000000.50");
    }

    @Test
    void monthsAreSavedAloneAndOfTwoWhoSaveTheSecondIsTold() {
        office.begin(planner);
        var address = location(signedIn.post(BASE + "/activities", planner, "name", "ประชุมประจำปี"));
        assertThat(office.save(planner, address, 1, true, "first", "3", "last", "5"))
                .hasStatusOk()
                .bodyText()
                .contains("บันทึกแล้ว", "value=\"2\"")
                .doesNotContain("<html");
        var content = office.activities().getFirst().content();
        assertThat(content.months()).containsExactly(3, 4, 5);
        assertThat(content.name()).isEqualTo("ประชุมประจำปี");
        assertThat(signedIn.get(WORK, planner)).bodyText().contains("from-3 to-5", "ธันวาคม 2510");

        assertThat(office.save(planner, address, 1, true, "first", "1", "last", "5"))
                .bodyText()
                .contains("มีผู้อื่นบันทึก");
        assertThat(office.save(planner, address, 1, false, "detail", "คำของคนที่สอง"))
                .hasStatus(409)
                .bodyText()
                .contains("คำของคนที่สอง", "มีผู้อื่นบันทึก");
        assertThat(office.save(planner, address, 2, false, "first", "6", "last", "5", "budget", "สองบาท"))
                .hasStatus(422)
                .bodyText()
                .contains("เดือนสุดท้ายต้องไม่ก่อนเดือนแรก", "สองบาท", "budget-error");
        assertThat(office.activities().getFirst().revision()).isEqualTo(2);
        assertThat(signedIn.post(address + "/remove", planner, "revision", "1")).hasStatus(409);
        assertThat(signedIn.post(address + "/remove", planner, "revision", "2")).hasStatus(303);
        assertThat(office.activities()).isEmpty();
    }

    @Test
    void theFormsShowTheSumsAndTheMonthsCellByCell() throws IOException {
        office.begin(planner);
        signedIn.post(BASE + "/activities", planner, "all", "true");
        office.save(planner, SmallOffice.address(office.activities().getFirst()), 1, true, "first", "3", "last", "5");
        var summary = Sheets.texts(signedIn.get(BASE + "/pd01.xlsx", planner)).getFirst();
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

        var months = Sheets.texts(signedIn.get(BASE + "/pd02.xlsx", planner)).getFirst();
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
        office.begin(planner);
        var officer = accounts.add("officer", Role.OFFICER);
        assertThat(signedIn.post("/plan/operations", officer, "year", "2512")).hasStatus(403);
        assertThat(signedIn.get(WORK, officer)).hasStatusOk().bodyText().doesNotContain("/plan/operations/2511/send");
        assertThat(signedIn.get(WORK, accounts.add("citizen", Role.CITIZEN))).hasStatus(403);
        assertThat(browser.get().uri("/plan/operations")).bodyText().doesNotContain(WORK);
        // With a query it is no page that is kept for readers who are not signed in.
        assertThat(signedIn.get("/plan/operations?of=officer", officer))
                .bodyText()
                .contains(WORK, "30 ตุลาคม 2510");
        assertThat(signedIn.get("/desk", planner)).bodyText().contains(WORK);
        assertThat(signedIn.get("/desk", officer)).bodyText().doesNotContain(WORK);
        assertThat(signedIn.post("/plan/operations", planner, "year", "2699")).hasStatus(422);
    }

    @Test
    void monthsNeedNotFollowOneAnother() throws IOException {
        office.begin(planner);
        signedIn.post(BASE + "/activities", planner, "all", "true");
        var address = SmallOffice.address(office.activities().getFirst());
        assertThat(office.save(planner, address, 1, false, "month", "", "month", "6", "month", "3", "month", "4"))
                .hasStatus(303);
        assertThat(office.activities().getFirst().content().months()).containsExactly(3, 4, 6);
        assertThat(signedIn.get(WORK, planner))
                .bodyText()
                .contains("from-3 to-4", "from-6 to-6", "ธ.ค. 2510 – ม.ค. 2511, มี.ค. 2511", address + "#months");
        assertThat(office.save(planner, address, 2, false, "first", "3", "last", "6", "detail", "ตามเดิม"))
                .hasStatus(303);
        assertThat(office.activities().getFirst().content().months())
                .as("the ends are as they were")
                .containsExactly(3, 4, 6);
        assertThat(office.save(planner, address, 3, false, "month", ""))
                .hasStatus(422)
                .bodyText()
                .contains("months-error", "ต้องเลือกอย่างน้อยหนึ่งเดือน");
        var paper = Sheets.texts(signedIn.get(BASE + "/pd02.xlsx", planner)).getFirst();
        assertThat(paper.stream().filter(row -> row.contains("อบรมครู")).findFirst())
                .hasValueSatisfying(row -> assertThat(row).hasSize(5 + 3));
    }
}
