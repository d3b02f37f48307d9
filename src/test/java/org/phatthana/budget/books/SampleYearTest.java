package org.phatthana.budget.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Items;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.SampleBooks;
import org.phatthana.budget.Stage;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/// The sample year of books: it adds up to the real ordinance, all of it says that it is sample, and it goes whole.
@SpringBootTest
@AutoConfigureMockMvc
class SampleYearTest {

    private static final FiscalYear YEAR = new FiscalYear(2566);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Ledger ledger;

    @Autowired
    Items items;

    @Autowired
    SampleBooks sample;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itIsTheRealOrdinanceWithItemsForSampleProjectsAndMoneyAtEveryStage() {
        var lines = ledger.lines(YEAR);
        var total = lines.values().stream().reduce(Balances.NONE, Balances::plus);
        assertThat(total.appropriated()).isEqualTo(Money.ofBaht(926_200_000));
        assertThat(total.transferred()).isEqualTo(Money.ZERO);
        for (var stage : new Stage[] {Stage.UNALLOTTED, Stage.ALLOTTED, Stage.COMMITTED, Stage.DISBURSED}) {
            assertThat(total.of(stage)).as(stage.code()).isGreaterThan(Money.ofBaht(500_000));
        }
        assertThat(lines.keySet()).allMatch(BookLine::sample);
        var paid = lines.keySet().stream()
                .filter(line -> !line.project().isEmpty())
                .toList();
        assertThat(paid).hasSizeGreaterThan(15);
        // The sample works live off these.
        assertThat(lines.entrySet())
                .filteredOn(one -> !one.getKey().project().isEmpty()
                        && one.getKey().type().equals("งบลงทุน")
                        && one.getValue().authorised().compareTo(Money.ofBaht(3_000_000)) > 0)
                .hasSizeGreaterThan(8);
        assertThat(items.ofProject(paid.getFirst().project())).containsKey(paid.getFirst());
        assertThat(ledger.transactions(JournalQuery.newest(100).of(YEAR)))
                .isNotEmpty()
                .allMatch(posted -> posted.sample()
                        && log.at(posted.logEntry()).orElseThrow().sample());
        assertThat(browser.get().uri("/budget/2566/books"))
                .hasStatusOk()
                .bodyText()
                .contains("ข้อมูลตัวอย่าง", "926,200,000");
        assertThat(browser.get().uri("/budget/2566/books.csv")).bodyText().contains("is_sample");
    }

    @Test
    void theYearsPictureGoesOnToContractsAndPaymentsAndEachFigureOpensItsLines() {
        var total = ledger.lines(YEAR).values().stream().reduce(Balances.NONE, Balances::plus);
        assertThat(browser.get().uri("/budget/2566/flow.json"))
                .bodyText()
                .contains(
                        "\"id\":\"stage:disbursed\"",
                        "\"text\":\"%,d บาท\",\"href\":\"/budget/2566/books?stage=disbursed\""
                                .formatted(total.disbursed().satang() / 100));
        assertThat(browser.get().uri("/en/budget/2566"))
                .hasStatusOk()
                .bodyText()
                .contains("How far the money has come", "/en/budget/2566/books?stage=committed");
        assertThat(browser.get().uri("/budget/2566/books?stage=committed"))
                .bodyText()
                .contains("ระบบข้อมูลเปิด")
                .doesNotContain("งบบุคลากร ·");
    }

    @Test
    @Transactional
    void itIsRemovedWholeAndItsNumbersAreNotUsedAgain() {
        var line = ledger.lines(YEAR).keySet().iterator().next();
        var newest = ledger.transactions(JournalQuery.newest(1)).getFirst().number();
        assertThat(sample.year()).contains(YEAR);
        sample.remove("administrator");
        assertThat(sample.year()).isEmpty();
        assertThat(ledger.lines(YEAR)).isEmpty();
        assertThat(ledger.line(line.id())).isEmpty();
        assertThat(jdbc.sql("select max(number) from budget.removed")
                        .query(Long.class)
                        .single())
                .isEqualTo(newest);
        assertThat(log.newestAbout("/budget/2566/books").orElseThrow().kind()).isEqualTo("budget.sample-removed");
    }
}
