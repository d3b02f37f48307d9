package org.phatthana.approvals.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Decider;
import org.phatthana.approvals.Minutes;
import org.phatthana.approvals.Office;
import org.phatthana.approvals.Route;
import org.phatthana.approvals.State;
import org.phatthana.approvals.Step;
import org.phatthana.people.Role;
import org.phatthana.values.Localized;

class RulesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");
    private static final UUID AUTHOR = new UUID(0, 1);
    private static final UUID PLANNER = new UUID(0, 2);
    private static final UUID CHAIR = new UUID(0, 3);
    private static final UUID SECRETARY = new UUID(0, 4);
    private static final UUID MEMBER = new UUID(0, 5);
    private static final UUID OTHER = new UUID(0, 6);
    private static final UUID EXECUTIVE = new UUID(0, 7);
    private static final Map<UUID, Office> BOARD =
            Map.of(CHAIR, Office.CHAIR, SECRETARY, Office.SECRETARY, MEMBER, Office.MEMBER, OTHER, Office.MEMBER);

    static final Route ROUTE = new Route(
            "test",
            Localized.thai("ทดสอบ"),
            1,
            Localized.thai("ระเบียบ"),
            false,
            List.of(
                    step("check", new Decider.ByRole(Role.PLANNER), true, ""),
                    step("vote", new Decider.ByVote("board", Decider.Quorum.HALF), false, "forum"),
                    step("sign", new Decider.ByOffice("board", Set.of(Office.CHAIR)), false, ""),
                    step("announce", new Decider.ByRole(Role.EXECUTIVE), false, "")));

    private final List<Act> acts = new ArrayList<>(List.of(submission(AUTHOR)));

    @Test
    void aMatterGoesAlongItsRouteToApproval() {
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        does(CHAIR, Act.Kind.APPROVE);
        does(MEMBER, Act.Kind.APPROVE);
        does(SECRETARY, Act.Kind.CLOSE_VOTE);
        does(CHAIR, Act.Kind.APPROVE);
        assertThat(does(EXECUTIVE, Act.Kind.APPROVE).state()).isEqualTo(State.APPROVED);
        assertThat(acts.get(6).capacity()).isEqualTo(Act.COMMITTEE);
        assertThat(acts.getLast().capacity()).isEqualTo("executive");
    }

    @Test
    void whoIsNotAskedDecidesNothing() {
        refuses("not-yours", EXECUTIVE, Act.Kind.APPROVE);
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        refuses("not-yours", PLANNER, Act.Kind.APPROVE);
        refuses("not-yours", MEMBER, Act.Kind.CLOSE_VOTE);
    }

    @Test
    void nobodyApprovesTheirOwnDraftNorInTheNameOfItsAuthor() {
        var alsoPlanner = new Asker(AUTHOR, "planner", List.of(new Duty.InRole(Role.PLANNER, AUTHOR)), Map.of());
        assertThat(refusal(alsoPlanner, ask(Act.Kind.APPROVE, null))).isEqualTo("approvals.refused.own-draft");
        var delegate = new Asker(OTHER, "officer", List.of(new Duty.InRole(Role.PLANNER, AUTHOR)), Map.of());
        assertThat(refusal(delegate, ask(Act.Kind.APPROVE, AUTHOR))).isEqualTo("approvals.refused.own-draft");
        var authorInAnothersName =
                new Asker(AUTHOR, "officer", List.of(new Duty.InRole(Role.PLANNER, PLANNER)), Map.of());
        assertThat(refusal(authorInAnothersName, ask(Act.Kind.APPROVE, PLANNER)))
                .isEqualTo("approvals.refused.own-draft");
    }

    @Test
    void aDelegateActsInTheNameOfWhoDelegatedAndTheActSaysSo() {
        var delegate = new Asker(OTHER, "officer", List.of(new Duty.InRole(Role.PLANNER, PLANNER)), Map.of());
        assertThat(refusal(delegate, ask(Act.Kind.APPROVE, null))).isEqualTo("approvals.refused.not-yours");
        var ruling = Rules.rule(ROUTE, acts, delegate, ask(Act.Kind.APPROVE, PLANNER), NOW);
        var act = ((Ruling.Accepted) ruling).acts().getFirst();
        assertThat(act.account()).isEqualTo(OTHER);
        assertThat(act.behalf()).isEqualTo(PLANNER);
        assertThat(act.capacity()).isEqualTo("planner");
    }

    @Test
    void aReturnedMatterGoesBackToItsAuthorsAndBeginsAnew() {
        refuses("reason", PLANNER, Act.Kind.RETURN, "");
        does(PLANNER, Act.Kind.RETURN, "แก้ยอดเงิน");
        refuses("with-authors", PLANNER, Act.Kind.APPROVE);
        refuses("not-author", PLANNER, Act.Kind.SUBMIT);
        assertThat(does(AUTHOR, Act.Kind.SUBMIT).state()).isEqualTo(State.OPEN);
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        does(CHAIR, Act.Kind.RETURN, "ยังไม่ครบ");
        does(MEMBER, Act.Kind.RETURN, "ยังไม่ครบ");
        assertThat(does(CHAIR, Act.Kind.CLOSE_VOTE).state()).isEqualTo(State.RETURNED);
        var again = does(AUTHOR, Act.Kind.SUBMIT);
        assertThat(again.stepIndex()).isZero();
        assertThat(again.records()).containsExactly("forum");
    }

    @Test
    void whoSubmitsADraftThatOthersHaveRevisedMakesThemAuthors() {
        does(PLANNER, Act.Kind.RETURN, "แก้ยอดเงิน");
        var withColleague = new Ask(Act.Kind.SUBMIT, "", null, Set.of(PLANNER), null, acts.size());
        accept(asker(AUTHOR), withColleague);
        refuses("own-draft", PLANNER, Act.Kind.APPROVE);
    }

    @Test
    void rejectionIsOnlyWhereTheRouteHasIt() {
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        refuses("no-reject", CHAIR, Act.Kind.REJECT, "เกิน");
        acts.subList(1, acts.size()).clear();
        assertThat(does(PLANNER, Act.Kind.REJECT, "เกินศักยภาพ").state()).isEqualTo(State.REJECTED);
        for (var kind : Act.Kind.values()) {
            refuses("closed", PLANNER, kind, "ใด ๆ");
            refuses("closed", AUTHOR, kind, "ใด ๆ");
        }
    }

    @Test
    void aStepWaitsForItsRecord() {
        does(PLANNER, Act.Kind.APPROVE);
        refuses("record-missing", CHAIR, Act.Kind.APPROVE);
        for (var wrong : List.of(
                minutes("other", "2026-01-01", "ศาลากลาง", 60),
                minutes("forum", "2026-01-06", "ศาลากลาง", 60),
                minutes("forum", "2026-01-01", " ", 60),
                minutes("forum", "2026-01-01", "ศาลากลาง", 0))) {
            assertThat(refusal(asker(AUTHOR), Ask.record(wrong, acts.size()))).isEqualTo("approvals.refused.record");
        }
        assertThat(refusal(asker(EXECUTIVE), Ask.record(minutes("forum", "2026-01-01", "ก", 9), acts.size())))
                .isEqualTo("approvals.refused.not-yours");
        holdTheForum();
        does(CHAIR, Act.Kind.APPROVE);
    }

    @Test
    void oneMemberHasOneVote() {
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        does(MEMBER, Act.Kind.APPROVE);
        refuses("already-voted", MEMBER, Act.Kind.RETURN, "เปลี่ยนใจ");
        var forAnother =
                new Asker(MEMBER, "officer", List.of(new Duty.OnBody("board", Office.MEMBER, OTHER)), Map.of());
        assertThat(refusal(forAnother, ask(Act.Kind.APPROVE, OTHER))).isEqualTo("approvals.refused.already-voted");
    }

    @Test
    void aVoteNeedsAQuorumAndTheChairBreaksATie() {
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        does(MEMBER, Act.Kind.RETURN, "ขอข้อมูลเพิ่ม");
        refuses("quorum", CHAIR, Act.Kind.CLOSE_VOTE);
        does(CHAIR, Act.Kind.APPROVE);
        var standing = does(SECRETARY, Act.Kind.CLOSE_VOTE);
        assertThat(standing.stepIndex()).isEqualTo(2);
        assertThat(acts.getLast().count()).satisfies(count -> {
            assertThat(count.approving()).isEqualTo(1);
            assertThat(count.returning()).isEqualTo(1);
            assertThat(count.members()).isEqualTo(4);
        });
    }

    @Test
    void aTieWithoutTheChairPassesNothing() {
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        does(MEMBER, Act.Kind.RETURN, "ขอข้อมูลเพิ่ม");
        does(OTHER, Act.Kind.APPROVE);
        assertThat(does(SECRETARY, Act.Kind.CLOSE_VOTE).state()).isEqualTo(State.RETURNED);
    }

    @Test
    void theLastVoteClosesTheVote() {
        does(PLANNER, Act.Kind.APPROVE);
        holdTheForum();
        for (var member : List.of(MEMBER, OTHER, CHAIR)) {
            assertThat(does(member, Act.Kind.APPROVE).stepIndex()).isEqualTo(1);
        }
        assertThat(does(SECRETARY, Act.Kind.APPROVE).stepIndex()).isEqualTo(2);
        assertThat(acts.getLast().kind()).isEqualTo(Act.Kind.CLOSE_VOTE);
    }

    @Test
    void whoLookedBeforeSomebodyActedIsToldAndMayStillComment() {
        var old = Ask.of(Act.Kind.APPROVE, "", acts.size());
        var comment = Ask.of(Act.Kind.COMMENT, "โปรดแนบแบบแปลน", acts.size());
        accept(asker(MEMBER), comment);
        assertThat(refusal(asker(PLANNER), old)).isEqualTo("approvals.refused.stale");
        accept(asker(PLANNER), comment);
        assertThat(refusal(new Asker(UUID.randomUUID(), "citizen", List.of(), Map.of()), comment))
                .isEqualTo("approvals.refused.no-part");
    }

    @Test
    void anAuthorWithdrawsWithAReason() {
        refuses("not-author", PLANNER, Act.Kind.WITHDRAW, "ไม่เอาแล้ว");
        refuses("reason", AUTHOR, Act.Kind.WITHDRAW, "");
        assertThat(does(AUTHOR, Act.Kind.WITHDRAW, "รวมกับโครงการอื่น").state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatIsNoHistoryIsNotReplayed() {
        assertThatThrownBy(() -> Standing.of(ROUTE, List.of())).isInstanceOf(IllegalStateException.class);
    }

    private void holdTheForum() {
        accept(asker(AUTHOR), Ask.record(minutes("forum", "2026-01-01", "ศาลากลาง", 60), acts.size()));
    }

    private Standing does(UUID who, Act.Kind kind) {
        return does(who, kind, "");
    }

    private Standing does(UUID who, Act.Kind kind, String text) {
        return accept(asker(who), Ask.of(kind, text, acts.size()));
    }

    private Standing accept(Asker who, Ask ask) {
        var ruling = Rules.rule(ROUTE, acts, who, ask, NOW);
        assertThat(ruling).isInstanceOf(Ruling.Accepted.class);
        var accepted = (Ruling.Accepted) ruling;
        acts.addAll(accepted.acts());
        assertThat(Standing.of(ROUTE, acts)).isEqualTo(accepted.standing());
        return accepted.standing();
    }

    private void refuses(String why, UUID who, Act.Kind kind) {
        refuses(why, who, kind, "");
    }

    private void refuses(String why, UUID who, Act.Kind kind, String text) {
        assertThat(refusal(asker(who), Ask.of(kind, text, acts.size())))
                .as("%s by %s", kind, who)
                .isEqualTo("approvals.refused." + why);
    }

    private String refusal(Asker who, Ask ask) {
        var ruling = Rules.rule(ROUTE, acts, who, ask, NOW);
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).why().key();
    }

    private Ask ask(Act.Kind kind, @Nullable UUID behalf) {
        return new Ask(kind, "", behalf, Set.of(), null, acts.size());
    }

    private static Asker asker(UUID who) {
        var duties = new ArrayList<Duty>();
        if (who.equals(PLANNER)) {
            duties.add(new Duty.InRole(Role.PLANNER, who));
        }
        if (who.equals(EXECUTIVE)) {
            duties.add(new Duty.InRole(Role.EXECUTIVE, who));
        }
        if (BOARD.containsKey(who)) {
            duties.add(new Duty.OnBody("board", BOARD.get(who), who));
        }
        return new Asker(who, "officer", duties, Map.of("board", List.copyOf(BOARD.keySet())));
    }

    static Minutes minutes(String kind, String date, String place, int people) {
        return new Minutes(kind, LocalDate.parse(date), place, people, "เห็นชอบ");
    }

    static Act submission(UUID author) {
        return new Act(
                1, NOW, Act.Kind.SUBMIT, "check", author, null, "officer", "", null, "", Set.of(author), null, null);
    }

    static Step step(String id, Decider decider, boolean mayReject, String record) {
        return new Step(
                id, Localized.thai(id), decider, 7, true, mayReject ? Localized.thai("เกินศักยภาพ") : null, record);
    }
}
