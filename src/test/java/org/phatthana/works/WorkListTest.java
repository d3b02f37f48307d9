package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Ledger;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// The list of works: what its filters find, and that it adds up.
@SpringBootTest
@AutoConfigureMockMvc
class WorkListTest {

    private static final String DAY = Bench.DAY.toString();

    @Autowired
    MockMvcTester browser;

    @Autowired
    Works works;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicIds ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private SignedIn signedIn;
    private Bench bench;
    private Acting officer;
    private Owner owner;
    private String project;
    private String line;

    @BeforeEach
    void projectWithMoney() {
        signedIn = new SignedIn(browser);
        bench = new Bench(jdbc, ledger, ids, transaction);
        officer = new Accounts(jdbc).add("somchai", Role.OFFICER);
        project = bench.project("ก่อสร้างถนนสายทดสอบ");
        line = bench.line(project, 1_000_000);
        owner = new Owner(signedIn, officer, ids, project, line);
    }

    @AfterEach
    void noPlans() {
        jdbc.sql("delete from works.work where is_sample").update();
        bench.removePlans();
    }

    @Test
    void theListFindsAndAddsUp() {
        var first = owner.open("400000");
        var second = owner.open("300000");
        owner.award(first, "390000");
        owner.tell(first, "contract", "number", "12/2534", "price", "390000", "begins", DAY, "ends", "1991-02-28");
        assertThat(browser.get().uri("/works?year=2534"))
                .hasStatusOk()
                .bodyText()
                .contains(first, second, "700,000", "2 งาน");
        assertThat(browser.get().uri("/works?year=2534&concern=late"))
                .bodyText()
                .contains(first, "ล่าช้า")
                .doesNotContain(second);
        assertThat(browser.get().uri("/works?year=2534&state=procuring&department=กองช่าง&amphoe=6501&mission=M6"))
                .bodyText()
                .contains(second)
                .doesNotContain(first);
        assertThat(browser.get().uri("/works?year=2534&amphoe=6502")).bodyText().contains("ไม่มีงานที่ตรง");
        assertThat(browser.get().uri("/works.csv?year=2534&state=working"))
                .hasStatusOk()
                .bodyText()
                .contains("work,project,fiscal_year", first, "390000.00", "true")
                .doesNotContain(second);
        jdbc.sql("update people.account set enabled = false where id = :id")
                .param("id", officer.id())
                .update();
        assertThat(browser.get().uri("/works?year=2534&concern=unowned"))
                .bodyText()
                .contains(first, second);
    }
}
