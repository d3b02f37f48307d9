package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.phatthana.testing.FormToken.formToken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Stage;
import org.phatthana.files.Pictures;
import org.phatthana.people.Role;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.Money;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Works on a real database, from the form to the books and the public page.
class WorksTest extends FundedProjectTest {

    @Test
    void worksAreToldFromOpeningToSettlementWithEveryBaht() {
        var work = owner.open("900,000");
        assertThat(ledger.balances(line).reserved()).isEqualTo(baht(900_000));
        assertThat(ledger.balances(line).left()).isEqualTo(baht(100_000));
        owner.award(work);
        owner.tell(work, "contract", "number", "12/2534", "price", "790000.50", "begins", DAY, "ends", "1991-02-28");
        assertThat(ledger.balances(line).reserved()).isEqualTo(Money.ZERO);
        assertThat(ledger.balances(line).committed()).isEqualTo(new Money(790_000_50));
        assertThat(ledger.balances(line).left()).isEqualTo(new Money(209_999_50));
        owner.tell(
                work,
                "schedule",
                "milestone-name-0",
                "ฐานราก",
                "milestone-weight-0",
                "40",
                "milestone-day-0",
                "1990-12-31",
                "milestone-name-2",
                "ผิวทาง",
                "milestone-weight-2",
                "๖๐",
                "milestone-day-2",
                "1991-02-28");
        owner.tell(work, "progress", "percent", "100", "note", "แล้วเสร็จ", "day", "1991-03-10");
        owner.tell(work, "inspection", "accepted", "true", "amount", "790000.50", "day", "1991-03-12");
        owner.tell(work, "payment", "voucher", "ฎ.77/2534", "amount", "790000.50", "day", "1991-03-20");
        assertThat(ledger.balances(line).disbursed()).isEqualTo(new Money(790_000_50));
        owner.tell(work, "hand-over", "receiver", "อบต.วัดจันทร์", "warranty", "1993-03-12", "day", "1991-03-25");
        owner.tell(work, "settlement", "memo", "พล 51002/9", "day", "1991-03-30");
        assertThat(find(work).state()).isEqualTo(WorkState.SETTLED);
        assertThat(ledger.balances(line).committed()).isEqualTo(Money.ZERO);
        everyoneReads(work);
    }

    private void everyoneReads(String work) {
        var page = browser.get().uri("/works/" + work).exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "ก่อสร้างถนนสายทดสอบ",
                        "หจก. พิษณุโลกการโยธา",
                        "บจก. สองแคว",
                        "ราคาต่ำสุดและคุณสมบัติครบ",
                        "790,000.50",
                        "12/2534",
                        "ฎ.77/2534",
                        "ฐานราก",
                        "อบต.วัดจันทร์",
                        "10 มีนาคม 2534",
                        "/projects/" + project,
                        "/budget/ledger/",
                        "ข้อมูลตัวอย่าง")
                .doesNotContain("somchai");
        assertThat(browser.get().uri("/en/works/" + work)).bodyText().contains("Finished and paid", "10 March 1991");
        assertThat(signedIn.get("/works/" + work + "?as=officer", officer))
                .bodyText()
                .contains("somchai");
        assertThat(browser.get().uri("/projects/" + project))
                .hasStatusOk()
                .bodyText()
                .contains("/works/" + work + "#fact-5", "ลงนามสัญญา", "790,000.50", "ฎ.77/2534");
        var kinds = jdbc.sql("select kind from proof.entry where subject = :address order by position")
                .param("address", "/works/" + work)
                .query(String.class)
                .list();
        assertThat(kinds)
                .containsExactly(
                        "works.opened",
                        "works.owned",
                        "works.offered",
                        "works.awarded",
                        "works.contracted",
                        "works.scheduled",
                        "works.progressed",
                        "works.inspected",
                        "works.paid",
                        "works.handed-over",
                        "works.settled");
    }

    @Test
    void whatTheBooksRefuseIsToldOnTheFormAndLeavesNothing() {
        var before =
                jdbc.sql("select count(*) from works.fact").query(Long.class).single();
        var entries =
                jdbc.sql("select count(*) from proof.entry").query(Long.class).single();
        var refused = owner.opening("1000000.01", ids.next());
        assertThat(refused).hasStatus(422).bodyText().contains("บัญชีงบประมาณไม่รับ", "1000000.01", "พล 51002/1");
        assertThat(jdbc.sql("select count(*) from works.fact").query(Long.class).single())
                .isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from proof.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(entries);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(baht(1_000_000));
    }

    @Test
    void everyFaultStandsAtItsFieldAndWhatWasTypedStays() {
        var work = owner.open("900000");
        assertThat(owner.send(
                        work, "offers", ids.next(), "day", DAY, "bid-name-1", "บจก. ราคาแปลก", "bid-price-1", "ถูก"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "บจก. ราคาแปลก", "value=\"ถูก\"", "bid-price-0-error", "href=\"#bid-price-0\"", "1,250,000.50");
        assertThat(owner.send(
                        work, "payment", ids.next(), "day", DAY, "voucher", "1", "amount", "1", "approver", "clerk"))
                .hasStatus(422)
                .bodyText()
                .contains("อยู่ระหว่างจัดซื้อจัดจ้าง");
        assertThat(signedIn.get("/works/" + work + "/steps/payment", officer))
                .hasStatusOk()
                .bodyText()
                .contains("บันทึกรายการนี้ไม่ได้");
        assertThat(find(work).told()).hasSize(2);
    }

    @Test
    void theSameFormSentTwiceTellsOnce() throws Exception {
        var key = ids.next();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<MvcTestResult> sending = () -> owner.opening("500000", key);
            for (var answer : both.invokeAll(List.of(sending, sending))) {
                assertThat(answer.get()).hasStatus(303);
            }
        }
        assertThat(works.ofProject(project)).hasSize(1);
        assertThat(ledger.balances(line).reserved()).isEqualTo(baht(500_000));
        var work = works.ofProject(project).getFirst().id();
        var again = ids.next();
        for (var i = 0; i < 2; i++) {
            assertThat(owner.send(
                            work,
                            "cancellation",
                            again,
                            "memo",
                            "พล 1",
                            "reason",
                            "ไม่มีผู้เสนอราคา",
                            "day",
                            DAY,
                            "approver",
                            "clerk"))
                    .hasStatus(303);
        }
        assertThat(find(work).state()).isEqualTo(WorkState.CANCELLED);
        assertThat(ledger.balances(line).left()).isEqualTo(baht(1_000_000));
    }

    @Test
    void whatWasToldWronglyIsUndoneInTheOpenAndItsMoneyGoesBack() {
        var work = owner.open("900000");
        owner.award(work);
        owner.tell(work, "contract", "number", "12/2534", "price", "790000", "begins", DAY, "ends", "1991-02-28");
        var contract = Integer.toString(find(work).contract().orElseThrow().number());
        assertThat(owner.send(
                        work,
                        "correction",
                        ids.next(),
                        "fact",
                        contract,
                        "reason",
                        "พิมพ์ราคาผิด",
                        "day",
                        DAY,
                        "approver",
                        "clerk"))
                .hasStatus(422)
                .bodyText()
                .contains("memo-error");
        owner.tell(work, "correction", "fact", contract, "reason", "พิมพ์ราคาผิด", "memo", "พล 51002/3", "day", DAY);
        assertThat(find(work).state()).isEqualTo(WorkState.AWARDED);
        assertThat(ledger.balances(line).committed()).isEqualTo(Money.ZERO);
        assertThat(ledger.balances(line).reserved()).isEqualTo(baht(900_000));
        assertThat(browser.get().uri("/works/" + work)).bodyText().contains("พิมพ์ราคาผิด", "works-undone", "12/2534");
        owner.tell(work, "contract", "number", "12/2534", "price", "780000", "begins", DAY, "ends", "1991-02-28");
        assertThat(ledger.balances(line).committed()).isEqualTo(baht(780_000));
    }

    @Test
    void anAmendmentChangesWhatIsOwed() {
        var work = owner.open("900000");
        owner.award(work);
        owner.tell(work, "contract", "number", "12/2534", "price", "790000", "begins", DAY, "ends", "1991-02-28");
        owner.tell(
                work,
                "amendment",
                "number",
                "1",
                "price",
                "950000",
                "ends",
                "1991-04-30",
                "reason",
                "เพิ่มท่อระบายน้ำ",
                "day",
                DAY);
        assertThat(ledger.balances(line).committed()).isEqualTo(baht(950_000));
        assertThat(find(work).over()).isEqualTo(baht(50_000));
        assertThat(owner.send(
                        work,
                        "amendment",
                        ids.next(),
                        "number",
                        "2",
                        "price",
                        "1000001",
                        "ends",
                        "1991-04-30",
                        "reason",
                        "เพิ่ม",
                        "day",
                        DAY,
                        "approver",
                        "executive"))
                .hasStatus(422)
                .bodyText()
                .contains("บัญชีงบประมาณไม่รับ");
        owner.tell(
                work,
                "amendment",
                "number",
                "3",
                "price",
                "700000",
                "ends",
                "1991-04-30",
                "reason",
                "ลดงาน",
                "day",
                DAY);
        assertThat(ledger.balances(line).committed()).isEqualTo(baht(700_000));
        assertThat(ledger.balances(line).reserved()).isEqualTo(Money.ZERO);
        assertThat(find(work).ends()).hasValue(LocalDate.of(1991, 4, 30));
    }

    @Test
    void photographsOfTheProgressAreOpenToEveryone() throws IOException {
        var work = owner.open("900000");
        owner.award(work);
        owner.tell(work, "contract", "number", "12/2534", "price", "790000", "begins", DAY, "ends", "1991-02-28");
        var picture = Pictures.noted(Pictures.jpeg(400, 300), 1, 16.82, 100.26, "1990:12:20 09:30:00");
        var request = browser.post()
                .uri("/works/" + work + "/steps/progress")
                .multipart()
                .file(new MockMultipartFile("photographs", "site.jpg", "image/jpeg", picture))
                .param("key", ids.next())
                .param("percent", "35.5")
                .param("day", "1990-12-20")
                .with(SignedIn.as(officer))
                .with(formToken());
        assertThat(request.exchange()).hasStatus(303);
        assertThat(find(work).physical().toPlainString()).isEqualTo("35.5");
        var file = find(work).progress().getFirst().files().getFirst();
        assertThat(browser.get().uri("/works/" + work))
                .bodyText()
                .contains("/files/" + file, "16.82000", "100.26000", "20 ธันวาคม 2533");
        assertThat(browser.get().uri("/files/" + file)).hasStatusOk();
        var text = browser.post()
                .uri("/works/" + work + "/steps/progress")
                .multipart()
                .file(new MockMultipartFile(
                        "photographs", "site.jpg", "image/jpeg", "ไม่ใช่ภาพ".getBytes(StandardCharsets.UTF_8)))
                .param("key", ids.next())
                .param("percent", "40")
                .param("day", "1990-12-21")
                .with(SignedIn.as(officer))
                .with(formToken());
        assertThat(text.exchange()).hasStatus(422).bodyText().contains("photographs-error", "value=\"40\"");
        assertThat(find(work).progress()).hasSize(1);
    }

    @Test
    void onlyThoseWhoMayTell() {
        var work = owner.open("900000");
        var accounts = new Accounts(jdbc);
        for (var role : List.of(Role.PLANNER, Role.EXECUTIVE, Role.AUDITOR, Role.ADMINISTRATOR, Role.CITIZEN)) {
            var other = accounts.add(role.code(), role);
            assertThat(signedIn.get("/works/" + work + "/steps/offers", other)).hasStatus(403);
            assertThat(signedIn.post("/works", other, "project", project)).hasStatus(403);
        }
        var cashier = accounts.add("cashier", Role.BUDGET_OFFICER);
        assertThat(signedIn.get("/works/" + work + "/steps/offers", cashier)).hasStatus(403);
        assertThat(signedIn.get("/works/" + work + "/steps/payment", cashier)).hasStatusOk();
        assertThat(signedIn.get("/works/nothing/steps/offers", cashier)).hasStatus(404);
        assertThat(signedIn.get("/works/" + work + "/steps/nothing", officer)).hasStatus(404);
        assertThat(browser.get().uri("/works/nothing")).hasStatus(404);
    }

    @Test
    void factsAreNeverChanged() {
        var work = owner.open("400000");
        assertThatThrownBy(() -> jdbc.sql("update works.fact set day = day where work = :work")
                        .param("work", work)
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("update works.work set is_sample = false where id = :work")
                        .param("work", work)
                        .update())
                .hasMessageContaining("never changed");
    }

    private Work find(String id) {
        return works.find(id).orElseThrow();
    }

    private static Money baht(long baht) {
        return Money.ofBaht(baht);
    }
}
