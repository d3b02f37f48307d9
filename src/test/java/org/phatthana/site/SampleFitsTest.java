package org.phatthana.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.phatthana.plan.Breakdowns;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.plan.Promises;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// The sample plan hangs off a real ordinance.
@SpringBootTest
@AutoConfigureMockMvc
class SampleFitsTest {

    private static final FiscalYear YEAR = new FiscalYear(2566);

    @Autowired
    Plans plans;

    @Autowired
    Funded funded;

    @Autowired
    Promises promises;

    @Test
    void whatItsProjectsGotFitsIntoWhatTheOrdinanceGaveToTheirProgrammes() {
        var rows = funded.parts(plan(), YEAR, Breakdowns.By.PROGRAMME);
        assertThat(rows).filteredOn(row -> !row.line().given().isZero()).hasSizeGreaterThan(6);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.line().given())
                        .as(row.key())
                        .isLessThanOrEqualTo(row.ordinance().orElse(Money.ZERO)));
    }

    @Test
    void itTellsOfPromisesWithoutMoneyOfEveryKind() {
        var open = promises.open(plan().standing(), YEAR);
        assertThat(open).anyMatch(one -> !one.known());
        assertThat(open.stream()
                        .filter(Promises.Open::known)
                        .map(one -> one.why().kind()))
                .contains(Promises.Why.Kind.values());
        assertThat(open)
                .filteredOn(one -> one.why().kind() != Promises.Why.Kind.STANDS)
                .allSatisfy(one -> assertThat(one.why().reason()).isNotEmpty());
    }

    private PlanOverview plan() {
        return plans.all().stream()
                .filter(plan -> plan.name().endsWith("ตัวอย่าง"))
                .findFirst()
                .orElseThrow();
    }
}
