package org.phatthana.results.scorecards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// A citizen reads how far a goal has come, opens a figure down to its rows, and a planner makes a gap the reason
/// of a project.
class ScorecardJourney extends Journey {

    @ParameterizedTest
    @EnumSource
    void aGoalOpensDownToItsRows(Reader reader) {
        var visit = visit(reader);
        for (var address : new String[] {"/goals/G1?year=2566", "/goals/G2?year=2566"}) {
            visit.open(address);
            visit.photograph(address.substring(7, 9));
            visit.checkAccessibility();
        }
        visit.open("/goals/G1?place=6508&year=2566");
        visit.photograph("amphoe");
        visit.checkAccessibility();
        visit.open("/goals/G1/equity?year=2566");
        visit.photograph("equity");
        visit.checkAccessibility();
        visit.open("/readiness?year=2566");
        visit.photograph("readiness");
        visit.checkAccessibility();
        visit.open("/missions/M1");
        visit.photograph("mission");
        visit.checkAccessibility();
        visit.open("/goals/G1?year=2566");
        visit.page().click("#G1-01 .measure-value a");
        visit.page().waitForURL("**/indicators/G1-01/2566/65");
        assertThat(visit.page().textContent("main")).contains("count(works");
        visit.photograph("lineage");
        visit.checkAccessibility();
        visit.page().click("#rows ~ .table-wrap tbody a");
        visit.page().waitForURL("**/works/*");
        visit.open("/indicators/G1-01/2566/65?at=2026-01-01");
        visit.photograph("lineage-then");
        visit.checkAccessibility();
    }

    @Test
    void theDarkPagesReadAsWell() {
        for (var reader : new Reader[] {Reader.PHONE_EN, Reader.DESK_TH}) {
            var visit = visit(reader, Visit.With.DARK_COLOURS);
            visit.open("/goals/G1?year=2566");
            visit.photograph("dark");
            visit.checkAccessibility();
            visit.open("/indicators/G1-01/2566/65");
            visit.photograph("dark-lineage");
            visit.checkAccessibility();
        }
    }

    @Test
    void aGapBecomesTheReasonOfAProject() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var planner = visit(Reader.DESK_TH);
        Office.join(administrator, planner, "วรรณา วางแผน", "wanna", "planner");
        planner.open("/plan/work");
        planner.page()
                .locator("details:has(form[action$='/plan/work/editions']) > summary")
                .first()
                .click();
        planner.page().locator("input[name=type][value=added]").first().check();
        planner.page()
                .locator("form[action$='/plan/work/editions'] [name=reason]")
                .first()
                .fill("ปิดช่องว่างที่วัดได้");
        planner.page()
                .locator("form[action$='/plan/work/editions'] button")
                .first()
                .click();
        planner.page().waitForURL("**/plan/work/*/*");
        planner.open("/indicators/G1-01/2566/65");
        planner.photograph("gap");
        planner.checkAccessibility();
        planner.page().fill("#gap-name", "โครงการพัฒนาการบริหารสัญญา");
        planner.page().locator("section[aria-labelledby=gap] button").last().click();
        planner.page().waitForURL("**/plan/drafts/*");
        assertThat(planner.page().inputValue("[name=reason]")).contains("G1-01", "มาตรฐาน 100.0%");
        assertThat(planner.page().inputValue("[name=goal]")).isEqualTo("G1");
        planner.photograph("draft");
    }
}
