package org.phatthana.plan.operation;

import java.util.List;
import org.phatthana.duties.Obligation;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells planners which operation plans are to be written and sent, and by when; not those of which the statutory
/// clock tells them.
@Component
class OperationsWaiting implements Waiting {

    private final Operations operations;
    private final StatutoryClock clock;
    private final Texts texts;

    OperationsWaiting(Operations operations, StatutoryClock clock, Texts texts) {
        this.operations = operations;
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        if (!who.has(Role.PLANNER)) {
            return List.of();
        }
        var told = clock.pressing(who).stream()
                .filter(obligation -> obligation.duty().isDoneBy(Announcing.ANNOUNCED))
                .map(Obligation::address)
                .toList();
        return operations.all().stream()
                .filter(Operation::isOpen)
                .filter(operation -> !told.contains(operation.work()))
                .limit(AT_MOST)
                .map(this::item)
                .toList();
    }

    private Item item(Operation operation) {
        return new Item(
                Announcing.KIND,
                texts.everywhere(Message.of("plan.operation.title")),
                operation.title(),
                texts.everywhere(Message.of("plan.operation.task")),
                operation.work(),
                clock.due(Announcing.ANNOUNCED, operation.year(), operation.sample())
                        .orElse(null),
                operation.openedAt(),
                operation.sample());
    }
}
