package org.phatthana.budget.books;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Items;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.NewItem;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What an officer enters in the books by hand.
@Component
public class Moves {

    private final Ledger ledger;
    private final Items items;
    private final Refusals refusals;

    Moves(Ledger ledger, Items items, Refusals refusals) {
        this.ledger = ledger;
        this.items = items;
        this.refusals = refusals;
    }

    /// On what something is entered.
    ///
    /// @param key by which the form is known when it is sent again
    public record Basis(LocalDate day, String authority, DocumentReference document, String reason, String key) {}

    /// Moves money of a line from one of its stages to where the move takes it.
    @Transactional
    public BookOutcome move(BookLine line, Move move, Stage from, Money amount, Basis basis, Acting who) {
        var transaction = Transaction.move(
                        move.kind(),
                        line.id(),
                        from,
                        move.to(),
                        amount,
                        basis.day(),
                        basis.authority(),
                        basis.document())
                .withReason(basis.reason());
        return post(transaction, line.address(), basis.key(), who);
    }

    /// Undoes what was entered.
    ///
    /// @param number its number
    @Transactional
    public BookOutcome reverse(long number, String address, Basis basis, Acting who) {
        var transaction =
                Transaction.reversal(number, basis.day(), basis.authority(), basis.document(), basis.reason());
        return post(transaction, address, basis.key(), who);
    }

    private BookOutcome post(Transaction transaction, String address, String key, Acting who) {
        var posting = new Posting(key, who.id(), who.capacity(Role.BUDGET_OFFICER), List.of(transaction));
        return switch (ledger.postWithin(posting)) {
            case PostingOutcome.Refused(var why) -> new BookOutcome.Refused(refusals.of(why, List.of(transaction)));
            case PostingOutcome.Posted(var posted, var _) ->
                new BookOutcome.Entered(address, posted.getFirst().number());
        };
    }

    /// Writes out an item within a line.
    @Transactional
    public BookOutcome writeOut(NewItem item, String key, Acting who) {
        return switch (items.writeOut(item, key, who.id(), who.capacity(Role.BUDGET_OFFICER))) {
            case Items.Written.Entered(var line, var posted) ->
                new BookOutcome.Entered(line.address(), posted.number());
            case Items.Written.Refused(var refusal) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                var account = new AccountId(item.within(), Stage.UNALLOTTED);
                yield new BookOutcome.Refused(
                        refusal.reason() == org.phatthana.budget.Refusal.Reason.OVERDRAWN
                                ? Map.of("amount", tooMuch(account, item.amount()))
                                : refusals.of(refusal, List.of()));
            }
        };
    }

    private Message tooMuch(AccountId account, Money asked) {
        return Message.of(
                "budget.form.too-much",
                ledger.line(account.line()).map(LineName::brief).orElse(""),
                Message.of("budget.stage." + account.stage().code()),
                ledger.balances(account.line()).of(account.stage()),
                asked);
    }
}
