package org.phatthana.works;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.Money;

/// What a fact moves in the books.
final class Postings {

    private final Work work;
    private final LocalDate day;
    private final String approver;
    private final WorksPack.Documents documents;
    private final List<Transaction> transactions = new ArrayList<>();

    private Postings(Work work, LocalDate day, String approver, WorksPack.Documents documents) {
        this.work = work;
        this.day = day;
        this.approver = approver;
        this.documents = documents;
    }

    /// The transactions of a fact, in order; none where no money moves.
    ///
    /// @param work as it stood before; when works are opened, as they stand then
    /// @param documents on which the kinds of transactions rest
    static List<Transaction> of(Work work, Fact fact, LocalDate day, String approver, WorksPack.Documents documents) {
        var postings = new Postings(work, day, approver, documents);
        postings.add(fact);
        return postings.transactions;
    }

    private void add(Fact fact) {
        switch (fact) {
            case Fact.Opened opened -> reserve(opened.amount(), documents.reservation(), opened.request());
            case Fact.Contracted contracted -> {
                commit(contracted.price(), contracted.number());
                release(
                        Stage.RESERVED,
                        work.amount().minus(contracted.price()),
                        documents.commitment(),
                        contracted.number());
            }
            case Fact.Amended amended -> {
                var more = amended.price().minus(work.price().orElseThrow());
                if (more.isNegative()) {
                    release(Stage.COMMITTED, more.negated(), documents.commitment(), amended.number());
                } else {
                    reserve(more, documents.amendment(), amended.number());
                    commit(more, amended.number());
                }
            }
            case Fact.Paid paid ->
                move(
                        TransactionKind.DISBURSEMENT,
                        Stage.COMMITTED,
                        Stage.DISBURSED,
                        paid.amount(),
                        documents.disbursement(),
                        paid.voucher());
            case Fact.Settled settled -> release(Stage.COMMITTED, work.unpaid(), documents.release(), settled.memo());
            case Fact.Cancelled cancelled ->
                release(
                        work.contract().isPresent() ? Stage.COMMITTED : Stage.RESERVED,
                        work.unpaid(),
                        documents.release(),
                        cancelled.memo());
            case Fact.Undone undone -> undo(undone);
            default -> {
                // Only the facts above move money.
            }
        }
    }

    private void undo(Fact.Undone undone) {
        var numbers = new ArrayList<>(work.told(undone.fact()).orElseThrow().transactions());
        Collections.reverse(numbers);
        for (var number : numbers) {
            transactions.add(Transaction.reversal(
                    number,
                    day,
                    approver,
                    DocumentReference.of(documents.reversal(), undone.memo(), day, work.address()),
                    undone.reason()));
        }
    }

    private void reserve(Money amount, String document, String number) {
        move(TransactionKind.RESERVATION, Stage.ALLOTTED, Stage.RESERVED, amount, document, number);
    }

    private void commit(Money amount, String number) {
        move(TransactionKind.COMMITMENT, Stage.RESERVED, Stage.COMMITTED, amount, documents.commitment(), number);
    }

    private void release(Stage from, Money amount, String document, String number) {
        move(TransactionKind.RELEASE, from, Stage.ALLOTTED, amount, document, number);
    }

    private void move(TransactionKind kind, Stage from, Stage to, Money amount, String document, String number) {
        if (!amount.isZero()) {
            transactions.add(Transaction.move(
                    kind,
                    work.line(),
                    from,
                    to,
                    amount,
                    day,
                    approver,
                    DocumentReference.of(document, number, day, work.address())));
        }
    }
}
