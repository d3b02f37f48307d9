package org.phatthana.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Outcome;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.Sheets;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.FiscalYear;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class EvaluationTest {

    private static final FiscalYear YEAR = SmallPlan.YEAR;
    private static final String BASE = "/plan/evaluations/2521";
    private static final String WORK = BASE + "/work";
    private static final String PROJECTS = BASE + "/forms/projects";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    private SignedIn signedIn;
    private Accounts accounts;
    private Acting planner;
    private Acting member;
    private Acting chair;

    @BeforeEach
    void planWithAYearThatIsOver() {
        SmallPlan.put(jdbc);
        signedIn = new SignedIn(browser);
        accounts = new Accounts(jdbc);
        planner = accounts.add("planner", Role.PLANNER);
        member = accounts.add("member", Role.PARTNER);
        chair = accounts.add("chair", Role.OFFICER);
        accounts.unseat("evaluation-committee");
        accounts.seat(member, "evaluation-committee", "member");
        accounts.seat(chair, "evaluation-committee", "chair");
    }

    @AfterEach
    void noPlan() {
        evaluations.removeSamples();
        SmallPlan.remove(jdbc);
    }

    @Test
    void whatIsKnownStandsBesideItsCriterion() {
        open();
        assertThat(signedIn.get(PROJECTS, planner))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "2 จาก 3 (ร้อยละ 66.7)",
                        "ตามสัดส่วนของข้อมูลจะได้ 3.33",
                        "500,000 บาท จาก 3,000,000 บาท (ร้อยละ 16.7)",
                        "และไม่ทราบอีก 1",
                        "30 กันยายน 2521",
                        "/plan?plan=" + SmallPlan.ID + "&amp;at=1978-09-30&amp;year=2521");
    }

    @Test
    void aFormIsSavedUnfinishedAndEveryFaultStandsAtItsField() {
        open();
        assertThat(save(PROJECTS, 1, planner, "points-1", "๗.๕", "remark-1", " ดี\nแต่ควรเพิ่มข้อมูล "))
                .hasStatus(303);
        var form = form();
        assertThat(form.revision()).isEqualTo(2);
        var first = form.template().criteria().getFirst();
        assertThat(form.scores().points(first)).contains(new BigDecimal("7.5"));
        assertThat(form.scores().of(first).remark()).isEqualTo("ดี\nแต่ควรเพิ่มข้อมูล");
        assertThat(save(PROJECTS, 2, planner, "points-1", "ดีมาก", "points-2", "10.5", "points-5.1", "4.123"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "points-1-error",
                        "ดีมาก",
                        "คะแนนเป็นตัวเลขตั้งแต่ 0 ถึง 10",
                        "href=\"#points-5.1\"",
                        "ทศนิยมได้ไม่เกิน 2");
        assertThat(form().revision()).isEqualTo(2);
        assertThat(signedIn.post(BASE + "/send", planner))
                .hasStatus(422)
                .bodyText()
                .contains("ยังไม่ให้คะแนนข้อ 2, 3, 4, 5.1, 5.2", "ยังไม่ให้คะแนนข้อ 1, 2, 3.1");
    }

    @Test
    void ofTwoWhoSaveTheSecondIsToldAndNothingOfEitherIsLost() {
        open();
        assertThat(save(PROJECTS, 1, member, "points-1", "8", "remark-1", "คำของคนแรก"))
                .hasStatus(303);
        assertThat(save(PROJECTS, 1, planner, "points-1", "6", "remark-1", "คำของคนที่สอง"))
                .hasStatus(409)
                .bodyText()
                .contains("มีผู้อื่นบันทึก", "คำของคนแรก", "คำของคนที่สอง", "name=\"revision\" value=\"2\"");
        assertThat(form().scores().points(form().template().criteria().getFirst()))
                .contains(new BigDecimal("8"));
        assertThat(save(PROJECTS, 2, planner, "points-1", "6", "remark-1", "คำของคนที่สอง"))
                .hasStatus(303);
        assertThat(signedIn.get(PROJECTS + "?revision=2", planner))
                .hasStatusOk()
                .bodyText()
                .contains("คำของคนแรก", "name=\"revision\" value=\"3\"", "member");
    }

    @Test
    void itGoesAlongItsRouteAndIsPublicAndUnchangeableOnceReceived() throws IOException {
        open();
        fill();
        assertThat(browser.get().uri(BASE)).hasStatus(404);
        assertThat(browser.get().uri(BASE + "/report.pdf")).hasStatus(404);
        assertThat(signedIn.post(BASE + "/send", planner)).hasStatus(303);
        assertThat(save(PROJECTS, form().revision(), planner, "points-1", "1")).hasStatus(422);

        decide(member, Act.Kind.RETURN);
        decide(chair, Act.Kind.RETURN);
        assertThat(evaluation().isOpen()).isTrue();
        assertThat(evaluation().recorded()).isEmpty();
        assertThat(signedIn.post(BASE + "/send", planner)).hasStatus(303);
        decide(chair, Act.Kind.APPROVE);
        decide(member, Act.Kind.APPROVE);
        assertThat(browser.get().uri(BASE)).hasStatus(404);
        decide(accounts.add("executive", Role.EXECUTIVE), Act.Kind.APPROVE);

        assertThat(browser.get().uri(BASE))
                .hasStatusOk()
                .bodyText()
                .contains("83.25", "100", "2 จาก 3 (ร้อยละ 66.7)", "เห็นชอบ 2 จาก 2 เสียงที่ลง", "ควรระบุพื้นที่")
                .doesNotContain("member");
        assertThat(browser.get().uri("/en" + BASE)).bodyText().contains("2 of 3 (66.7%)", "2 of 2 votes in favour");
        assertThat(browser.get().uri("/plan/evaluations")).bodyText().contains("พ.ศ. 2521", "83.25");
        assertThat(browser.get().uri("/proof")).bodyText().contains("results.evaluation-published");
        var entry = jdbc.sql("select canonical from proof.entry where kind = 'results.evaluation-published'"
                        + " order by position desc limit 1")
                .query(String.class)
                .single();
        assertThat(entry).contains("\"total\":\"83.25\"", "2521", SmallPlan.ID);

        // What the plan becomes later does not change what was known.
        SmallPlan.remove(jdbc);
        assertThat(signedIn.get(BASE + "?later=1", planner)).bodyText().contains("2 จาก 3 (ร้อยละ 66.7)");
        assertThatThrownBy(() -> jdbc.sql("update results.form set revision = 99 where year = 2521")
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("update results.evaluation set known = '{}' where year = 2521")
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void theFilesShowPointsSumsFactsAndSignatures() throws IOException {
        open();
        fill();
        var report = Sheets.texts(signedIn.get(BASE + "/report.xlsx", member));
        assertThat(report).hasSize(2);
        assertThat(report.getLast())
                .contains(
                        List.of("การติดตามและประเมินผลโครงการเพื่อความสอดคล้องแผนพัฒนาท้องถิ่น"),
                        List.of("5. โครงการพัฒนา", "60", "48"),
                        List.of(
                                "5.2. กำหนดวัตถุประสงค์สอดคล้องกับโครงการ",
                                "5",
                                "4",
                                "โครงการที่ระบุวัตถุประสงค์: 2 จาก 3 (ร้อยละ 66.7)"),
                        List.of("รวมคะแนน", "100", "83.25"));
        assertThat(report.getLast().toString())
                .contains("ประธานกรรมการติดตามและประเมินผล", "ข้อมูล ณ วันที่ 30 กันยายน 2521", "รุ่นที่ 1");
        assertThat(report.getFirst()).contains(List.of("รวมคะแนน", "100", "70"));

        assertThat(Sheets.numbers(signedIn.get(BASE + "/report.xlsx", member)))
                .contains(new BigDecimal("83.25"), new BigDecimal("8.25"));

        var table = Sheets.texts(signedIn.get(BASE + "/scores.xlsx", planner)).getFirst();
        assertThat(table.stream().filter(row -> row.contains("5.2")))
                .containsExactly(List.of(
                        "2521",
                        "projects",
                        "1",
                        "5.2",
                        "กำหนดวัตถุประสงค์สอดคล้องกับโครงการ",
                        "criterion",
                        "5",
                        "4",
                        "true"));
        assertThat(new String(
                        signedIn.get(BASE + "/scores.csv", planner)
                                .getResponse()
                                .getContentAsByteArray(),
                        StandardCharsets.UTF_8))
                .contains("fiscal_year,form,template_version,criterion", "total,100,83.25");

        var pdf = signedIn.get(BASE + "/report.pdf", planner).getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("83.25", "ร่างยังไม่ประกาศ");
        }
        assertThat(signedIn.get(BASE + "/report.csv", planner)).hasStatus(404);
    }

    @Test
    void programsReadWhatIsPublished() {
        open();
        fill();
        assertThat(browser.get().uri("/api/v1/evaluations"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("2521");
        assertThat(browser.get().uri("/api/v1/evaluations/2521")).hasStatus(404);
        signedIn.post(BASE + "/send", planner);
        decide(chair, Act.Kind.APPROVE);
        decide(member, Act.Kind.APPROVE);
        decide(accounts.add("executive", Role.EXECUTIVE), Act.Kind.APPROVE);
        assertThat(browser.get().uri("/api/v1/evaluations"))
                .bodyJson()
                .extractingPath("$.items[?(@.year == 2521)].totals[1].points")
                .asArray()
                .containsExactly(83.25);
        var one = browser.get().uri("/api/v1/evaluations/2521").exchange();
        assertThat(one)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.forms[1].criteria[4].parts[1].points")
                .isEqualTo(4);
        assertThat(one)
                .bodyJson()
                .extractingPath("$.forms[1].criteria[0].remark")
                .isEqualTo("ควรระบุพื้นที่");
        assertThat(one)
                .bodyJson()
                .extractingPath("$.facts[?(@.name == 'with-objective')].whole")
                .asArray()
                .containsExactly(3);
        assertThat(one).bodyText().doesNotContain("member").contains("\"decisions\"", "\"sample\":true");
        assertThat(browser.get().uri("/api/v1/evaluations/1000")).hasStatus(404);
    }

    @Test
    void anEvaluationThatNobodyDecidedIsWithdrawnAndOneThatWasReturnedIsNot() {
        open();
        assertThat(signedIn.post(BASE + "/withdraw", accounts.add("officer", Role.OFFICER)))
                .hasStatus(403);
        assertThat(signedIn.get(WORK, planner)).bodyText().contains(BASE + "/withdraw");
        assertThat(signedIn.post(BASE + "/withdraw", planner)).hasStatus(303);
        assertThat(evaluations.find(YEAR)).isEmpty();
        open();
        fill();
        signedIn.post(BASE + "/send", planner);
        assertThat(signedIn.post(BASE + "/withdraw", planner)).hasStatus(409);
        decide(member, Act.Kind.RETURN);
        decide(chair, Act.Kind.RETURN);
        assertThat(signedIn.post(BASE + "/withdraw", planner))
                .hasStatus(409)
                .bodyText()
                .contains("มีผู้พิจารณาการประเมินนี้แล้ว");
        assertThat(evaluation().isOpen()).isTrue();
    }

    @Test
    void theEvaluationOfASampleDoesNotStandInTheWayOfARealPlans() {
        open();
        assertThat(signedIn.get("/plan/evaluations?of=planner", planner))
                .bodyText()
                .doesNotContain("value=\"2521\"");
        jdbc.sql("update plan.plan set is_sample = false where id = :plan")
                .param("plan", SmallPlan.ID)
                .update();
        assertThat(signedIn.get("/plan/evaluations?of=planner", planner))
                .bodyText()
                .contains("value=\"2521\"");
    }

    @Test
    void onlyPlannersAndTheCommitteeFillItIn() {
        var officer = accounts.add("officer", Role.OFFICER);
        var partner = accounts.add("partner", Role.PARTNER);
        assertThat(signedIn.post("/plan/evaluations", officer, "year", "2521")).hasStatus(403);
        assertThat(signedIn.post("/plan/evaluations", accounts.add("citizen", Role.CITIZEN), "year", "2521"))
                .hasStatus(403);
        assertThat(signedIn.get("/plan/evaluations?of=member", member))
                .bodyText()
                .contains("value=\"2521\"");
        assertThat(signedIn.post("/plan/evaluations", member, "year", "2521")).hasStatus(303);
        assertThat(signedIn.get(WORK, officer)).hasStatusOk().bodyText().doesNotContain(BASE + "/send");
        assertThat(signedIn.get(PROJECTS, officer)).hasStatusOk().bodyText().doesNotContain("name=\"points-1\"");
        assertThat(signedIn.get(WORK, partner)).hasStatus(403);
        assertThat(signedIn.get(WORK, member)).hasStatusOk().bodyText().contains(BASE + "/send");
        assertThat(save(PROJECTS, 1, officer, "points-1", "1")).hasStatus(403);
        assertThat(save(PROJECTS, 1, partner, "points-1", "1")).hasStatus(403);
        assertThat(signedIn.post(BASE + "/send", officer)).hasStatus(403);
        assertThat(browser.get().uri("/plan/evaluations")).bodyText().doesNotContain(WORK);
        for (var who : List.of(planner, member, chair)) {
            assertThat(signedIn.get("/desk", who)).bodyText().contains(WORK);
        }
        assertThat(signedIn.get("/desk", officer)).bodyText().doesNotContain(WORK);
        assertThat(signedIn.post("/plan/evaluations", planner, "year", "2699")).hasStatus(422);
        // Opening again goes on with what is there.
        save(PROJECTS, 1, planner, "points-1", "5");
        assertThat(signedIn.post("/plan/evaluations", planner, "year", "2521")).hasStatus(303);
        assertThat(form().revision()).isEqualTo(2);
    }

    private void open() {
        assertThat(signedIn.post("/plan/evaluations", planner, "year", "2521")).hasStatus(303);
    }

    private Evaluation evaluation() {
        return evaluations.find(YEAR).orElseThrow();
    }

    private FilledForm form() {
        return evaluations.form(evaluation(), "projects").orElseThrow();
    }

    /// Fills both forms in: 70 of 100, and 83.25 of 100.
    private void fill() {
        for (var form : evaluations.forms(evaluation())) {
            var isFirst = form.template().id().equals("strategy");
            var fields = new ArrayList<String>();
            for (var criterion : form.template().scored()) {
                fields.add("points-" + criterion.id());
                fields.add(
                        isFirst
                                ? BigDecimal.valueOf(criterion.points())
                                        .multiply(new BigDecimal("0.7"))
                                        .toPlainString()
                                : criterion.points() == 5 ? "4" : criterion.id().equals("1") ? "8.25" : "9");
            }
            if (!isFirst) {
                fields.addAll(List.of("remark-1", "ควรระบุพื้นที่"));
            }
            assertThat(save(
                            BASE + "/forms/" + form.template().id(),
                            form.revision(),
                            planner,
                            fields.toArray(String[]::new)))
                    .hasStatus(303);
        }
    }

    private void decide(Acting who, Act.Kind kind) {
        var matter = approvals.find(Publishing.KIND, evaluation().subject()).orElseThrow();
        assertThat(approvals.act(matter.id(), who, Ask.of(kind, "เหตุผล", matter.acts())))
                .isInstanceOf(Outcome.Done.class);
    }

    private MvcTestResult save(String address, int revision, Acting who, String... fields) {
        var all = new ArrayList<>(List.of("revision", Integer.toString(revision)));
        all.addAll(List.of(fields));
        return signedIn.post(address, who, all.toArray(String[]::new));
    }
}
