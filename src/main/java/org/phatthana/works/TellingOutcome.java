package org.phatthana.works;

import java.util.Map;
import org.phatthana.values.Message;

/// What became of a fact that somebody wanted to tell.
public sealed interface TellingOutcome {

    /// It stands, with its money and its entry in the public log.
    ///
    /// @param again whether it had been told before by the same form, and nothing was told now
    record Kept(String work, boolean again) implements TellingOutcome {}

    /// Nothing of it was kept.
    ///
    /// @param faults what stands against it, by the field of the form; `form` for all of it
    record Refused(Map<String, Message> faults) implements TellingOutcome {}
}
