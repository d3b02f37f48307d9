package org.phatthana.budget.transfers;

import java.util.List;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.State;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells budget officers which transfers are still to be sent; of those that were returned the matter itself tells.
@Component
class TransfersWaiting implements Waiting {

    private final Transfers transfers;
    private final Approvals approvals;
    private final Texts texts;

    TransfersWaiting(Transfers transfers, Approvals approvals, Texts texts) {
        this.transfers = transfers;
        this.approvals = approvals;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        if (!who.has(Role.BUDGET_OFFICER)) {
            return List.of();
        }
        return transfers.open().stream()
                .filter(transfer -> approvals
                        .find(Transferring.KIND, transfer.id())
                        .filter(matter -> matter.state() == State.RETURNED)
                        .isEmpty())
                .limit(AT_MOST)
                .map(transfer -> new Item(
                        Transferring.KIND,
                        texts.everywhere(Message.of("budget.transfers.title", transfer.year())),
                        transfer.title(),
                        texts.everywhere(Message.of("budget.transfer.task")),
                        transfer.address(),
                        null,
                        transfer.createdAt(),
                        transfer.sample()))
                .toList();
    }
}
