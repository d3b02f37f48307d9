package org.phatthana.approvals.rules;

import java.util.List;
import org.phatthana.approvals.Act;
import org.phatthana.values.Message;

/// What the rules say to something that somebody wants to do.
public sealed interface Ruling {

    /// @param acts what is appended: the act, and the closing of a vote where it was the last one
    /// @param standing where the matter stands then
    record Accepted(List<Act> acts, Standing standing) implements Ruling {}

    record Refused(Message why) implements Ruling {}
}
