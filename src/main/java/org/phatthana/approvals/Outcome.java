package org.phatthana.approvals;

import org.phatthana.values.Message;

/// What came of an [Ask].
public sealed interface Outcome {

    /// @param matter as it stands now
    record Done(Matter matter) implements Outcome {}

    /// Nothing was changed.
    ///
    /// @param why for the reader, with what to do next
    record Refused(Message why) implements Outcome {}
}
