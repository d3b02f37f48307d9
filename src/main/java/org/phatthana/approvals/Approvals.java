package org.phatthana.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.approvals.kept.Catalogue;
import org.phatthana.approvals.kept.Duties;
import org.phatthana.approvals.kept.KeptMatter;
import org.phatthana.approvals.kept.MatterActs;
import org.phatthana.approvals.kept.Matters;
import org.phatthana.approvals.rules.Duty;
import org.phatthana.approvals.rules.Rules;
import org.phatthana.approvals.rules.Ruling;
import org.phatthana.approvals.rules.Standing;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The matters that are to be decided, for the rooms that own them.
///
/// A room opens a matter, shows its panel, and hears of its moves by [MatterMoved]; what people do about it arrives
/// at this room's own pages.
@Component
public class Approvals {

    private static final String PROGRAM = "pack";

    private final Catalogue catalogue;
    private final Matters matters;
    private final MatterActs acts;
    private final Duties duties;
    private final Announcements announcements;
    private final Panels panels;
    private final Clock clock;

    Approvals(
            Catalogue catalogue,
            Matters matters,
            MatterActs acts,
            Duties duties,
            Announcements announcements,
            Panels panels,
            Clock clock) {
        this.catalogue = catalogue;
        this.matters = matters;
        this.acts = acts;
        this.duties = duties;
        this.announcements = announcements;
        this.panels = panels;
        this.clock = clock;
    }

    /// The routes of the pack, as matters that are opened now get them.
    public List<Route> routes() {
        return catalogue.routes();
    }

    /// The committees of the pack.
    public List<Body> bodies() {
        return catalogue.bodies();
    }

    /// Whether somebody sits on a committee today, themselves or in the name of whoever has delegated it to them.
    public boolean sitsOn(Acting who, String body) {
        return duties.of(who, today()).stream()
                .anyMatch(
                        duty -> duty instanceof Duty.OnBody seat && seat.body().equals(body));
    }

    /// Hands a matter in, or again if it was returned, in the caller's transaction. Whoever does so is one of its
    /// authors, also where others had handed it in before; whether they may is for the owning room to say.
    ///
    /// @throws IllegalArgumentException if the pack has no such route
    /// @throws IllegalStateException if there is a matter about the same that is on its way
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome handIn(NewMatter matter, Acting who) {
        var returned = find(matter.kind(), matter.subject()).filter(found -> found.state() == State.RETURNED);
        if (returned.isEmpty()) {
            return new Outcome.Done(open(matter));
        }
        var authors = new HashSet<>(matter.authors());
        authors.add(who.id());
        var ask =
                new Ask(Act.Kind.SUBMIT, "", null, authors, null, returned.get().acts());
        return act(returned.get().id(), who, ask);
    }

    /// Hands a new matter in, in the caller's transaction. Whoever acts now is one of its authors.
    ///
    /// @throws IllegalArgumentException if the pack has no such route
    /// @throws IllegalStateException if there is a matter about the same that is not closed
    @Transactional(propagation = Propagation.MANDATORY)
    public Matter open(NewMatter matter) {
        var route = catalogue
                .route(matter.route())
                .orElseThrow(
                        () -> new IllegalArgumentException("approvals.yaml has no route «" + matter.route() + "»"));
        find(matter.kind(), matter.subject()).ifPresent(earlier -> {
            if (!earlier.state().isClosed()) {
                throw new IllegalStateException("There is a matter about %s %s already: %s"
                        .formatted(matter.kind(), matter.subject(), earlier.id()));
            }
        });
        var who = Acting.current().filter(one -> !one.byToken());
        var act = new Act(
                1,
                now(),
                Act.Kind.SUBMIT,
                route.steps().getFirst().id(),
                who.map(Acting::id).orElse(null),
                null,
                Acting.current().map(Acting::capacity).orElse(PROGRAM),
                "",
                null,
                "",
                matter.authors(),
                null,
                null);
        var id = UUID.randomUUID();
        matters.add(id, matter, route, Standing.of(route, List.of(act)));
        acts.append(id, act);
        var opened = get(id).matter();
        announcements.opened(opened, act);
        return opened;
    }

    /// Does what somebody asks for, if the rules let them. Of two at the same time the second is refused with what
    /// to do, and nothing of either is lost.
    ///
    /// @throws java.util.NoSuchElementException if there is no such matter
    @Transactional
    public Outcome act(UUID id, Acting who, Ask ask) {
        var matter = matters.lock(id).orElseThrow().matter();
        var history = acts.of(id);
        var asker = duties.asker(who, matter.route(), today());
        return switch (Rules.rule(matter.route(), history, asker, ask, now())) {
            case Ruling.Refused(var why) -> new Outcome.Refused(why);
            case Ruling.Accepted(var appended, var standing) -> {
                try {
                    yield new Outcome.Done(keep(matter, Standing.of(matter.route(), history), appended, standing));
                } catch (Objection objection) {
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                    yield new Outcome.Refused(objection.why());
                }
            }
        };
    }

    /// Withdraws all sample matters that are not over, in the caller's transaction, when sample data goes.
    ///
    /// @param capacity of whoever removes the sample data
    /// @return how many there were
    @Transactional(propagation = Propagation.MANDATORY)
    public int withdrawSamples(String capacity) {
        var samples = matters.openSamples();
        for (var id : samples) {
            var matter = matters.lock(id).orElseThrow().matter();
            var history = acts.of(id);
            var act = new Act(
                    history.size() + 1,
                    now(),
                    Act.Kind.WITHDRAW,
                    matter.step().id(),
                    null,
                    null,
                    capacity,
                    "",
                    null,
                    "",
                    Set.of(),
                    null,
                    null);
            var all = new ArrayList<>(history);
            all.add(act);
            keep(matter, Standing.of(matter.route(), history), List.of(act), Standing.of(matter.route(), all));
        }
        return samples.size();
    }

    private Matter keep(Matter before, Standing stood, List<Act> appended, Standing stands) {
        appended.forEach(act -> acts.append(before.id(), act));
        matters.move(before.id(), before.route(), stands);
        var after = get(before.id()).matter();
        if (stood.state() != stands.state() || stood.stepIndex() != stands.stepIndex()) {
            announcements.moved(before, after, appended.getLast());
        }
        return after;
    }

    public Optional<Matter> find(UUID id) {
        return matters.find(id).map(KeptMatter::matter);
    }

    /// The newest matter about a subject.
    public Optional<Matter> find(String kind, String subject) {
        return Optional.ofNullable(find(kind, List.of(subject)).get(subject));
    }

    /// The newest matter about each of some subjects, by subject.
    public Map<String, Matter> find(String kind, Collection<String> subjects) {
        return matters.newest(kind, subjects).stream()
                .map(KeptMatter::matter)
                .collect(Collectors.toMap(Matter::subject, Function.identity()));
    }

    /// The acts of a matter, the oldest first. They name accounts, so that they are for the staff alone.
    public List<Act> history(UUID matter) {
        return acts.of(matter);
    }

    /// What somebody may do about a matter now.
    public List<Possibility> may(UUID matter, Acting who) {
        var found = get(matter).matter();
        return panels.may(found, acts.of(matter), duties.asker(who, found.route(), today()));
    }

    /// What waits for somebody: to decide, or to revise what was returned to them. What is due first comes before
    /// the rest.
    public List<Matter> waitingFor(Acting who) {
        var mine = duties.of(who, today());
        var roles = new ArrayList<String>();
        var bodies = new ArrayList<String>();
        for (var duty : mine) {
            if (duty instanceof Duty.InRole one) {
                roles.add(one.role().code());
            } else if (duty instanceof Duty.OnBody one) {
                bodies.add(one.body());
            }
        }
        return matters.waiting(who.id(), roles, bodies, 2 * Waiting.AT_MOST).stream()
                .filter(kept -> kept.matter().state() == State.RETURNED || waits(kept, mine))
                .map(KeptMatter::matter)
                .limit(Waiting.AT_MOST)
                .toList();
    }

    private static boolean waits(KeptMatter kept, List<Duty> duties) {
        return duties.stream()
                .anyMatch(duty -> duty.fits(kept.matter().step().decider())
                        && !kept.authors().contains(duty.holder())
                        && !kept.voted().contains(duty.holder()));
    }

    /// The panel of the newest matter about a subject, as a reader may see it: empty where there is none, or where
    /// it is not public and the reader has no part in it.
    public Optional<Panel> panel(String kind, String subject, Optional<Acting> reader) {
        return find(kind, subject).flatMap(matter -> panel(matter, reader));
    }

    /// The panel of a matter, as a reader may see it.
    public Optional<Panel> panel(Matter matter, Optional<Acting> reader) {
        return panels.panel(
                matter,
                acts.of(matter.id()),
                reader.map(who -> duties.asker(who, matter.route(), today())),
                reader.stream().flatMap(who -> who.roles().stream()).anyMatch(Role::isOfStaff),
                today());
    }

    private KeptMatter get(UUID id) {
        return matters.find(id).orElseThrow();
    }

    private LocalDate today() {
        return Thailand.date(clock.instant());
    }

    /// As the database keeps it, so that a replay is the same after reading.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
