package org.phatthana.approvals.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Decider;
import org.phatthana.approvals.Route;
import org.phatthana.approvals.State;
import org.phatthana.approvals.Step;

/// Where a matter stands: nothing but the replay of its acts along its route.
///
/// @param stepIndex the step at which it stands or ended
/// @param since since when it stands there
/// @param authors who drafted it, at any time
/// @param votes those of the present step
/// @param records the kinds of records that are there
/// @param acts how many acts it has
public record Standing(
        State state, int stepIndex, Instant since, Set<UUID> authors, List<Vote> votes, Set<String> records, int acts) {

    public Standing {
        authors = Set.copyOf(authors);
        votes = List.copyOf(votes);
        records = Set.copyOf(records);
    }

    /// The replay of all acts, the first of which is the submission.
    ///
    /// @throws IllegalStateException if they are not a history of that route
    public static Standing of(Route route, List<Act> acts) {
        if (acts.isEmpty() || acts.getFirst().kind() != Act.Kind.SUBMIT) {
            throw new IllegalStateException("A history begins with a submission");
        }
        var first = acts.getFirst();
        var standing = new Standing(State.OPEN, 0, first.at(), authors(first, Set.of()), List.of(), Set.of(), 1);
        for (var act : acts.subList(1, acts.size())) {
            standing = standing.after(route, act);
        }
        return standing;
    }

    /// The standing after one more act.
    Standing after(Route route, Act act) {
        if (state.isClosed()) {
            throw new IllegalStateException("A closed matter does not change");
        }
        return switch (act.kind()) {
            case SUBMIT -> new Standing(State.OPEN, 0, act.at(), authors(act, authors), List.of(), records, acts + 1);
            case COMMENT -> new Standing(state, stepIndex, since, authors, votes, records, acts + 1);
            case RECORD -> {
                var more = new HashSet<>(records);
                more.add(Objects.requireNonNull(act.minutes()).kind());
                yield new Standing(state, stepIndex, since, authors, votes, more, acts + 1);
            }
            case WITHDRAW -> moved(State.WITHDRAWN, stepIndex, act.at());
            case APPROVE, RETURN, REJECT -> {
                if (step(route).decider() instanceof Decider.ByVote) {
                    var more = new ArrayList<>(votes);
                    more.add(new Vote(
                            Objects.requireNonNull(act.holder()),
                            Objects.requireNonNull(act.account()),
                            act.office(),
                            act.kind()));
                    yield new Standing(state, stepIndex, since, authors, more, records, acts + 1);
                }
                yield decided(route, act.kind(), act.at());
            }
            case CLOSE_VOTE ->
                decided(route, Objects.requireNonNull(act.count()).result(), act.at());
        };
    }

    /// The step at which it stands or ended.
    public Step step(Route route) {
        return route.steps().get(stepIndex);
    }

    private Standing decided(Route route, Act.Kind decision, Instant at) {
        return switch (decision) {
            case RETURN -> moved(State.RETURNED, stepIndex, at);
            case REJECT -> moved(State.REJECTED, stepIndex, at);
            default ->
                stepIndex + 1 < route.steps().size()
                        ? moved(State.OPEN, stepIndex + 1, at)
                        : moved(State.APPROVED, stepIndex, at);
        };
    }

    private Standing moved(State to, int step, Instant at) {
        return new Standing(to, step, at, authors, List.of(), records, acts + 1);
    }

    private static Set<UUID> authors(Act submission, Set<UUID> known) {
        var all = new HashSet<>(known);
        all.addAll(submission.authors());
        if (submission.account() != null) {
            all.add(submission.account());
        }
        return all;
    }
}
