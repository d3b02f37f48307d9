package org.phatthana.plan.operation;

import java.util.Map;
import org.phatthana.values.Message;

/// What became of saving an activity.
public sealed interface ActivityOutcome {

    record Kept(Activity activity) implements ActivityOutcome {}

    /// Somebody saved it meanwhile: nothing was stored, and theirs is told.
    record Stale(Activity newest) implements ActivityOutcome {}

    /// It cannot be kept so.
    ///
    /// @param faults by field; `name` for what is wrong with the whole
    record Refused(Map<String, Message> faults) implements ActivityOutcome {

        static Refused because(String key, Object... arguments) {
            return new Refused(Map.of("name", Message.of(key, arguments)));
        }
    }
}
