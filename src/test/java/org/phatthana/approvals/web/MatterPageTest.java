package org.phatthana.approvals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Matter;
import org.phatthana.approvals.NewMatter;
import org.phatthana.approvals.Office;
import org.phatthana.approvals.State;
import org.phatthana.approvals.kept.Seats;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.phatthana.values.Localized;
import org.phatthana.values.Thailand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class MatterPageTest extends PeopleTest {

    @Autowired
    Approvals approvals;

    @Autowired
    Seats seats;

    @Autowired
    TransactionTemplate transactions;

    @AfterEach
    void emptyTheCommittees() {
        jdbc.sql("delete from approvals.seat").update();
    }

    @Test
    void thePanelOffersWhatItsReaderMayDoAndLeadsBackToTheMattersPage() {
        var author = account(Role.PLANNER);
        var matter = open("plan-project", author);
        var address = "/approvals/" + matter.id();
        assertThat(signedIn(account(Role.AUDITOR)).get(address))
                .hasStatusOk()
                .bodyText()
                .contains("ถนนสายทดสอบ", "อยู่ที่ขั้นนี้")
                .doesNotContain("value=\"approve\"", "value=\"comment\"");
        assertThat(signedIn(author).get(address))
                .bodyText()
                .contains("value=\"withdraw\"", "เป็นผู้จัดทำเรื่องนี้ จึงพิจารณาไม่ได้")
                .doesNotContain("value=\"approve\"");

        var planner = signedIn(account(Role.PLANNER));
        assertThat(planner.get("/en" + address))
                .bodyText()
                .contains("Your decision: Check of the project", "value=\"approve\"", "Reject: Beyond capacity");
        assertThat(planner.post(address, address + "/acts", Map.of("kind", "approve", "seen", "1")))
                .hasStatus(303)
                .hasHeader("Location", "/plan");
        assertThat(approvals.find(matter.id()).orElseThrow().step().id()).isEqualTo("approval");
    }

    @Test
    void whatIsRefusedIsSaidAndWhatWasTypedStays() {
        var matter = open("plan-project", account(Role.PLANNER));
        var address = "/approvals/" + matter.id();
        var planner = signedIn(account(Role.PLANNER));
        assertThat(planner.post(address, address + "/acts", Map.of("kind", "return", "seen", "1", "text", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("โปรดระบุเหตุผล");
        assertThat(planner.post(
                        "/en" + address,
                        "/en" + address + "/acts",
                        Map.of("kind", "return", "seen", "0", "text", "sum <wrong>")))
                .hasStatus(422)
                .bodyText()
                .contains("Somebody acted before you", ">sum &lt;wrong");
        assertThat(planner.post(address, address + "/acts", Map.of("kind", "dance", "seen", "1")))
                .hasStatus(400);
        assertThat(approvals.history(matter.id())).hasSize(1);
    }

    @Test
    void whoHasNoPartInAMatterDoesNotLearnThatThereIsOne() {
        var matter = open("plan-project", account(Role.PLANNER));
        var citizen = signedIn(account(Role.CITIZEN));
        assertThat(citizen.get("/approvals/" + matter.id())).hasStatus(404);
        assertThat(citizen.post(
                        "/desk/settings",
                        "/approvals/" + matter.id() + "/acts",
                        Map.of("kind", "comment", "text", "x", "seen", "1")))
                .hasStatus(404);
        assertThat(visitor().get("/approvals/" + matter.id())).hasStatus(303);
    }

    @Test
    void aCommitteeHoldsTheForumVotesAndClosesInTheBrowser() {
        var author = account(Role.PLANNER);
        var matter = open("plan-edition-added", author);
        var address = "/approvals/" + matter.id();
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var chair = account(Role.EXECUTIVE);
        var member = account(Role.CITIZEN);
        for (var body : new String[] {"support-committee", "development-committee"}) {
            for (var seat : Map.of(chair, "chair", member, "member").entrySet()) {
                assertThat(administrator.post(
                                "/bodies",
                                "/bodies/" + body + "/seats",
                                Map.of(
                                        "account", id(seat.getKey()).toString(),
                                        "office", seat.getValue(),
                                        "since", "2020-01-01")))
                        .hasHeader("Location", "/bodies?done=added#" + body);
            }
        }
        var chairs = signedIn(chair);
        var members = signedIn(member);
        act(members, matter, Map.of("kind", "approve"));
        act(chairs, matter, Map.of("kind", "approve"));
        assertThat(step(matter)).isEqualTo("consideration");
        assertThat(chairs.post(address, address + "/acts", Map.of("kind", "approve", "seen", "4")))
                .hasStatus(422)
                .bodyText()
                .contains("ต้องมีบันทึกการประชุมก่อน");
        assertThat(signedIn(author)
                        .post(address, address + "/acts", Map.of("kind", "record", "record", "forum", "seen", "4")))
                .hasStatus(422)
                .bodyText()
                .contains("บันทึกการประชุมยังไม่ครบ");
        act(
                signedIn(author),
                matter,
                Map.of(
                        "kind", "record",
                        "record", "forum",
                        "date", "2023-05-01",
                        "place", "ศาลาประชาคม",
                        "people", "62",
                        "minutes", "เห็นชอบทุกโครงการ"));
        act(members, matter, Map.of("kind", "return", "text", "ขอให้ทบทวน"));
        act(chairs, matter, Map.of("kind", "approve"));
        assertThat(step(matter)).as("the chair breaks the tie").isEqualTo("announcement");
        assertThat(chairs.get(address)).bodyText().contains("เห็นชอบ 1 จาก 2 เสียง", "ศาลาประชาคม", "62 คน");
        act(chairs, matter, Map.of("kind", "approve"));
        assertThat(approvals.find(matter.id()).orElseThrow().state()).isEqualTo(State.APPROVED);
        assertThat(chairs.get(address)).bodyText().contains("อนุมัติแล้ว").doesNotContain("<textarea");
    }

    @Test
    void onesDutiesAreDelegatedAndTakenBack() {
        var planner = account(Role.PLANNER);
        var officer = account(Role.OFFICER);
        var matter = open("plan-project", account(Role.PLANNER));
        var today = Thailand.date(Instant.now());
        var giving = signedIn(planner);
        var form = Map.of(
                "receiver", id(officer).toString(),
                "scope", "all",
                "since", today.toString(),
                "until", today.plusDays(3).toString(),
                "reason", "ไปราชการ");
        assertThat(giving.post("/desk/delegations", "/desk/delegations", Map.of("scope", "role:citizen")))
                .hasStatus(422)
                .bodyText()
                .contains("โปรดเลือกเจ้าหน้าที่ผู้อื่น", "โปรดเลือกหน้าที่", "id=\"until-error\"");
        assertThat(giving.post("/desk/delegations", "/desk/delegations", form)).hasStatus(303);
        var delegate = signedIn(officer);
        assertThat(delegate.get("/desk")).bodyText().contains("ถนนสายทดสอบ");
        assertThat(delegate.get("/approvals/" + matter.id())).bodyText().contains("ทำแทน สมชาย " + planner);
        var address = "/approvals/" + matter.id();
        assertThat(delegate.post(
                        address,
                        address + "/acts",
                        Map.of(
                                "kind",
                                "approve",
                                "seen",
                                "1",
                                "behalf",
                                id(planner).toString())))
                .hasStatus(303);
        assertThat(approvals.history(matter.id()).getLast().kind()).isEqualTo(Act.Kind.APPROVE);
        var delegation = jdbc.sql("select id from approvals.delegation where giver = :giver")
                .param("giver", id(planner))
                .query(UUID.class)
                .single();
        assertThat(delegate.post("/desk/delegations", "/desk/delegations/" + delegation + "/end", Map.of()))
                .hasStatus(404);
        assertThat(giving.post("/desk/delegations", "/desk/delegations/" + delegation + "/end", Map.of()))
                .hasStatus(303);
        assertThat(delegate.get("/desk")).bodyText().contains("ไม่มีเรื่องที่รอท่านในขณะนี้");
    }

    @Test
    void aSeatIsEndedAndItsMistakesAreSaidAtTheField() {
        var administrator = signedIn(account(Role.ADMINISTRATOR));
        var person = account(Role.OFFICER);
        assertThat(administrator.post(
                        "/en/bodies",
                        "/en/bodies/support-committee/seats",
                        Map.of("account", "nobody", "office", "chair", "since", "2020-02-01", "until", "2020-01-01")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"account-error\"", "id=\"until-error\"", "href=\"#account\"");
        assertThat(administrator.post("/bodies", "/bodies/no-such/seats", Map.of()))
                .hasStatus(404);
        seats.add("support-committee", id(person), Office.CHAIR, LocalDate.of(2020, 1, 1), null);
        var seat = seats.of("support-committee").getFirst();
        administrator.post("/bodies", "/bodies/seats/" + seat.id() + "/end", Map.of());
        assertThat(seats.find(seat.id()).orElseThrow().isTakenOn(Thailand.date(Instant.now())))
                .isFalse();
        assertThat(administrator.get("/bodies")).hasStatusOk().bodyText().contains("พ้นตำแหน่งแล้ว");
    }

    private void act(Visitor visitor, Matter matter, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put(
                "seen",
                Integer.toString(approvals.find(matter.id()).orElseThrow().acts()));
        var address = "/approvals/" + matter.id();
        assertThat(visitor.post(address, address + "/acts", all))
                .as("%s", fields)
                .hasStatus(303);
    }

    private String step(Matter matter) {
        return approvals.find(matter.id()).orElseThrow().step().id();
    }

    private Matter open(String route, String author) {
        return Objects.requireNonNull(transactions.execute(_ -> approvals.open(new NewMatter(
                "test.page",
                UUID.randomUUID().toString(),
                Localized.of("ถนนสายทดสอบ", "A road to test"),
                "/plan",
                route,
                Set.of(id(author)),
                false,
                false))));
    }
}
