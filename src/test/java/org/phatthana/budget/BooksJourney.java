package org.phatthana.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// The money of a year in the hands of a budget officer: opened from the ordinance, written out for a project,
/// spent, put right, transferred, closed, opened again and ended; and as everyone reads it.
class BooksJourney extends Journey {

    private static final String BOOKS = "/budget/2565/books";

    @Test
    void aYearOfMoneyFromTheOrdinanceToItsEnd() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var officer = visit(Reader.DESK_TH);
        Office.join(administrator, officer, "กานดา คุมงบ", "kanda", "budget-officer");
        var phone = visit(Reader.PHONE_EN);
        Office.signIn(phone, "kanda", Office.PASSWORD);
        var executive = visit(Reader.DESK_EN);
        Office.join(administrator, executive, "นายก ลงนาม", "nayok-money", "executive");

        openFromTheOrdinance(officer);
        spendOnAProject(officer, phone);
        transfer(officer, executive);
        closeAndOpenAgain(officer);
        endTheYear(officer);
        everyoneReads();
    }

    private static void openFromTheOrdinance(Visit officer) {
        officer.open(BOOKS);
        look(officer, "closed");
        officer.page().fill("#number", "ข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2565");
        officer.page().fill("#date", "2021-09-28");
        officer.page().click("form:has(#number) button");
        officer.page().waitForLoadState();
        assertThat(officer.page().textContent("main")).contains("929.30", "อุตสาหกรรมและการโยธา");
        look(officer, "books");
    }

    /// On the sample books, whose plan has projects.
    private static void spendOnAProject(Visit officer, Visit phone) {
        officer.open("/budget/2566/books?type=งบลงทุน");
        var page = officer.page();
        look(officer, "books-investment");
        page.locator("tbody a:has-text('งบลงทุน · ก่อสร้าง')").first().click();
        page.waitForLoadState();
        look(officer, "line");
        page.click("a[href$='/item']");
        page.fill("input[name=q]", "พันเสา");
        page.press("input[name=q]", "Enter");
        page.waitForLoadState();
        look(officer, "item-find");
        page.locator("main a[href*='item?project=']").first().click();
        page.waitForLoadState();
        page.fill("#amount", "2,500,000");
        page.fill("#number", "พล 51002/200");
        look(officer, "item");
        page.click("form:has(#amount) button[type=submit]");
        page.waitForURL("**entered=*");
        look(officer, "item-written");
        var line = page.url().replaceAll("^.*(/budget/lines/[0-9a-z]+).*$", "$1");

        enter(officer, line, "allotment", "2500000", "2023-04-03");
        enter(officer, line, "reservation", "2000000", "2023-04-20");
        enter(officer, line, "commitment", "1950000", "2023-05-15");
        phone.open(line + "/enter?kind=disbursement");
        phone.page().fill("#amount", "1,950,000.01");
        phone.page().fill("#number", "V 77/2566");
        phone.expectComplaint("status of 422");
        phone.page().click("main form button[type=submit]");
        assertThat(phone.page().textContent(".error-summary")).contains("has 1,950,000 baht only");
        assertThat(phone.page().inputValue("#amount")).isEqualTo("1,950,000.01");
        look(phone, "overspent");
        enter(officer, line, "disbursement", "975000", "2023-07-10");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("กลับรายการนี้"))
                .first()
                .click();
        page.waitForLoadState();
        page.fill("#number", "พล 51002/231");
        page.fill("#reason", "ลงจำนวนเงินผิดงวด");
        look(officer, "reversal");
        page.click("form:has(#reason) button[type=submit]");
        page.waitForURL("**entered=*");
        assertThat(page.textContent("main")).contains("กลับรายการแล้ว", "ลงจำนวนเงินผิดงวด");
        look(officer, "line-spent");
        page.click("main a[href*='/projects/']");
        page.waitForLoadState();
        assertThat(page.textContent("main")).contains("แยกรายการงบประมาณให้โครงการ", "ผูกพันตามสัญญา");
        look(officer, "project");
    }

    private static void enter(Visit officer, String line, String kind, String amount, String day) {
        officer.open(line + "/enter?kind=" + kind);
        var page = officer.page();
        page.fill("#amount", amount);
        page.fill("#day", day);
        page.fill("#number", "พล 51002/" + kind);
        if (kind.equals("disbursement")) {
            look(officer, "enter");
        }
        page.click("main form button[type=submit]");
        page.waitForURL("**entered=*");
    }

    private static void transfer(Visit officer, Visit executive) {
        var page = officer.page();
        officer.open("/budget/2565/transfers");
        page.click("form[action$='/transfers'] button");
        page.waitForURL("**/budget/transfers/*");
        var address = page.url().replaceAll("^.*(/budget/transfers/[0-9a-z]+).*$", "$1");
        add(page, "การศึกษา งบดำเนินงาน", "true");
        add(page, "สาธารณสุข งบดำเนินงาน", "false");
        page.fill("#amount-1", "500,000");
        page.fill("#amount-2", "500,000");
        page.fill("#number", "พล 51002/310");
        page.fill("#date", "2022-05-09");
        page.fill("#reason", "ค่ายาและเวชภัณฑ์ไม่พอจ่ายถึงสิ้นปี");
        page.click("form#transfer button[type=submit]:not([name])");
        page.waitForLoadState();
        look(officer, "transfer-draft");
        page.click("button[name=then][value=send]");
        page.waitForLoadState();
        assertThat(page.textContent("main")).contains("อยู่ระหว่างพิจารณา", "ข้อ 26");
        executive.open("/desk");
        look(executive, "desk-executive");
        executive.open(address);
        look(executive, "transfer-to-sign");
        executive.page().click("#approval-panel button[name=kind][value=approve]");
        executive.page().waitForLoadState();
        officer.open(address);
        assertThat(page.textContent("main")).contains("อนุมัติแล้ว เงินโอนแล้ว");
        look(officer, "transfer-decided");
    }

    private static void add(Page page, String words, String decrease) {
        page.fill("input[name=q]", words);
        page.press("input[name=q]", "Enter");
        page.waitForLoadState();
        page.locator(".transfer-offered button[value=" + decrease + "]").first().click();
        page.waitForLoadState();
    }

    private static void closeAndOpenAgain(Visit officer) {
        officer.open("/desk");
        look(officer, "desk");
        officer.open("/budget/2565/closing");
        var page = officer.page();
        look(officer, "closing");
        page.locator("form:has(input[name=through][value='3']) button").click();
        page.waitForLoadState();
        assertThat(page.locator(".month-closed").count()).isEqualTo(3);
        page.fill("#reason", "พบฎีกาเดือนธันวาคมที่ลงผิดรายการ");
        page.click("form:has(#reason) button");
        page.waitForLoadState();
        assertThat(page.locator(".month-closed").count()).isEqualTo(2);
        assertThat(page.textContent("main")).contains("พบฎีกาเดือนธันวาคมที่ลงผิดรายการ");
        look(officer, "reopened");
    }

    /// A year whose books are typed; that of the ordinance cannot end into sample books.
    private static void endTheYear(Visit officer) {
        var page = officer.page();
        officer.open("/budget/2565/year-end");
        page.fill("#number-lapse", "พล 51002/611");
        officer.expectComplaint("status of 422");
        page.click("button[value=do]");
        page.waitForLoadState();
        assertThat(page.textContent(".error-summary")).contains("ลบข้อมูลตัวอย่างก่อน");

        officer.open("/budget/2562/books");
        page.click("form:has(input[value=empty]) button");
        page.waitForLoadState();
        typeALine(officer, "งบลงทุน", "ก่อสร้าง", "3,000,000");
        typeALine(officer, "งบดำเนินงาน", "บริหารทั่วไป", "400,000.50");
        officer.open("/budget/2562/year-end");
        page.locator("input[type=checkbox][name^='carry-']").first().check();
        page.click("button[value=preview]");
        page.waitForLoadState();
        page.fill("#number-investment", "สมัยสามัญ สมัยที่ 3/2562");
        page.fill("#number-lapse", "พล 51002/611");
        look(officer, "year-end");
        page.click("button[value=do]");
        page.waitForURL("**/books");
        assertThat(page.textContent("main")).contains("400,000.50", "3,000,000");
        look(officer, "ended");
        officer.open("/budget/2563/books");
        assertThat(page.textContent("main")).contains("เงินกันรับมา", "3,000,000");
        look(officer, "carried-in");
    }

    private static void typeALine(Visit officer, String type, String task, String amount) {
        officer.open("/budget/2562/lines/new");
        var page = officer.page();
        page.selectOption("#programme", "อุตสาหกรรมและการโยธา");
        page.selectOption("#type", type);
        page.fill("#task", task);
        page.fill("#amount", amount);
        page.fill("#number", "ข้อบัญญัติงบประมาณรายจ่าย 2562");
        look(officer, "line-new");
        page.click("form:has(#task) button[type=submit]");
        page.waitForURL("**entered=*");
    }

    private void everyoneReads() {
        for (var reader : new Reader[] {Reader.PHONE_TH, Reader.DESK_EN}) {
            var citizen = visit(reader);
            citizen.open("/budget/2566");
            citizen.page().waitForSelector(".flow svg");
            assertThat(citizen.page().textContent("main"))
                    .contains(citizen.says("เงินไปถึงไหนแล้ว", "How far the money has come"));
            look(citizen, "year");
            citizen.page().locator("#spent ~ div tfoot a").first().click();
            citizen.page().waitForLoadState();
            assertThat(citizen.page().url()).contains("/books");
            look(citizen, "books-public");
            citizen.page().locator("tbody a[href*='/budget/lines/']").first().click();
            citizen.page().waitForLoadState();
            look(citizen, "line-public");
            citizen.open("/budget/2565/transfers");
            look(citizen, "transfers");
            citizen.open("/budget/2565/closing");
            look(citizen, "closing-public");
        }
    }

    private static void look(Visit visit, String name) {
        visit.photograph(name);
        visit.checkAccessibility();
    }
}
