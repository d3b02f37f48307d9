package org.phatthana.strategy;

import org.phatthana.values.Localized;

/// One of the organization's goals.
///
/// @param id for example `G8`
/// @param mission the id of the mission that it belongs to
/// @param name short, as a card shows it
/// @param text what is to be reached
public record Goal(String id, String mission, Localized name, Localized text) {

    public Goal {
        if (!id.matches("G\\d{1,2}")) {
            throw new IllegalArgumentException("A goal has an id such as G1, not " + id);
        }
    }
}
