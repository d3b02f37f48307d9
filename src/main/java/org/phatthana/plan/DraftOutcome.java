package org.phatthana.plan;

import java.util.Map;
import org.phatthana.values.Message;

/// What became of saving a draft.
public sealed interface DraftOutcome {

    /// It is kept.
    record Kept(Draft draft) implements DraftOutcome {}

    /// Somebody saved it meanwhile: nothing was stored, and theirs is told.
    record Stale(Draft newest) implements DraftOutcome {}

    /// It cannot be kept so.
    ///
    /// @param faults by field; `draft` for what is wrong with the whole
    record Refused(Map<String, Message> faults) implements DraftOutcome {

        static Refused because(String key, Object... arguments) {
            return new Refused(Map.of("draft", Message.of(key, arguments)));
        }
    }
}
