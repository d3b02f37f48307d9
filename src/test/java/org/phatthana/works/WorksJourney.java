package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.files.Pictures;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// Works from the purchase request to the hand-over as their owner tells them, and as everyone reads them.
class WorksJourney extends Journey {

    private static final String SUPPLIER = "หจก. เดินทางทดสอบ";

    @Test
    void anOwnerTellsWorksAndEveryoneReadsThem() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var owner = visit(Reader.DESK_TH);
        Office.join(administrator, owner, "สมหญิง เจ้าของงาน", "somying", "officer");
        var address = open(owner);
        procure(owner, address);
        build(owner, address);
        owner.open(address);
        owner.photograph("work-owner");
        owner.checkAccessibility();

        for (var reader : Reader.values()) {
            var citizen = visit(reader);
            citizen.open(address);
            assertThat(citizen.page().textContent("main")).contains(SUPPLIER, "3,450,000", "ฎ 77/2566");
            assertThat(citizen.page().textContent("main")).doesNotContain("สมหญิง");
            citizen.photograph("work");
            citizen.checkAccessibility();
        }
        var plain = visit(Reader.PHONE_TH, Visit.With.NO_SCRIPTS);
        plain.open(address);
        plain.photograph("work");
        plain.page().click(".breadcrumbs li:last-child a");
        plain.page().waitForURL("**/projects/*");
        assertThat(plain.page().textContent("main")).contains("ลงนามสัญญา", "3,450,000");
        plain.photograph("project");
    }

    private static String open(Visit owner) {
        owner.open("/works/new");
        owner.photograph("choose");
        owner.checkAccessibility();
        var page = owner.page();
        page.click("main table a:has-text('ระบบสูบน้ำ')");
        page.waitForSelector("#amount");
        owner.photograph("open");
        owner.checkAccessibility();
        owner.expectComplaint("status of 422");
        page.fill("#amount", "แพงมาก");
        submit(owner);
        assertThat(page.inputValue("#amount")).isEqualTo("แพงมาก");
        owner.photograph("open-refused");
        owner.checkAccessibility();
        page.fill("#amount", "3,500,000");
        page.selectOption("#method", "e-bidding");
        page.fill("#median", "3,480,000");
        page.fill("#request", "ตย 51002/0188");
        page.fill("#egp", "66010000999");
        page.fill("#day", "2023-04-03");
        page.selectOption("#approver", "executive");
        submit(owner);
        page.waitForSelector("#works-steps");
        var url = page.url();
        return url.substring(url.indexOf("/works/"));
    }

    private static void procure(Visit owner, String address) {
        var page = owner.page();
        step(owner, address, "offers");
        page.fill("#bid-name-0", SUPPLIER);
        page.fill("#bid-price-0", "3,450,000");
        page.fill("#bid-name-1", "บจก. เดินทางสำรอง");
        page.fill("#bid-price-1", "3,470,000");
        told(owner, address, "2023-05-02");
        step(owner, address, "award");
        page.fill("#reason", "เสนอราคาต่ำสุด");
        told(owner, address, "2023-05-08");
        owner.photograph("awarded");
        step(owner, address, "contract");
        page.fill("#number", "ตย 19/2566");
        page.fill("#begins", "2023-05-16");
        page.fill("#ends", "2023-08-13");
        page.selectOption("#approver", "executive");
        told(owner, address, "2023-05-15");
        step(owner, address, "schedule");
        page.fill("#milestone-name-0", "งวดที่ 1 โครงสร้าง");
        page.fill("#milestone-weight-0", "40");
        page.fill("#milestone-day-0", "2023-06-30");
        page.fill("#milestone-name-1", "งวดที่ 2 แผงและปั๊ม");
        page.fill("#milestone-weight-1", "60");
        page.fill("#milestone-day-1", "2023-08-13");
        told(owner, address, "2023-05-16");
    }

    private static void build(Visit owner, String address) throws IOException {
        var page = owner.page();
        step(owner, address, "progress");
        page.fill("#percent", "35");
        page.fill("#note", "โครงสร้างเหล็กตั้งครบ");
        page.setInputFiles(
                "#photographs",
                new FilePayload(
                        "site.jpg",
                        "image/jpeg",
                        Pictures.noted(Pictures.jpeg(900, 600), 1, 16.8, 100.3, "2023:07:04 09:30:00")));
        told(owner, address, "2023-07-04");
        owner.photograph("under-way");
        owner.checkAccessibility();
        step(owner, address, "progress");
        page.fill("#percent", "100");
        told(owner, address, "2023-08-25");
        step(owner, address, "inspection");
        page.fill("#amount", "3,450,000");
        told(owner, address, "2023-08-30");
        step(owner, address, "payment");
        assertThat(page.inputValue("#amount")).isEqualTo("3,450,000");
        page.fill("#voucher", "ฎ 77/2566");
        page.selectOption("#approver", "clerk");
        told(owner, address, "2023-09-08");
        step(owner, address, "hand-over");
        page.fill("#receiver", "กลุ่มผู้ใช้น้ำ");
        page.fill("#warranty", "2025-09-11");
        told(owner, address, "2023-09-12");
    }

    private static void step(Visit owner, String address, String step) {
        owner.open(address + "/steps/" + step);
        owner.photograph("step-" + step);
        owner.checkAccessibility();
    }

    private static void told(Visit owner, String address, String day) {
        owner.page().fill("#day", day);
        submit(owner);
        owner.page().waitForURL("**" + address);
    }

    private static void submit(Visit owner) {
        owner.page().click("main form.form button[type=submit]");
        owner.page().waitForLoadState();
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void everyoneReadsTheListTheOverviewAndTheDisclosures(Reader reader) {
        var citizen = visit(reader);
        look(citizen, "/works", "list");
        look(citizen, "/works?concern=late", "late");
        look(citizen, "/overview?year=2566", "overview");
        look(citizen, "/overview?year=2566&by=amphoe", "overview-amphoe");
        look(citizen, "/overview/lines?year=2566&by=mission&of=M6", "unspent");
        look(citizen, "/works/disclosure", "disclosure");
        look(citizen, "/works/disclosure/2023-01", "disclosure-month");
        look(citizen, "/works/disclosure/register/2566", "register");
        citizen.open("/works?state=working");
        citizen.page().locator("main table tbody a").first().click();
        citizen.page().waitForURL("**/works/*");
        citizen.photograph("sample-late");
        citizen.checkAccessibility();
        citizen.open("/works?state=settled");
        citizen.page().locator("main table tbody a").last().click();
        citizen.page().waitForURL("**/works/*");
        citizen.photograph("sample-settled");
        citizen.checkAccessibility();
    }

    private static void look(Visit citizen, String address, String name) {
        citizen.open(address);
        citizen.photograph(name);
        citizen.checkAccessibility();
    }
}
