package org.phatthana.people.accounts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;

/// Somebody's account, without its password.
///
/// @param userName what they type to sign in: small Latin letters, digits, `.`, `_`, `-`
/// @param enabled whether it may be used
/// @param hasPassword whether one can sign in with a password
/// @param mustChangePassword whether it still has a password that somebody else has seen
/// @param passwordExpiresAt until when such a password opens the account
public record Account(
        UUID id,
        String userName,
        String displayName,
        String email,
        String department,
        Set<Role> roles,
        boolean enabled,
        boolean hasPassword,
        boolean mustChangePassword,
        @Nullable Instant passwordExpiresAt,
        Instant createdAt) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /// Its address.
    public String address() {
        return "/people/" + id;
    }

    /// Its owner as the one who acts. As long as the password is not their own, they have no role.
    public Acting acting() {
        return new Acting(id, false, displayName, mustChangePassword ? Set.of() : roles, mustChangePassword);
    }
}
