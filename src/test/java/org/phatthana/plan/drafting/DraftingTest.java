package org.phatthana.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.phatthana.testing.SignedIn.as;
import static org.phatthana.testing.SignedIn.location;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Outcome;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.Draft;
import org.phatthana.plan.Drafts;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.Plans;
import org.phatthana.plan.Submissions;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class DraftingTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Plans plans;

    @Autowired
    Editions editions;

    @Autowired
    Drafts drafts;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private SignedIn signedIn;
    private Accounts accounts;
    private Acting author;
    private Acting planner;
    private Acting chair;
    private Acting executive;

    @BeforeEach
    void people() {
        signedIn = new SignedIn(browser);
        accounts = new Accounts(jdbc);
        author = accounts.add("officer", Role.OFFICER);
        planner = accounts.add("planner", Role.PLANNER);
        chair = accounts.add("chair", Role.OFFICER);
        executive = accounts.add("executive", Role.EXECUTIVE);
    }

    @Test
    void aProjectGoesFromTheFirstWordToThePlanInForce() {
        var plan = begun();
        var work = "/plan/work/" + plan + "/0";
        var draft = location(signedIn.post(work + "/projects", author, "name", "ก่อสร้างถนนเชื่อมตำบล " + plan));
        assertThat(signedIn.get(draft, author)).hasStatusOk().bodyText().contains("ยังขาด", "(16)");

        // Sent too early, it says what is lacking; what was typed is kept.
        assertThat(save(draft, author, 1, "then", "send", "objective", "เพื่อการคมนาคม"))
                .hasStatus(422)
                .bodyText()
                .contains("เพื่อการคมนาคม", "href=\"#kpi\"", "href=\"#powers\"");
        assertThat(save(draft, author, 2, whole("then", "send"))).hasStatus(303);
        var id = draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(drafts.find(id).orElseThrow().state()).isEqualTo(Draft.State.WAITING_CHECK);
        assertThat(save(draft, author, 3, whole("result", "อื่น"))).hasStatus(422);

        decide(Submissions.PROJECT, id, planner, Act.Kind.APPROVE);
        assertThat(drafts.find(id).orElseThrow().state()).isEqualTo(Draft.State.WAITING_APPROVAL);
        accounts.unseat("support-committee");
        accounts.seat(chair, "support-committee", "chair");
        decide(Submissions.PROJECT, id, chair, Act.Kind.APPROVE);
        assertThat(drafts.find(id).orElseThrow().state()).isEqualTo(Draft.State.APPROVED);

        assertThat(signedIn.post(work + "/send", planner, "a", "b")).hasStatus(303);
        var edition = editions.find(plan, 0).orElseThrow();
        assertThat(edition.state()).isEqualTo(Edition.State.SUBMITTED);
        assertThat(plans.find(plan)).isEmpty();
    }

    @Test
    void aCorrectionByTheExecutiveAloneIsInForceAtOnceAndPublic() {
        var plan = inForce("แก้คำผิด");
        var project = plans.projects(
                        org.phatthana.plan.ProjectQuery.all(
                                plans.find(plan).orElseThrow().standing()),
                        0,
                        1)
                .getFirst();
        var work = location(signedIn.post(
                "/plan/work/editions", planner, "plan", plan, "type", "corrected", "reason", "พิมพ์ชื่อผิด"));
        var draft = location(signedIn.post(work + "/amend", planner, "project", project.id()));
        assertThat(save(draft, planner, 1, whole("name", "ชื่อที่ถูกต้อง", "then", "send")))
                .hasStatus(303);
        var id = draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(signedIn.get(draft, planner)).bodyText().contains("ชื่อที่ถูกต้อง", "สิ่งที่เปลี่ยนไป");
        assertThat(browser.get().uri("/en/projects/" + project.id()))
                .bodyText()
                .contains("Proposed for the plan (first edition)")
                .doesNotContain("A correction was proposed");
        decide(Submissions.PROJECT, id, accounts.add("other", Role.PLANNER), Act.Kind.APPROVE);
        accounts.unseat("support-committee");
        accounts.seat(chair, "support-committee", "chair");
        decide(Submissions.PROJECT, id, chair, Act.Kind.APPROVE);
        assertThat(signedIn.post(work + "/send", planner, "a", "b")).hasStatus(303);
        decide(Submissions.EDITION, plan + "/1", executive, Act.Kind.APPROVE);
        assertThat(browser.get().uri("/en/projects/" + project.id()))
                .bodyText()
                .containsSubsequence(
                        "Proposed for the plan (first edition)",
                        "Came into the development plan (first edition)",
                        "1,500,000 baht",
                        "A correction was proposed",
                        "Corrected (correction no. 1/");
        assertThat(plans.project(project.id()).orElseThrow().name().thai()).isEqualTo("ชื่อที่ถูกต้อง");
        assertThat(browser.get().uri("/proof")).bodyText().contains("plan.edition-announced");
        assertThat(browser.get().uri("/projects/" + project.id())).bodyText().contains("ชื่อที่ถูกต้อง");
    }

    @Test
    void ofTwoWhoSaveTheSecondKeepsTheirWordsAndIsShownTheOthers() {
        var plan = begun();
        var draft = location(signedIn.post("/plan/work/" + plan + "/0/projects", planner, "name", "สองคน"));
        assertThat(save(draft, planner, 1, whole("result", "ผลของคนแรก"))).hasStatus(303);
        assertThat(save(draft, accounts.add("other", Role.PLANNER), 1, whole("result", "ผลของคนที่สอง")))
                .hasStatus(409)
                .bodyText()
                .contains("ผลของคนแรก", "ผลของคนที่สอง", "มีผู้อื่นบันทึกร่างนี้ไปแล้ว");
    }

    @Test
    void whatCannotBeReadStandsAtItsFieldAndNothingIsLost() {
        var plan = begun();
        var draft = location(signedIn.post("/plan/work/" + plan + "/0/projects", planner, "name", "ผิดรูป"));
        assertThat(save(
                        draft,
                        planner,
                        1,
                        whole("money-0-2567", "หนึ่งล้าน", "shape", "line", "corners", "16.8, 100.2")))
                .hasStatus(422)
                .bodyText()
                .contains("หนึ่งล้าน", "money-0-2567-error", "corners-error", "16.8, 100.2");
        assertThat(drafts.find(draft.substring(draft.lastIndexOf('/') + 1))
                        .orElseThrow()
                        .revision())
                .isEqualTo(1);
    }

    @Test
    void savingAsOneTypesAnswersWithTheNewRevisionOnly() {
        var plan = begun();
        var draft = location(signedIn.post("/plan/work/" + plan + "/0/projects", planner, "name", "พิมพ์ไปบันทึกไป"));
        var answer = browser.post()
                .uri(draft)
                .with(as(planner))
                .with(formToken())
                .header("HX-Request", "true")
                .param("revision", "1")
                .param("name", "พิมพ์ไปบันทึกไป")
                .param("objective", "ก")
                .exchange();
        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("บันทึกแล้ว", "value=\"2\"")
                .doesNotContain("<html");
    }

    @Test
    void anOfficerChangesOnlyWhatTheyBeganAndCitizensSeeNothing() {
        var plan = begun();
        var draft = location(signedIn.post("/plan/work/" + plan + "/0/projects", author, "name", "ของฉัน"));
        assertThat(save(draft, accounts.add("other", Role.OFFICER), 1, whole())).hasStatus(403);
        assertThat(signedIn.get(draft, accounts.add("citizen", Role.CITIZEN))).hasStatus(403);
        assertThat(signedIn.post("/plan/work/plans", author, "name", "x", "firstYear", "2571"))
                .hasStatus(403);
        assertThat(signedIn.get("/plan/work", author)).hasStatusOk();
    }

    @Test
    void aMatterOfOthersIsWarnedOfWithTheRightBody() {
        var plan = begun();
        var draft = location(
                signedIn.post("/plan/work/" + plan + "/0/projects", planner, "name", "ก่อสร้างถนนภายในหมู่บ้าน"));
        save(draft, planner, 1, whole("name", "ก่อสร้างถนนภายในหมู่บ้าน", "place", "650801"));
        assertThat(signedIn.get(draft, planner))
                .bodyText()
                .contains("เทศบาลหรือองค์การบริหารส่วนตำบลในพื้นที่", "วังทอง", "มาตรา 16");
    }

    private String begun() {
        var work = location(signedIn.post(
                "/plan/work/plans",
                planner,
                "name",
                "แผนร่าง " + UUID.randomUUID(),
                "firstYear",
                "2566",
                "format",
                "strategy"));
        return work.replaceAll("/plan/work/([0-9a-z]{26})/0", "$1");
    }

    /// A plan that is in force with one project.
    private String inForce(String name) {
        var plan = begun();
        var work = "/plan/work/" + plan + "/0";
        var draft = location(signedIn.post(work + "/projects", author, "name", name));
        save(draft, author, 1, whole("name", name, "then", "send"));
        var id = draft.substring(draft.lastIndexOf('/') + 1);
        decide(Submissions.PROJECT, id, planner, Act.Kind.APPROVE);
        accounts.unseat("support-committee");
        accounts.seat(chair, "support-committee", "chair");
        decide(Submissions.PROJECT, id, chair, Act.Kind.APPROVE);
        signedIn.post(work + "/send", planner, "a", "b");
        decide(Submissions.EDITION, plan + "/0", chair, Act.Kind.APPROVE);
        accounts.unseat("development-committee");
        accounts.seat(chair, "development-committee", "chair");
        var matter = approvals.find(Submissions.EDITION, plan + "/0").orElseThrow();
        approvals.act(
                matter.id(),
                chair,
                Ask.record(
                        new org.phatthana.approvals.Minutes(
                                "forum",
                                java.time.LocalDate.of(2026, 1, 15),
                                "หอประชุมจังหวัด",
                                120,
                                "ที่ประชุมเห็นชอบ"),
                        matter.acts()));
        decide(Submissions.EDITION, plan + "/0", chair, Act.Kind.APPROVE);
        decide(Submissions.EDITION, plan + "/0", executive, Act.Kind.APPROVE);
        assertThat(plans.find(plan)).isPresent();
        return plan;
    }

    private void decide(String kind, String subject, Acting who, Act.Kind act) {
        var matter = approvals.find(kind, subject).orElseThrow();
        assertThat(approvals.act(matter.id(), who, Ask.of(act, "", matter.acts())))
                .isInstanceOf(Outcome.Done.class);
        var after = approvals.find(kind, subject).orElseThrow();
        if (!after.state().isClosed() && after.step().equals(matter.step())) {
            approvals.act(matter.id(), who, Ask.of(Act.Kind.CLOSE_VOTE, "", after.acts()));
        }
    }

    /// The fields of a whole draft, some of them otherwise.
    private static String[] whole(String... other) {
        return Stream.concat(
                        Stream.of(
                                "name",
                                "ก่อสร้างถนน",
                                "form",
                                "p02",
                                "strategy",
                                "1. คมนาคม",
                                "tactic",
                                "1.1",
                                "programme",
                                "แผนงานอุตสาหกรรมและการโยธา",
                                "goal",
                                "G8",
                                "objective",
                                "เพื่อการคมนาคม",
                                "target",
                                "ถนนยาว 2 กม.",
                                "kpi",
                                "1 สาย",
                                "result",
                                "เดินทางสะดวก",
                                "department",
                                "กองช่าง",
                                "fund-0",
                                "ordinance",
                                "money-0-2567",
                                "1,500,000",
                                "power",
                                "16",
                                "reason",
                                "จำเป็น"),
                        Stream.of(other))
                .toArray(String[]::new);
    }

    @Test
    void daysThatWereEstimatedAreStatedByPlanners() {
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, imported_at, is_sample)
            values ('0000000000000000000000days', 'แผนทดสอบ', 2506, 2510, 'strategy', '', now(), true);
            insert into plan.edition (plan_id, number, type, sequence, year, label, state, is_estimated, in_force_from, is_sample)
            values ('0000000000000000000000days', 0, 'base', 0, 0, '', 'announced', true, now(), true)
            """).update();
        try {
            var page = "/plan/work/0000000000000000000000days/days";
            assertThat(signedIn.get(page, author)).hasStatus(403);
            assertThat(signedIn.get("/plan/work", planner)).bodyText().contains(page);
            assertThat(signedIn.get(page, planner)).hasStatusOk().bodyText().contains("name=\"day-0\"");
            assertThat(signedIn.post(page, planner, "day-0", "ฤกษ์ดี"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("ฤกษ์ดี", "id=\"day-0-error\"");
            assertThat(signedIn.post(page, planner, "day-0", "2020-10-01")).hasStatus(303);
            assertThat(editions.find("0000000000000000000000days", 0).orElseThrow())
                    .returns(false, Edition::estimated)
                    .returns(Optional.of(LocalDate.of(2020, 10, 1)), Edition::day);
            assertThat(signedIn.get("/plan/work", planner)).bodyText().doesNotContain(page);
        } finally {
            jdbc.sql("delete from plan.plan where id = '0000000000000000000000days'")
                    .update();
        }
    }

    private MvcTestResult save(String draft, Acting who, int revision, String... fields) {
        var request = browser.post().uri(draft).with(as(who)).with(formToken()).param("revision", "" + revision);
        var values = new java.util.LinkedHashMap<String, String>();
        values.put("name", "ก่อสร้างถนน");
        for (var i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        values.forEach(request::param);
        return request.exchange();
    }
}
