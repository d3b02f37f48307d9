package org.phatthana.files;

import java.util.Optional;
import org.phatthana.values.Localized;

/// How a file is to be kept.
///
/// @param title what it is, for readers; of a photograph also what is to be seen on it. Never a person's name where
///   the file is public: the public log tells it
/// @param isPublic whether everyone may open it, from now on and by an entry of the public log; otherwise the staff
///   alone and whoever handed it in
/// @param sample whether it is sample data
public record Filing(Optional<Localized> title, boolean isPublic, boolean sample) {

    public static Filing forEveryone(Localized title) {
        return new Filing(Optional.of(title), true, false);
    }

    public static Filing forTheStaff(Localized title) {
        return new Filing(Optional.of(title), false, false);
    }

    public Filing asSample() {
        return new Filing(title, isPublic, true);
    }
}
