package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// The forms of a small plan cell by cell, against what regulations have in them; and those of a real one.
@SpringBootTest
@AutoConfigureMockMvc
@Import(HistoryTest.Days.class)
class PlanFormsTest {

    private static final String HEADING = "ที่|โครงการ|วัตถุประสงค์|เป้าหมาย (ผลผลิตของโครงการ)|งบประมาณ|||||ตัวชี้วัด"
            + " (KPI)|ผลที่คาดว่าจะได้รับ|หน่วยงานรับผิดชอบหลัก";

    private static final FiscalYear FIRST = new FiscalYear(2566);
    private static final String WATER = "1. ยุทธศาสตร์น้ำ";
    private static final String HEALTH = "2. ยุทธศาสตร์สุขภาพ";
    private static final String NAME = "แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570)";

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

    private String plan = "";
    private LocalDate firstDay = LocalDate.EPOCH;

    @BeforeEach
    void aSmallPlan() {
        plan = editions.begin(NAME, FIRST, false);
        add(0, content(ProjectContent.Form.P02, WATER, "กลยุทธ์ที่ 1", "แผนงานการเกษตร", "ขุดสระ", 100_000, 50_000));
        add(0, content(ProjectContent.Form.P02, WATER, "กลยุทธ์ที่ 2", "แผนงานการเกษตร", "ขุดคลอง", 0, 200_000));
        add(0, content(ProjectContent.Form.P02, HEALTH, "", "แผนงานสาธารณสุข", "ตรวจสุขภาพ", 7_000, 0));
        add(0, content(ProjectContent.Form.P02_1, HEALTH, "", "แผนงานสาธารณสุข", "เครื่องออกกำลังกาย", 1_000, 0));
        add(0, content(ProjectContent.Form.P03, HEALTH, "", "แผนงานสาธารณสุข", "ครุภัณฑ์แพทย์ เตียง", 9_000, 0));
        announce(0);
        firstDay = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Bangkok"));
        clock.nextDay();
        clock.nextDay();
    }

    @Test
    void theProjectsFormHasItsTwelveColumnsAndTotals() throws IOException {
        var sheets = sheets("p02.xlsx", "");
        assertThat(sheets).hasSize(2);
        assertThat(sheets.getFirst())
                .containsExactly(
                        "|||||||||||แบบ ผ.02",
                        "รายละเอียดโครงการพัฒนา",
                        NAME,
                        "องค์การบริหารส่วนจังหวัดพิษณุโลก",
                        "ก. ยุทธศาสตร์ชาติ 20 ปี (พ.ศ. 2561–2580)",
                        "ข. แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13 (พ.ศ. 2566–2570)",
                        "ค. เป้าหมายการพัฒนาที่ยั่งยืน (SDGs)",
                        "ง. ยุทธศาสตร์จังหวัดพิษณุโลก",
                        "จ. ยุทธศาสตร์การพัฒนาขององค์กรปกครองส่วนท้องถิ่นในเขตจังหวัดพิษณุโลก",
                        WATER,
                        HEADING,
                        "||||2566 (บาท)|2567 (บาท)|2568 (บาท)|2569 (บาท)|2570 (บาท)",
                        "กลยุทธ์ที่ 1",
                        "แผนงานการเกษตร",
                        "1|ขุดสระ|เพื่อขุดสระ|กว้าง 4 เมตร|100000|50000.25|0|0|0|ร้อยละ 80|ได้ขุดสระ|กองช่าง",
                        "กลยุทธ์ที่ 2",
                        "แผนงานการเกษตร",
                        "2|ขุดคลอง|เพื่อขุดคลอง|กว้าง 4 เมตร|0|200000.25|0|0|0|ร้อยละ 80|ได้ขุดคลอง|กองช่าง",
                        "รวม 2 โครงการ||||100000|250000.5|0|0|0");
        assertThat(sheets.getLast())
                .containsSequence(
                        HEALTH,
                        "แผนงานสาธารณสุข",
                        HEADING,
                        "||||2566 (บาท)|2567 (บาท)|2568 (บาท)|2569 (บาท)|2570 (บาท)",
                        "1|ตรวจสุขภาพ|เพื่อตรวจสุขภาพ|กว้าง 4 เมตร|7000|0|0|0|0|ร้อยละ 80|ได้ตรวจสุขภาพ|กองช่าง",
                        "รวม 1 โครงการ||||7000|0|0|0|0",
                        "รวมทั้งสิ้น 3 โครงการ||||107000|250000.5|0|0|0",
                        "หน่วย: บาท",
                        "ที่มา: " + NAME);
        assertThat(String.join("\n", sheets.getLast()))
                .contains("(ลงชื่อ)", "ปลัดองค์การบริหารส่วนจังหวัดพิษณุโลก", "นายกองค์การบริหารส่วนจังหวัดพิษณุโลก");
    }

    @Test
    void theSummaryHasProjectsAndBahtOfEachYearAndSums() throws IOException {
        var rows = sheets("p01.xlsx", "").getFirst();
        assertThat(rows)
                .containsSequence(
                        "ยุทธศาสตร์ / แผนงาน|ปี 2566||ปี 2567||ปี 2568||ปี 2569||ปี 2570||รวม 5 ปี",
                        "|" + "จำนวนโครงการ|งบประมาณ (บาท)|".repeat(5) + "จำนวนโครงการ|งบประมาณ (บาท)",
                        WATER,
                        "แผนงานการเกษตร|1|100000|2|250000.5|0|0|0|0|0|0|2|350000.5",
                        "รวม|1|100000|2|250000.5|0|0|0|0|0|0|2|350000.5",
                        HEALTH,
                        "แผนงานสาธารณสุข|2|8000|0|0|0|0|0|0|0|0|2|8000",
                        "รวม|2|8000|0|0|0|0|0|0|0|0|2|8000",
                        "รวมโครงการ|3|108000|2|250000.5|0|0|0|0|0|0|4|358000.5",
                        "บัญชีครุภัณฑ์ (แบบ ผ.03)",
                        "แผนงานสาธารณสุข|1|9000|0|0|0|0|0|0|0|0|1|9000",
                        "รวม|1|9000|0|0|0|0|0|0|0|0|1|9000",
                        "รวมทั้งสิ้น|4|117000|2|250000.5|0|0|0|0|0|0|5|367000.5");
    }

    @Test
    void theVariantsHaveTheirAmphoeAndEquipmentItsOwnColumns() throws IOException {
        assertThat(sheets("p02-1.xlsx", "").getFirst())
                .contains(
                        "รายละเอียดโครงการพัฒนาที่ประสานจากองค์กรปกครองส่วนท้องถิ่นและชุมชน",
                        "1|เครื่องออกกำลังกาย|เพื่อเครื่องออกกำลังกาย|กว้าง 4 เมตร|1000|0|0|0|0|ร้อยละ"
                                + " 80|ได้เครื่องออกกำลังกาย|วังทอง|กองช่าง");
        assertThat(sheets("p03.xlsx", "").getFirst())
                .containsSequence(
                        "ที่|แผนงาน|หมวด|ประเภท|เป้าหมาย (ผลผลิตของครุภัณฑ์)|งบประมาณ|||||หน่วยงานรับผิดชอบหลัก",
                        "|||||2566 (บาท)|2567 (บาท)|2568 (บาท)|2569 (บาท)|2570 (บาท)",
                        "1|แผนงานสาธารณสุข|ค่าครุภัณฑ์|ครุภัณฑ์แพทย์|ครุภัณฑ์แพทย์ เตียง กว้าง 4"
                                + " เมตร|9000|0|0|0|0|กองช่าง",
                        "รวมทั้งสิ้น 1 รายการ|||||9000|0|0|0|0");
        assertThat(sheets("p02-2.xlsx", "").getFirst()).contains("รวมทั้งสิ้น 0 โครงการ||||0|0|0|0|0");
    }

    @Test
    void aPlanByIssuesHasNoIndicator() throws IOException {
        plan = editions.begin("แผนพัฒนาท้องถิ่น (พ.ศ. 2571–2575)", new FiscalYear(2566), true);
        add(0, content(ProjectContent.Form.P02, "ประเด็นการพัฒนาที่ 1", "", "แผนงานการเกษตร", "ฝาย", 5, 0));
        announce(0);
        assertThat(sheets("p02.xlsx", "").getFirst())
                .contains(
                        "ที่|โครงการ|วัตถุประสงค์|เป้าหมาย"
                                + " (ผลผลิตของโครงการ)|งบประมาณ|||||ผลที่คาดว่าจะได้รับ|หน่วยงานรับผิดชอบหลัก",
                        "1|ฝาย|เพื่อฝาย|กว้าง 4 เมตร|5|0|0|0|0|ได้ฝาย|กองช่าง");
    }

    @Test
    void anEditionShowsTheOldRowAboveTheNewAndWhatIsDropped() throws IOException {
        var number = change();
        var code = "edition-" + number + ".xlsx";
        assertThat(browser.get().uri(address(code, ""))).hasStatus(404);
        var drafted = SheetTexts.read(browser.get()
                .uri(address(code, ""))
                .with(user("planner").roles("PLANNER"))
                .exchange());
        assertThat(drafted.getFirst()).contains("(ร่าง)").anyMatch(row -> row.endsWith("|ร่าง แบบ ผ.02"));

        announce(number);
        var rows = sheets(code, "").getFirst();
        assertThat(rows)
                .contains(editions.find(plan, number).orElseThrow().title().thai())
                .containsSequence(
                        "กลยุทธ์ที่ 1",
                        "แผนงานการเกษตร",
                        "1 เดิม|ขุดสระ|เพื่อขุดสระ|กว้าง [ตัดออก: 4] เมตร|100000|50000.25|0|0|0|ร้อยละ"
                                + " 80|ได้ขุดสระ|กองช่าง",
                        "1 ใหม่|ขุดสระ|เพื่อขุดสระ|กว้าง 6 เมตร|300000|50000.25|0|0|0|ร้อยละ"
                                + " 80|ได้ขุดสระ|กองช่าง|ราคาสูงขึ้น",
                        "กลยุทธ์ที่ 2",
                        "แผนงานการเกษตร",
                        "2|ขุดคลอง|เพื่อขุดคลอง|กว้าง 4 เมตร|0|200000.25|0|0|0|ร้อยละ"
                                + " 80|ได้ขุดคลอง|กองช่าง|ยกเลิกโครงการ ไม่มีที่ดิน",
                        "รวม 2 รายการ||||300000|50000.25|0|0|0");
        assertThat(rows).noneMatch(row -> row.contains("ร่าง"));
        assertThat(pdf("edition-" + number + ".pdf", ""))
                .contains("แบบ ผ.02", "เดิม", "ใหม่", "ยกเลิกโครงการ")
                .doesNotContain("ร่าง");
    }

    @Test
    void theSummaryEqualsTheSumsOfTheProjectsOnEveryDay() throws IOException {
        var number = change();
        announce(number);
        clock.nextDay();
        for (var day :
                new String[] {"&at=" + firstDay, "&at=" + firstDay.plusDays(1), "&at=" + firstDay.plusDays(2), ""}) {
            var summed = new TreeMap<Integer, Double>();
            for (var form : new String[] {"p02", "p02-1", "p02-2", "p03"}) {
                var money = form.equals("p03") ? 5 : 4;
                SheetTexts.grandTotal(sheets(form + ".xlsx", day), money, 1)
                        .forEach((year, sum) -> summed.merge(year, sum, Double::sum));
            }
            assertThat(SheetTexts.grandTotal(sheets("p01.xlsx", day), 2, 2))
                    .as(day)
                    .isEqualTo(summed);
        }
        assertThat(sheets("p01.xlsx", "&at=" + firstDay)).isNotEqualTo(sheets("p01.xlsx", ""));
        assertThat(browser.get().uri(address("p01.xlsx", "&at=" + firstDay.minusDays(9))))
                .hasStatus(404);
    }

    @Test
    void filesHaveTheirNamesInThaiAndInAscii() throws IOException {
        var answer = browser.get().uri(address("p02-1.pdf", "&at=" + firstDay)).exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .contains("filename=\"plan-2566-2570-p02-1-" + firstDay + ".pdf\"")
                .contains("filename*=UTF-8''%E0%B9%81%E0%B8%9A%E0%B8%9A%20%E0%B8%9C.02-1%202566-2570");
        assertThat(pdf("p02.pdf", "")).contains("บันทึกสาธารณะ ลำดับที่", "หน้า 1 จาก 2");
    }

    @Test
    void thePageListsTheFormsOfThePlanAndItsEditions() {
        var number = change();
        assertThat(browser.get().uri("/plan/forms?plan=" + plan))
                .hasStatusOk()
                .bodyText()
                .contains("/plan/forms/p01.pdf?plan=" + plan, "/plan/forms/p02-1.xlsx", "ไม่มีโครงการในแบบนี้")
                .doesNotContain("/plan/forms/edition-");
        assertThat(browser.get()
                        .uri("/plan/forms?plan=" + plan)
                        .with(user("planner").roles("PLANNER")))
                .bodyText()
                .contains("/plan/forms/edition-" + number + ".pdf", "ร่าง");
        announce(number);
        assertThat(browser.get().uri("/en/plan/forms?plan=" + plan))
                .bodyText()
                .contains("/en/plan/forms/edition-" + number + ".xlsx", "Announced", "change no. 1/");
        assertThat(browser.get().uri(address("edition-0.xlsx", ""))).hasStatus(404);
    }

    /// Drafts an edition that changes the first project and drops the second.
    private int change() {
        var edition = editions.open(plan, Edition.Type.CHANGED, "ทบทวน").number();
        var projects =
                plans.projects(ProjectQuery.all(plans.find(plan).orElseThrow().standing()), 0, 10);
        var begun = drafts.amend(plan, edition, projects.getFirst().id(), Writer.PROGRAM);
        var draft = ((DraftOutcome.Kept) begun).draft();
        var changed = content(
                ProjectContent.Form.P02,
                WATER,
                "กลยุทธ์ที่ 1",
                "แผนงานการเกษตร",
                "ขุดสระ",
                "กว้าง 6 เมตร",
                "ราคาสูงขึ้น",
                300_000,
                50_000);
        drafts.save(draft.id(), draft.revision(), changed, Writer.PROGRAM);
        drafts.drop(plan, edition, projects.get(1).id(), "ไม่มีที่ดิน", Writer.PROGRAM);
        return edition;
    }

    private static ProjectContent content(
            ProjectContent.Form form, String strategy, String tactic, String programme, String name, long... baht) {
        return content(form, strategy, tactic, programme, name, "กว้าง 4 เมตร", "", baht);
    }

    private static ProjectContent content(
            ProjectContent.Form form,
            String strategy,
            String tactic,
            String programme,
            String name,
            String target,
            String reason,
            long... baht) {
        var funding = new ArrayList<Funding>();
        funding.add(new Funding(FIRST, "", Money.ofBaht(baht[0])));
        if (baht[1] > 0) {
            funding.add(new Funding(FIRST.plus(1), "", new Money(baht[1] * 100 + 25)));
        }
        return new ProjectContent(
                form,
                strategy,
                tactic,
                programme,
                "G10",
                Localized.thai(name),
                "เพื่อ" + name,
                Localized.thai(target),
                funding,
                Localized.thai("ร้อยละ 80"),
                "ได้" + name,
                "กองช่าง",
                form == ProjectContent.Form.P03 ? "ค่าครุภัณฑ์" : "",
                form == ProjectContent.Form.P03 ? "ครุภัณฑ์แพทย์" : "",
                List.of(new PlaceCode("650801")),
                "",
                List.of(16),
                reason,
                "");
    }

    private void add(int edition, ProjectContent content) {
        assertThat(drafts.add(plan, edition, content, Writer.PROGRAM)).isInstanceOf(DraftOutcome.Kept.class);
    }

    private void announce(int edition) {
        drafts.of(plan, edition).forEach(draft -> drafts.move(draft.id(), Draft.State.APPROVED));
        List<Message> objections = transaction.execute(_ -> announcements.announce(plan, edition, "executive"));
        assertThat(objections).isEmpty();
    }

    private String address(String file, String more) {
        return "/plan/forms/" + file + "?plan=" + plan + more;
    }

    private byte[] bytes(String file, String more) {
        var answer = browser.get().uri(address(file, more)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String pdf(String file, String more) throws IOException {
        try (var document = Loader.loadPDF(bytes(file, more))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private List<List<String>> sheets(String file, String more) throws IOException {
        return SheetTexts.read(browser.get().uri(address(file, more)).exchange());
    }
}
