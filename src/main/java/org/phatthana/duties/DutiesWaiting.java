package org.phatthana.duties;

import java.util.List;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Puts what is overdue or due soon by law on the desks of those who owe it.
@Component
class DutiesWaiting implements Waiting {

    private static final String KIND = "duties.due";

    private final StatutoryClock clock;
    private final Texts texts;

    DutiesWaiting(StatutoryClock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        return clock.pressing(who).stream().limit(AT_MOST).map(this::item).toList();
    }

    private Item item(Obligation obligation) {
        var due = obligation.due().orElseThrow();
        var since = obligation
                .start()
                .map(Obligation.Evidence::at)
                .orElseGet(() -> due.minusDays(obligation.duty().soonDays())
                        .atStartOfDay(Thailand.ZONE)
                        .toInstant());
        return new Item(
                KIND,
                texts.everywhere(Message.of("duties.title")),
                title(obligation),
                texts.everywhere(Message.of("duties.task", obligation.duty().basis())),
                obligation.address(),
                due,
                since,
                obligation.sample());
    }

    private Localized title(Obligation obligation) {
        return texts.everywhere(Message.of("duties.of", obligation.duty().name(), clock.about(obligation.period())));
    }
}
