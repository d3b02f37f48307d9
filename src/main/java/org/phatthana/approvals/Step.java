package org.phatthana.approvals;

import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;

/// One step of a route.
///
/// @param id for example `check`
/// @param name what is decided
/// @param decider who decides it
/// @param dueDays within so many days after the matter has come to this step
/// @param mayReturn whether the matter may be sent back for revision
/// @param rejection what a rejection here is called, for example เกินศักยภาพ; none where it may not be rejected
/// @param record the kind of record that must be there before the step can be passed; empty for none
public record Step(
        String id,
        Localized name,
        Decider decider,
        int dueDays,
        boolean mayReturn,
        @Nullable Localized rejection,
        String record) {

    static final int MAX_DAYS = 366;

    public Step {
        if (dueDays < 1 || dueDays > MAX_DAYS) {
            throw new IllegalArgumentException(
                    "Step %s is due in 1 to %d days, not %d".formatted(id, MAX_DAYS, dueDays));
        }
        if (decider instanceof Decider.ByVote && !mayReturn && rejection == null) {
            throw new IllegalArgumentException(
                    "Step %s is decided by vote, so that there must be a way to vote against it".formatted(id));
        }
    }

    public boolean mayReject() {
        return rejection != null;
    }
}
