package org.phatthana.results;

import java.util.Map;
import org.phatthana.values.Message;

/// What became of saving a form.
public sealed interface FormOutcome {

    record Kept(FilledForm form) implements FormOutcome {}

    /// Somebody saved it meanwhile: nothing was stored, and theirs is told.
    record Stale(FilledForm newest) implements FormOutcome {}

    /// It cannot be kept so.
    ///
    /// @param faults by field; `form` for what is wrong with the whole
    record Refused(Map<String, Message> faults) implements FormOutcome {}
}
