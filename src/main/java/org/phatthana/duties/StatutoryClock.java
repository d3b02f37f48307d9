package org.phatthana.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.phatthana.approvals.Approvals;
import org.phatthana.duties.reckoning.Reckoning;
import org.phatthana.people.Acting;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// What is due, who owes it, and what the public log proves. It keeps nothing: the same log on the same day gives
/// the same answer.
@Component
public class StatutoryClock {

    /// Years before this one are offered at most so many.
    private static final int YEARS_BACK = 30;

    private final Catalogue catalogue;
    private final LogFacts facts;
    private final Approvals approvals;
    private final Texts texts;
    private final Clock clock;

    StatutoryClock(Catalogue catalogue, LogFacts facts, Approvals approvals, Texts texts, Clock clock) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.approvals = approvals;
        this.texts = texts;
        this.clock = clock;
    }

    /// Whether the pack names any duty.
    public boolean hasDuties() {
        return !catalogue.duties().isEmpty();
    }

    public LocalDate today() {
        return Thailand.date(clock.instant());
    }

    /// The day on which the log begins: what fell due before is not held against anybody.
    public LocalDate began() {
        return facts.began(today());
    }

    /// The fiscal years that have something to show, the newest first.
    public List<FiscalYear> years() {
        var now = FiscalYear.containing(today());
        var oldest = facts.all().stream()
                .flatMap(fact -> fact.fields().entrySet().stream()
                        .filter(field -> catalogue.keys().contains(field.getKey()))
                        .flatMap(field -> Reckoning.year(field.getValue()).stream()))
                .reduce(FiscalYear.containing(began()), (one, other) -> one.compareTo(other) < 0 ? one : other);
        return IntStream.rangeClosed(
                        Math.max(oldest.buddhistEra(), now.buddhistEra() - YEARS_BACK), now.buddhistEra() + 1)
                .mapToObj(FiscalYear::new)
                .toList()
                .reversed();
    }

    /// What is due in a fiscal year; in the one that runs now also what is overdue from earlier ones.
    public List<Obligation> in(FiscalYear year) {
        var reckoning = reckoning();
        var now = FiscalYear.containing(today());
        var all = new ArrayList<Obligation>();
        if (year.equals(now)) {
            for (var earlier = FiscalYear.containing(began()); earlier.compareTo(now) < 0; earlier = earlier.plus(1)) {
                reckoning.in(earlier, catalogue.duties()).stream()
                        .filter(obligation -> obligation.state() == Obligation.State.OVERDUE)
                        .forEach(all::add);
            }
        }
        all.addAll(reckoning.in(year, catalogue.duties()));
        return all.stream()
                .sorted(Comparator.comparing(obligation -> obligation.state() != Obligation.State.OVERDUE))
                .toList();
    }

    /// What has a day, from the year in which the log begins to the one after this; nothing of sample data, nor
    /// what is not known.
    public List<Obligation> dated() {
        var reckoning = reckoning();
        return IntStream.rangeClosed(
                        FiscalYear.containing(began()).buddhistEra(),
                        FiscalYear.containing(today()).buddhistEra() + 1)
                .mapToObj(FiscalYear::new)
                .flatMap(year -> reckoning.in(year, catalogue.duties()).stream())
                .filter(obligation -> obligation.due().isPresent() && !obligation.sample())
                .filter(obligation -> obligation.state() != Obligation.State.NOT_KNOWN)
                .toList();
    }

    /// What somebody should see to now: what is overdue, then what is due soon.
    public List<Obligation> pressing(Acting who) {
        var now = FiscalYear.containing(today());
        return Stream.of(now, now.plus(1))
                .flatMap(year -> in(year).stream())
                .filter(obligation -> obligation.state().isPressing())
                .filter(obligation -> owes(obligation.duty().owes(), who))
                .toList();
    }

    private boolean owes(Owner owner, Acting who) {
        return switch (owner) {
            case Owner.ByRole(var role) -> who.has(role);
            case Owner.ByBody(var body) -> approvals.sitsOn(who, body);
        };
    }

    /// By when an act of a kind is due for a fiscal year, where a duty says so and its time has begun to run.
    public Optional<LocalDate> due(String act, FiscalYear year, boolean sample) {
        return catalogue.duties().stream()
                .filter(duty -> duty.isDoneBy(act))
                .flatMap(duty -> reckoning().of(duty, new Period.Year(year), sample).due().stream())
                .findFirst();
    }

    /// Who owes a duty, in words.
    public Localized owner(Owner owner) {
        return switch (owner) {
            case Owner.ByRole(var role) -> texts.everywhere(Message.of("people.capacity." + role.code()));
            case Owner.ByBody(var body) -> catalogue.bodies().getOrDefault(body, Localized.thai(body));
        };
    }

    /// What an obligation is about, in words.
    public Message about(Period period) {
        return switch (period) {
            case Period.Year(var year) -> Message.of("duties.about.year", year);
            case Period.Month(var month) -> Message.of("duties.about.month", month);
        };
    }

    private Reckoning reckoning() {
        return new Reckoning(facts.all(), began(), today());
    }
}
