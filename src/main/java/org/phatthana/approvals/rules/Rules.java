package org.phatthana.approvals.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Count;
import org.phatthana.approvals.Decider;
import org.phatthana.approvals.Minutes;
import org.phatthana.approvals.Office;
import org.phatthana.approvals.Route;
import org.phatthana.approvals.State;
import org.phatthana.approvals.Step;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;

/// Whether somebody may do what they want to do about a matter, and what follows. Depends on nothing but what it is
/// given.
///
/// Nobody decides what they drafted, neither for themselves nor in another's name, nor does anybody in the name of
/// whoever drafted it. One person has one vote, whether their own or one that was delegated to them.
public final class Rules {

    private static final Set<Office> CLOSING = Set.of(Office.CHAIR, Office.VICE, Office.SECRETARY);

    private final Route route;
    private final Standing standing;
    private final Asker asker;
    private final Ask ask;
    private final Instant at;

    private Rules(Route route, Standing standing, Asker asker, Ask ask, Instant at) {
        this.route = route;
        this.standing = standing;
        this.asker = asker;
        this.ask = ask;
        this.at = at;
    }

    /// Rules on one ask.
    ///
    /// @param acts the matter's history
    /// @param at now
    public static Ruling rule(Route route, List<Act> acts, Asker asker, Ask ask, Instant at) {
        return rule(route, Standing.of(route, acts), asker, ask, at);
    }

    /// Rules on one ask, where the replay is at hand.
    public static Ruling rule(Route route, Standing standing, Asker asker, Ask ask, Instant at) {
        if (standing.state().isClosed()) {
            return refused("approvals.refused.closed");
        }
        if (ask.seen() != standing.acts() && ask.kind() != Act.Kind.COMMENT) {
            return refused("approvals.refused.stale");
        }
        if (ask.text().length() > Act.MAX_TEXT) {
            return refused("approvals.refused.too-long", Act.MAX_TEXT);
        }
        var rules = new Rules(route, standing, asker, ask, at);
        return switch (ask.kind()) {
            case SUBMIT -> rules.submission();
            case WITHDRAW -> rules.withdrawal();
            case COMMENT -> rules.comment();
            case RECORD -> rules.record();
            case APPROVE, RETURN, REJECT -> rules.decision();
            case CLOSE_VOTE -> rules.closing();
        };
    }

    /// Whether somebody has a part in a matter: as an author, or at one of its steps.
    public static boolean takesPart(Route route, Standing standing, Asker asker) {
        return standing.authors().contains(asker.account())
                || asker.duties().stream()
                        .anyMatch(duty ->
                                route.steps().stream().map(Step::decider).anyMatch(duty::fits));
    }

    private Ruling submission() {
        if (standing.state() != State.RETURNED) {
            return refused("approvals.refused.not-returned");
        }
        if (!isAuthor() && !ask.authors().contains(asker.account())) {
            return refused("approvals.refused.not-author");
        }
        return accepted(act(null, ask.authors(), null, null));
    }

    private Ruling withdrawal() {
        if (!isAuthor()) {
            return refused("approvals.refused.not-author");
        }
        return ask.text().isEmpty() ? refused("approvals.refused.reason") : accepted(act(null, Set.of(), null, null));
    }

    private Ruling comment() {
        if (!takesPart(route, standing, asker)) {
            return refused("approvals.refused.no-part");
        }
        return ask.text().isEmpty() ? refused("approvals.refused.comment") : accepted(act(null, Set.of(), null, null));
    }

    private Ruling record() {
        var minutes = ask.minutes();
        if (!isAuthor() && duty().isEmpty()) {
            return refused("approvals.refused.not-yours");
        }
        if (minutes == null
                || route.steps().stream().map(Step::record).noneMatch(minutes.kind()::equals)
                || minutes.kind().isEmpty()
                || minutes.date().isAfter(Thailand.date(at))
                || minutes.place().isBlank()
                || minutes.place().length() > Minutes.MAX_PLACE
                || minutes.people() < 1
                || minutes.people() > Minutes.MAX_PEOPLE
                || minutes.text().isBlank()
                || minutes.text().length() > Minutes.MAX_TEXT) {
            return refused("approvals.refused.record");
        }
        return accepted(act(null, Set.of(), minutes, null));
    }

    private Ruling decision() {
        if (standing.state() != State.OPEN) {
            return refused("approvals.refused.with-authors");
        }
        var duty = duty().orElse(null);
        if (duty == null) {
            return refused("approvals.refused.not-yours");
        }
        if (isAuthor() || standing.authors().contains(duty.holder())) {
            return refused("approvals.refused.own-draft");
        }
        if (isVote()
                && standing.votes().stream()
                        .anyMatch(vote -> vote.holder().equals(duty.holder())
                                || vote.caster().equals(asker.account())
                                || vote.holder().equals(asker.account()))) {
            return refused("approvals.refused.already-voted");
        }
        var problem = choice();
        if (problem != null) {
            return new Ruling.Refused(problem);
        }
        var act = act(duty, Set.of(), null, null);
        return isVote() ? vote(act, duty) : accepted(act);
    }

    /// What is wrong with the choice itself at this step.
    private @Nullable Message choice() {
        var step = step();
        return switch (ask.kind()) {
            case RETURN ->
                !step.mayReturn()
                        ? Message.of("approvals.refused.no-return")
                        : ask.text().isEmpty() ? Message.of("approvals.refused.reason") : null;
            case REJECT ->
                !step.mayReject()
                        ? Message.of("approvals.refused.no-reject")
                        : ask.text().isEmpty() ? Message.of("approvals.refused.reason") : null;
            default ->
                step.record().isEmpty() || standing.records().contains(step.record())
                        ? null
                        : Message.of("approvals.refused.record-missing");
        };
    }

    /// A vote; the last one that can be cast closes it, if there is a quorum.
    private Ruling vote(Act vote, Duty duty) {
        var after = standing.after(route, vote);
        var seats = asker.seatsOn(((Decider.ByVote) step().decider()).body());
        var isLast = seats.stream()
                .filter(seat -> !standing.authors().contains(seat))
                .allMatch(seat ->
                        after.votes().stream().anyMatch(one -> one.holder().equals(seat)));
        if (!isLast || !hasQuorum(after.votes().size(), seats.size())) {
            return new Ruling.Accepted(List.of(vote), after);
        }
        var count = Vote.count(step(), after.votes(), seats.size());
        var closing = act(after.acts() + 1, Act.Kind.CLOSE_VOTE, duty, "", Set.of(), null, count);
        return new Ruling.Accepted(List.of(vote, closing), after.after(route, closing));
    }

    private Ruling closing() {
        if (standing.state() != State.OPEN || !(step().decider() instanceof Decider.ByVote decider)) {
            return refused("approvals.refused.no-vote");
        }
        var duty = mine().filter(one -> one instanceof Duty.OnBody seat && CLOSING.contains(seat.office()))
                .findFirst()
                .orElse(null);
        if (duty == null) {
            return refused("approvals.refused.not-yours");
        }
        if (isAuthor() || standing.authors().contains(duty.holder())) {
            return refused("approvals.refused.own-draft");
        }
        var members = asker.seatsOn(decider.body()).size();
        if (!hasQuorum(standing.votes().size(), members)) {
            return refused("approvals.refused.quorum", standing.votes().size(), members);
        }
        return accepted(act(duty, Set.of(), null, Vote.count(step(), standing.votes(), members)));
    }

    private boolean hasQuorum(int votes, int members) {
        return ((Decider.ByVote) step().decider()).quorum().isReached(votes, members);
    }

    private Step step() {
        return standing.step(route);
    }

    private boolean isVote() {
        return step().decider() instanceof Decider.ByVote;
    }

    private boolean isAuthor() {
        return standing.authors().contains(asker.account());
    }

    /// The duty by which they would decide the present step, in the name that they gave.
    private Optional<Duty> duty() {
        return mine().findFirst();
    }

    private java.util.stream.Stream<Duty> mine() {
        var holder = ask.behalf() == null ? asker.account() : ask.behalf();
        return asker.duties().stream()
                .filter(duty -> duty.holder().equals(holder))
                .filter(duty -> duty.fits(step().decider()));
    }

    private Ruling accepted(Act act) {
        return new Ruling.Accepted(List.of(act), standing.after(route, act));
    }

    private Act act(@Nullable Duty duty, Set<UUID> authors, @Nullable Minutes minutes, @Nullable Count count) {
        return act(standing.acts() + 1, ask.kind(), duty, ask.text(), authors, minutes, count);
    }

    private Act act(
            int number,
            Act.Kind kind,
            @Nullable Duty duty,
            String text,
            Set<UUID> authors,
            @Nullable Minutes minutes,
            @Nullable Count count) {
        var behalf = duty == null || duty.holder().equals(asker.account()) ? null : duty.holder();
        var capacity = switch (duty) {
            case Duty.InRole mine -> mine.role().code();
            case Duty.OnBody _ -> Act.COMMITTEE;
            case null -> asker.capacity();
        };
        var seat = duty instanceof Duty.OnBody on ? on : null;
        return new Act(
                number,
                at,
                kind,
                step().id(),
                asker.account(),
                behalf,
                capacity,
                seat == null ? "" : seat.body(),
                seat == null ? null : seat.office(),
                text,
                authors,
                minutes,
                count);
    }

    private static Ruling refused(String key, Object... arguments) {
        return new Ruling.Refused(Message.of(key, arguments));
    }
}
