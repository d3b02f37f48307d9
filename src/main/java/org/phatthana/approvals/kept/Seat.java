package org.phatthana.approvals.kept;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Office;

/// Somebody's seat on a body.
///
/// @param until its last day; none as long as nobody has ended it
public record Seat(
        UUID id,
        String body,
        UUID account,
        Office office,
        LocalDate since,
        @Nullable LocalDate until) {

    public boolean isTakenOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
