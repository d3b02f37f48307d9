package org.phatthana.works;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells owners which of their works are late, wait for the contract or have defects, and executives which
/// contracts wait for their signature.
@Component
class WorksWaiting implements Waiting {

    private static final String KIND = "works";

    private final Works works;
    private final WorkList list;
    private final Texts texts;

    WorksWaiting(Works works, WorkList list, Texts texts) {
        this.works = works;
        this.list = list;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        if (!who.has(Role.OFFICER) && !who.has(Role.EXECUTIVE)) {
            return List.of();
        }
        return works.all().stream()
                .flatMap(work -> task(work, who).map(task -> item(work, task)).stream())
                .limit(AT_MOST)
                .toList();
    }

    private Optional<String> task(Work work, Acting who) {
        var isOwner = work.owner().filter(who.id()::equals).isPresent();
        return Stream.of(
                        Optional.of("sign")
                                .filter(_ -> work.state() == WorkState.AWARDED && (isOwner || isToSign(work, who))),
                        Optional.of("late").filter(_ -> isOwner && work.isLate(list.today())),
                        Optional.of("defects")
                                .filter(_ -> isOwner && !work.openDefects().isEmpty()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Sample contracts are signed by nobody.
    private static boolean isToSign(Work work, Acting who) {
        return who.has(Role.EXECUTIVE) && !work.sample();
    }

    private Item item(Work work, String task) {
        return new Item(
                KIND,
                texts.everywhere(Message.of("works.title")),
                work.name(),
                texts.everywhere(Message.of("works.waiting." + task)),
                work.address(),
                work.ends().filter(_ -> work.state() == WorkState.WORKING).orElse(null),
                work.changedAt(),
                work.sample());
    }
}
