package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.people.Role;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.Sheets;
import org.springframework.beans.factory.annotation.Autowired;

/// What the law has published of procurement: the page, the files and the announcement.
class DisclosureTest extends FundedProjectTest {

    @Autowired
    StatutoryClock clock;

    @Test
    void theMonthsSummaryIsCurrentOnThePageAndAsFiles() throws IOException {
        var work = contracted();
        assertThat(browser.get().uri("/works/disclosure/1990-11"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "พฤศจิกายน 2533",
                        "ก่อสร้างถนนสายทดสอบ",
                        "หจก. พิษณุโลกการโยธา (800,000 บาท)",
                        "บจก. สองแคว (845,000 บาท)",
                        "790,000",
                        "ราคาต่ำสุดและคุณสมบัติครบ",
                        "12/2534",
                        "ประกวดราคาอิเล็กทรอนิกส์");
        assertThat(browser.get().uri("/works/disclosure/1990-12")).bodyText().contains("ไม่มีการลงนามสัญญา");
        assertThat(browser.get().uri("/works/disclosure")).bodyText().contains("/works/disclosure/1990-11");
        var sheet = Sheets.texts(
                        browser.get().uri("/works/disclosure/1990-11/skr1.xlsx").exchange())
                .getFirst();
        assertThat(sheet.toString())
                .contains(
                        "แบบ สขร.1",
                        "สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน พฤศจิกายน 2533",
                        "หจก. พิษณุโลกการโยธา / 790,000 บาท",
                        "12/2534 ลงวันที่ 10 พฤศจิกายน 2533");
        var pdf = browser.get()
                .uri("/works/disclosure/1990-11/skr1.pdf")
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("12/2534", "790,000");
        }
        owner.tell(work, "correction", "fact", contract(work), "reason", "พิมพ์ผิด", "memo", "พล 3");
        assertThat(browser.get().uri("/works/disclosure/1990-11?now=1"))
                .bodyText()
                .doesNotContain("12/2534");
    }

    @Test
    void theRegisterHasItsSixteenFields() throws IOException {
        contracted();
        owner.open("50000");
        assertThat(browser.get().uri("/works/disclosure/register/2534"))
                .hasStatusOk()
                .bodyText()
                .contains("กระทรวงมหาดไทย", "ข้อบัญญัติงบประมาณ", "อยู่ระหว่างดำเนินการ", "790,000", "850,000");
        var rows = Sheets.texts(browser.get()
                        .uri("/works/disclosure/register/2534/register.xlsx")
                        .exchange())
                .getFirst();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .containsExactly(
                                "ที่",
                                "ปีงบประมาณ",
                                "ชื่อหน่วยงาน",
                                "อำเภอ",
                                "จังหวัด",
                                "กระทรวง",
                                "ประเภทหน่วยงาน",
                                "ชื่อรายการของงานที่ซื้อหรือจ้าง",
                                "วงเงินงบประมาณที่ได้รับจัดสรร",
                                "แหล่งที่มาของงบประมาณ",
                                "สถานะการจัดซื้อจัดจ้าง",
                                "วิธีการจัดซื้อจัดจ้าง",
                                "ราคากลาง",
                                "ราคาที่ตกลงซื้อหรือจ้าง",
                                "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก",
                                "เลขที่โครงการในระบบ e-GP"));
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("หจก. พิษณุโลกการโยธา", "790000"));
        assertThat(rows.stream().filter(row -> row.contains("2534"))).hasSize(2);
        assertThat(browser.get().uri("/works/disclosure/register/2534/register.pdf"))
                .hasStatusOk();
    }

    @Test
    void anAnnouncementIsAPublicActThatTheStatutoryClockSees() {
        var work = contracted();
        assertThat(signedIn.post("/works/disclosure/1990-11/announcement", officer))
                .hasStatus(303);
        assertThat(signedIn.post("/works/disclosure/1990-11/announcement", officer))
                .hasStatus(303);
        assertThat(jdbc.sql("select count(*) from works.disclosure where month = '1990-11'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.get().uri("/works/disclosure/1990-11?announced=1"))
                .bodyText()
                .contains("ประกาศแล้วเมื่อ");
        assertThat(clock.in(Bench.YEAR))
                .filteredOn(due -> due.duty().id().equals("procurement-disclosure")
                        && due.period().key().equals("1990-11")
                        && due.sample())
                .singleElement()
                .satisfies(due -> assertThat(due.state().isDone()).isTrue())
                .satisfies(due -> assertThat(due.due()).contains(LocalDate.of(1990, 12, 15)));
        assertThat(jdbc.sql("select canonical from proof.entry where kind = 'works.disclosed' order by position desc"
                                + " limit 1")
                        .query(String.class)
                        .single())
                .contains("\"month\":\"1990-11\"", "12/2534 790000.00", work);
        owner.tell(work, "correction", "fact", contract(work), "reason", "พิมพ์ผิด", "memo", "พล 3");
        assertThat(browser.get().uri("/works/disclosure/1990-11?changed=1"))
                .bodyText()
                .contains("ให้ประกาศใหม่");
        assertThat(signedIn.post("/works/disclosure/2100-01/announcement", officer))
                .hasStatus(404);
        assertThat(signedIn.post(
                        "/works/disclosure/1990-11/announcement", new Accounts(jdbc).add("planner", Role.PLANNER)))
                .hasStatus(403);
        assertThat(browser.get().uri("/works/disclosure/1990-13")).hasStatus(404);
    }

    private String contracted() {
        var work = owner.open("900000");
        owner.award(work, "790000");
        owner.tell(work, "contract", "number", "12/2534", "price", "790000", "begins", DAY, "ends", "1991-02-28");
        return work;
    }

    private String contract(String work) {
        return Integer.toString(
                works.find(work).flatMap(Work::contract).map(Told::number).orElseThrow());
    }
}
