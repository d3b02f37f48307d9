package org.phatthana.registers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.phatthana.registers.xlsform.HouseholdForm;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// A household survey that skips questions, narrows tambons to an amphoe and holds values beforehand is filled in
/// at a desk, and on a phone without a signal.
class HouseholdJourney extends Journey {

    private static final String REGISTER = "/registers/journey-households";

    @Test
    void aSurveyAsksWhatAppliesAtADeskAndInTheField() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        handIn(administrator);
        var phone = visit(Reader.PHONE_TH);
        Office.join(administrator, phone, "นักสำรวจ ครัวเรือน", "samruat", "officer");
        phone.expectComplaint("ERR_INTERNET_DISCONNECTED");
        phone.expectComplaint("ERR_FAILED");
        phone.expectComplaint("status of 422");
        atTheDesk(administrator);
        mended(administrator);
        inTheField(phone);
        var english = visit(Reader.PHONE_EN);
        Office.signIn(english, "samruat", Office.PASSWORD);
        english.open(REGISTER + "/new");
        english.page().selectOption("#f-has_elder", "yes");
        assertThat(english.page().locator("#f-elders")).isVisible();
        english.photograph("desk-form");
        english.checkAccessibility();
    }

    private static void handIn(Visit administrator) {
        administrator.open("/imports/xlsform");
        administrator
                .page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "สำรวจครัวเรือน.xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                HouseholdForm.of("journey_households").bytes()));
        administrator.page().fill("#keeper", "กองสวัสดิการสังคม");
        administrator.page().click("main form[enctype] button[type=submit]");
        administrator.page().waitForURL("**/imports/xlsform/*");
        assertThat(administrator.page().textContent("main"))
                .contains("เฉพาะเมื่อ “มีผู้สูงอายุหรือไม่” คือ “มี”", "ตัวเลือกขึ้นกับ “อำเภอ”", "ค่าเริ่มต้น 4");
        administrator.photograph("tried");
        administrator.checkAccessibility();
        administrator.page().click("form[action$='/accept'] button");
        administrator.page().waitForURL("**" + REGISTER);
    }

    private static void atTheDesk(Visit desk) {
        var page = desk.page();
        desk.open(REGISTER + "/new");
        assertThat(page.locator("#f-members")).hasValue("4");
        assertThat(page.locator("#f-has_elder")).hasValue("no");
        assertThat(page.locator("#f-elders")).isHidden();
        assertThat(page.locator("#f-q_tambon option")).hasCount(1);
        page.fill("#f-house", "บ้านสวนโต๊ะ");
        page.selectOption("#f-q_amphoe", "mueang");
        assertThat(page.locator("#f-q_tambon option")).hasCount(3);
        page.selectOption("#f-q_tambon", "aranyik");
        page.selectOption("#f-q_amphoe", "wangthong");
        assertThat(page.locator("#f-q_tambon")).hasValue("");
        page.selectOption("#f-q_tambon", "chaiyanam");
        desk.photograph("desk-nothing-asked");
        page.selectOption("#f-has_elder", "yes");
        assertThat(page.locator("#f-elders")).isVisible();
        assertThat(page.locator("#f-bedridden")).isHidden();
        page.fill("#f-elders", "๒");
        assertThat(page.locator("#f-bedridden")).isVisible();
        page.check("input[name=help][value=care]");
        assertThat(page.locator("#f-help_more")).isHidden();
        page.check("input[name=help][value=other]");
        page.fill("#f-help_more", "รถเข็น");
        desk.photograph("desk-asked");
        desk.checkAccessibility();
        page.uncheck("input[name=help][value=other]");
        assertThat(page.locator("#f-help_more")).isHidden();
        page.click("main form.form button[type=submit]");
        page.waitForURL(url -> !url.endsWith("/new"));
        assertThat(page.textContent("main"))
                .contains("ชัยนาม", "ดูแลที่บ้าน")
                .doesNotContain("รถเข็น", "เหตุผลที่ครัวเรือนใหญ่");
        desk.photograph("card");
        desk.checkAccessibility();
    }

    /// What was answered goes when the answer goes by which it was asked.
    private static void mended(Visit desk) {
        var page = desk.page();
        page.click("main a[href$='/edit']");
        assertThat(page.locator("#f-elders")).hasValue("2");
        assertThat(page.locator("#f-q_tambon")).hasValue("chaiyanam");
        page.selectOption("#f-has_elder", "no");
        assertThat(page.locator("#f-elders")).isHidden();
        page.click("main form.form button[type=submit]");
        page.waitForURL(url -> !url.endsWith("/edit"));
        assertThat(page.locator("main dl.facts").textContent()).doesNotContain("ผู้สูงอายุกี่คน", "ดูแลที่บ้าน");
    }

    private static void inTheField(Visit phone) {
        var page = phone.page();
        phone.open(REGISTER + "/field");
        assertThat(page.locator("[data-kept]")).hasText("หน้านี้เปิดได้แม้ไม่มีสัญญาณ");
        phone.context().setOffline(true);
        page.reload();
        assertThat(page.locator("[data-net]")).hasText("ไม่มีสัญญาณ");
        assertThat(page.locator("#f-members")).hasValue("4");
        assertThat(page.locator("#f-visited")).not().hasValue("");
        assertThat(page.locator("#f-elders")).isHidden();
        page.fill("#f-house", "บ้านริมคลอง");
        page.selectOption("#f-q_amphoe", "mueang");
        page.selectOption("#f-q_tambon", "naimueang");
        page.selectOption("#f-has_elder", "yes");
        page.click("[data-form] button[type=submit]");
        assertThat(page.locator("[data-problem=elders]")).hasText("ต้องกรอก");
        page.fill("#f-elders", "๓");
        // What is being typed outlives a reload, with what it asks for.
        page.waitForTimeout(600);
        page.reload();
        assertThat(page.locator("#f-elders")).hasValue("๓");
        assertThat(page.locator("#f-bedridden")).isVisible();
        assertThat(page.locator("#f-q_tambon")).hasValue("naimueang");
        page.locator("#f-elders").scrollIntoViewIfNeeded();
        phone.photograph("field-asked");
        phone.checkAccessibility();
        page.click("[data-form] button[type=submit]");
        assertThat(page.locator("[data-queue] > li[data-state=waiting]")).hasCount(1);
        assertThat(page.locator("#f-elders")).isHidden();
        assertThat(page.locator("#f-members")).hasValue("4");
        phone.context().setOffline(false);
        page.locator("[data-send]").dispatchEvent("click");
        // The help that is needed must be said: the server knows that it applies.
        var needs = page.locator("[data-queue] > li[data-state=needs]");
        assertThat(needs).containsText("ต้องการความช่วยเหลือด้านใด");
        phone.photograph("field-needs");
        needs.locator("button").first().click();
        page.check("input[name=help][value=food]");
        page.click("[data-form] button[type=submit]");
        assertThat(page.locator("[data-queue] > li[data-state=sent]")).hasCount(1);
        page.locator("[data-queue] > li[data-state=sent] a").first().click();
        assertThat(page.locator("main dl.facts")).containsText("ในเมือง");
        phone.photograph("field-card");
    }
}
