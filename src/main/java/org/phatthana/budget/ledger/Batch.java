package org.phatthana.budget.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.phatthana.budget.Posting;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Refusal.Reason;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.ledger.Journal.Asked;
import org.phatthana.budget.ledger.Journal.Request;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// Postings that are decided one after the other, each whole or not at all, before anything is written.
final class Batch {

    private final Rules rules;
    private final Authorities authorities;
    private final Books books;
    private final Map<Integer, Integer> closedThrough;
    private final Map<Long, Transaction> originals;
    private final Set<Long> reversed;
    private final Map<Request, Asked> asked;
    private final Map<Request, Asked> fresh = new HashMap<>();
    private final List<Applied> applied = new ArrayList<>();
    private long next;

    /// A transaction that was applied.
    ///
    /// @param balances what each account of its entries has after it
    record Applied(Posting posting, long number, Transaction transaction, List<Money> balances) {}

    /// What was decided of a posting: the numbers of its transactions, or why there are none.
    sealed interface Decided {
        record Entered(long first, long last, boolean again) implements Decided {}

        record Refused(Refusal refusal) implements Decided {}
    }

    /// @param originals what is to be undone, by number
    /// @param reversed the numbers of what was undone before
    /// @param asked what was entered before under the same keys
    /// @param next the number of the next transaction
    Batch(
            Rules rules,
            Authorities authorities,
            Books books,
            Map<Integer, Integer> closedThrough,
            Map<Long, Transaction> originals,
            Set<Long> reversed,
            Map<Request, Asked> asked,
            long next) {
        this.rules = rules;
        this.authorities = authorities;
        this.books = books;
        this.closedThrough = closedThrough;
        this.originals = originals;
        this.reversed = new HashSet<>(reversed);
        this.asked = new HashMap<>(asked);
        this.next = next;
    }

    /// Applies a posting, unless it is refused or was entered before.
    ///
    /// @param digest what it asks for
    Decided decide(Posting posting, String digest) {
        var key = new Request(posting.owner(), posting.key());
        var before = asked.get(key);
        if (before != null) {
            return before.digest().equals(digest)
                    ? new Decided.Entered(before.first(), before.last(), true)
                    : new Decided.Refused(new Refusal(
                            Reason.KEY_REUSED,
                            0,
                            OptionalInt.empty(),
                            "key",
                            Message.of("budget.ledger.key-reused", posting.key())));
        }
        var taken = new ArrayList<Applied>();
        var mark = books.mark();
        for (var position = 0; position < posting.transactions().size(); position++) {
            var transaction = Reversals.filled(posting.transactions().get(position), originals);
            var refusal = refusal(transaction, position);
            if (refusal.isEmpty()) {
                switch (books.apply(transaction, position)) {
                    case Books.Outcome.Applied(var balances) ->
                        taken.add(new Applied(posting, next + position, transaction, balances));
                    case Books.Outcome.Overdrawn(var overdrawn) -> refusal = Optional.of(overdrawn);
                }
            }
            if (refusal.isPresent()) {
                books.restore(mark);
                taken.forEach(one -> one.transaction().reverses().ifPresent(reversed::remove));
                return new Decided.Refused(refusal.get());
            }
            transaction.reverses().ifPresent(reversed::add);
        }
        applied.addAll(taken);
        var entered = new Asked(digest, next, next + taken.size() - 1);
        asked.put(key, entered);
        fresh.put(key, entered);
        next = entered.last() + 1;
        return new Decided.Entered(entered.first(), entered.last(), false);
    }

    /// What was applied so far, in order.
    List<Applied> applied() {
        return List.copyOf(applied);
    }

    /// What was entered under which key so far.
    Map<Request, Asked> fresh() {
        return Map.copyOf(fresh);
    }

    private Optional<Refusal> refusal(Transaction transaction, int position) {
        return reversal(transaction, position)
                .or(() -> rules.refusal(transaction, position))
                .or(() -> authorities.refusal(transaction, position))
                .or(() -> closed(transaction, position));
    }

    private Optional<Refusal> reversal(Transaction transaction, int position) {
        if (transaction.reverses().isEmpty()) {
            return Optional.empty();
        }
        var number = transaction.reverses().getAsLong();
        var original = originals.get(number);
        if (original == null) {
            return Rules.refuse(Reason.NOT_REVERSIBLE, position, "reverses", "no-transaction", number);
        }
        if (original.kind() == TransactionKind.REVERSAL) {
            return Rules.refuse(Reason.NOT_REVERSIBLE, position, "reverses", "is-reversal", number);
        }
        if (reversed.contains(number)) {
            return Rules.refuse(Reason.NOT_REVERSIBLE, position, "reverses", "reversed-before", number);
        }
        if (transaction.reason().isBlank()) {
            return Rules.refuse(Reason.NOT_REVERSIBLE, position, "reason", "reversal-needs-reason");
        }
        return Reversals.undoes(transaction, original)
                ? Optional.empty()
                : Rules.refuse(Reason.NOT_REVERSIBLE, position, "entries", "undoes-something-else", number);
    }

    private Optional<Refusal> closed(Transaction transaction, int position) {
        var through = closedThrough.getOrDefault(transaction.year().buddhistEra(), 0);
        return transaction.month() <= through
                ? Rules.refuse(Reason.CLOSED, position, "day", "month-closed", transaction.day())
                : Optional.empty();
    }
}
