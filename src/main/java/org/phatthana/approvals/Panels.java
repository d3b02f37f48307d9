package org.phatthana.approvals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.kept.Catalogue;
import org.phatthana.approvals.kept.Duties;
import org.phatthana.approvals.rules.Asker;
import org.phatthana.approvals.rules.Duty;
import org.phatthana.approvals.rules.Rules;
import org.phatthana.approvals.rules.Ruling;
import org.phatthana.approvals.rules.Standing;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// Makes panels: of what a matter is, as much as their reader may see. What they may do is found by asking the
/// rules.
@Component
class Panels {

    private static final List<Act.Kind> OFFERED = List.of(
            Act.Kind.APPROVE,
            Act.Kind.RETURN,
            Act.Kind.REJECT,
            Act.Kind.CLOSE_VOTE,
            Act.Kind.SUBMIT,
            Act.Kind.WITHDRAW,
            Act.Kind.COMMENT);

    private final Catalogue catalogue;
    private final Duties duties;
    private final Directory directory;

    Panels(Catalogue catalogue, Duties duties, Directory directory) {
        this.catalogue = catalogue;
        this.duties = duties;
        this.directory = directory;
    }

    /// The panel, empty where its reader may not see it.
    ///
    /// @param asker the reader, if they have signed in
    /// @param isStaff whether they work here
    Optional<Panel> panel(Matter matter, List<Act> history, Optional<Asker> asker, boolean isStaff, LocalDate today) {
        var standing = Standing.of(matter.route(), history);
        var seesAll = isStaff
                || asker.filter(who -> Rules.takesPart(matter.route(), standing, who))
                        .isPresent();
        if (!seesAll && !matter.isPublic()) {
            return Optional.empty();
        }
        var due = matter.due();
        return Optional.of(new Panel(
                matter,
                stages(matter, history),
                asker.map(who -> may(matter, history, who)).orElse(List.of()),
                asker.flatMap(who -> hint(matter, standing, who)).orElse(null),
                seesAll ? missing(matter, standing, asker) : List.of(),
                seesAll ? history : List.of(),
                seesAll ? names(history) : Map.of(),
                catalogue.bodiesById(),
                seesAll ? votes(matter, standing, today) : null,
                !seesAll || due == null ? null : (int) ChronoUnit.DAYS.between(today, due),
                null,
                Map.of()));
    }

    /// What somebody may do: for themselves, and in the name of each who has delegated it to them.
    List<Possibility> may(Matter matter, List<Act> history, Asker asker) {
        var standing = Standing.of(matter.route(), history);
        var holders = Stream.concat(
                        Stream.of(asker.account()), asker.duties().stream().map(Duty::holder))
                .distinct()
                .toList();
        var names = directory.find(holders);
        var possible = new ArrayList<Possibility>();
        for (var kind : OFFERED) {
            for (var holder : holders) {
                var behalf = holder.equals(asker.account()) ? null : holder;
                var isDecision = kind.isDecision() || kind == Act.Kind.CLOSE_VOTE;
                if ((behalf == null || isDecision) && isAccepted(matter, standing, asker, kind, behalf, "x")) {
                    possible.add(new Possibility(
                            kind,
                            behalf,
                            behalf == null ? "" : name(names, behalf),
                            kind.isDecision() && matter.step().decider() instanceof Decider.ByVote,
                            !isAccepted(matter, standing, asker, kind, behalf, "")));
                }
            }
        }
        return possible;
    }

    private static boolean isAccepted(
            Matter matter, Standing standing, Asker asker, Act.Kind kind, @Nullable UUID behalf, String text) {
        var ask = new Ask(kind, text, behalf, Set.of(), null, standing.acts());
        return Rules.rule(matter.route(), standing, asker, ask, standing.since()) instanceof Ruling.Accepted;
    }

    /// Why somebody whose turn it would be cannot approve.
    private static Optional<Message> hint(Matter matter, Standing standing, Asker asker) {
        var fits =
                asker.duties().stream().anyMatch(duty -> duty.fits(matter.step().decider()));
        var ask = Ask.of(Act.Kind.APPROVE, "", standing.acts());
        return fits
                        && matter.state() == State.OPEN
                        && Rules.rule(matter.route(), standing, asker, ask, standing.since())
                                instanceof Ruling.Refused(var why)
                        && !why.key().equals("approvals.refused.not-yours")
                ? Optional.of(why)
                : Optional.empty();
    }

    /// The records that the route asks for, that are not there, and that the reader may write.
    private List<RecordKind> missing(Matter matter, Standing standing, Optional<Asker> asker) {
        var mayWrite = asker.filter(who -> standing.authors().contains(who.account())
                        || who.duties().stream()
                                .anyMatch(duty -> duty.holder().equals(who.account())
                                        && duty.fits(matter.step().decider())))
                .isPresent();
        return !mayWrite || matter.state().isClosed()
                ? List.of()
                : matter.route().steps().stream()
                        .map(Step::record)
                        .filter(record ->
                                !record.isEmpty() && !standing.records().contains(record))
                        .distinct()
                        .flatMap(record -> catalogue.record(record).stream())
                        .toList();
    }

    private Panel.@Nullable Votes votes(Matter matter, Standing standing, LocalDate today) {
        if (matter.state() != State.OPEN
                || !(matter.step().decider() instanceof Decider.ByVote(var body, var quorum))) {
            return null;
        }
        var members = duties.seats(matter.route(), today)
                .getOrDefault(body, List.of())
                .size();
        return new Panel.Votes(standing.votes().size(), members, quorum.needed(members));
    }

    private Map<UUID, String> names(List<Act> history) {
        var accounts = history.stream()
                .flatMap(act -> Stream.of(Optional.ofNullable(act.account()), Optional.ofNullable(act.behalf())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        var names = new HashMap<UUID, String>();
        directory.find(accounts).forEach((id, person) -> names.put(id, person.displayName()));
        return names;
    }

    private static String name(Map<UUID, Person> people, UUID id) {
        var person = people.get(id);
        return person == null ? "" : person.displayName();
    }

    /// The steps, with what became of each since the last submission.
    private List<Panel.Stage> stages(Matter matter, List<Act> history) {
        var moves = new HashMap<String, Act>();
        for (var act : history) {
            if (act.kind() == Act.Kind.SUBMIT) {
                moves.clear();
            } else if (act.kind() != Act.Kind.COMMENT && act.kind() != Act.Kind.RECORD) {
                moves.put(act.step(), act); // the last one at a step is the one that ended it
            }
        }
        var stages = new ArrayList<Panel.Stage>();
        var steps = matter.route().steps();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var state = i < matter.stepIndex()
                    ? "done"
                    : i > matter.stepIndex() ? "next" : matter.state() == State.OPEN ? "now" : endOf(matter);
            var move = state.equals("now") || state.equals("next") ? null : moves.get(step.id());
            stages.add(new Panel.Stage(
                    step.name(),
                    who(step.decider()),
                    state,
                    move == null ? null : Thailand.date(move.at()),
                    state.equals("now") ? matter.due() : null,
                    move == null ? null : move.count()));
        }
        return stages;
    }

    private static String endOf(Matter matter) {
        return matter.state() == State.APPROVED ? "done" : matter.state().code();
    }

    private Message who(Decider decider) {
        return switch (decider) {
            case Decider.ByRole(var role) -> Message.of("people.capacity." + role.code());
            case Decider.ByVote vote ->
                Message.of("approvals.by-vote", body(vote.body()).name());
            case Decider.ByOffice(var body, var oneOf) -> {
                var offices = oneOf.stream()
                        .sorted()
                        .map(office -> Message.of("approvals.office." + office.code()))
                        .toList();
                yield offices.size() == 2
                        ? Message.of(
                                "approvals.by-two",
                                offices.get(0),
                                offices.get(1),
                                body(body).name())
                        : Message.of(
                                "approvals.by-one", offices.get(0), body(body).name());
            }
        };
    }

    private Body body(String id) {
        return Objects.requireNonNull(catalogue.bodiesById().get(id), id);
    }
}
