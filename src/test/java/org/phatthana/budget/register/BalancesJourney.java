package org.phatthana.budget.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An office comes over from another system: its register has a heading that nobody knows, which an officer
/// explains once; the next file is understood, also on a phone and in English.
class BalancesJourney extends Journey {

    private static final String HEADS = """
        องค์การบริหารส่วนจังหวัด,,,,,,,
        ทะเบียนคุมงบประมาณรายจ่าย ปีงบประมาณ พ.ศ. ๒๕๖๗ ณ วันที่ 31 มีนาคม 2567,,,,,,,
        รายการ,ยอดเงินต้นปี,โอนเพิ่ม,โอนลด,ก่อหนี้ผูกพัน,เบิกจ่ายแล้ว,คงเหลือ,สีแฟ้ม
        แผนงานอุตสาหกรรมและการโยธา,,,,,,,
        งานก่อสร้าง,,,,,,,
        งบลงทุน,,,,,,,
        ค่าที่ดินและสิ่งก่อสร้าง,,,,,,,
        """;

    @Test
    void anOfficeComesOverFromAnotherSystem() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var officer = visit(Reader.DESK_TH);
        Office.join(administrator, officer, "พิมพ์ใจ งบดี", "pimjai", "budget-officer");
        officer.open("/imports/balances");
        officer.photograph("form");
        officer.checkAccessibility();
        send(officer, """
            ก่อสร้างถนนสายบ้านใหม่,"1,000,000.50",200000,-,"500,000","300,000.25","400,000.25",แดง
            ก่อสร้างสะพานบ้านท่า,800000,-,200000,-,-,600000,เขียว
            รวมทั้งสิ้น,"1,800,000.50",200000,200000,500000,"300,000.25","1,000,000.25",
            """);
        assertThat(officer.page().textContent("main")).contains("ไม่มีคอลัมน์สำหรับ “ตั้งไว้”", "ไม่รู้จัก");
        officer.photograph("unknown");
        officer.checkAccessibility();
        officer.page().selectOption("#column-1", "appropriated");
        officer.page().click(".column-form button[type=submit]");
        assertThat(officer.page().textContent("main"))
                .contains("สิ่งที่จะเปลี่ยน", "ก่อสร้างถนนสายบ้านใหม่", "1,000,000.50");
        officer.photograph("mapped");
        officer.checkAccessibility();
        officer.page().click("form[action$='/accept'] button");
        officer.page().waitForURL("**/budget/2567/books");
        assertThat(officer.page().textContent("main")).contains("ก่อสร้างสะพานบ้านท่า");
        officer.photograph("books");
        officer.checkAccessibility();
        aSupplementaryOrdinanceIsTakenIn(officer);
        theNextFileIsUnderstood(administrator);
    }

    private void aSupplementaryOrdinanceIsTakenIn(Visit officer) {
        officer.page().click("a[href$='/imports/supplement']");
        officer.page().fill("#document", "1/2567");
        officer.page().fill("#day", "15 พฤษภาคม 2567");
        hand(officer, "ข้อบัญญัติเพิ่มเติม.csv", """
            ข้อบัญญัติงบประมาณรายจ่ายเพิ่มเติม ปีงบประมาณ พ.ศ. ๒๕๖๗,,,,
            ด้าน,แผนงาน,งาน,งบ,จำนวนเงิน
            ด้านการเศรษฐกิจ,แผนงานอุตสาหกรรมและการโยธา,งานก่อสร้าง,งบลงทุน,"2,500,000"
            """.getBytes(StandardCharsets.UTF_8));
        officer.page().waitForURL("**/imports/supplement/*");
        assertThat(officer.page().textContent("main")).contains("2,500,000", "เปิดรายการใหม่ในบัญชี");
        officer.photograph("supplement");
        officer.checkAccessibility();
        officer.page().click("form[action$='/accept'] button");
        officer.page().waitForURL("**/budget/2567/books");
        assertThat(officer.page().textContent("main")).contains("2,500,000", "งบลงทุน · งานก่อสร้าง");
        officer.photograph("supplemented");
    }

    private void theNextFileIsUnderstood(Visit administrator) throws IOException {
        var other = visit(Reader.PHONE_EN);
        Office.join(administrator, other, "Somsri Budget", "somsri", "budget-officer");
        other.open("/imports/balances");
        other.photograph("form");
        other.checkAccessibility();
        send(other, """
            ก่อสร้างถนนสายบ้านใหม่,"1,000,000.50",200000,-,"250,000","550,000.25","400,000.25",แดง
            """);
        assertThat(other.page().textContent("main")).contains("remembered from an earlier file", "What would change");
        other.photograph("remembered");
        other.checkAccessibility();
        other.page().setViewportSize(320, 700);
        other.photograph("remembered-narrow");
        other.checkAccessibility();
        other.open("/imports/balances/columns");
        other.photograph("columns");
        other.checkAccessibility();
        other.page().click("form[action$='/forget'] button");
        assertThat(other.page().textContent("main")).contains("No choice is remembered yet");
        administrator.open("/imports/contracts");
        administrator.photograph("contracts");
        administrator.checkAccessibility();
    }

    /// Hands in a register as an office's program of old writes it.
    private static void send(Visit visit, String rows) {
        hand(visit, "ทะเบียนคุม.csv", (HEADS + rows).getBytes(Charset.forName("x-windows-874")));
        visit.page().waitForURL("**/imports/balances/*");
    }

    private static void hand(Visit visit, String name, byte[] content) {
        visit.page().setInputFiles("#file", new FilePayload(name, "text/csv", content));
        visit.page().click("main form[enctype] button[type=submit]");
    }
}
