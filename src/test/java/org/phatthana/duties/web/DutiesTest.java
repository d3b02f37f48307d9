package org.phatthana.duties.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.phatthana.approvals.Approvals;
import org.phatthana.people.Acting;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.phatthana.proof.LogEntry;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Thailand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The clock over acts that are appended one after the other, on a log of its own.
@TestPropertySource(properties = "phatthana.test.log=of-its-own")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DutiesTest extends PeopleTest {

    private final LocalDate today = Thailand.date(Instant.now());
    private final LocalDate due = today.plusDays(5);
    private final FiscalYear year = FiscalYear.containing(due);

    @Autowired
    PublicLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Approvals approvals;

    @Test
    @Order(1)
    void beforeTheOrdinanceItsClockDoesNotRun() {
        assertThat(visitor().get("/duties?year=" + year))
                .hasStatusOk()
                .bodyText()
                .contains("ยังไม่เริ่มนับ", "รอตรวจกับกฎหมาย", "เจ้าหน้าที่นโยบายและแผน");
        assertThat(item()).contains("\"state\":\"not-begun\"", "\"due\":null", "\"done\":null");
        assertThat(visitor().get("/duties")).hasStatusOk();
        assertThat(visitor().get("/en/duties")).bodyText().contains("Statutory clock", "Who owes it");
    }

    @Test
    @Order(2)
    void theDayThatIsToldStartsItAndThoseWhoOweItSeeItOnTheirDesks() {
        var planner = signedIn(account(Role.PLANNER));
        assertThat(planner.get("/desk")).bodyText().doesNotContain("ประกาศใช้แผนการดำเนินงาน");
        var told = append(
                "plan.ordinance-dated", false, "ordinance", due.minusDays(30).toString());
        var known = visitor().get("/duties?year=" + year);
        assertThat(known)
                .bodyText()
                .contains(
                        "เหลือ 5 วัน",
                        "ใกล้ครบกำหนด",
                        "/proof?before=" + (told.position() + 1) + "#entry-" + told.position());
        assertThat(item()).contains("\"state\":\"soon\"", "\"due\":\"" + due + "\"", "\"dayIsTold\":true");
        assertThat(planner.get("/desk"))
                .bodyText()
                .contains("ประกาศใช้แผนการดำเนินงาน", "เหลือ 5 วัน", "/plan/operations/" + year + "/work");
        assertThat(signedIn(account(Role.OFFICER)).get("/desk")).bodyText().doesNotContain("ประกาศใช้แผนการดำเนินงาน");
        assertThat(planner.get("/plan/operations/" + year + "/work"))
                .as("where none is begun, the way leads to where one is")
                .hasStatus(303)
                .hasHeader("Location", "/plan/operations");
    }

    @Test
    @Order(3)
    void aSampleActFulfilsNothingRealAndIsMarked() {
        append("plan.ordinance-dated", true, "ordinance", due.minusDays(20).toString());
        append("plan.operation-announced", true, "plan", "sample");
        assertThat(visitor().get("/duties?year=" + year).getResponse())
                .extracting(DutiesTest::text)
                .asString()
                .contains("เหลือ 5 วัน", "pill-sample");
        assertThat(items()).contains("\"state\":\"soon\"", "\"state\":\"in-time\"", "\"sample\":true");
        append("plan.sample-removed", true, "projects", "1");
        assertThat(items()).doesNotContain("\"sample\":true");
    }

    @Test
    @Order(4)
    void theAnnouncementIsTheProofAndTheDeskIsClear() {
        var planner = signedIn(account(Role.PLANNER));
        var etag = Objects.requireNonNull(
                visitor().get("/api/v1/duties?year=" + year).getResponse().getHeader("ETag"));
        var done = append("plan.operation-announced", false, "plan", "real");
        assertThat(visitor().get("/duties?year=" + year))
                .bodyText()
                .contains(
                        "ทันกำหนด",
                        "ก่อนครบกำหนด 5 วัน",
                        "datetime=\"" + done.at() + "\"",
                        "รายการที่ " + done.position() + " ในบันทึกสาธารณะ");
        assertThat(visitor().get("/en/duties?year=" + year)).bodyText().contains("5 days before it was due");
        assertThat(item())
                .contains(
                        "\"state\":\"in-time\"",
                        "\"position\":" + done.position(),
                        "\"publishedAt\":\"" + done.at() + "\"",
                        "\"href\":\"/proof/entries/" + done.position() + "\"");
        assertThat(planner.get("/desk")).bodyText().doesNotContain("ประกาศใช้แผนการดำเนินงาน");
        assertThat(program.get().uri("/api/v1/duties?year=" + year).header("If-None-Match", etag))
                .hasStatusOk();
        assertThat(program.get()
                        .uri("/api/v1/duties?year=" + year)
                        .header(
                                "If-None-Match",
                                Objects.requireNonNull(visitor()
                                        .get("/api/v1/duties?year=" + year)
                                        .getResponse()
                                        .getHeader("ETag"))))
                .hasStatus(304);
        var csv = text(visitor().get("/duties.csv?year=" + year).getResponse());
        assertThat(csv.lines().filter(line -> line.startsWith("operation-plan,")))
                .singleElement()
                .asString()
                .contains("," + due + ",in-time,ทันกำหนด," + today + ",5," + done.position() + "," + done.at());
        assertThat(visitor().get("/en/duties.xlsx?year=" + year)).hasStatusOk();
    }

    @Test
    @Order(5)
    void aYearOfWhichNothingIsKnownIsNotFound() {
        assertThat(visitor().get("/duties?year=2450")).hasStatus(404);
        assertThat(visitor().get("/duties?year=x")).hasStatus(404);
        assertThat(visitor().get("/duties.csv?year=2699")).hasStatus(404);
        assertThat(visitor().get("/api/v1/duties?year=2699"))
                .hasStatus(404)
                .bodyText()
                .contains("/problems/not-found", "2699");
        assertThat(visitor().get("/api/v1/duties?year=x")).hasStatus(400);
        assertThat(visitor().get("/api/openapi.json")).bodyText().contains("/api/v1/duties");
    }

    @Test
    @Order(6)
    void theMembersOfACommitteeOweWhatItOwes() {
        var member = id(account(Role.OFFICER));
        var acting = new Acting(member, false, "", java.util.Set.of(Role.OFFICER), false);
        assertThat(approvals.sitsOn(acting, "evaluation-committee")).isFalse();
        jdbc.sql("""
            insert into approvals.seat (id, body, account, office, since, until)
            values (gen_random_uuid(), 'evaluation-committee', :account, 'member', current_date - 1, null)
            """).param("account", member).update();
        assertThat(approvals.sitsOn(acting, "evaluation-committee")).isTrue();
        assertThat(approvals.sitsOn(acting, "support-committee")).isFalse();
    }

    @Test
    @Order(7)
    void theCalendarIsReadByACalendarProgram() throws Exception {
        var thai = visitor().get("/calendar/th.ics").getResponse();
        assertThat(thai.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(thai.getHeader("ETag")).isNotNull();
        var events = events(thai.getContentAsByteArray());
        assertThat(events)
                .filteredOn(
                        event -> event.getUid().orElseThrow().getValue().equals("operation-plan-" + year + "@pao-65"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getSummary().getValue())
                            .isEqualTo("ประกาศใช้แผนการดำเนินงาน ปีงบประมาณ พ.ศ. " + year + " (ทันกำหนด)");
                    assertThat(event.getRequiredProperty("DTSTART").getValue())
                            .isEqualTo(due.toString().replace("-", ""));
                    assertThat(event.getDescription().getValue()).contains("ผู้รับผิดชอบ: เจ้าหน้าที่นโยบายและแผน\n");
                    assertThat(event.getUrl().getValue()).endsWith("/duties?year=" + year);
                });
        assertThat(events)
                .extracting(event -> event.getUid().orElseThrow().getValue())
                .doesNotHaveDuplicates();
        var english = events(visitor().get("/calendar/en.ics").getResponse().getContentAsByteArray());
        assertThat(english).hasSameSizeAs(events);
        assertThat(english)
                .anySatisfy(event -> assertThat(event.getDescription().getValue())
                        .contains(
                                "Ministry of Interior regulation on the budget procedure of local bodies, B.E. 2563"));
        assertThat(visitor().get("/calendar/fr.ics")).hasStatus(404);
    }

    private static List<VEvent> events(byte[] file) throws Exception {
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar.getComponents(Component.VEVENT);
    }

    private LogEntry append(String kind, boolean sample, String field, String value) {
        var content = new TreeMap<String, Object>(Map.of("year", year.buddhistEra(), field, value));
        return Objects.requireNonNull(transaction.execute(_ -> log.append(
                new PublicAct(kind, "/plan/operations", "planner", Localized.of("ทดสอบ", "Test"), content, sample))));
    }

    private String items() {
        return text(visitor().get("/api/v1/duties?year=" + year).getResponse());
    }

    /// The operation plan of the year as the interface tells it.
    private String item() {
        var all = items();
        return all.substring(all.indexOf("\"id\":\"operation-plan\"")).split("\\{\"id\"")[0];
    }

    private static String text(org.springframework.mock.web.MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
