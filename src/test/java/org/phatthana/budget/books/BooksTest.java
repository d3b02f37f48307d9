package org.phatthana.budget.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.SignedIn.location;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Items;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Stage;
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

/// The budget officer's books, from the ordinance to a payment and back.
@SpringBootTest
@AutoConfigureMockMvc
class BooksTest {

    private static final FiscalYear YEAR = new FiscalYear(2611);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Ledger ledger;

    @Autowired
    Items items;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    private SignedIn signedIn;
    private Acting officer;
    private OneLine books;

    @BeforeEach
    void people() {
        signedIn = new SignedIn(browser);
        officer = new Accounts(jdbc).add("budget-officer", Role.BUDGET_OFFICER);
        books = new OneLine(signedIn, ledger, officer, YEAR);
    }

    @Test
    void theBooksOfAYearAreOpenedFromItsOrdinanceInOneStepAndAddUp() {
        var address = "/budget/2565/books";
        assertThat(browser.get().uri(address)).hasStatusOk().bodyText().contains("ยังไม่ได้เปิดบัญชี");
        assertThat(signedIn.post(address, new Accounts(jdbc).add("planner", Role.PLANNER), "number", "1/2564"))
                .hasStatus(403);
        assertThat(signedIn.post(address, officer, "number", " "))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"number-error\"");
        assertThat(signedIn.post(address, officer, "number", "ข้อบัญญัติ 2565", "date", "2021-09-30"))
                .hasStatus(303);
        var lines = ledger.lines(new FiscalYear(2565));
        assertThat(lines).hasSizeGreaterThan(30);
        assertThat(Money.sum(lines.values().stream().map(b -> b.appropriated()).toList()))
                .isEqualTo(Money.ofBaht(929_300_000));
        assertThat(browser.get().uri(address))
                .hasStatusOk()
                .bodyText()
                .contains("929,300,000", "อุตสาหกรรมและการโยธา", "/budget/lines/");
        assertThat(browser.get().uri("/en" + address + "?programme=การศึกษา&type=งบลงทุน"))
                .hasStatusOk()
                .bodyText()
                .contains("Show all lines", "Education")
                .doesNotContain("Industry and public works");
        assertThat(browser.get().uri("/budget/2565/books.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("committed_baht", "line,fiscal_year");
        assertThat(browser.get().uri("/budget/2565/books.xlsx")).hasStatusOk();
        var line = lines.keySet().iterator().next();
        assertThat(ledger.transaction(ledger.transactions(org.phatthana.budget.JournalQuery.newest(1)
                                        .ofLine(line.id()))
                                .getFirst()
                                .number())
                        .orElseThrow()
                        .transaction()
                        .document()
                        .number())
                .isEqualTo("ข้อบัญญัติ 2565");
        assertThat(log.newestAbout(address).orElseThrow().canonical())
                .contains(line.id(), "\"total\":\"929300000.00\"");
        // Nobody opens them twice.
        assertThat(signedIn.post(address, officer, "number", "อีกครั้ง")).hasStatus(303);
        assertThat(ledger.lines(new FiscalYear(2565))).hasSize(lines.size());
    }

    @Test
    void aLineIsTypedWhereThereIsNoOrdinanceAndFaultsStandAtTheirFields() {
        assertThat(browser.get().uri("/budget/2687/books")).hasStatus(404);
        assertThat(signedIn.get("/budget/2687/books", officer))
                .hasStatusOk()
                .bodyText()
                .contains("เปิดบัญชีเปล่า");
        var line = books.open("1,000,000.50");
        assertThat(ledger.balances(line).of(Stage.UNALLOTTED)).isEqualTo(new Money(1_000_000_50));
        assertThat(signedIn.post(
                        "/budget/" + YEAR + "/lines", officer, "programme", "ไม่มีอยู่จริง", "amount", "ล้านหนึ่ง"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"amount-error\"", "ล้านหนึ่ง", "id=\"programme-error\"", "id=\"task-error\"");
        assertThat(browser.get().uri("/budget/lines/0000000000000000000000none"))
                .hasStatus(404);
    }

    @Test
    void moneyIsAllottedReservedCommittedAndPaidAndCannotBeOverspent() {
        var line = books.open("1000000");
        assertThat(books.move(line, "allotment", "unallotted", "800,000")).hasStatus(303);
        assertThat(books.move(line, "reservation", "allotted", "500000")).hasStatus(303);
        assertThat(books.move(line, "commitment", "reserved", "450000")).hasStatus(303);
        assertThat(books.move(line, "disbursement", "committed", "200000")).hasStatus(303);
        assertThat(books.move(line, "release", "reserved", "50000")).hasStatus(303);
        assertThat(books.move(line, "refund", "disbursed", "10000")).hasStatus(303);
        assertThat(books.move(line, "recall", "allotted", "60000")).hasStatus(303);
        var balances = books.balances(line);
        assertThat(balances.of(Stage.UNALLOTTED)).isEqualTo(Money.ofBaht(260_000));
        assertThat(balances.of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(300_000));
        assertThat(balances.reserved()).isEqualTo(Money.ZERO);
        assertThat(balances.committed()).isEqualTo(Money.ofBaht(250_000));
        assertThat(balances.disbursed()).isEqualTo(Money.ofBaht(190_000));
        assertThat(books.move(line, "disbursement", "committed", "250,000.01"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "id=\"amount-error\"",
                        "มีเพียง 250,000 บาท จึงใช้ 250,000.01 บาทไม่ได้",
                        "value=\"250,000.01\"",
                        "พล 51001/disbursement");
        assertThat(books.balances(line)).isEqualTo(balances);
        assertThat(browser.get().uri("/budget/lines/" + line))
                .hasStatusOk()
                .bodyText()
                .contains("เบิกเกินส่งคืน", "ผูกพันตามสัญญา", "260,000")
                .doesNotContain("/enter?kind=");
        assertThat(signedIn.get("/budget/lines/" + line + "?entered=1", officer))
                .bodyText()
                .contains("/enter?kind=release");
        assertThat(signedIn.get("/budget/lines/" + line + "/enter?kind=disbursement", officer))
                .hasStatusOk()
                .bodyText()
                .contains("ผูกพันตามสัญญา มีอยู่ 250,000 บาท", "รอตรวจสอบ");
        assertThat(signedIn.get("/budget/lines/" + line + "/enter?kind=lapse", officer))
                .hasStatus(404);
    }

    @Test
    void aFormThatIsSentTwiceIsEnteredOnceAndOneThatWasChangedSaysSo() {
        var line = books.open("1000");
        var key = UUID.randomUUID().toString();
        var first = books.move(line, "allotment", "unallotted", "300", key);
        var again = books.move(line, "allotment", "unallotted", "300", key);
        assertThat(location(again)).isEqualTo(location(first));
        assertThat(books.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(300));
        assertThat(books.move(line, "allotment", "unallotted", "400", key))
                .hasStatus(422)
                .bodyText()
                .contains("เคยบันทึกด้วยข้อมูลอื่นไปแล้ว")
                .doesNotContain("value=\"" + key + "\"");
    }

    @Test
    void onlyTheBudgetOfficerEntersAndNotWhatThePackForbids() {
        var line = books.open("1000");
        for (var role : Role.values()) {
            var other = new Accounts(jdbc).add("other", role);
            var refused = new OneLine(signedIn, ledger, other, YEAR).move(line, "allotment", "unallotted", "1");
            assertThat(refused).hasStatus(role == Role.BUDGET_OFFICER ? 303 : 403);
        }
        assertThat(signedIn.post(
                        "/budget/lines/" + line + "/enter",
                        officer,
                        "kind",
                        "allotment",
                        "from",
                        "unallotted",
                        "amount",
                        "1",
                        "day",
                        YEAR.firstDay().toString(),
                        "authority",
                        "council",
                        "document",
                        "memo",
                        "number",
                        "1"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"authority-error\"");
        assertThat(books.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(1));
    }

    @Test
    void aReversalNamesWhatItUndoesAndWhyAndHappensOnce() {
        var line = books.open("1000");
        var number =
                location(books.move(line, "allotment", "unallotted", "700")).replaceFirst("^.*entered=", "");
        var form = "/budget/ledger/" + number + "/reversal";
        assertThat(signedIn.get(form, officer)).hasStatusOk().bodyText().contains("700 บาท", "จัดสรรงบประมาณ");
        assertThat(reverse(form, " ")).hasStatus(422).bodyText().contains("id=\"reason-error\"");
        assertThat(reverse(form, "พิมพ์จำนวนเงินผิด")).hasStatus(303);
        assertThat(books.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ZERO);
        assertThat(reverse(form, "อีกครั้ง")).hasStatus(422).bodyText().contains("ถูกกลับรายการไปแล้ว");
        assertThat(browser.get().uri("/budget/lines/" + line))
                .bodyText()
                .contains(
                        "กลับรายการที่ " + "%,d".formatted(Long.parseLong(number)),
                        "พิมพ์จำนวนเงินผิด",
                        "กลับรายการแล้ว");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult reverse(String form, String reason) {
        return signedIn.post(
                form,
                officer,
                "day",
                YEAR.firstDay().plusMonths(1).toString(),
                "authority",
                "budget-officer",
                "document",
                "memo",
                "number",
                "พล 51001/9",
                "reason",
                reason);
    }

    @Test
    void anItemGetsItsMoneyFromItsLineAndPaysForAProjectOfThePlan() {
        var plan = UUID.randomUUID().toString().replace("-", "").substring(0, 22) + "item";
        var project = plan.substring(0, 22) + "proj";
        putPlan(plan, project);
        var line = books.open("5000000");
        assertThat(signedIn.get("/budget/lines/" + line + "/item?q=สะพานข้ามห้วย", officer))
                .hasStatusOk()
                .bodyText()
                .contains("สะพานข้ามห้วยน้อย", "item?project=" + project);
        assertThat(signedIn.get("/budget/lines/" + line + "/item?project=" + project, officer))
                .bodyText()
                .contains("value=\"สะพานข้ามห้วยน้อย\"", "value=\"3000000.00\"");
        assertThat(item(line, "ไม่มีโครงการนี้", "1")).hasStatus(422).bodyText().contains("ไม่มีโครงการนี้ในแผน");
        assertThat(item(line, project, "6000000"))
                .hasStatus(422)
                .bodyText()
                .contains("มีเพียง 5,000,000 บาท", "value=\"6000000\"");
        assertThat(items.ofProject(project)).isEmpty();
        var written = item(line, project, "3,000,000");
        assertThat(written).hasStatus(303);
        var item = OneLine.id(written);
        assertThat(books.balances(line).left()).isEqualTo(Money.ofBaht(2_000_000));
        assertThat(books.balances(item).appropriated()).isEqualTo(Money.ofBaht(3_000_000));
        assertThat(items.ofProject(project).keySet()).singleElement().returns(item, found -> found.id());
        // More money for the same item goes to the same line.
        assertThat(OneLine.id(item(line, project, "500000"))).isEqualTo(item);
        assertThat(books.move(item, "allotment", "unallotted", "3500000")).hasStatus(303);
        assertThat(browser.get().uri("/projects/" + project))
                .bodyText()
                .containsSubsequence(
                        "แยกรายการงบประมาณให้โครงการ",
                        "3,000,000 บาท",
                        "500,000 บาท",
                        "จัดสรรงบประมาณ",
                        "3,500,000 บาท");
        assertThat(browser.get().uri("/budget/lines/" + item)).bodyText().contains("/projects/" + project);
        assertThat(log.newestAbout("/budget/lines/" + item).orElseThrow().canonical())
                .contains("\"project\":\"" + project);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult item(
            String line, String project, String amount) {
        return signedIn.post(
                "/budget/lines/" + line + "/item",
                officer,
                "project",
                project,
                "item",
                "สะพานข้ามห้วยน้อย",
                "category",
                "ค่าที่ดินและสิ่งก่อสร้าง",
                "amount",
                amount,
                "day",
                YEAR.firstDay().toString(),
                "authority",
                "budget-officer",
                "document",
                "memo",
                "number",
                "พล 51001/5",
                "key",
                UUID.randomUUID().toString());
    }

    private void putPlan(String plan, String project) {
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, imported_at, is_sample)
            values (:plan, 'แผนทดสอบ', 2611, 2615, 'strategy', '', now(), false);
            insert into plan.edition (plan_id, number, type, sequence, year, label, state, is_estimated, in_force_from, is_sample)
            values (:plan, 0, 'base', 0, 0, '', 'announced', false, now(), false);
            insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)
            values (:plan, 0, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานอุตสาหกรรมและการโยธา', '', '', false)
            """).param("plan", plan).update();
        jdbc.sql("""
            insert into plan.version (project_id, edition, ordinal, plan_id, heading, goal, sequence, name, name_en, objective,
                target, target_en, kpi, kpi_en, result, department, department_as_written, place_text, total_satang, searched,
                sheet, sheet_row, years, satang, ordinance_satang, places, places_certain, places_found_as, is_sample)
            values (:project, 0, 0, :plan, 0, 'G8', '', 'สะพานข้ามห้วยน้อย', '', '', 'เป้าหมาย', '', '', '', '',
                'สำนักช่าง', 'สำนักช่าง', '', 300000000, 'สะพานข้ามห้วยน้อย', '', 0, array[2611], array[300000000]::bigint[],
                array[null]::bigint[], '{}', '{}', '{}', false)
            """).param("plan", plan).param("project", project).update();
    }
}
