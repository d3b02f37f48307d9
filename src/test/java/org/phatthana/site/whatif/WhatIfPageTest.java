package org.phatthana.site.whatif;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The sandbox on the year of the pack's ordinance.
@SpringBootTest
@AutoConfigureMockMvc
class WhatIfPageTest {

    private static final FiscalYear YEAR = new FiscalYear(2566);
    private static final String PAGE = "/budget/2566/what-if";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Grounds grounds;

    @Autowired
    Plans plans;

    @Test
    void moneyGoesFromALineToAProjectThatHasNoneAndAnyoneCanOpenTheSamePage() {
        var line = richest();
        var funded =
                ground().lines().values().stream().map(BudgetedLine::project).toList();
        var project = plans.projects(ProjectQuery.all(plans.all().getFirst().standing()), 0, 100).stream()
                .filter(one -> !funded.contains(one.id()))
                .findFirst()
                .orElseThrow();
        var moved = browser.get()
                .uri(PAGE)
                .queryParam("from", line.id())
                .queryParam("to", Move.PROJECT + project.id())
                .queryParam("amount", "๑,๒๓๔.๕๐")
                .exchange();
        assertThat(moved).hasStatus(303);
        var address = requireNonNull(moved.getResponse().getHeader("Location"));
        assertThat(address).contains("move=" + line.id() + "~project-" + project.id() + "~1234.50");
        var page = open(address);
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(project.name().thai(), "/projects/" + project.id(), "เริ่มได้", "−1,234.50")
                .contains("งบประมาณรวมเท่าเดิม");
        assertThat(open("/en" + address)).hasStatusOk().bodyText().contains("Can begin", "The budget stays at");
        assertThat(open(address.replace("what-if?", "what-if.csv?").replace("#consequences", "")))
                .hasStatusOk()
                .bodyText()
                .contains(project.id(), line.id(), "-1234.50");
    }

    @Test
    void whatCannotBeMovedIsToldAtItsFieldAndWhatWasTypedStays() {
        var line = richest();
        assertThat(browser.get()
                        .uri(PAGE)
                        .queryParam("from", "nothing")
                        .queryParam("to", "")
                        .queryParam("amount", "มาก"))
                .hasStatus(422)
                .bodyText()
                .contains("whatif-from-error", "whatif-to-error", "whatif-amount-error", "value=\"มาก\"");
        assertThat(browser.get()
                        .uri(PAGE)
                        .queryParam("from", line.id())
                        .queryParam("to", Move.OUTSIDE)
                        .queryParam("amount", line.free().plus(Money.ofBaht(1)).toPlainString()))
                .hasStatus(422)
                .bodyText()
                .contains("ต้นทางเหลือเงินเพียง");
        assertThat(browser.get()
                        .uri(PAGE)
                        .queryParam("from", line.id())
                        .queryParam("to", line.id())
                        .queryParam("amount", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("เป็นรายการเดียวกัน");
    }

    @Test
    void whatWasMovedBeforeCounts() {
        var line = richest();
        var all = line.free().toPlainString();
        assertThat(browser.get()
                        .uri(PAGE)
                        .queryParam("move", line.id() + "~outside~" + all)
                        .queryParam("from", line.id())
                        .queryParam("to", Move.OUTSIDE)
                        .queryParam("amount", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("ต้นทางเหลือเงินเพียง 0");
        assertThat(open(PAGE + "?move=outside~" + line.id() + "~500&move=gone~outside~7"))
                .hasStatusOk()
                .bodyText()
                .contains("งบประมาณรวมจาก", "ไม่มีรายการนี้แล้ว");
    }

    @Test
    void theListsAreMadeShorterByWords() {
        assertThat(open(PAGE + "?find=ไม่มีคำนี้แน่นอน").getResponse().getStatus())
                .isEqualTo(200);
        assertThat(open(PAGE + "?find=ไม่มีคำนี้แน่นอน")).bodyText().doesNotContain("<optgroup");
        assertThat(open(PAGE)).bodyText().contains("<optgroup");
    }

    @Test
    void aYearWithoutLinesSaysSo() {
        assertThat(open("/budget/2599/what-if")).hasStatus(404).bodyText().contains("2599");
        assertThat(open("/budget/2599/what-if.csv")).hasStatus(404);
    }

    private Ground ground() {
        return grounds.of(YEAR, java.util.List.of()).orElseThrow();
    }

    private BudgetedLine richest() {
        return ground().lines().values().stream()
                .filter(line -> line.project().isEmpty())
                .max(java.util.Comparator.comparing(BudgetedLine::free))
                .orElseThrow();
    }

    private MvcTestResult open(String address) {
        return browser.get()
                .uri(URI.create(org.springframework.web.util.UriComponentsBuilder.fromUriString(address)
                        .build()
                        .encode()
                        .toString()))
                .exchange();
    }
}
