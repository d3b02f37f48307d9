package org.phatthana.notices.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells administrators when mail could not be sent.
@Component
class MailTrouble implements Waiting {

    /// What failed longer ago is only in the list.
    private static final Duration TOLD = Duration.ofDays(2);

    private final SentDigests sent;
    private final Texts texts;
    private final Clock clock;

    MailTrouble(SentDigests sent, Texts texts, Clock clock) {
        this.sent = sent;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        if (!who.has(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var failed = sent.failedSince(clock.instant().minus(TOLD));
        if (failed.isEmpty()) {
            return List.of();
        }
        return List.of(new Item(
                "notices.mail",
                texts.everywhere(Message.of("notices.trouble.kind")),
                texts.everywhere(Message.of("notices.trouble.title", failed.size())),
                texts.everywhere(Message.of("notices.trouble.task")),
                "/desk/mail",
                null,
                failed.getFirst().claimedAt()));
    }
}
