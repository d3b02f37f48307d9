package org.phatthana.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class FactsTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublicLog log;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void planWithAYearThatIsOver() {
        SmallPlan.put(jdbc);
    }

    @AfterEach
    void noPlan() {
        SmallPlan.remove(jdbc);
    }

    /// The clock counts from the day that somebody told in public.
    private void tellTheDayOfTheOrdinance() {
        transaction.executeWithoutResult(_ -> log.append(new PublicAct(
                "plan.ordinance-dated",
                "/plan/operations",
                "planner",
                Localized.thai("วันประกาศใช้ข้อบัญญัติ"),
                Map.of("year", SmallPlan.YEAR.buddhistEra(), "ordinance", "1977-09-30"),
                true)));
    }

    @Test
    void whatIsKnownIsCountedAtTheEndOfTheYear() {
        assertThat(facts.of(SmallPlan.ID, SmallPlan.YEAR)
                        .fact("operation-plan-announced-on-time")
                        .map(FactsTest::says))
                .contains("operation-plan-announced-on-time ?");
        tellTheDayOfTheOrdinance();
        var known = facts.of(SmallPlan.ID, SmallPlan.YEAR);
        assertThat(known.on()).isEqualTo(LocalDate.of(1978, 9, 30));
        assertThat(known.facts().stream().map(FactsTest::says))
                .containsExactlyInAnyOrder(
                        "projects-planned 3/4 +0",
                        "with-objective 2/3 +0",
                        "with-target 3/3 +0",
                        "with-kpi 2/3 +0",
                        "with-expected-result 2/3 +0",
                        "with-department 2/3 +0",
                        "with-place 1/3 +0",
                        "by-strategy 1/2 +0",
                        "by-programme 2/2 +0",
                        "by-goal 2/10 +0",
                        "projects-funded 1/2 +1",
                        "money-funded 50000000/300000000 +0",
                        "ordinance-total ?",
                        "editions-of-year 1 +1",
                        "operation-plan-announced-on-time 1 +0",
                        "projects-in-operation-plan 1/3 +0",
                        "money-in-operation-plan 50000000/600000000 +0");
        assertThat(known.facts()).extracting(Fact::name).containsExactlyInAnyOrderElementsOf(Facts.NAMES);
        // Every page that proves a fact is there.
        known.facts().stream()
                .map(Fact::address)
                .distinct()
                .forEach(address -> assertThat(browser.get()
                                .uri(address)
                                .exchange()
                                .getResponse()
                                .getStatus())
                        .as(address)
                        .isLessThan(400));
    }

    private static String says(Fact fact) {
        return fact.count()
                .map(count -> fact.name() + " " + count
                        + fact.whole().map(whole -> "/" + whole).orElse("") + " +" + fact.unknown())
                .orElse(fact.name() + " ?");
    }

    @Test
    void ofAPlanThatIsKnownOnlySinceLaterItIsToday() {
        jdbc.sql("update plan.edition set in_force_from = '1979-01-01' where plan_id = :plan and number = 0")
                .param("plan", SmallPlan.ID)
                .update();
        jdbc.sql("update plan.edition set in_force_from = '1980-01-01' where plan_id = :plan and number > 0")
                .param("plan", SmallPlan.ID)
                .update();
        var known = facts.of(SmallPlan.ID, SmallPlan.YEAR);
        assertThat(known.on()).isAfter(LocalDate.of(2020, 1, 1));
        assertThat(known.fact("with-kpi").map(FactsTest::says)).contains("with-kpi 1/3 +0");
    }
}
