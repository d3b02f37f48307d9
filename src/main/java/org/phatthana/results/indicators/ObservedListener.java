package org.phatthana.results.indicators;

import java.util.Optional;
import org.phatthana.registers.ObservationsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Moves the sums that are kept by what is recorded, inside its transaction.
@Component
class ObservedListener {

    private final Sums sums;

    ObservedListener(Sums sums) {
        this.sums = sums;
    }

    @EventListener
    void changed(ObservationsChanged changed) {
        sums.kept()
                .change(
                        changed.changes().stream()
                                .map(change -> new GrowingRows.Change(
                                        change.after().series(),
                                        change.before()
                                                .filter(before -> !before.withdrawn())
                                                .map(ObservedRows::placed),
                                        change.after().withdrawn()
                                                ? Optional.empty()
                                                : Optional.of(ObservedRows.placed(change.after())))),
                        changed.newestBefore(),
                        changed.newest());
    }
}
