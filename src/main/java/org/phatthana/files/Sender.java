package org.phatthana.files;

import java.util.Optional;
import java.util.UUID;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;

/// Who hands a file in, publishes or withdraws it.
///
/// @param account theirs, or the token's; empty for citizens who have not signed in and for the program itself
/// @param capacity in which they do, as the public log writes it
/// @param isOfStaff whether they work here: then the place and time that the camera wrote into a photograph are
///   kept
///   as facts about the work; those of anybody else tell where somebody lives, and are dropped
public record Sender(Optional<UUID> account, String capacity, boolean isOfStaff) {

    /// Somebody who has not signed in.
    public static final Sender CITIZEN = new Sender(Optional.empty(), Role.CITIZEN.code(), false);

    /// The program itself, with the organization's first data or with sample data.
    public static final Sender PACK = new Sender(Optional.empty(), "pack", true);

    /// Whoever acts, in a capacity that the calling room has found fitting.
    public static Sender of(Acting who, String capacity) {
        return new Sender(Optional.of(who.id()), capacity, isOfStaff(who));
    }

    /// Whoever acts, in the weightiest of their capacities.
    public static Sender of(Acting who) {
        return of(who, who.capacity());
    }

    static boolean isOfStaff(Acting who) {
        return who.roles().stream().anyMatch(Role::isOfStaff);
    }
}
