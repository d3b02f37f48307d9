package org.phatthana.budget.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Stage;
import org.phatthana.budget.books.OneLine;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Months and years are closed in order, opened again with a reason for everyone, and money goes over or lapses.
@SpringBootTest
@AutoConfigureMockMvc
class ClosingTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Ledger ledger;

    @Autowired
    Closings closings;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    private SignedIn signedIn;
    private Acting officer;

    @BeforeEach
    void people() {
        signedIn = new SignedIn(browser);
        officer = new Accounts(jdbc).add("budget-officer", Role.BUDGET_OFFICER);
    }

    @Test
    void aClosedMonthRefusesEntriesUntilItIsOpenedWithAReasonThatEveryoneSees() {
        var year = new FiscalYear(2551);
        var books = new OneLine(signedIn, ledger, officer, year);
        var line = books.open("1000");
        var page = "/budget/2551/closing";
        assertThat(signedIn.get("/desk", officer)).bodyText().contains(page, "บัญชีเดือนตุลาคม 2550");
        assertThat(signedIn.post(page, new Accounts(jdbc).add("executive", Role.EXECUTIVE), "through", "2"))
                .hasStatus(403);
        assertThat(signedIn.post(page, officer, "through", "2")).hasStatus(303);
        assertThat(signedIn.post(page, officer, "through", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("ปิดบัญชีถึงเดือนนี้ไปแล้ว");
        assertThat(books.move(line, "allotment", "unallotted", "10"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"day-error\"", "ปิดแล้ว", "value=\"10\"");
        assertThat(signedIn.post(page + "/reopen", officer, "through", "1", "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"reason-error\"");
        assertThat(signedIn.post(page + "/reopen", officer, "through", "2", "reason", "ไม่ได้ปิดอยู่"))
                .hasStatus(422);
        assertThat(signedIn.post(page + "/reopen", officer, "through", "1", "reason", "ลงฎีกาผิดเดือน"))
                .hasStatus(303);
        assertThat(browser.get().uri(page)).hasStatusOk().bodyText().contains("เหตุผล: ลงฎีกาผิดเดือน", "ตุลาคม 2550");
        assertThat(log.newestAbout(page).orElseThrow().canonical())
                .contains("budget.books-reopened", "ลงฎีกาผิดเดือน", "\"through\":1");
        assertThat(books.move(line, "allotment", "unallotted", "10")).hasStatus(303);
        assertThat(closings.history(year)).hasSize(2);
        assertThat(signedIn.post(page, officer, "through", "13"))
                .hasStatus(422)
                .bodyText()
                .contains("โปรดทำรายการสิ้นปีก่อน");
    }

    @Test
    void aMonthThatIsNotOverCannotBeClosed() {
        var books = new OneLine(signedIn, ledger, officer, new FiscalYear(2620));
        books.open("1");
        assertThat(signedIn.post("/budget/2620/closing", officer, "through", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("ยังไม่สิ้นเดือน");
        assertThat(signedIn.post("/budget/2620/year-end", officer, "then", "do"))
                .hasStatus(422);
        assertThat(browser.get().uri("/budget/2621/closing")).hasStatus(404);
    }

    @Test
    void atTheEndOfTheYearContractsAreCarriedOverInvestmentIfTheCouncilSaysSoAndTheRestLapses() {
        var year = new FiscalYear(2553);
        var books = new OneLine(signedIn, ledger, officer, year);
        var contract = books.open("1,000,000");
        books.move(contract, "allotment", "unallotted", "900,000");
        books.move(contract, "reservation", "allotted", "800,000");
        books.move(contract, "commitment", "reserved", "700,000");
        books.move(contract, "disbursement", "committed", "300,000");
        var council = books.line("งบลงทุน", "อาคาร " + UUID.randomUUID(), "500,000");
        var lapsing = books.line("งบดำเนินงาน", "วัสดุ " + UUID.randomUUID(), "60,000");
        var page = "/budget/2553/year-end";
        assertThat(signedIn.get(page, officer))
                .hasStatusOk()
                .bodyText()
                .contains("กันเงิน 400,000 บาท และให้ 860,000 บาทตกเป็นเงินสะสม", "carry-" + council + "-unallotted");
        var chosen = "carry-" + council + "-unallotted";
        var shown = signedIn.post(page, officer, "then", "preview", chosen, "true");
        assertThat(shown).hasStatusOk().bodyText().contains("กันเงิน 900,000 บาท", "รายงานการประชุมสภาครั้งที่");
        var seen = text(shown).replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(signedIn.post(page, officer, "then", "do", "seen", seen, chosen, "true", "number-contract", "พล 1"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"number-investment-error\"", "id=\"number-lapse-error\"", "value=\"พล 1\"");
        // What was shown without the choice is not what would be done with it.
        assertThat(run(page, seen)).hasStatus(422).bodyText().contains("โปรดตรวจตัวอย่างใหม่");
        assertThat(run(page, seen, chosen, "true")).hasStatus(303);
        for (var line : List.of(contract, council, lapsing)) {
            var after = books.balances(line);
            Closings.UNSETTLED.forEach(stage -> assertThat(after.of(stage)).isEqualTo(Money.ZERO));
        }
        assertThat(books.balances(contract).of(Stage.CARRIED_OVER)).isEqualTo(Money.ofBaht(400_000));
        assertThat(books.balances(contract).of(Stage.LAPSED)).isEqualTo(Money.ofBaht(300_000));
        assertThat(books.balances(lapsing).of(Stage.LAPSED)).isEqualTo(Money.ofBaht(60_000));
        var next = ledger.lines(new FiscalYear(2554));
        assertThat(next.keySet()).hasSize(2).allMatch(line -> line.fundSource().equals(BookLine.CARRIED_OVER));
        var total = next.values().stream().reduce(Balances.NONE, Balances::plus);
        assertThat(total.carriedIn()).isEqualTo(Money.ofBaht(900_000));
        assertThat(total.committed()).isEqualTo(Money.ofBaht(400_000));
        assertThat(total.of(Stage.UNALLOTTED)).isEqualTo(Money.ofBaht(500_000));
        assertThat(browser.get().uri("/budget/2553/books"))
                .bodyText()
                .contains("กันเหลื่อมปี", "ตกเป็นเงินสะสม", "360,000");
        // Now the year can be closed, and nothing is entered in it any more.
        assertThat(signedIn.post("/budget/2553/closing", officer, "through", "13"))
                .hasStatus(303);
        assertThat(browser.get().uri("/budget/2553/closing")).bodyText().contains("ปิดบัญชีทั้งปีแล้ว");
        assertThat(books.move(contract, "refund", "disbursed", "1")).hasStatus(422);
        assertThat(signedIn.get(page, officer)).bodyText().contains("ไม่มีเงินค้างแล้ว");
    }

    private MvcTestResult run(String page, String seen, String... more) {
        var fields = new ArrayList<>(List.of(
                "then",
                "do",
                "seen",
                seen,
                "number-contract",
                "พล 1",
                "number-investment",
                "สมัยสามัญที่ 3/2553",
                "number-lapse",
                "พล 2"));
        fields.addAll(List.of(more));
        return signedIn.post(page, officer, fields.toArray(String[]::new));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
