package org.phatthana.budget;

import java.time.Instant;
import java.util.List;
import org.phatthana.values.Money;

/// A transaction as it stands in the ledger for ever.
///
/// @param number its place in the journal, counted from 1
/// @param postedAt when it was entered; never before that of a smaller number
/// @param capacity the role in which it was entered
/// @param balances what each account of its entries had after it, in their order
/// @param logEntry its position in the public log
public record PostedTransaction(
        long number,
        Transaction transaction,
        Instant postedAt,
        String capacity,
        List<Money> balances,
        long logEntry,
        boolean sample) {

    public PostedTransaction {
        balances = List.copyOf(balances);
    }
}
