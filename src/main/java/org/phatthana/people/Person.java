package org.phatthana.people;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Somebody with an account, as other rooms know them. What is told of them is for the staff, never for the public.
///
/// @param displayName as pages for the staff name them
/// @param email as an administrator wrote it, which nobody has verified; empty where there is none
/// @param roles what they may do at this moment
/// @param enabled whether their account may be used
/// @param mustChangePassword whether nothing is open to them yet
public record Person(
        UUID id,
        String displayName,
        String email,
        String department,
        Set<Role> roles,
        boolean enabled,
        boolean mustChangePassword) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final int MAX_EMAIL = 254;

    public Person {
        roles = Set.copyOf(roles);
    }

    /// Them as the one who acts, for what is worked out without a request of theirs.
    public Acting acting() {
        return new Acting(id, false, displayName, mustChangePassword ? Set.of() : roles, mustChangePassword);
    }

    /// Whether a text has the shape of an e-mail address.
    public static boolean looksLikeEmail(String text) {
        return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
    }

    /// Whether they work here, rather than use what is offered to citizens and partners.
    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isOfStaff);
    }
}
