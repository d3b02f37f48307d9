package org.phatthana.budget;

import org.phatthana.values.Money;

/// One entry of a transaction.
///
/// @param amount what the account is debited; negative for a credit, never nothing
public record Entry(AccountId account, Money amount) {

    public Entry {
        if (amount.isZero()) {
            throw new IllegalArgumentException("An entry moves money; nothing was to move on " + account);
        }
    }

    public Entry negated() {
        return new Entry(account, amount.negated());
    }
}
