package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An officer records figures, is stopped by what cannot be, looks at what is doubtful, corrects and withdraws; and
/// everyone reads the course with its history.
class ObservationsJourney extends Journey {

    private static final String PEOPLE = "/observations/population/650801";

    @Test
    void figuresAreRecordedDoubtedCorrectedAndRead() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var officer = visit(Reader.DESK_TH);
        Office.join(administrator, officer, "ครูเขียว นับดี", "khrukhiao", "officer");
        officer.open("/places/650801");
        officer.page().click("main a[href='" + PEOPLE + "']");
        for (var year = 0; year < 9; year++) {
            record(officer, Integer.toString(2557 + year), Integer.toString(8100 + 37 * (year * year % 5)));
        }
        refused(officer);
        doubted(officer);
        withdrawn(officer);
        for (var reader : Reader.values()) {
            var citizen = visit(reader);
            for (var page : List.of("/observations", "/observations/population?place=6508", PEOPLE)) {
                citizen.open(page);
                citizen.photograph(page.equals(PEOPLE) ? "course" : page.contains("?") ? "series" : "all");
                citizen.checkAccessibility();
            }
            assertThat(citizen.page().textContent("main"))
                    .contains(citizen.says("ตรวจสอบแล้ว", "checked"))
                    .doesNotContain(citizen.says("บันทึกค่าใหม่", "Record a figure"));
            citizen.open(PEOPLE + "?day=2020-10-01&at=2015-01-01");
            assertThat(citizen.page().textContent("main"))
                    .contains(citizen.says("ยังไม่มีค่าที่บันทึกไว้", "No figure is recorded yet"));
            citizen.checkAccessibility();
        }
        var dark = visit(Reader.PHONE_TH, Visit.With.DARK_COLOURS);
        dark.open(PEOPLE);
        dark.photograph("dark-course");
        dark.checkAccessibility();
    }

    private static void record(Visit officer, String year, String value) {
        officer.page().fill("#f-day", year);
        officer.page().fill("#f-value", value);
        officer.page().fill("#f-source", "ประกาศสำนักทะเบียนกลาง");
        officer.page().click("main form.form button.button-primary");
        officer.page().waitForURL("**/650801?day=*");
        officer.open(PEOPLE);
    }

    private static void refused(Visit officer) {
        officer.expectComplaint("status of 422");
        officer.page().fill("#f-day", "๒๕๖๖");
        officer.page().fill("#f-value", "มากมาย");
        officer.page().click("main form.form button.button-primary");
        assertThat(officer.page().textContent("main")).contains("“มากมาย” ไม่ใช่ตัวเลข");
        assertThat(officer.page().inputValue("#f-day")).isEqualTo("๒๕๖๖");
        officer.photograph("refused");
        officer.checkAccessibility();
    }

    private static void doubted(Visit officer) {
        officer.page().fill("#f-value", "๘๑,๐๐๐ คน");
        officer.page().click("main form.form button.button-primary");
        officer.page().waitForURL("**/650801?day=2022-10-01*");
        assertThat(officer.page().textContent("main")).contains("ผิดปกติ รอตรวจสอบ");
        officer.photograph("doubted");
        officer.checkAccessibility();
        officer.open("/desk");
        assertThat(officer.page().textContent("main")).contains("ค่าที่รอตรวจสอบ");
        officer.photograph("desk");
        officer.page().click("main a[href*='/observations/population/650801']");
        officer.page().fill("#f-value", "8110");
        assertThat(officer.page().inputValue("#f-flag")).isEqualTo("checked");
        officer.page().fill("#f-note", "พิมพ์ศูนย์เกินหนึ่งตัว");
        officer.page().click("main form.form button.button-primary");
        officer.page().waitForURL("**/650801?day=2022-10-01*");
        assertThat(officer.page().textContent("main")).contains("81,000", "8,110", "พิมพ์ศูนย์เกินหนึ่งตัว");
        officer.photograph("corrected");
        officer.checkAccessibility();
    }

    private static void withdrawn(Visit officer) {
        officer.open(PEOPLE + "?day=2013-10-01");
        officer.page().click("main form.form button[name=withdraw]");
        assertThat(officer.page().textContent("main")).contains("โปรดระบุเหตุผลที่ยกเลิกค่านี้");
        officer.page().fill("#f-note", "นับก่อนย้ายเขต");
        officer.page().click("main form.form button[name=withdraw]");
        officer.page().waitForURL("**/650801?day=2013-10-01*");
        assertThat(officer.page().textContent("main")).contains("ยกเลิกแล้ว", "นับก่อนย้ายเขต");
    }
}
