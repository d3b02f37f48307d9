package org.phatthana.registers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phatthana.files.Pictures;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An officer takes a tambon's schools along, writes down what there is with the network off, and finds all of it
/// in the register once there is a signal again.
class FieldJourney extends Journey {

    private static final String FORM = "/registers/schools/field";

    @Test
    void whatIsWrittenWithoutASignalIsSentWhenThereIsOne() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var phone = visit(Reader.PHONE_TH);
        Office.join(administrator, phone, "ครูขาว ภาคสนาม", "khrukhao", "officer");
        phone.expectComplaint("ERR_INTERNET_DISCONNECTED");
        phone.expectComplaint("ERR_FAILED");
        phone.expectComplaint("status of 409");
        phone.expectComplaint("status of 422");
        takeAlong(phone);
        phone.context().setOffline(true);
        writeNew(phone);
        change(phone);
        phone.page().reload();
        assertThat(phone.page().locator("[data-queue] > li")).hasCount(2);
        assertThat(phone.page().locator("[data-net]")).hasText("ไม่มีสัญญาณ");
        phone.photograph("without-a-signal");
        phone.checkAccessibility();
        changeMeanwhile(administrator);
        phone.context().setOffline(false);
        phone.page().locator("[data-send]").dispatchEvent("click");
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(1);
        assertThat(phone.page().locator("[data-queue] > li[data-state=needs]")).hasCount(1);
        phone.photograph("overtaken");
        phone.checkAccessibility();
        decide(phone);
        findAll(phone);
        refused(phone);
        signedOut(phone);
        somebodyElse(phone);
        for (var reader : List.of(Reader.DESK_EN, Reader.PHONE_EN, Reader.DESK_TH)) {
            var other = visit(reader);
            Office.signIn(other, "khrukhao", Office.PASSWORD);
            other.open(FORM);
            assertThat(other.page().locator("[data-net]")).hasText(other.says("มีสัญญาณ", "Signal"));
            other.photograph("form");
            other.checkAccessibility();
        }
        var dark = visit(Reader.PHONE_TH, Visit.With.DARK_COLOURS);
        Office.signIn(dark, "khrukhao", Office.PASSWORD);
        dark.open(FORM);
        dark.context().setOffline(true);
        dark.expectComplaint("ERR_INTERNET_DISCONNECTED");
        dark.page().fill("#f-name", "โรงเรียนกลางคืน");
        dark.page().click("[data-form] button[type=submit]");
        assertThat(dark.page().locator("[data-queue] > li[data-state=waiting]")).hasCount(1);
        dark.photograph("dark-queue");
        dark.checkAccessibility();
    }

    private static void takeAlong(Visit phone) {
        phone.open("/registers/schools");
        phone.page().click("main a[href$='/field']");
        phone.page().click(".field-work details summary");
        assertThat(phone.page().locator("[data-net]")).hasText("มีสัญญาณ");
        phone.page().selectOption("#field-place", "650302");
        phone.page().click("[data-take] button");
        assertThat(phone.page().locator("[data-taken]")).containsText("รายการ");
        assertThat(phone.page().locator("[data-kept]")).hasText("หน้านี้เปิดได้แม้ไม่มีสัญญาณ");
        assertThat(phone.page().locator("#f-ended")).isHidden();
        phone.photograph("form");
        phone.checkAccessibility();
    }

    private static void writeNew(Visit phone) {
        phone.context().grantPermissions(List.of("geolocation"));
        phone.context().setGeolocation(new Geolocation(16.8211, 100.2659).setAccuracy(8));
        phone.page().reload();
        assertThat(phone.page().locator("[data-net]")).hasText("ไม่มีสัญญาณ");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-problem=name]")).hasText("ต้องกรอก");
        phone.page().fill("#f-name", "โรงเรียนบ้านภาคสนาม");
        phone.page().fill("#f-pupils", "มาก");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-problem=pupils]")).hasText("“มาก” ไม่ใช่ตัวเลข");
        phone.page().fill("#f-pupils", "๑๒๓");
        phone.page().click("[data-here]");
        assertThat(phone.page().locator("[data-here-said]")).containsText("8 เมตร");
        assertThat(phone.page().locator("#f-lat")).hasValue("16.821100");
        phone.page()
                .setInputFiles(
                        "#field-photographs", new FilePayload("IMG_1.jpg", "image/jpeg", Pictures.jpeg(2400, 1800)));
        assertThat(phone.page().locator("[data-photographs] img")).hasCount(1);
        // What is being typed outlives a reload.
        phone.page().waitForTimeout(600);
        phone.page().reload();
        assertThat(phone.page().locator("#f-name")).hasValue("โรงเรียนบ้านภาคสนาม");
        assertThat(phone.page().locator("[data-photographs] img")).hasCount(1);
        phone.page().check("[name=show]");
        phone.photograph("written");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-queue] > li")).hasCount(1);
    }

    private static void change(Visit phone) {
        phone.page().locator("#field-pick").selectOption(new SelectOption().setIndex(1));
        phone.page().fill("#f-pupils", "77");
        phone.page().fill("#f-note", "นับเองที่โรงเรียน");
        phone.page().fill("#f-website", "https://mistaken.example");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-queue] > li")).hasCount(2);
    }

    /// Somebody at a desk changes the same school.
    private static void changeMeanwhile(Visit desk) {
        desk.open("/registers/schools?place=650302");
        desk.page().locator("main table a[href*='/registers/schools/']").first().click();
        desk.page().click("main a[href$='/edit']");
        desk.page().fill("#f-pupils", "88");
        desk.page().click("main form.form button[type=submit]");
        desk.page().waitForURL(url -> !url.endsWith("/edit"));
    }

    private static void decide(Visit phone) {
        var needs = phone.page().locator("[data-queue] > li[data-state=needs]");
        assertThat(needs).containsText("ของท่าน: 77");
        assertThat(needs).containsText("ในทะเบียน: 88");
        var website = needs.locator("fieldset:has(legend:text-is('เว็บไซต์'))");
        assertThat(website).containsText("ของท่าน: https://mistaken.example");
        website.locator("input[value=theirs]").check();
        // The list is drawn anew where something changed; what was chosen stays.
        phone.page().locator("[data-send]").dispatchEvent("click");
        assertThat(website.locator("input[value=theirs]")).isChecked();
        needs.locator("button:text-is('แก้ไข')").click();
        assertThat(phone.page().locator("#f-pupils")).hasValue("77");
        assertThat(phone.page().locator("#f-website")).hasValue("");
        phone.page().click("[data-clear]");
        needs.locator("button.button-primary").click();
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(2);
    }

    private static void findAll(Visit phone) {
        var sent = phone.page().locator("[data-queue] > li[data-state=sent] a");
        var addresses =
                sent.all().stream().map(link -> link.getAttribute("href")).toList();
        phone.open("/registers/schools?q=ภาคสนาม");
        assertThat(phone.page().locator("main table a:has-text('โรงเรียนบ้านภาคสนาม')"))
                .hasCount(1);
        var words = new StringBuilder();
        for (var address : addresses) {
            phone.open(address);
            words.append(phone.page().textContent("main"));
        }
        assertThat(words.toString()).contains("123", "77", "นับเองที่โรงเรียน", "ภาพถ่ายจากงานภาคสนาม");
        assertThat(words.toString()).doesNotContain("mistaken.example");
        phone.open(FORM);
    }

    private static void refused(Visit phone) {
        phone.page().fill("#f-name", "โรงเรียนไกล");
        phone.page().fill("#f-lat", "13.75");
        phone.page().fill("#f-lon", "100.5");
        phone.page().click("[data-form] button[type=submit]");
        var needs = phone.page().locator("[data-queue] > li[data-state=needs]");
        assertThat(needs).containsText("ละติจูด");
        phone.photograph("refused");
        phone.checkAccessibility();
        needs.locator("button").first().click();
        assertThat(phone.page().locator("#f-name")).hasValue("โรงเรียนไกล");
        phone.page().fill("#f-lat", "16.9");
        phone.page().fill("#f-lon", "100.3");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-queue] > li[data-state=needs]")).hasCount(0);
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(3);
    }

    private static void signedOut(Visit phone) {
        phone.context().setOffline(true);
        phone.page().fill("#f-name", "โรงเรียนรอลงชื่อ");
        phone.page().selectOption("#f-place", "650302");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(1);
        phone.context().clearCookies();
        phone.context().setOffline(false);
        phone.page().locator("[data-send]").dispatchEvent("click");
        assertThat(phone.page().locator("[data-sign-in]")).isVisible();
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(1);
        phone.photograph("signed-out");
        phone.checkAccessibility();
        phone.page().click("[data-sign-in]");
        phone.page().fill("#userName", "khrukhao");
        phone.page().fill("#password", Office.PASSWORD);
        phone.page().click("main form:has(#userName) button[type=submit]");
        phone.page().waitForURL("**" + FORM);
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(4);
        phone.context().setOffline(true);
        phone.page().fill("#f-name", "โรงเรียนของครูขาว");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(1);
        phone.page().fill("#f-name", "ยังกรอกไม่เสร็จ");
        phone.page().waitForTimeout(600);
        // Out there the answers stay away; the way to sign out is open.
        phone.page().route("**" + FORM + "/session", Route::abort);
        phone.context().setOffline(false);
        signOut(phone);
        phone.page().unroute("**" + FORM + "/session");
        phone.context().setOffline(true);
        assertThatThrownBy(() -> phone.page().navigate(phone.inLanguage(FORM))).hasMessageContaining("ERR_");
        phone.context().setOffline(false);
    }

    private static void signOut(Visit phone) {
        phone.page().click("header .header-tools details summary");
        phone.page().locator("header form[action$='/sign-out'] button").first().click();
        phone.page().waitForURL(url -> !url.contains("field"));
    }

    /// Somebody else on the same phone sees nothing of the first one's, and does not send it.
    private static void somebodyElse(Visit phone) {
        Office.signIn(phone, Office.FIRST, Office.PASSWORD);
        phone.open(FORM);
        assertThat(phone.page().locator("[data-net]")).hasText("มีสัญญาณ");
        assertThat(phone.page().locator("#f-name")).hasValue("");
        assertThat(phone.page().locator("[data-queue] > li")).hasCount(1);
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .containsText("บันทึกโดย ครูขาว ภาคสนาม");
        assertThat(phone.page().locator("[data-send]")).isHidden();
        phone.photograph("somebody-else");
        phone.checkAccessibility();
        signOut(phone);
        Office.signIn(phone, "khrukhao", Office.PASSWORD);
        phone.open(FORM);
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(0);
        assertThat(phone.page().locator("#f-name")).hasValue("ยังกรอกไม่เสร็จ");
    }
}
