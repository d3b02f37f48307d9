package org.phatthana.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.phatthana.plan.operation.SmallOffice.BASE;
import static org.phatthana.plan.operation.SmallOffice.WORK;
import static org.phatthana.plan.operation.SmallOffice.YEAR;
import static org.phatthana.testing.SignedIn.location;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Outcome;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.Sheets;
import org.phatthana.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// An operation plan on its route, and what amends it.
@SpringBootTest
@AutoConfigureMockMvc
class AnnouncingTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Operations operations;

    @Autowired
    PublicLog log;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private SmallOffice office;
    private SignedIn signedIn;
    private Accounts accounts;
    private Acting planner;

    @BeforeEach
    void planInForce() {
        office = new SmallOffice(browser, jdbc, operations, approvals);
        office.put();
        signedIn = office.signedIn();
        accounts = office.accounts();
        planner = accounts.add("planner", Role.PLANNER);
    }

    @AfterEach
    void noPlan() {
        office.remove();
    }

    @Test
    void itGoesAlongItsRouteAndIsPublicAndUnchangeableOnceAnnounced() {
        office.begin(planner);
        assertThat(browser.get().uri(BASE)).hasStatus(404);
        assertThat(signedIn.post(BASE + "/send", planner, "a", "b")).hasStatus(422);
        signedIn.post(BASE + "/activities", planner, "all", "true");
        var own = location(signedIn.post(BASE + "/activities", planner, "name", "ยังไม่ครบ"));
        assertThat(signedIn.post(BASE + "/send", planner, "a", "b"))
                .hasStatus(422)
                .bodyText()
                .contains("1 กิจกรรม");
        assertThat(signedIn.post(own + "/remove", planner, "revision", "1")).hasStatus(303);
        assertThat(signedIn.post(BASE + "/send", planner, "a", "b")).hasStatus(303);
        assertThat(office.save(planner, SmallOffice.address(office.activities().getFirst()), 1, false, "first", "2"))
                .hasStatus(422);

        office.passCommittees();
        assertThat(browser.get().uri(BASE)).hasStatus(404);
        assertThat(browser.get().uri(BASE + "/pd02.xlsx")).hasStatus(404);
        office.decide(accounts.add("executive", Role.EXECUTIVE));

        assertThat(browser.get().uri(BASE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "ตรวจสุขภาพ",
                        "ต.ค. 2510 – ก.ย. 2511",
                        "4,000,000.50",
                        "href=\"/plan/operations/2511/pd01.pdf?amendment=0\"");
        assertThat(browser.get().uri("/en" + BASE)).bodyText().contains("Oct 1967 – Sep 1968");
        assertThat(browser.get().uri("/plan/operations")).bodyText().contains("พ.ศ. 2511");
        assertThat(browser.get().uri("/proof")).bodyText().contains("plan.operation-announced", "plan.ordinance-dated");
        assertThat(log.newestAbout(BASE).orElseThrow().canonical()).contains("\"ordinance\":\"1967-09-30\"");
        var id = office.activities().getFirst().id();
        assertThat(signedIn.post(BASE + "/ordinance", planner, "ordinance", "1967-09-01"))
                .hasStatus(303);
        assertThat(operations.find(YEAR).orElseThrow().ordinance()).contains(LocalDate.of(1967, 9, 30));
        assertThatThrownBy(() -> jdbc.sql("update plan.activity set satang = 1 where id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql(
                                "update plan.operation set state = 'open', announced_at = null where year = 2511")
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void whatWasReturnedIsSentAgainByAnyPlannerWhoThenMayNotDecideIt() {
        office.begin(planner);
        signedIn.post(BASE + "/activities", planner, "all", "true");
        signedIn.post(BASE + "/send", planner);
        var chair = accounts.add("chair", Role.OFFICER);
        accounts.unseat("support-committee");
        accounts.seat(chair, "support-committee", "chair");
        office.act(chair, Act.Kind.RETURN);
        var other = accounts.add("other", Role.PLANNER);
        assertThat(signedIn.get(WORK, other)).bodyText().contains(BASE + "/send");
        assertThat(signedIn.post(BASE + "/send", accounts.add("officer", Role.OFFICER)))
                .hasStatus(403);
        assertThat(signedIn.post(BASE + "/send", other)).hasStatus(303);
        accounts.unseat("support-committee");
        accounts.seat(other, "support-committee", "chair");
        var matter = office.matter();
        assertThat(approvals.act(matter.id(), other, Ask.of(Act.Kind.APPROVE, "", matter.acts())))
                .isInstanceOf(Outcome.Refused.class);
        office.act(other, Act.Kind.WITHDRAW);
        assertThat(operations.find(YEAR).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void anAmendmentGoesAlongTheRouteWhileWhatWasAnnouncedHoldsAndIsNeverLost() throws IOException {
        office.begin(planner);
        signedIn.post(BASE + "/activities", planner, "all", "true");
        signedIn.post(BASE + "/send", planner);
        office.passCommittees();
        office.decide(accounts.add("executive", Role.EXECUTIVE));
        var before = browser.get().uri(BASE + "?amendment=0").exchange();
        assertThat(signedIn.post(BASE + "/amend", accounts.add("officer", Role.OFFICER), "reason", "x"))
                .hasStatus(403);
        assertThat(signedIn.post(BASE + "/amend", planner, "reason", " ")).hasStatus(422);
        assertThat(signedIn.post(BASE + "/amend", planner, "reason", "ได้รับเงินเพิ่ม"))
                .hasStatus(303);
        assertThat(signedIn.post(BASE + "/discard", planner)).hasStatus(303);
        assertThat(signedIn.post(BASE + "/amend", planner, "reason", "เงินอุดหนุนเพิ่ม"))
                .hasStatus(303);
        var first = office.activities().getFirst();
        assertThat(office.save(planner, SmallOffice.address(first), 1, false, "budget", "1,500,000"))
                .hasStatus(303);
        assertThat(browser.get().uri(BASE)).bodyText().contains("1,000,000").doesNotContain("1,500,000");
        assertThat(browser.get().uri(BASE + "?amendment=1")).hasStatus(404);
        assertThat(browser.get().uri(BASE + "/pd02.xlsx?amendment=1")).hasStatus(404);
        assertThat(signedIn.get("/plan/operations?of=planner", planner))
                .bodyText()
                .contains("แก้ไข ครั้งที่ 1", BASE + "\"");
        signedIn.post(BASE + "/send", planner);
        assertThat(signedIn.post(BASE + "/discard", planner)).hasStatus(409);
        office.passCommittees();
        office.decide(accounts.add("executive", Role.EXECUTIVE));

        assertThat(browser.get().uri(BASE))
                .hasStatusOk()
                .bodyText()
                .contains("แก้ไข ครั้งที่ 1", "เงินอุดหนุนเพิ่ม", "1,500,000", BASE + "?amendment=0");
        assertThat(browser.get().uri("/en" + BASE + "?amendment=0"))
                .bodyText()
                .contains("1,000,000", "This has been amended")
                .doesNotContain("1,500,000");
        assertThat(before).bodyText().contains("1,000,000");
        assertThat(Sheets.texts(browser.get().uri(BASE + "/pd02.xlsx").exchange())
                        .getFirst()
                        .toString())
                .contains("แก้ไข ครั้งที่ 1", "1500000");
        assertThat(Sheets.texts(browser.get()
                                .uri(BASE + "/pd02.xlsx?amendment=0")
                                .exchange())
                        .getFirst()
                        .toString())
                .contains("1000000")
                .doesNotContain("1500000");
        assertThat(browser.get().uri("/plan/operations"))
                .bodyText()
                .contains("แก้ไข ครั้งที่ 1")
                .doesNotContain("/work\"");
        assertThat(log.newestAbout(BASE).orElseThrow().canonical()).contains("\"amendment\":1", "เงินอุดหนุนเพิ่ม");
        assertThatThrownBy(() -> jdbc.sql("update plan.activity set satang = 1 where id = :id and amendment = 0")
                        .param("id", first.id())
                        .update())
                .hasMessageContaining("never changed");
        tellsBothInTime(first);
    }

    /// The line in time of the project tells both, each with its money and the page that shows it.
    private void tellsBothInTime(Activity first) {
        var project = "/projects/" + first.project().orElseThrow();
        assertThat(browser.get().uri(project))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "id=\"project-line\"",
                        "บรรจุในแผนพัฒนา (ฉบับแรก)",
                        "href=\"" + BASE + "?amendment=0\"",
                        "บรรจุในแผนการดำเนินงาน",
                        "1,000,000 บาท",
                        "href=\"" + BASE + "?amendment=1\"",
                        "เปลี่ยนจำนวนเงินใน",
                        "1,500,000 บาท",
                        "เหตุผล: เงินอุดหนุนเพิ่ม");
        assertThat(browser.get()
                        .uri("/projects/"
                                + office.activities().getLast().project().orElseThrow()))
                .bodyText()
                .contains("บรรจุในแผนการดำเนินงาน")
                .doesNotContain("เปลี่ยนจำนวนเงินใน");
        assertThat(browser.get().uri("/api/v1" + project))
                .bodyJson()
                .extractingPath("$.chapters[2]")
                .asMap()
                .containsEntry("phase", "budget")
                .containsEntry("amount", "1500000.00")
                .containsEntry("href", BASE + "?amendment=1");
    }
}
