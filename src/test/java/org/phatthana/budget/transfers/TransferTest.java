package org.phatthana.budget.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.phatthana.testing.SignedIn.location;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Outcome;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Stage;
import org.phatthana.budget.books.OneLine;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.Sheets;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Transfers from the draft to the money: who decides, what the memo says, what is refused.
@SpringBootTest
@AutoConfigureMockMvc
class TransferTest {

    private static final FiscalYear YEAR = new FiscalYear(2613);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Ledger ledger;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private SignedIn signedIn;
    private Acting officer;
    private Acting executive;
    private OneLine books;

    @BeforeEach
    void people() {
        signedIn = new SignedIn(browser);
        var accounts = new Accounts(jdbc);
        officer = accounts.add("budget-officer", Role.BUDGET_OFFICER);
        executive = accounts.add("executive", Role.EXECUTIVE);
        books = new OneLine(signedIn, ledger, officer, YEAR);
    }

    @Test
    void anOrdinaryTransferIsTheExecutivesAndMovesTheMoneyWhenItIsSigned() throws IOException {
        var from = books.open("1,000,000");
        var to = books.line("งบดำเนินงาน", "ค่าน้ำมัน " + UUID.randomUUID(), "200,000");
        var transfer = begin();
        assertThat(browser.get().uri(transfer)).hasStatus(404);
        add(transfer, from, true);
        add(transfer, to, false);
        assertThat(signedIn.get(transfer + "?q=ก่อสร้าง", officer))
                .hasStatusOk()
                .bodyText()
                .contains("โอนลด", "ข้อ 26");
        assertThat(send(transfer, "", "", "300000", "250000"))
                .hasStatus(422)
                .bodyText()
                .contains("โอนลด 300,000 บาท แต่โอนเพิ่ม 250,000 บาท", "id=\"number-error\"", "id=\"reason-error\"");
        assertThat(send(transfer, "พล 1", "น้ำมันแพงขึ้น", "1,000,001", "1,000,001"))
                .hasStatus(422)
                .bodyText()
                .contains("ที่ยังไม่จัดสรรมีเพียง 1,000,000 บาท", "value=\"1000001.00\"");
        assertThat(send(transfer, "พล 51002/7", "น้ำมันแพงขึ้น", "300,000", "300,000"))
                .hasStatus(303);
        assertThat(books.balances(from).transferred()).isEqualTo(Money.ZERO);
        assertThat(browser.get().uri(transfer))
                .hasStatusOk()
                .bodyText()
                .contains("อยู่ระหว่างพิจารณา", "น้ำมันแพงขึ้น", "700,000", "500,000");
        assertThat(send(transfer, "พล 9", "เปลี่ยนใจ", "1", "1")).hasStatus(409);
        assertThat(signedIn.get("/desk", executive)).bodyText().contains(transfer);

        decide(transfer, executive, Act.Kind.APPROVE);
        assertThat(books.balances(from).transferred()).isEqualTo(Money.ofBaht(-300_000));
        assertThat(books.balances(from).of(Stage.UNALLOTTED)).isEqualTo(Money.ofBaht(700_000));
        assertThat(books.balances(to).authorised()).isEqualTo(Money.ofBaht(500_000));
        // The memo stays as it stood, whatever happens to the lines later.
        books.move(from, "allotment", "unallotted", "700,000");
        books.move(from, "disbursement", "allotted", "700,000");
        assertThat(Sheets.texts(browser.get().uri(transfer + "/memo.xlsx").exchange())
                        .getFirst()
                        .toString())
                .contains(
                        "บันทึกข้อความ",
                        "พล 51002/7",
                        "น้ำมันแพงขึ้น",
                        "1000000",
                        "700000",
                        "500000",
                        "300000",
                        "ข้อ 26");
        assertThat(browser.get().uri("/en" + transfer + "/memo.pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(browser.get().uri("/budget/lines/" + to)).bodyText().contains("โอนงบประมาณ", transfer, "พล 51002/7");
        assertThat(browser.get().uri("/en/budget/" + YEAR + "/transfers"))
                .bodyText()
                .contains("Approved, the money has moved", "300,000");
        assertThatThrownBy(() -> jdbc.sql("update budget.transfer set reason = 'x' where state = 'decided'")
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void aNewInvestmentItemAndAChangeOfSubstanceAreTheCouncils() {
        var from = books.open("1,000,000");
        var known = books.line("งบลงทุน", "อาคาร " + UUID.randomUUID(), "100,000");
        var ordinary = begin();
        add(ordinary, from, true);
        add(ordinary, known, false);
        assertThat(signedIn.get(ordinary, officer)).bodyText().contains("ข้อ 26", "นายก อบจ. เป็นผู้อนุมัติ");
        var fields = fields(ordinary, "", "", "1", "1");
        fields.add("substance-2");
        fields.add("true");
        signedIn.post(ordinary, officer, fields.toArray(String[]::new));
        assertThat(signedIn.get(ordinary + "?again", officer)).bodyText().contains("ข้อ 27", "สภาเป็นผู้อนุมัติ");

        // A line that has no money any more is a new item to the rule.
        var empty = books.line("งบลงทุน", "รายการใหม่ " + UUID.randomUUID(), "1");
        var number = ledger.transactions(
                        org.phatthana.budget.JournalQuery.newest(1).ofLine(empty))
                .getFirst()
                .number();
        signedIn.post(
                "/budget/ledger/" + number + "/reversal",
                officer,
                "day",
                YEAR.firstDay().toString(),
                "authority",
                "council",
                "document",
                "memo",
                "number",
                "1",
                "reason",
                "ตั้งไว้เพื่อโอน");
        var transfer = begin();
        add(transfer, from, true);
        add(transfer, empty, false);
        assertThat(send(transfer, "พล 8", "สร้างรายการใหม่", "400000", "400000"))
                .hasStatus(303);
        assertThat(browser.get().uri(transfer)).bodyText().contains("ข้อ 27", "โอนเงินไปตั้งเป็นรายการลงทุนใหม่");
        decide(transfer, executive, Act.Kind.APPROVE);
        assertThat(books.balances(empty).authorised()).isEqualTo(Money.ZERO);
        decide(transfer, new Accounts(jdbc).add("council", Role.COUNCIL), Act.Kind.APPROVE);
        assertThat(books.balances(empty).authorised()).isEqualTo(Money.ofBaht(400_000));
    }

    @Test
    void whatIsGoneWhenItIsSignedIsRefusedThenAndWhatIsReturnedIsSentAgain() {
        var from = books.open("500");
        var to = books.line("งบดำเนินงาน", "วัสดุ " + UUID.randomUUID(), "1");
        var transfer = begin();
        add(transfer, from, true);
        add(transfer, to, false);
        assertThat(send(transfer, "พล 3", "วัสดุไม่พอ", "500", "500")).hasStatus(303);
        books.move(from, "allotment", "unallotted", "200");
        var id = transfer.substring(transfer.lastIndexOf('/') + 1);
        var matter = approvals.find(Transferring.KIND, id).orElseThrow();
        assertThat(approvals.act(matter.id(), executive, Ask.of(Act.Kind.APPROVE, "", matter.acts())))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(books.balances(to).transferred()).isEqualTo(Money.ZERO);
        decide(transfer, executive, Act.Kind.RETURN);
        assertThat(browser.get().uri(transfer + "?returned")).hasStatusOk();
        assertThat(send(transfer, "พล 3", "วัสดุไม่พอ", "300", "300")).hasStatus(303);
        decide(transfer, executive, Act.Kind.APPROVE);
        assertThat(books.balances(to).transferred()).isEqualTo(Money.ofBaht(300));
    }

    @Test
    void aDraftBeginsWithWhatIsKnownOfIt() {
        var from = books.open("1,000,000");
        var to = books.line("งบดำเนินงาน", "ค่าซ่อม " + UUID.randomUUID(), "1");
        var transfer = location(signedIn.post(
                "/budget/" + YEAR + "/transfers",
                officer,
                "change",
                from + "~-250000.50",
                "change",
                to + "~250000.50",
                "change",
                "what~is~this"));
        assertThat(signedIn.get(transfer, officer))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("value=\"250000.50\"", "value=\"250000.50\"");
        assertThat(send(transfer, "พล 8", "ตามที่ลองไว้", "250000.50", "250000.50"))
                .hasStatus(303);
        assertThat(signedIn.post("/budget/2688/transfers", officer, "change", from + "~-1"))
                .hasStatus(404);
    }

    @Test
    void aDraftIsTheOfficersAloneAndCanBeThrownAway() {
        books.open("10");
        assertThat(signedIn.post("/budget/" + YEAR + "/transfers", executive)).hasStatus(403);
        var transfer = begin();
        assertThat(signedIn.get("/desk", officer)).bodyText().contains(transfer);
        assertThat(signedIn.post(transfer, executive, "reason", "x")).hasStatus(403);
        assertThat(signedIn.post(transfer + "/discard", officer)).hasStatus(303);
        assertThat(signedIn.get(transfer, officer)).hasStatus(404);
    }

    private String begin() {
        return location(signedIn.post("/budget/" + YEAR + "/transfers", officer));
    }

    private void add(String transfer, String line, boolean decrease) {
        assertThat(signedIn.post(transfer + "/lines", officer, "line", line, "decrease", Boolean.toString(decrease)))
                .hasStatus(303);
    }

    private MvcTestResult send(String transfer, String number, String reason, String less, String more) {
        var fields = fields(transfer, number, reason, less, more);
        fields.add("then");
        fields.add("send");
        return signedIn.post(transfer, officer, fields.toArray(String[]::new));
    }

    private List<String> fields(String transfer, String number, String reason, String less, String more) {
        var revision = jdbc.sql("select revision from budget.transfer where id = :id")
                .param("id", transfer.substring(transfer.lastIndexOf('/') + 1))
                .query(Integer.class)
                .single();
        return new ArrayList<>(List.of(
                "revision",
                revision.toString(),
                "number",
                number,
                "reason",
                reason,
                "amount-1",
                less,
                "amount-2",
                more));
    }

    private void decide(String transfer, Acting who, Act.Kind kind) {
        var matter = approvals
                .find(Transferring.KIND, transfer.substring(transfer.lastIndexOf('/') + 1))
                .orElseThrow();
        assertThat(approvals.act(matter.id(), who, Ask.of(kind, "เหตุผล", matter.acts())))
                .isInstanceOf(Outcome.Done.class);
    }
}
