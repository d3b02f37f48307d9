package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An officer takes schools in from a file, mends one by hand, and everyone reads the register.
class RegistersJourney extends Journey {

    private static final String FILE = """
        name,subDistrict,district,province,level
        โรงเรียนเดินทางหนึ่ง,ในเมือง,เมืองพิษณุโลก,พิษณุโลก,มัธยมศึกษา
        โรงเรียนเดินทางสอง,วังทอง,วังทอง,พิษณุโลก,อนุบาล–ประถมศึกษา
        โรงเรียนเดินทางสาม,นครไทย,นครไทย,พิษณุโลก,อนุบาล–มัธยมศึกษาตอนต้น
        โรงเรียนเดินทางสาม,นครไทย,นครไทย,พิษณุโลก,อนุบาล–มัธยมศึกษาตอนต้น
        โรงเรียนเดินทางสี่,บ้านไร้ชื่อ,ชาติตระการ,พิษณุโลก,ประถมศึกษา
        """;

    @Test
    void schoolsAreTakenInMendedAndRead() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var officer = visit(Reader.DESK_TH);
        Office.join(administrator, officer, "ครูแดง ทะเบียนดี", "khrudaeng", "officer");
        takeIn(officer);
        var address = mend(officer);
        for (var reader : Reader.values()) {
            var citizen = visit(reader);
            citizen.open("/registers");
            citizen.photograph("registers");
            citizen.checkAccessibility();
            citizen.open("/registers/schools");
            citizen.photograph("all-schools");
            citizen.checkAccessibility();
            citizen.open("/registers/schools?q=เดินทาง");
            assertThat(citizen.page().textContent("main")).contains("โรงเรียนเดินทางหนึ่ง");
            citizen.photograph("schools");
            citizen.checkAccessibility();
            citizen.open(address);
            assertThat(citizen.page().textContent("main")).contains("1,234").doesNotContain("ผู้อำนวยการลับ");
            citizen.photograph("school");
            citizen.checkAccessibility();
        }
        for (var reader : List.of(Reader.PHONE_EN, Reader.DESK_TH)) {
            var dark = visit(reader, Visit.With.DARK_COLOURS);
            for (var page : List.of("registers", "registers/schools?q=เดินทาง")) {
                dark.open("/" + page);
                dark.photograph(page.contains("?") ? "dark-schools" : "dark-registers");
                dark.checkAccessibility();
            }
            dark.open(address);
            dark.photograph("dark-school");
            dark.checkAccessibility();
        }
        officer.page().setViewportSize(390, 800);
        officer.open("/en" + address + "/edit");
        officer.photograph("narrow-form-en");
        officer.checkAccessibility();
        officer.open("/en/imports/register-schools");
        officer.photograph("narrow-import-en");
        officer.checkAccessibility();
        var plain = visit(Reader.PHONE_TH, Visit.With.NO_SCRIPTS);
        plain.open("/registers/schools?place=6508");
        assertThat(plain.page().textContent("main"))
                .contains("โรงเรียนเดินทางสอง")
                .doesNotContain("โรงเรียนเดินทางหนึ่ง");
    }

    private static void takeIn(Visit officer) {
        officer.open("/registers/schools");
        officer.page().click("main a[href$='/imports/register-schools']");
        officer.photograph("import");
        officer.checkAccessibility();
        officer.page()
                .setInputFiles(
                        "#file", new FilePayload("schools.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        officer.page().click("main form[enctype] button[type=submit]");
        officer.page().waitForURL("**/imports/register-schools/*");
        assertThat(officer.page().textContent("main")).contains("ซ้ำกับแถวที่ 4", "บ้านไร้ชื่อ");
        officer.photograph("tried");
        officer.checkAccessibility();
        officer.page().click("form[action$='/accept'] button");
        officer.page().waitForURL("**/registers/schools");
        officer.open("/registers/schools?q=เดินทาง");
        assertThat(officer.page().textContent("main")).contains("โรงเรียนเดินทางสอง");
    }

    private static String mend(Visit officer) {
        officer.open("/registers/schools?place=none");
        officer.photograph("placeless");
        officer.page().click("main table a:has-text('โรงเรียนเดินทางสี่')");
        var address = officer.page().url().replaceFirst("https?://[^/]+", "");
        officer.page().click("main a[href$='/edit']");
        officer.expectComplaint("status of 422");
        officer.page().fill("#f-pupils", "มากมาย");
        officer.page().click("main form.form button[type=submit]");
        assertThat(officer.page().textContent("main")).contains("“มากมาย” ไม่ใช่ตัวเลข");
        officer.photograph("form-refused");
        officer.checkAccessibility();
        officer.page().fill("#f-pupils", "๑,๒๓๔ คน");
        officer.page().fill("#f-director", "ผู้อำนวยการลับ");
        officer.page().selectOption("#f-place", "650302");
        officer.page().fill("#f-note", "ตรวจที่ตั้งกับเทศบาลแล้ว");
        officer.page().click("main form.form button[type=submit]");
        officer.page().waitForURL("**" + address);
        assertThat(officer.page().textContent("main")).contains("1,234", "ผู้อำนวยการลับ", "ตรวจที่ตั้งกับเทศบาลแล้ว");
        officer.photograph("school-staff");
        officer.checkAccessibility();
        return address;
    }
}
