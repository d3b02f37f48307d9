package org.phatthana.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who acts in this request or command: an account whose owner has signed in, or a bearer token.
///
/// Its roles are those of this moment, not of the sign-in: they are read anew for every request.
///
/// @param id of the account or token
/// @param byToken whether a token acts rather than a person
/// @param displayName as a page greets them; for a token its label. Never for the public log.
/// @param roles what they may do; empty as long as an initial password has not been changed
/// @param mustChangePassword whether nothing else is open to them yet
public record Acting(UUID id, boolean byToken, String displayName, Set<Role> roles, boolean mustChangePassword)
        implements AuthenticatedPrincipal {

    /// Where nobody has signed in.
    public static final String NOBODY = "nobody";

    /// The capacity of an account's owner who has not chosen a password of their own yet.
    public static final String INITIAL = "initial";

    /// The capacity of whoever runs a command on the server itself.
    public static final String COMMAND = "command";

    public Acting {
        roles = Set.copyOf(roles);
    }

    /// Who acts, empty where nobody has signed in and for the program itself.
    public static Optional<Acting> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Acting acting
                ? Optional.of(acting)
                : Optional.empty();
    }

    /// What stands for them where they are kept as the owner of something: never a person's name.
    @Override
    public String getName() {
        return id.toString();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// The capacity in which they do something, as the public log writes it: the first of the roles that may do it
    /// and that they have.
    ///
    /// @param entitled the roles that may do it, the most fitting first
    /// @throws IllegalStateException if they have none of them: then the table of routes lets in too many
    public String capacity(Role... entitled) {
        return List.of(entitled).stream()
                .filter(roles::contains)
                .findFirst()
                .map(Role::code)
                .orElseThrow(() -> new IllegalStateException("Who acts has none of the roles " + List.of(entitled)));
    }

    /// The capacity of whoever acts where no role in particular is asked for: the weightiest that they have,
    /// `initial` as long as an initial password is all they have, `nobody` without any role.
    public String capacity() {
        if (mustChangePassword) {
            return INITIAL;
        }
        return roles.stream()
                .max(java.util.Comparator.naturalOrder())
                .map(Role::code)
                .orElse(NOBODY);
    }
}
