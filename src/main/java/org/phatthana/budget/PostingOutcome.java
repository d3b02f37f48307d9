package org.phatthana.budget;

import java.util.List;

/// What became of a posting.
public sealed interface PostingOutcome {

    /// It is entered, durably.
    ///
    /// @param again whether it had been entered before under the same key, and nothing was entered now
    record Posted(List<PostedTransaction> transactions, boolean again) implements PostingOutcome {

        public Posted {
            transactions = List.copyOf(transactions);
        }
    }

    /// Nothing was entered.
    record Refused(Refusal refusal) implements PostingOutcome {}
}
