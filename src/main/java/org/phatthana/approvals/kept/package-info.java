/// What the room keeps: matters and the acts on them, seats, delegations; and what the pack says.
@NullMarked
package org.phatthana.approvals.kept;

import org.jspecify.annotations.NullMarked;
