package org.phatthana.budget;

import java.util.List;
import java.util.UUID;

/// Transactions that are entered together or not at all.
///
/// @param key by which the same request is known when it is sent again; unique for its owner
/// @param owner the account or token that asks; never shown in public
/// @param capacity the role in which it asks
/// @param transactions at least one, applied in this order
public record Posting(String key, UUID owner, String capacity, List<Transaction> transactions) {

    public static final int LONGEST_KEY = 200;
    public static final int MOST_TRANSACTIONS = 1_000;

    public Posting {
        transactions = List.copyOf(transactions);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A key has 1 to " + LONGEST_KEY + " letters");
        }
        if (transactions.isEmpty() || transactions.size() > MOST_TRANSACTIONS) {
            throw new IllegalArgumentException("A posting has 1 to " + MOST_TRANSACTIONS + " transactions");
        }
    }
}
