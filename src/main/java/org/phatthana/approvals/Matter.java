package org.phatthana.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;

/// Something on its way to a decision, or decided.
///
/// @param route as it was when the matter was opened
/// @param state where it stands
/// @param stepIndex the step at which it stands or ended, from 0
/// @param since since when it stands there
/// @param due by when the present step is to be decided; none once it is closed
/// @param acts how many acts it has: what an [Ask] names as seen
public record Matter(
        UUID id,
        String kind,
        String subject,
        Localized title,
        String address,
        Route route,
        boolean isPublic,
        boolean sample,
        Instant openedAt,
        State state,
        int stepIndex,
        Instant since,
        @Nullable LocalDate due,
        int acts) {

    /// The step at which it stands or ended.
    public Step step() {
        return route.steps().get(stepIndex);
    }
}
