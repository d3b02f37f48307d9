package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Ledger;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/// The sample works: told by the same rules as real ones, with the money of the sample books, and they go whole.
@SpringBootTest
@AutoConfigureMockMvc
class SampleWorksTest {

    private static final FiscalYear YEAR = new FiscalYear(2566);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Works works;

    @Autowired
    SampleWorks sample;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicLog log;

    @Test
    void everyStateIsThereAndTheBooksHoldWhatTheWorksSay() {
        var all = works.all().stream().filter(work -> work.year().equals(YEAR)).toList();
        assertThat(all).hasSizeGreaterThan(7).allMatch(Work::sample);
        Set<WorkState> states = all.stream().map(Work::state).collect(Collectors.toSet());
        assertThat(states).isEqualTo(EnumSet.allOf(WorkState.class));
        for (var work : all) {
            var balances = ledger.balances(work.line());
            assertThat(balances.disbursed()).as(work.name().thai()).isEqualTo(work.paid());
            assertThat(balances.reserved().plus(balances.committed())).isEqualTo(work.unpaid());
        }
        assertThat(all)
                .anyMatch(work -> !work.over().isZero())
                .anyMatch(work -> !work.openDefects().isEmpty());
        assertThat(browser.get().uri("/works?year=2566"))
                .hasStatusOk()
                .bodyText()
                .contains("ข้อมูลตัวอย่าง", "รอลงนามสัญญา", "ยกเลิก");
        var road = all.stream()
                .filter(work -> work.paid().equals(Money.ofBaht(13_450_000)))
                .findFirst();
        assertThat(browser.get().uri("/projects/" + road.orElseThrow().opened().project()))
                .bodyText()
                .contains(road.get().address() + "#fact-", "13,450,000");
        assertThat(log.newestAbout(road.get().address()).orElseThrow().sample()).isTrue();
        assertThat(browser.get().uri("/works/disclosure/2023-01")).bodyText().contains("ข้อมูลตัวอย่าง", "ตย 1/2566");
    }

    @Test
    @Transactional
    void theyAreRemovedWhole() {
        sample.remove("administrator");
        assertThat(works.all()).noneMatch(Work::sample);
        assertThat(log.newestAbout("/works").orElseThrow().kind()).isEqualTo("works.sample-removed");
    }
}
