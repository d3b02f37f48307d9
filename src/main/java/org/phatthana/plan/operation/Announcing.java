package org.phatthana.plan.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.MatterMoved;
import org.phatthana.approvals.NewMatter;
import org.phatthana.approvals.Objection;
import org.phatthana.approvals.Outcome;
import org.phatthana.people.Acting;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends an operation plan along its route, whose end announces it: in one transaction with its entry in the public
/// log.
@Component
public class Announcing {

    /// The kind of matter that an operation plan is.
    public static final String KIND = "plan.operation";

    /// The public act that announces one.
    public static final String ANNOUNCED = "plan.operation-announced";

    private static final String ROUTE = "plan-operation";

    private final Approvals approvals;
    private final Operations operations;
    private final PublicLog log;
    private final Clock clock;

    Announcing(Approvals approvals, Operations operations, PublicLog log, Clock clock) {
        this.approvals = approvals;
        this.operations = operations;
        this.log = log;
        this.clock = clock;
    }

    /// Gives up an amendment that is being written.
    ///
    /// @return whether it is gone; not so where it is with those who approve it, or no amendment
    @Transactional
    public boolean discard(Operation operation) {
        var isReturned = approvals
                .find(KIND, operation.subject())
                .filter(matter -> !matter.state().isClosed());
        return isReturned.isEmpty() && operations.discard(operation);
    }

    /// Sends it to those who approve it, or again after it was returned.
    ///
    /// @return what stands against it; empty if it is on its way
    @Transactional
    public Optional<Message> send(Operation seen, Acting who) {
        var operation = operations.lock(seen).orElseThrow();
        if (!operation.isOpen()) {
            return Optional.of(Message.of("plan.operation.refused.closed"));
        }
        var objection = objection(operations.activities(operation));
        if (objection.isPresent()) {
            return objection;
        }
        var matter = new NewMatter(
                KIND,
                operation.subject(),
                operation.title(),
                operation.work(),
                ROUTE,
                Set.of(),
                true,
                operation.sample());
        return approvals.handIn(matter, who) instanceof Outcome.Refused(var why) ? Optional.of(why) : Optional.empty();
    }

    private static Optional<Message> objection(List<Activity> activities) {
        var unfinished = activities.stream()
                .filter(activity -> !activity.content().isWhole())
                .count();
        if (activities.isEmpty()) {
            return Optional.of(Message.of("plan.operation.refused.empty"));
        }
        return unfinished > 0
                ? Optional.of(Message.of("plan.operation.refused.unfinished", unfinished))
                : Optional.empty();
    }

    @EventListener
    void moved(MatterMoved moved) {
        if (!moved.kind().equals(KIND)) {
            return;
        }
        var parts = moved.subject().split("/");
        var operation = operations
                .lock(
                        parts[0],
                        new FiscalYear(Integer.parseInt(parts[1])),
                        parts.length > 2 ? Integer.parseInt(parts[2]) : 0)
                .filter(found -> !found.isAnnounced());
        if (operation.isEmpty()) {
            // Sample data was removed, and its matters end after it.
            return;
        }
        switch (moved.state()) {
            case OPEN -> operations.move(operation.get(), Operation.State.SUBMITTED);
            case RETURNED, WITHDRAWN, REJECTED -> operations.move(operation.get(), Operation.State.OPEN);
            case APPROVED -> announce(operation.get(), moved.capacity(), clock.instant());
        }
    }

    /// @param capacity the role in which it is announced
    /// @param from when it came into force
    void announce(Operation operation, String capacity, Instant from) {
        var activities = operations.activities(operation);
        objection(activities).ifPresent(why -> {
            throw new Objection(why);
        });
        operations.announce(operation, from);
        var content = new LinkedHashMap<String, Object>();
        content.put("plan", operation.plan());
        content.put("year", operation.year().buddhistEra());
        if (operation.isAmendment()) {
            content.put("amendment", operation.amendment());
            content.put("reason", operation.reason());
        }
        operation.ordinance().ifPresent(day -> content.put("ordinance", day.toString()));
        content.put("currency", "THB");
        content.put(
                "total",
                Money.sum(activities.stream()
                                .map(activity -> activity.content().budget())
                                .toList())
                        .toPlainString());
        content.put("activities", activities.stream().map(Announcing::fact).toList());
        log.append(new PublicAct(
                ANNOUNCED,
                operation.address(),
                capacity,
                Localized.of(
                        "ประกาศใช้%s: %,d กิจกรรม".formatted(operation.title().thai(), activities.size()),
                        "%s announced: %,d activities"
                                .formatted(operation.title().in(Language.ENGLISH), activities.size())),
                content,
                operation.sample()));
    }

    private static Map<String, Object> fact(Activity activity) {
        var content = activity.content();
        var fact = new LinkedHashMap<String, Object>();
        fact.put("name", content.name());
        activity.project().ifPresent(project -> fact.put("project", project));
        fact.put("budget", content.budget().toPlainString());
        fact.put("department", content.department());
        fact.put("months", content.months());
        return fact;
    }
}
