package org.phatthana.plan.operation;

import java.util.List;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells planners which operation plans are to be written and sent, and by when.
@Component
class OperationsWaiting implements Waiting {

    private final Operations operations;
    private final Texts texts;

    OperationsWaiting(Operations operations, Texts texts) {
        this.operations = operations;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        return who.has(Role.PLANNER)
                ? operations.all().stream()
                        .filter(Operation::isOpen)
                        .limit(AT_MOST)
                        .map(this::item)
                        .toList()
                : List.of();
    }

    private Item item(Operation operation) {
        return new Item(
                Announcing.KIND,
                texts.everywhere(Message.of("plan.operation.title")),
                Announcing.title(operation.year()),
                texts.everywhere(Message.of("plan.operation.task")),
                operation.work(),
                operation.due().orElse(null),
                operation.openedAt(),
                operation.sample());
    }
}
