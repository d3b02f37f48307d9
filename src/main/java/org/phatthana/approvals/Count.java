package org.phatthana.approvals;

/// How a body voted.
///
/// @param result what follows: approve, return or reject
/// @param members how many sat on the body when the vote was closed
public record Count(Act.Kind result, int approving, int returning, int rejecting, int members) {

    /// How many votes were cast.
    public int cast() {
        return approving + returning + rejecting;
    }
}
