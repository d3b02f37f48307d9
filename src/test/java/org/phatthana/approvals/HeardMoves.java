package org.phatthana.approvals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What an owning room hears, in the tests' stead.
@Component
class HeardMoves {

    private final List<MatterMoved> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile String failsAbout = "";

    @EventListener
    void moved(MatterMoved news) {
        if (news.subject().equals(failsAbout)) {
            throw new IllegalStateException("the owning room cannot");
        }
        heard.add(news);
    }

    void failAbout(String subject) {
        failsAbout = subject;
    }

    List<MatterMoved> of(Matter matter) {
        return heard.stream().filter(news -> news.matter().equals(matter.id())).toList();
    }
}
