package org.phatthana.approvals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody may do about a matter now.
///
/// @param behalf in whose name; null for their own
/// @param behalfName that person's name, empty for their own
/// @param isVote whether it is one vote among several rather than a decision
/// @param needsReason whether it is refused without a text
public record Possibility(
        Act.Kind kind, @Nullable UUID behalf, String behalfName, boolean isVote, boolean needsReason) {}
