package org.phatthana.budget.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Refusal.Reason;
import org.phatthana.budget.Transaction;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// Balances that transactions are applied to one after the other: of a few accounts while something is posted, of
/// all of them in a replay of the whole journal.
final class Books {

    private final Map<AccountId, Money> balances = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /// Opens an account with what it has.
    void open(AccountId account, Money balance) {
        balances.put(account, balance);
    }

    /// What an account has; nothing if it was never opened.
    Money balance(AccountId account) {
        return balances.getOrDefault(account, Money.ZERO);
    }

    /// What all accounts have at this moment, to go back to.
    Mark mark() {
        return new Mark(changes.size());
    }

    /// Undoes what was applied since a mark was made.
    void restore(Mark mark) {
        while (changes.size() > mark.changes) {
            var change = changes.removeLast();
            balances.put(change.account, change.before);
        }
    }

    /// Lets what was applied so far stand for good: no mark from before can be gone back to.
    void settle() {
        changes.clear();
    }

    /// A moment between two transactions.
    record Mark(int changes) {}

    private record Change(AccountId account, Money before) {}

    Map<AccountId, Money> balances() {
        return Map.copyOf(balances);
    }

    /// What applying something made of it: the balances of its accounts afterwards, or why it was not applied.
    sealed interface Outcome {
        record Applied(List<Money> balances) implements Outcome {}

        record Overdrawn(Refusal refusal) implements Outcome {}
    }

    /// Applies a transaction if no account would be left with what it may not have; else nothing changes.
    ///
    /// @param position where it stands in its posting, to be named in the refusal
    Outcome apply(Transaction transaction, int position) {
        var after = new ArrayList<Money>(transaction.entries().size());
        for (var i = 0; i < transaction.entries().size(); i++) {
            var entry = transaction.entries().get(i);
            var before = balance(entry.account());
            long satang;
            try {
                satang = Math.addExact(before.satang(), entry.amount().satang());
            } catch (ArithmeticException _) {
                return overdrawn(position, i, "too-large");
            }
            if (!entry.account().stage().allows(satang)) {
                return entry.account().stage().isSource()
                        ? overdrawn(
                                position, i, "source-overdrawn", entry.account().toString())
                        : overdrawn(
                                position,
                                i,
                                "overdrawn",
                                entry.account().toString(),
                                before,
                                entry.amount().negated());
            }
            after.add(new Money(satang));
        }
        for (var i = 0; i < after.size(); i++) {
            var account = transaction.entries().get(i).account();
            changes.add(new Change(account, balance(account)));
            balances.put(account, after.get(i));
        }
        return new Outcome.Applied(after);
    }

    private static Outcome overdrawn(int position, int entry, String key, Object... arguments) {
        return new Outcome.Overdrawn(new Refusal(
                Reason.OVERDRAWN,
                position,
                OptionalInt.of(entry),
                "amount",
                Message.of("budget.ledger." + key, arguments)));
    }
}
