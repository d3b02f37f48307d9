package org.phatthana.budget.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.SmallBooks;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledger as an auditor reads it.
@SpringBootTest
@AutoConfigureMockMvc
class LedgerPagesTest {

    private static final FiscalYear YEAR = new FiscalYear(2611);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicIds ids;

    @Autowired
    TransactionTemplate transaction;

    SmallBooks books;

    @BeforeEach
    void open() {
        books = new SmallBooks(ledger, ids, transaction, YEAR);
    }

    @Test
    void aTransactionTellsItsEntriesWhatItRestsOnAndWhatUndidIt() {
        var line = books.line(1_234);
        var number = allot(line, 567);
        assertThat(browser.get().uri("/budget/ledger/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("567", "667", "บันทึกข้อความ 1/2611", "จัดสรรแล้ว", "นายก", "/proof/entries/")
                .doesNotContain("ถูกกลับแล้ว");
        var reversal = SmallBooks.number(books.post(books.reversal(number)));
        assertThat(browser.get().uri("/budget/ledger/" + number))
                .bodyText()
                .contains("ถูกกลับแล้ว", "/budget/ledger/" + reversal);
        assertThat(browser.get().uri("/en/budget/ledger/" + reversal))
                .bodyText()
                .contains("It undoes", "/en/budget/ledger/" + number, "บันทึกผิดบัญชี");
        assertThat(browser.get().uri("/budget/ledger/999999999")).hasStatus(404);
    }

    @Test
    void anAccountTellsWhatItHadAtAnyMomentAndWhy() {
        var line = books.line(10_000);
        var first = books.post(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 1_111));
        allot(line, 2_222);
        var account = "/budget/accounts/" + line + "-allotted";
        assertThat(browser.get().uri(account)).hasStatusOk().bodyText().contains("3,333", "2,222", "1,111");
        var at = ((PostingOutcome.Posted) first).transactions().getFirst().postedAt();
        assertThat(browser.get().uri("/en" + account + "?at=" + at))
                .hasStatusOk()
                .bodyText()
                .contains("1,111", "Balance on")
                .doesNotContain("3,333", "2,222");
        assertThat(browser.get().uri(account + "?at=2020-01-01T00:00"))
                .bodyText()
                .contains("ยังไม่มีรายการบัญชี");
        assertThat(browser.get().uri(account + "?at=yesterday"))
                .hasStatus(400)
                .bodyText()
                .contains("อ่านวันเวลาไม่ได้", "value=\"yesterday\"");
        assertThat(browser.get().uri("/budget/accounts/" + line + "-stolen")).hasStatus(404);
        assertThat(browser.get().uri("/budget/accounts/nobody-allotted")).hasStatus(404);
    }

    @Test
    void theJournalIsReadPageByPageAndTakenAway() throws IOException {
        var line = books.line(10_000);
        for (var i = 1; i <= 60; i++) {
            allot(line, i);
        }
        var page = browser.get().uri("/budget/ledger?line=" + line).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("before=", "line=" + line);
        assertThat(browser.get().uri("/budget/ledger?year=2611&until=2020-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("ไม่มีรายการบัญชี");
        assertThat(browser.get().uri("/budget/ledger?until=never"))
                .hasStatus(400)
                .bodyText()
                .contains("value=\"never\"");
        assertThat(browser.get().uri("/budget/ledger?line=nobody")).hasStatus(404);
        assertThat(browser.get().uri("/budget/ledger.csv?until=never")).hasStatus(400);

        var rows = csv("/budget/ledger.csv?line=" + line);
        assertThat(rows).hasSize(122);
        assertThat(rows.getFirst().get("kind")).isEqualTo("appropriation");
        assertThat(sum(rows, "debit_baht")).isEqualByComparingTo(sum(rows, "credit_baht"));
        assertThat(sum(rows, "debit_baht")).isEqualByComparingTo("11830");
        assertThat(rows.getLast().get("balance_baht")).isIn("1830.00", "8170.00");
        var xlsx = browser.get()
                .uri("/budget/ledger.xlsx?line=" + line)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(123);
        }
    }

    private static BigDecimal sum(List<CSVRecord> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<CSVRecord> csv(String address) throws IOException {
        var text = browser.get().uri(address).exchange().getResponse().getContentAsString();
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
    }

    private long allot(String line, long baht) {
        return SmallBooks.number(
                books.post(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, baht)));
    }
}
