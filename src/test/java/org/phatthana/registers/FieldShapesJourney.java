package org.phatthana.registers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phatthana.registers.xlsform.Forms;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An officer walks around a pond with the network off, adds a point at each corner, closes the outline, and draws
/// it anew later.
class FieldShapesJourney extends Journey {

    private static final String FORM = "/registers/pond-survey/field";
    private static final double[][] CORNERS = {{16.8200, 100.2600}, {16.8200, 100.2620}, {16.8215, 100.2620}};

    @Test
    void anAreaIsWalkedAroundWithoutASignal() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        makeRegister(administrator);
        var phone = visit(Reader.PHONE_TH);
        Office.join(administrator, phone, "ครูน้ำเงิน เดินรอบ", "khrunamngoen", "officer");
        phone.expectComplaint("ERR_INTERNET_DISCONNECTED");
        phone.expectComplaint("ERR_FAILED");
        phone.open(FORM);
        assertThat(phone.page().locator("[data-kept]")).hasText("หน้านี้เปิดได้แม้ไม่มีสัญญาณ");
        phone.context().grantPermissions(List.of("geolocation"));
        phone.context().setOffline(true);
        phone.page().reload();
        walk(phone);
        crossed(phone);
        send(phone);
        drawAnew(phone);
        for (var reader : List.of(Reader.PHONE_EN, Reader.DESK_TH)) {
            look(visit(reader));
        }
        look(visit(Reader.PHONE_TH, Visit.With.DARK_COLOURS));
        administrator.open("/registers/pond-survey/new");
        administrator.photograph("desk-form");
        administrator.checkAccessibility();
    }

    private static void makeRegister(Visit administrator) {
        administrator.open("/imports/xlsform");
        var bytes = Forms.survey("""
            type|name|label::Thai (th)|label::English (en)|required|privacy|constraint
            text|pond|ชื่อสระ|Name of pond|yes|public
            text|tag|ป้ายสระ|Tag of pond||public|regex(., 'P-[0-9]{3}')
            geoshape|outline|ขอบสระ|Outline of the pond
            """)
                .settings("form_id|form_title|version\npond_survey|สระน้ำ|1")
                .bytes();
        administrator
                .page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "สระน้ำ.xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                bytes));
        administrator.page().fill("#keeper", "กองช่าง");
        administrator.page().click("main form[enctype] button[type=submit]");
        administrator.page().waitForURL("**/imports/xlsform/*");
        administrator.page().click("form[action$='/accept'] button");
        administrator.page().waitForURL("**/registers/pond-survey");
    }

    private static void walk(Visit phone) {
        phone.page().fill("#f-pond", "สระเดินรอบ");
        for (var corner : CORNERS) {
            var before = phone.page().inputValue("#f-shape");
            phone.context().setGeolocation(new Geolocation(corner[0], corner[1]).setAccuracy(6));
            phone.page().click("[data-shape-here]");
            phone.page().waitForFunction("text => document.querySelector('#f-shape').value !== text", before);
            assertThat(phone.page().locator("[data-shape-said]")).containsText("6 เมตร");
            phone.page().waitForTimeout(2_100);
        }
        assertThat(phone.page().locator("[data-shape-drawn] figcaption")).containsText("3 จุด · ประมาณ 11 ไร่ 0 งาน");
        assertThat(phone.page().locator(".shape-open")).isAttached();
        phone.page().click("[data-shape-close]");
        assertThat(phone.page().locator(".shape-area")).isVisible();
        assertThat(phone.page().locator("[data-shape-drawn] figcaption")).containsText("3 จุด");
        phone.photograph("walked");
        phone.checkAccessibility();
    }

    private static void crossed(Visit phone) {
        phone.page().click("[data-shape-undo]");
        assertThat(phone.page().locator(".shape-area")).hasCount(0);
        var good = phone.page().inputValue("#f-shape");
        phone.page().fill("#f-shape", "16.82, 100.26\n16.8215, 100.262\n16.82, 100.262\n๑๖.๘๒๑๕ ๑๐๐.๒๖");
        assertThat(phone.page().locator("[data-shape-drawn] figcaption")).containsText("เส้นขอบตัดกันเอง");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-problem=shape]")).containsText("เส้นขอบตัดกันเอง");
        phone.photograph("crossed");
        phone.checkAccessibility();
        phone.page().fill("#f-shape", "ที่นี่");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-problem=shape]")).hasText("บรรทัดที่ 1 ไม่ใช่พิกัด");
        phone.page().fill("#f-shape", good);
        phone.page().fill("#f-tag", "P-12");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-problem=tag]")).containsText("P-[0-9]{3}");
        phone.page().fill("#f-tag", "P-123");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(1);
        phone.page().reload();
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(1);
    }

    private static void send(Visit phone) {
        phone.context().setOffline(false);
        phone.page().locator("[data-send]").dispatchEvent("click");
        var sent = phone.page().locator("[data-queue] > li[data-state=sent] a");
        assertThat(sent).hasCount(1);
        phone.open(sent.getAttribute("href"));
        assertThat(phone.page().locator("main")).containsText("สระเดินรอบ");
        phone.photograph("entry");
        phone.open(FORM);
    }

    private static void takeAlong(Visit phone) {
        phone.page().click(".field-work details summary");
        phone.page().selectOption("#field-place", "6501");
        phone.page().click("[data-take] button");
        assertThat(phone.page().locator("#field-pick option").nth(1)).isAttached();
        phone.page().locator("#field-pick").selectOption(new SelectOption().setIndex(1));
    }

    /// What stands is shown, and stays unless it is drawn anew.
    private static void drawAnew(Visit phone) {
        takeAlong(phone);
        assertThat(phone.page().locator("[data-shape-drawn] figcaption"))
                .containsText("รูปเดิมในทะเบียน · ประมาณ 11 ไร่");
        assertThat(phone.page().locator("#f-shape")).hasValue("");
        phone.context().setOffline(true);
        phone.page().fill("#f-shape", "16.8200 100.2600\n16.8200 100.2620\n16.8220 100.2620\n16.8220 100.2600");
        assertThat(phone.page().locator("[data-shape-drawn] figcaption")).containsText("4 จุด · ประมาณ 29 ไร่");
        phone.photograph("anew");
        phone.checkAccessibility();
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(1);
        phone.context().setOffline(false);
        phone.page().locator("[data-send]").dispatchEvent("click");
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(2);
    }

    private static void look(Visit visit) {
        Office.signIn(visit, "khrunamngoen", Office.PASSWORD);
        visit.open(FORM);
        assertThat(visit.page().locator("[data-net]")).hasText(visit.says("มีสัญญาณ", "Signal"));
        takeAlong(visit);
        assertThat(visit.page().locator("[data-shape-drawn] figcaption")).containsText(visit.says("ไร่", "29 rai"));
        visit.page().fill("#f-shape", "16.8205 100.2605\n16.8205 100.2615\n16.8210 100.2615");
        visit.photograph("looked-at");
        visit.checkAccessibility();
    }
}
