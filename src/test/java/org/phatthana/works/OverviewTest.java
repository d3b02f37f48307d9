package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The page of executives: its figures, and that each opens to its rows.
class OverviewTest extends FundedProjectTest {

    @Test
    void everyFigureOpensToItsRows() {
        var late = owner.open("400000");
        owner.award(late, "390000");
        owner.tell(late, "contract", "number", "12/2534", "price", "390000", "begins", DAY, "ends", "1991-02-28");
        owner.tell(
                late,
                "amendment",
                "number",
                "1",
                "price",
                "410000",
                "ends",
                "1991-03-30",
                "reason",
                "เพิ่มงาน",
                "day",
                DAY);
        var unsigned = owner.open("300000");
        owner.award(unsigned, "290000");
        assertThat(browser.get().uri("/overview?year=2534&by=mission"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "mission=M6",
                        "/works?year=2534&amp;concern=late&amp;mission=M6",
                        "/works?year=2534&amp;concern=unsigned&amp;mission=M6",
                        "10,000 บาท");
        assertThat(browser.get().uri("/works?year=2534&concern=late&mission=M6"))
                .bodyText()
                .contains(late)
                .doesNotContain(unsigned);
        assertThat(browser.get().uri("/works?year=2534&concern=over&mission=M6"))
                .bodyText()
                .contains(late)
                .doesNotContain(unsigned);
        assertThat(browser.get().uri("/works?year=2534&concern=unsigned&department=กองช่าง"))
                .bodyText()
                .contains(unsigned)
                .doesNotContain(late);
        assertThat(browser.get().uri("/overview?year=2534&by=amphoe"))
                .bodyText()
                .contains("amphoe=6501");
        assertThat(browser.get().uri("/overview?year=2534&by=department"))
                .bodyText()
                .contains("กองช่าง");
        assertThat(browser.get().uri("/overview/lines?year=2534&by=mission&of=M6"))
                .hasStatusOk()
                .bodyText()
                .contains(line, "1,000,000", "300,000", "410,000", "/works/" + late, "/works/" + unsigned);
        assertThat(browser.get().uri("/overview")).hasStatusOk();
        assertThat(browser.get().uri("/overview/lines")).hasStatus(404);
    }
}
