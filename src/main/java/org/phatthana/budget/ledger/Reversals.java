package org.phatthana.budget.ledger;

import java.util.HashSet;
import java.util.Map;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Transaction;

/// How one transaction undoes another.
final class Reversals {

    private Reversals() {}

    /// A reversal with the entries of what it undoes, turned round, unless it brings its own or undoes nothing
    /// known.
    static Transaction filled(Transaction reversal, Map<Long, Transaction> originals) {
        var original = reversal.reverses().isEmpty()
                ? null
                : originals.get(reversal.reverses().getAsLong());
        return original == null || !reversal.entries().isEmpty()
                ? reversal
                : reversal.withEntries(
                        original.entries().stream().map(Entry::negated).toList());
    }

    /// Whether a transaction's entries are another's, turned round, in any order.
    static boolean undoes(Transaction reversal, Transaction original) {
        var wanted = original.entries().stream().map(Entry::negated).toList();
        return wanted.size() == reversal.entries().size()
                && new HashSet<>(wanted).equals(new HashSet<>(reversal.entries()));
    }
}
