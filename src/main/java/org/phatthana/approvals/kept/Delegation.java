package org.phatthana.approvals.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody does another's duties in their name for some time.
///
/// @param giver whose duties they are
/// @param receiver who does them
/// @param scope all of them, those of one role, or the seat on one body
/// @param of the role's code or the body's id; empty for all
/// @param until the last day
/// @param endedAt when it was taken back before that; none if it was not
public record Delegation(
        UUID id,
        UUID giver,
        UUID receiver,
        Scope scope,
        String of,
        LocalDate since,
        LocalDate until,
        String reason,
        @Nullable Instant endedAt) {

    public static final int MAX_DAYS = 366;
    public static final int MAX_REASON = 500;

    /// How much is delegated.
    public enum Scope {
        ALL,
        ROLE,
        BODY
    }

    public boolean holdsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(since) && !day.isAfter(until);
    }

    /// Whether it can still be taken back.
    public boolean isLiveOn(LocalDate day) {
        return endedAt == null && !day.isAfter(until);
    }

    boolean covers(Scope which, String name) {
        return scope == Scope.ALL || (scope == which && of.equals(name));
    }
}
