package org.phatthana.people.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Role;

/// A bearer token as it is kept: not itself, only what is known of it.
///
/// @param label what it is for
public record Token(
        UUID id,
        Role role,
        String label,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
