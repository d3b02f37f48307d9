package org.phatthana.registers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.phatthana.files.Pictures;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// What an officer in the field is told when the phone is full, keeps nothing at all, or the server fails.
class FieldTroubleJourney extends Journey {

    private static final String FORM = "/registers/schools/field";
    private static final String SENDING = "**" + FORM;

    @Test
    void nothingIsLostWhereThePhoneOrTheServerFails() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var phone = visit(Reader.PHONE_TH);
        Office.join(administrator, phone, "ครูเทา ทนทาน", "khruthao", "officer");
        phone.open(FORM);
        assertThat(phone.page().locator("[data-net]")).hasText("มีสัญญาณ");
        full(phone);
        failing(phone);
        captions(phone);
        for (var reader : new Reader[] {Reader.PHONE_TH, Reader.PHONE_EN}) {
            keepsNothing(visit(reader));
        }
    }

    private static void full(Visit phone) {
        phone.page().evaluate("""
            () => {
              window.put = IDBObjectStore.prototype.put;
              IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
            }\
            """);
        phone.page().fill("#f-name", "โรงเรียนเครื่องเต็ม");
        phone.page().selectOption("#f-place", "650302");
        phone.page()
                .setInputFiles(
                        "#field-photographs", new FilePayload("IMG_2.jpg", "image/jpeg", Pictures.jpeg(800, 600)));
        assertThat(phone.page().locator("[data-photographs] img")).hasCount(1);
        phone.page().check("[name=show]");
        phone.page().click("[data-form] button[type=submit]");
        assertThat(phone.page().locator("[data-problem=form]")).containsText("พื้นที่เก็บในเครื่องไม่พอ");
        assertThat(phone.page().locator("[data-queue] > li")).hasCount(0);
        assertThat(phone.page().locator("#f-name")).hasValue("โรงเรียนเครื่องเต็ม");
        phone.photograph("full");
        phone.checkAccessibility();
        phone.page().evaluate("() => { IDBObjectStore.prototype.put = window.put; }");
    }

    /// What the server does not take for a fault of its own waits, is told, and is sent by itself.
    private static void failing(Visit phone) {
        phone.expectComplaint("status of 50");
        phone.expectComplaint("answer 50");
        phone.expectComplaint("ERR_INTERNET_DISCONNECTED");
        phone.page().route(SENDING, route -> answer(route, 503));
        phone.page().click("[data-form] button[type=submit]");
        var waiting = phone.page().locator("[data-queue] > li[data-state=waiting]");
        assertThat(waiting).containsText("ส่งไม่สำเร็จ");
        phone.photograph("failing");
        phone.checkAccessibility();
        phone.page().unroute(SENDING);
        phone.page().route(SENDING, route -> answer(route, 500));
        phone.page().locator("[data-send]").click();
        assertThat(waiting).containsText("ส่งไม่สำเร็จ");
        phone.page().unroute(SENDING);
        phone.context().setOffline(true);
        phone.context().setOffline(false);
        assertThat(phone.page().locator("[data-queue] > li[data-state=sent]")).hasCount(1);
        assertThat(waiting).hasCount(0);
    }

    private static void answer(Route route, int status) {
        if (route.request().method().equals("POST")) {
            route.fulfill(new Route.FulfillOptions().setStatus(status).setBody("<h1>Service Unavailable</h1>"));
        } else {
            route.resume();
        }
    }

    private static void captions(Visit phone) {
        var address = phone.page()
                .locator("[data-queue] > li[data-state=sent] a")
                .first()
                .getAttribute("href");
        phone.open(address);
        assertThat(phone.page().locator("main")).containsText("ภาพจากงานภาคสนาม โรงเรียน: โรงเรียนเครื่องเต็ม");
        phone.page().navigate("/en" + address);
        assertThat(phone.page().locator("main"))
                .containsText("Photograph from the field, Schools: โรงเรียนเครื่องเต็ม");
        phone.photograph("captions");
        phone.checkAccessibility();
    }

    /// Some private windows have no place to keep anything in: the ordinary form is offered.
    private static void keepsNothing(Visit visit) {
        Office.signIn(visit, "khruthao", Office.PASSWORD);
        visit.expectComplaint("uncaught on");
        visit.context().addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined });");
        visit.open(FORM);
        assertThat(visit.page().locator("[data-kept]"))
                .containsText(visit.says("เบราว์เซอร์นี้เก็บข้อมูลไว้ในเครื่องไม่ได้", "This browser keeps nothing"));
        assertThat(visit.page().locator("[data-field]")).isHidden();
        visit.photograph("keeps-nothing");
        visit.checkAccessibility();
        visit.page().click("[data-plain] a");
        visit.page().waitForURL("**/registers/schools/new");
    }
}
