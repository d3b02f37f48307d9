package org.phatthana.approvals;

import org.phatthana.values.Message;

/// Thrown by a room that hears of a move ([MatterMoved]) which it cannot carry out: the act is refused with its
/// words, and nothing of it is kept.
public final class Objection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message why;

    public Objection(Message why) {
        super(why.key(), null, false, false);
        this.why = why;
    }

    public Message why() {
        return why;
    }
}
