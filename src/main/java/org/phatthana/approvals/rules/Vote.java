package org.phatthana.approvals.rules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Count;
import org.phatthana.approvals.Office;
import org.phatthana.approvals.Step;

/// One vote of a body's member.
///
/// @param holder whose vote it is
/// @param caster who cast it: the member, or the one to whom they had delegated it
/// @param choice approve, return or reject
public record Vote(UUID holder, UUID caster, @Nullable Office office, Act.Kind choice) {

    /// How a vote ends. What has more than half of the votes cast is the result; of two equal halves the chair's. A
    /// matter that is not approved is sent back where the step lets it be, and otherwise rejected.
    static Count count(Step step, List<Vote> votes, int members) {
        var approving = count(votes, Act.Kind.APPROVE);
        var returning = count(votes, Act.Kind.RETURN);
        var rejecting = count(votes, Act.Kind.REJECT);
        Act.Kind result;
        if (wins(Act.Kind.APPROVE, approving, votes)) {
            result = Act.Kind.APPROVE;
        } else if (wins(Act.Kind.REJECT, rejecting, votes) || !step.mayReturn()) {
            result = Act.Kind.REJECT;
        } else {
            result = Act.Kind.RETURN;
        }
        return new Count(result, approving, returning, rejecting, members);
    }

    private static boolean wins(Act.Kind choice, int number, List<Vote> votes) {
        return 2 * number > votes.size()
                || (2 * number == votes.size()
                        && votes.stream().anyMatch(vote -> vote.office == Office.CHAIR && vote.choice == choice));
    }

    private static int count(List<Vote> votes, Act.Kind choice) {
        return (int) votes.stream().filter(vote -> vote.choice == choice).count();
    }
}
