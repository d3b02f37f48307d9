package org.phatthana.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// A plan from its first word to the public: an officer drafts a project, a planner checks it, committees decide,
/// the executive announces, and everyone reads it.
class CommitteeJourney extends Journey {

    private static final String PROJECT = "ก่อสร้างถนนคอนกรีตเชื่อมตำบลวังทองกับตำบลชัยนาม";

    @Test
    void aProjectGoesFromTheFirstWordToThePlanInForce() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var planner = visit(Reader.DESK_TH);
        Office.join(administrator, planner, "ปราณี ตรวจแผน", "pranee", "planner");
        var officer = visit(Reader.PHONE_TH);
        Office.join(administrator, officer, "สมชาย ร่างโครงการ", "somchai", "officer");
        var chair = visit(Reader.DESK_EN);
        Office.join(administrator, chair, "ประสิทธิ์ ประธาน", "prasit", "officer");
        var executive = visit(Reader.PHONE_EN);
        Office.join(administrator, executive, "นายก ประกาศ", "nayok", "executive");
        seat(administrator, "support-committee", "ประสิทธิ์ ประธาน");
        seat(administrator, "development-committee", "ประสิทธิ์ ประธาน");

        var work = begin(planner);
        var draft = draft(officer, work);
        desk(planner);
        decide(planner, draft, "approve");
        decide(chair, draft, "approve");
        planner.open(work);
        planner.page().click("form[action$='/send'] button");
        planner.photograph("edition-sent");
        planner.checkAccessibility();

        decide(chair, work, "approve");
        record(chair, work);
        decide(chair, work, "approve");
        executive.open(work);
        executive.photograph("edition-to-announce");
        executive.checkAccessibility();
        decide(executive, work, "approve");

        var citizen = visit(Reader.PHONE_TH);
        citizen.open(work.replaceAll("/plan/work/([0-9a-z]+)/0", "/plan?plan=$1"));
        assertThat(citizen.page().textContent("main")).contains(PROJECT);
        citizen.photograph("plan");
        citizen.checkAccessibility();
        citizen.page().click("main a:has-text('เชื่อมตำบลวังทอง')");
        citizen.page().waitForLoadState();
        assertThat(citizen.page().textContent("main")).contains("1,500,000", "ฉบับแรก");
        citizen.photograph("project");
        citizen.checkAccessibility();
        citizen.open("/proof");
        assertThat(citizen.page().textContent("main")).contains("plan.edition-announced");
    }

    private static void seat(Visit administrator, String body, String name) {
        administrator.open("/bodies");
        var page = administrator.page();
        page.click("#" + body + " details > summary");
        page.selectOption(
                "#" + body + "-account",
                page.locator("#" + body + "-account option:has-text('" + name + "')")
                        .getAttribute("value"));
        page.selectOption("#" + body + "-office", "chair");
        page.click("#" + body + " details form button[type=submit]");
        administrator.photograph("bodies");
        administrator.checkAccessibility();
    }

    /// The planner begins a new plan.
    private static String begin(Visit planner) {
        var page = planner.page();
        planner.open("/plan/work");
        planner.photograph("work");
        planner.checkAccessibility();
        page.fill("#name", "แผนพัฒนาท้องถิ่น (พ.ศ. 2571–2575)");
        page.selectOption("#firstYear", "2571");
        page.click("form[action$='/plan/work/plans'] button");
        page.waitForURL("**/plan/work/*/0");
        return page.url().substring(page.url().indexOf("/plan/work"));
    }

    /// The officer writes a project, sees what is lacking, draws it, and sends it.
    private static String draft(Visit officer, String work) {
        var page = officer.page();
        officer.open(work);
        page.fill("#new-name", PROJECT);
        page.click("form[action$='/projects'] button");
        page.waitForURL("**/plan/drafts/*");
        officer.photograph("draft");
        officer.checkAccessibility();
        officer.expectComplaint("status of 422");
        page.click("button[name=then][value=send]");
        assertThat(page.textContent(".error-summary")).contains("ยังไม่ได้ระบุงบประมาณ");
        officer.photograph("draft-lacking");
        officer.checkAccessibility();
        page.fill("#objective", "เพื่อให้ประชาชนเดินทางระหว่างตำบลได้สะดวกและปลอดภัย");
        page.fill("#target", "ถนนกว้าง 6 เมตร ยาว 2,400 เมตร");
        page.fill("#kpi", "ถนน 1 สาย ได้มาตรฐาน");
        page.fill("#result", "ลดเวลาเดินทางระหว่างตำบล");
        page.fill("#strategy", "ยุทธศาสตร์ด้านคมนาคมขนส่งและผังเมือง");
        page.fill("#programme", "แผนงานอุตสาหกรรมและการโยธา");
        page.selectOption("#goal", "G8");
        page.fill("#department", "กองช่าง");
        page.fill("#money-0-2571", "1,500,000");
        page.selectOption("#shape", new SelectOption().setValue("line"));
        drawOnTheMap(page);
        page.fill("#corners", "16.82500, 100.42900\n16.84100, 100.45200");
        page.check("input[name=power][value='16']");
        page.fill("#reason", "ประชาคมตำบลเสนอ");
        page.click("button[name=then][value=save]");
        page.waitForURL("**saved=1");
        assertThat(page.inputValue("#corners")).contains("16.84100");
        officer.photograph("draft-saved");
        officer.checkAccessibility();
        page.click("button[name=then][value=send]");
        page.waitForLoadState();
        assertThat(page.textContent("main")).contains("รอตรวจสอบ");
        officer.photograph("draft-sent");
        officer.checkAccessibility();
        return page.url().substring(page.url().indexOf("/plan/drafts")).replaceAll("\\?.*", "");
    }

    /// A click on the map is a corner in the form.
    private static void drawOnTheMap(Page page) {
        var map = page.locator(".draft-map-stage canvas");
        map.scrollIntoViewIfNeeded();
        page.waitForSelector(".draft-map button");
        map.click(new Locator.ClickOptions().setPosition(120, 140));
        map.click(new Locator.ClickOptions().setPosition(180, 200));
        assertThat(page.inputValue("#corners").lines()).hasSize(2);
    }

    private static void desk(Visit planner) {
        planner.open("/desk");
        assertThat(planner.page().textContent("main")).contains(PROJECT);
        planner.photograph("desk");
        planner.checkAccessibility();
    }

    private static void decide(Visit visit, String address, String act) {
        visit.open(address);
        visit.page().click("#approval-panel button[name=kind][value=" + act + "]");
        visit.page().waitForLoadState();
        var close = visit.page().locator("#approval-panel button[name=kind][value=close-vote]");
        if (close.count() > 0) {
            close.first().click();
        }
    }

    /// The minutes of the community forum.
    private static void record(Visit chair, String work) {
        chair.open(work);
        var page = chair.page();
        page.click("#approval-panel details:has(#date-forum) > summary");
        page.fill("#date-forum", "2026-02-10");
        page.fill("#people-forum", "180");
        page.fill("#place-forum", "หอประชุม อบจ.พิษณุโลก");
        page.fill("#minutes-forum", "ที่ประชาคมเห็นชอบร่างแผน");
        chair.photograph("forum");
        chair.checkAccessibility();
        page.click("button[name=kind][value=record]");
        page.waitForLoadState();
    }
}
