package org.phatthana.approvals;

import java.time.Instant;
import java.util.UUID;

/// A matter was handed in, or has come to another step or state. It is published inside the transaction of the act
/// that moved it, so that the owning room's answer lands with it or not at all: an exception in a listener undoes
/// both, and an [Objection] says why.
///
/// @param subject the owning room's own word for it
/// @param state where it stands now
/// @param step the id of the step at which it stands or ended
/// @param capacity in which capacity that was decided: a role's code, `committee`
/// @param sample whether it is sample data
public record MatterMoved(
        UUID matter,
        String kind,
        String subject,
        State state,
        String step,
        Instant at,
        String capacity,
        boolean sample) {}
