package org.phatthana.approvals;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.phatthana.approvals.kept.KeptMatter;
import org.phatthana.approvals.kept.Matters;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells the desk which matters wait for whom, and where those stand that somebody has handed in.
@Component
class MattersWaiting implements Waiting {

    /// What has ended is shown to its authors this long.
    private static final Duration ENDED_SHOWN = Duration.ofDays(30);

    private final Approvals approvals;
    private final Matters matters;
    private final Texts texts;
    private final Clock clock;

    MattersWaiting(Approvals approvals, Matters matters, Texts texts, Clock clock) {
        this.approvals = approvals;
        this.matters = matters;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        return approvals.waitingFor(who).stream()
                .map(matter -> new Item(
                        matter.kind(),
                        matter.route().name(),
                        matter.title(),
                        matter.state() == State.RETURNED
                                ? texts.everywhere(Message.of("approvals.desk.revise"))
                                : matter.step().name(),
                        matter.address(),
                        matter.due(),
                        matter.since()))
                .toList();
    }

    @Override
    public List<Sent> sentBy(Acting who) {
        return matters.draftedBy(who.id(), clock.instant().minus(ENDED_SHOWN), AT_MOST).stream()
                .map(KeptMatter::matter)
                .map(matter -> new Sent(
                        matter.title(),
                        matter.address(),
                        matter.state() == State.OPEN
                                ? Message.of(
                                        "approvals.desk.open", matter.step().name())
                                : Message.of("approvals.state." + matter.state().code()),
                        matter.since(),
                        matter.state().isClosed()))
                .toList();
    }
}
