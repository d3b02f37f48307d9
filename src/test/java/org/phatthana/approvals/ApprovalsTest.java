package org.phatthana.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.kept.Delegation;
import org.phatthana.approvals.kept.Delegations;
import org.phatthana.approvals.kept.Seats;
import org.phatthana.people.Acting;
import org.phatthana.people.Directory;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.phatthana.values.Thailand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// Matters on the real database, through the face that other rooms use.
class ApprovalsTest extends PeopleTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Autowired
    Approvals approvals;

    @Autowired
    Seats seats;

    @Autowired
    Delegations delegations;

    @Autowired
    Directory directory;

    @Autowired
    PublicLog log;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    HeardMoves moves;

    @AfterEach
    void emptyTheCommittees() {
        jdbc.sql("delete from approvals.seat").update();
        moves.failAbout("");
    }

    @Test
    void aProjectGoesFromCheckToApprovalAndItsRoomHearsOfIt() {
        var author = person(Role.PLANNER);
        var planner = person(Role.PLANNER);
        var chair = onBody("support-committee", Office.CHAIR, Role.OFFICER);
        var matter = open("plan-project", false, author);
        assertThat(matter.step().id()).isEqualTo("check");
        assertThat(approvals.waitingFor(planner)).extracting(Matter::id).contains(matter.id());
        assertThat(approvals.waitingFor(author)).extracting(Matter::id).doesNotContain(matter.id());
        assertThat(approvals.waitingFor(chair)).extracting(Matter::id).doesNotContain(matter.id());

        done(matter, planner, Act.Kind.APPROVE);
        assertThat(approvals.waitingFor(chair)).extracting(Matter::id).contains(matter.id());
        assertThat(done(matter, chair, Act.Kind.APPROVE).state()).isEqualTo(State.APPROVED);
        assertThat(moves.of(matter))
                .extracting(MatterMoved::state)
                .containsExactly(State.OPEN, State.OPEN, State.APPROVED);
        assertThat(moves.of(matter)).extracting(MatterMoved::capacity).endsWith("planner", "committee");
        assertThat(approvals.find(matter.kind(), matter.subject())).hasValueSatisfying(found -> {
            assertThat(found.state()).isEqualTo(State.APPROVED);
            assertThat(found.due()).isNull();
        });
        assertThat(approvals.waitingFor(chair)).extracting(Matter::id).doesNotContain(matter.id());
    }

    @Test
    void whatIsReturnedWaitsForItsAuthor() {
        var author = person(Role.OFFICER);
        var planner = person(Role.PLANNER);
        var matter = open("plan-project", false, author);
        act(matter, planner, Ask.of(Act.Kind.RETURN, "ยอดรวมไม่ตรง", 1));
        assertThat(approvals.waitingFor(author)).extracting(Matter::id).containsExactly(matter.id());
        assertThat(approvals.may(matter.id(), author))
                .extracting(Possibility::kind)
                .containsExactly(Act.Kind.SUBMIT, Act.Kind.WITHDRAW, Act.Kind.COMMENT);
        done(matter, author, Act.Kind.SUBMIT);
        assertThat(approvals.waitingFor(author)).isEmpty();
    }

    @Test
    void theStepsOfARejectedMatterSayWhereItEnded() {
        var matter = open("plan-project", false, person(Role.PLANNER));
        act(matter, person(Role.PLANNER), Ask.of(Act.Kind.REJECT, "เกินศักยภาพ", 1));
        assertThat(approvals.panel(matter.kind(), matter.subject(), Optional.of(person(Role.AUDITOR))))
                .hasValueSatisfying(panel -> assertThat(panel.stages())
                        .extracting(Panel.Stage::state)
                        .containsExactly("rejected", "unreached"));
    }

    @Test
    void aMatterIsOpenedOnlyInATransactionAndOnceAtATime() {
        var author = person(Role.PLANNER);
        var asked = new NewMatter(
                "test.thing", "s", Localized.thai("ก"), "/", "plan-project", Set.of(author.id()), false, false);
        assertThatThrownBy(() -> approvals.open(asked)).isInstanceOf(IllegalTransactionStateException.class);
        var matter = open("plan-project", false, author);
        assertThatThrownBy(() -> transactions.execute(_ -> approvals.open(new NewMatter(
                        matter.kind(),
                        matter.subject(),
                        matter.title(),
                        matter.address(),
                        "plan-project",
                        Set.of(),
                        false,
                        false))))
                .isInstanceOf(IllegalStateException.class);
        act(matter, author, Ask.of(Act.Kind.WITHDRAW, "ผิดฉบับ", 1));
        var again = transactions.execute(_ -> approvals.open(new NewMatter(
                matter.kind(),
                matter.subject(),
                matter.title(),
                matter.address(),
                "plan-project",
                Set.of(),
                false,
                false)));
        assertThat(approvals.find(matter.kind(), matter.subject()).orElseThrow().id())
                .isEqualTo(Objects.requireNonNull(again).id());
    }

    @Test
    void whatTheOwningRoomCannotAnswerIsUndone() {
        var author = person(Role.PLANNER);
        var planner = person(Role.PLANNER);
        var matter = open("plan-project", true, author);
        var size = log.size();
        moves.failAbout(matter.subject());
        assertThatThrownBy(() -> act(matter, planner, Ask.of(Act.Kind.APPROVE, "", 1)))
                .hasMessage("the owning room cannot");
        assertThat(approvals.history(matter.id())).hasSize(1);
        assertThat(log.size()).isEqualTo(size);
        assertThat(approvals.find(matter.id()).orElseThrow().step().id()).isEqualTo("check");
    }

    @Test
    void aPublicMatterTellsTheLogWhichBodyDecidedAndNobodysName() {
        var author = person(Role.PLANNER);
        var chair = onBody("support-committee", Office.CHAIR, Role.OFFICER);
        var member = onBody("support-committee", Office.MEMBER, Role.CITIZEN);
        onBody("support-committee", Office.MEMBER, Role.OFFICER);
        var before = log.size();
        var matter = open("plan-edition-changed", true, author);
        done(matter, member, Act.Kind.APPROVE);
        assertThat(log.size()).as("a vote alone is not public").isEqualTo(before + 1);
        done(matter, chair, Act.Kind.APPROVE);
        done(matter, chair, Act.Kind.CLOSE_VOTE);
        assertThat(log.size()).isEqualTo(before + 2);
        var entry = log.newest(Long.MAX_VALUE, 1).getFirst();
        assertThat(entry.kind()).isEqualTo("approvals.step-passed");
        assertThat(entry.subject()).isEqualTo(matter.address());
        assertThat(entry.capacity()).isEqualTo("committee");
        assertThat(entry.summary().thai())
                .contains("คณะกรรมการสนับสนุนการจัดทำแผนพัฒนาท้องถิ่น", "เห็นชอบ 2 จาก 2 เสียง กรรมการทั้งหมด 3 คน");
        assertThat(entry.canonical()).contains("\"approving\":2", "\"members\":3", "\"body\":\"support-committee\"");
        for (var person : List.of(author, chair, member)) {
            assertThat(entry.canonical()).doesNotContain(person.id().toString(), person.displayName());
        }
        assertThat(approvals.panel(matter.kind(), matter.subject(), Optional.empty()))
                .hasValueSatisfying(panel -> {
                    assertThat(panel.history()).isEmpty();
                    assertThat(panel.may()).isEmpty();
                    assertThat(panel.names()).isEmpty();
                    assertThat(panel.stages().getFirst().count()).isNotNull();
                });
    }

    @Test
    void whatIsNotPublicIsShownToStaffAndWhoTakesPartOnly() {
        var author = person(Role.PLANNER);
        var matter = open("plan-edition-changed", false, author);
        var member = onBody("development-committee", Office.MEMBER, Role.CITIZEN);
        assertThat(approvals.panel(matter, Optional.empty())).isEmpty();
        assertThat(approvals.panel(matter, Optional.of(person(Role.CITIZEN)))).isEmpty();
        assertThat(approvals.panel(matter, Optional.of(member))).isPresent();
        assertThat(approvals.panel(matter, Optional.of(person(Role.AUDITOR)))).isPresent();
    }

    @Test
    void aDelegateActsWhileTheDelegationHoldsAndTheHistorySaysForWhom() {
        var author = person(Role.PLANNER);
        var planner = person(Role.PLANNER);
        var delegate = person(Role.OFFICER);
        var matter = open("plan-project", false, author);
        var delegation = new Delegation(
                UUID.randomUUID(),
                planner.id(),
                delegate.id(),
                Delegation.Scope.ROLE,
                "planner",
                LONG_AGO,
                LONG_AGO.plusDays(300),
                "ลาพักผ่อน",
                null);
        delegations.add(delegation, planner.id());
        assertThat(approvals.waitingFor(delegate)).isEmpty();
        var today = LocalDate.now(Thailand.ZONE);
        var now = new Delegation(
                UUID.randomUUID(),
                planner.id(),
                delegate.id(),
                Delegation.Scope.ROLE,
                "planner",
                today.minusDays(1),
                today.plusDays(1),
                "ลาพักผ่อน",
                null);
        delegations.add(now, planner.id());
        assertThat(approvals.waitingFor(delegate)).extracting(Matter::id).contains(matter.id());
        assertThat(approvals.may(matter.id(), delegate))
                .filteredOn(one -> one.kind() == Act.Kind.APPROVE)
                .singleElement()
                .satisfies(one -> assertThat(one.behalfName()).isEqualTo(planner.displayName()));
        act(matter, delegate, Ask.inTheNameOf(planner.id(), Act.Kind.APPROVE, "", 1));
        assertThat(approvals.history(matter.id()).getLast()).satisfies(act -> {
            assertThat(act.account()).isEqualTo(delegate.id());
            assertThat(act.behalf()).isEqualTo(planner.id());
        });
        delegations.end(now);
        var other = open("plan-project", false, author);
        assertThat(refusal(other, delegate, Ask.inTheNameOf(planner.id(), Act.Kind.APPROVE, "", 1)))
                .isEqualTo("approvals.refused.not-yours");
    }

    @Test
    void ofTwoAtTheSameTimeTheSecondIsToldAndNothingIsLost() throws Exception {
        var author = person(Role.PLANNER);
        for (var round = 0; round < 5; round++) {
            var matter = open("plan-project", false, author);
            var start = new CyclicBarrier(2);
            var outcomes = new ArrayList<Outcome>();
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                var both = List.of(person(Role.PLANNER), person(Role.PLANNER)).stream()
                        .map(who -> pool.submit(() -> {
                            start.await();
                            return approvals.act(matter.id(), who, Ask.of(Act.Kind.RETURN, "แก้", 1));
                        }))
                        .toList();
                for (var one : both) {
                    outcomes.add(one.get());
                }
            }
            assertThat(outcomes).hasOnlyElementsOfTypes(Outcome.Done.class, Outcome.Refused.class);
            assertThat(outcomes).filteredOn(Outcome.Refused.class::isInstance).hasSize(1);
            assertThat(approvals.history(matter.id())).hasSize(2);
        }
    }

    @Test
    void actsCannotBeChangedNorAppendedToAClosedMatter() {
        var author = person(Role.PLANNER);
        var matter = open("plan-project", false, author);
        assertThatThrownBy(() -> jdbc.sql("update approvals.act set text = 'x' where matter = :id")
                        .param("id", matter.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from approvals.act").update())
                .isInstanceOf(DataAccessException.class);
        act(matter, author, Ask.of(Act.Kind.WITHDRAW, "ผิดฉบับ", 1));
        assertThatThrownBy(() -> jdbc.sql("""
            insert into approvals.act (matter, number, at, kind, step, account, capacity, body, text, authors)
            values (:id, 3, now(), 'comment', 'check', :id, 'planner', '', 'x', '{}')
            """).param("id", matter.id()).update())
                .hasMessageContaining("is closed");
    }

    @Test
    void aTokenDecidesNothing() {
        var matter = open("plan-project", false, person(Role.PLANNER));
        var token = new Acting(UUID.randomUUID(), true, "โปรแกรม", Set.of(Role.PLANNER), false);
        assertThat(refusal(matter, token, Ask.of(Act.Kind.APPROVE, "", 1))).isEqualTo("approvals.refused.not-yours");
    }

    @Test
    void sampleMattersGoWithTheSample() {
        var planner = person(Role.PLANNER);
        var sample = Objects.requireNonNull(transactions.execute(_ -> approvals.open(new NewMatter(
                "test.sample",
                UUID.randomUUID().toString(),
                Localized.thai("ตัวอย่าง"),
                "/",
                "plan-project",
                Set.of(),
                false,
                true))));
        assertThat(approvals.waitingFor(planner)).extracting(Matter::id).contains(sample.id());
        transactions.executeWithoutResult(_ -> approvals.withdrawSamples("administrator"));
        assertThat(approvals.find(sample.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(approvals.waitingFor(planner)).extracting(Matter::id).doesNotContain(sample.id());
    }

    @Test
    void nobodyHasTwoSeatsOnABodyAndItHasOneChair() {
        var chair = person(Role.OFFICER);
        assertThat(seats.add("support-committee", chair.id(), Office.CHAIR, LONG_AGO, null))
                .isTrue();
        assertThat(seats.add("support-committee", chair.id(), Office.MEMBER, LONG_AGO, null))
                .isFalse();
        assertThat(seats.add("support-committee", person(Role.OFFICER).id(), Office.CHAIR, LONG_AGO, null))
                .isFalse();
        assertThat(acts("duty.member-added", chair.id())).isEqualTo(1);
    }

    private Matter open(String route, boolean isPublic, Acting author) {
        var subject = UUID.randomUUID().toString();
        return Objects.requireNonNull(transactions.execute(_ -> approvals.open(new NewMatter(
                "test.thing",
                subject,
                Localized.of("ถนนสายทดสอบ", "A road to test"),
                "/plan?test=" + subject,
                route,
                Set.of(author.id()),
                isPublic,
                false))));
    }

    private Matter done(Matter matter, Acting who, Act.Kind kind) {
        return act(
                matter,
                who,
                Ask.of(kind, "", approvals.find(matter.id()).orElseThrow().acts()));
    }

    private Matter act(Matter matter, Acting who, Ask ask) {
        var outcome = approvals.act(matter.id(), who, ask);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).matter();
    }

    private String refusal(Matter matter, Acting who, Ask ask) {
        return ((Outcome.Refused) approvals.act(matter.id(), who, ask)).why().key();
    }

    private Acting person(Role role) {
        return directory.find(id(account(role))).orElseThrow().acting();
    }

    private Acting onBody(String body, Office office, Role role) {
        var person = person(role);
        assertThat(seats.add(body, person.id(), office, LONG_AGO, null)).isTrue();
        return person;
    }
}
