package org.phatthana.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Thailand;

/// What the law wants by when: anybody reads it, whoever owes something sees it on the desk, and the log proves it.
class DutiesJourney extends Journey {

    @ParameterizedTest
    @EnumSource(Reader.class)
    void anybodyReadsWhatIsDueAndWhoOwesIt(Reader reader) {
        var visit = visit(reader);
        visit.open("/plan/operations");
        visit.page().click("main a[href$='/duties']");
        visit.page().waitForLoadState();
        assertThat(visit.page().textContent("main"))
                .contains(
                        visit.says("รายงานผลการติดตามและประเมินผลแผนพัฒนา", "Report on monitoring and evaluation"),
                        visit.says("คณะกรรมการติดตามและประเมินผล", "Monitoring and evaluation committee"),
                        visit.says("ครบกำหนด", "Due"));
        visit.photograph("duties");
        visit.checkAccessibility();
        visit.open("/duties?year=2566");
        assertThat(visit.page().textContent("main"))
                .contains(visit.says("มีในบันทึก", "on record"), visit.says("ไม่มีข้อมูล", "not known"));
        visit.photograph("duties-2566");
        visit.checkAccessibility();
        var dark = visit(reader, Visit.With.DARK_COLOURS);
        dark.open("/duties?year=2566");
        dark.photograph("duties-2566");
        dark.checkAccessibility();
    }

    @Test
    void theDayThatIsSaidStartsTheClock() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var today = Thailand.date(Instant.now());
        var due = today.plusDays(5);
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var planner = visit(Reader.DESK_TH);
        Office.join(administrator, planner, "พิมพ์ใจ ทำแผน", "phimchai", "planner");
        planner.open("/plan/operations");
        planner.page()
                .selectOption(
                        "#year", planner.page().locator("#year option").last().getAttribute("value"));
        planner.page().fill("#ordinance", due.minusDays(30).toString());
        planner.page().click("form[action$='/plan/operations'] button");
        planner.page().waitForURL("**/work");
        assertThat(planner.page().textContent("main")).contains("ต้องแล้วเสร็จภายใน");
        planner.open("/desk");
        assertThat(planner.page().textContent("main")).contains("ประกาศใช้แผนการดำเนินงาน", "เหลือ 5 วัน");
        planner.photograph("desk");
        planner.checkAccessibility();

        var citizen = visit(Reader.PHONE_TH, Visit.With.NO_SCRIPTS);
        citizen.open("/duties?year=" + FiscalYear.containing(due));
        assertThat(citizen.page().textContent("main")).contains("เหลือ 5 วัน", "ใกล้ครบกำหนด");
        citizen.photograph("running");
        citizen.page().click("main .duty:has-text('เหลือ 5 วัน') dl a");
        citizen.page().waitForLoadState();
        assertThat(citizen.page().textContent("main tbody tr:first-child"))
                .contains("plan.ordinance-dated", "วันประกาศใช้ข้อบัญญัติงบประมาณ");
        citizen.photograph("proof");
    }
}
