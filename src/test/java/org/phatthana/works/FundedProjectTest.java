package org.phatthana.works;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/// A project with money in the books, and its owner.
@SpringBootTest
@AutoConfigureMockMvc
abstract class FundedProjectTest {

    static final String DAY = Bench.DAY.toString();

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

    SignedIn signedIn;
    Bench bench;
    Acting officer;
    Owner owner;
    String project;
    String line;

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
        bench.remove();
    }
}
