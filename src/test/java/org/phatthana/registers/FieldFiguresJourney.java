package org.phatthana.registers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An officer counts pupils at schools with the network off; what stands in the register already is decided upon,
/// and what is impossible is told.
class FieldFiguresJourney extends Journey {

    private static final String FORM = "/registers/schools/field";

    @Test
    void figuresAreWrittenWithoutASignalAndSentWhenThereIsOne() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var phone = visit(Reader.PHONE_TH);
        Office.join(administrator, phone, "ครูแสด นับถ้วน", "khrusaet", "officer");
        phone.expectComplaint("ERR_INTERNET_DISCONNECTED");
        phone.expectComplaint("ERR_FAILED");
        phone.expectComplaint("status of 409");
        phone.expectComplaint("status of 422");
        takeAlong(phone);
        phone.context().setOffline(true);
        phone.page().reload();
        writeDown(phone);
        send(phone);
        stands(phone, administrator);
        refused(phone);
        for (var reader : List.of(Reader.PHONE_EN, Reader.DESK_TH)) {
            var other = visit(reader);
            look(other);
        }
        look(visit(Reader.PHONE_TH, Visit.With.DARK_COLOURS));
    }

    private static void takeAlong(Visit phone) {
        phone.open(FORM);
        assertThat(phone.page().locator("[data-net]")).hasText(phone.says("มีสัญญาณ", "Signal"));
        assertThat(phone.page().locator("[data-figure-along]")).not().isEmpty();
        phone.page().click(".field-work details summary");
        phone.page().selectOption("#field-place", "650303");
        phone.page().click("[data-take] button");
        assertThat(phone.page().locator("[data-figure-entry] option").nth(1)).isAttached();
        assertThat(phone.page().locator("[data-figure-along]")).isEmpty();
        assertThat(phone.page().locator("[data-kept]"))
                .hasText(phone.says("หน้านี้เปิดได้แม้ไม่มีสัญญาณ", "This page opens without a signal"));
    }

    private static void choose(Visit phone, int entry, String year, String value) {
        phone.page().locator("[data-figure-entry]").selectOption(new SelectOption().setIndex(entry));
        phone.page().fill("#g-school-pupils-day", year);
        phone.page().fill("#g-school-pupils-value", value);
    }

    private static void keep(Visit phone) {
        phone.page().click("[data-figure-form] button[type=submit]");
    }

    private static void writeDown(Visit phone) {
        keep(phone);
        assertThat(phone.page().locator("[data-problem=entry]")).hasText("ต้องกรอก");
        choose(phone, 1, "๒๕๔๑", "มาก");
        keep(phone);
        assertThat(phone.page().locator("[data-problem=value]")).hasText("“มาก” ไม่ใช่ตัวเลข");
        phone.photograph("complained");
        phone.checkAccessibility();
        phone.page().fill("#g-school-pupils-value", "๙๙ คน");
        phone.page().selectOption("#g-school-pupils-method", "visit");
        // What is being typed outlives a reload.
        phone.page().waitForTimeout(600);
        phone.page().reload();
        assertThat(phone.page().locator("#g-school-pupils-value")).hasValue("๙๙ คน");
        assertThat(phone.page().locator("#g-school-pupils-method")).hasValue("visit");
        phone.photograph("typed");
        keep(phone);
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(1);
        choose(phone, 2, "2541", "25000");
        keep(phone);
        assertThat(phone.page().locator("[data-queue] > li[data-state=waiting]"))
                .hasCount(2);
        phone.page().reload();
        assertThat(phone.page().locator("[data-queue] > li")).hasCount(2);
        phone.photograph("without-a-signal");
        phone.checkAccessibility();
    }

    private static void send(Visit phone) {
        phone.context().setOffline(false);
        phone.page().locator("[data-send]").dispatchEvent("click");
        var sent = phone.page().locator("[data-queue] > li[data-state=sent]");
        assertThat(sent).hasCount(2);
        assertThat(sent.first()).containsText("เป็นไปไม่ได้ รอตรวจสอบ");
        phone.photograph("sent");
        phone.checkAccessibility();
    }

    /// Another one is recorded of the same school and year: what stands is shown, and replaced for a reason alone.
    private static void stands(Visit phone, Visit desk) {
        var figures = phone.page()
                .locator("[data-queue] > li[data-state=sent] a")
                .last()
                .getAttribute("href");
        choose(phone, 1, "2541", "101");
        keep(phone);
        var needs = phone.page().locator("[data-queue] > li[data-state=needs]");
        assertThat(needs).containsText("101 คน");
        assertThat(needs).containsText("99 คน · นับในพื้นที่");
        phone.photograph("stands");
        phone.checkAccessibility();
        needs.locator("button.button-primary").click();
        assertThat(needs.locator(".error")).hasText("ต้องระบุเหตุผล");
        needs.locator("input").fill("นับซ้ำหน้าเสาธง");
        needs.locator("button.button-primary").click();
        assertThat(needs).hasCount(0);
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(3);
        desk.open(figures);
        assertThat(desk.page().locator("main")).containsText("นับซ้ำหน้าเสาธง");
        assertThat(desk.page().locator(".figures-table tbody tr")).hasCount(1);
        desk.photograph("history");
    }

    private static void refused(Visit phone) {
        choose(phone, 2, "เมื่อวาน", "12.5");
        keep(phone);
        var needs = phone.page().locator("[data-queue] > li[data-state=needs]");
        assertThat(needs).containsText("ปีงบประมาณ (พ.ศ.)");
        phone.page().waitForTimeout(300);
        needs.locator("button:text-is('แก้ไข')").click();
        assertThat(phone.page().locator("[data-problem=day]")).isVisible();
        assertThat(phone.page().locator("#g-school-pupils-value")).hasValue("12.5");
        phone.photograph("refused");
        phone.checkAccessibility();
        needs.locator("button:text-is('แก้ไข')").click();
        phone.page().fill("#g-school-pupils-day", "2542");
        phone.page().fill("#g-school-pupils-value", "12");
        keep(phone);
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(4);
        assertThat(needs).hasCount(0);
    }

    private static void look(Visit visit) {
        Office.signIn(visit, "khrusaet", Office.PASSWORD);
        visit.expectComplaint("status of 409");
        takeAlong(visit);
        choose(visit, 1, "2541", "55");
        keep(visit);
        assertThat(visit.page().locator("[data-queue] > li[data-state=needs]")).isVisible();
        visit.photograph("looked-at");
        visit.checkAccessibility();
    }
}
