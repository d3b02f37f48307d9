package org.phatthana.approvals.rules;

import java.util.UUID;
import org.phatthana.approvals.Decider;
import org.phatthana.approvals.Office;
import org.phatthana.people.Role;

/// As what somebody may decide: their own role or seat, or one of somebody who has delegated it to them.
public sealed interface Duty {

    /// Whose it is: their own account, or the one in whose name they act.
    UUID holder();

    record InRole(Role role, UUID holder) implements Duty {}

    record OnBody(String body, Office office, UUID holder) implements Duty {}

    /// Whether it lets one decide, or vote, where such a one decides.
    default boolean fits(Decider decider) {
        return switch (decider) {
            case Decider.ByRole(var role) -> this instanceof InRole mine && mine.role == role;
            case Decider.ByVote vote -> this instanceof OnBody mine && mine.body.equals(vote.body());
            case Decider.ByOffice(var body, var oneOf) ->
                this instanceof OnBody mine && mine.body.equals(body) && oneOf.contains(mine.office);
        };
    }
}
