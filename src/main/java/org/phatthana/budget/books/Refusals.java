package org.phatthana.budget.books;

import java.util.List;
import java.util.Map;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.ledger.BookLines;
import org.phatthana.values.Message;
import org.springframework.stereotype.Component;

/// What the ledger refuses, in the words and at the field of an officer's form.
@Component
public class Refusals {

    private final Ledger ledger;
    private final BookLines lines;

    Refusals(Ledger ledger, BookLines lines) {
        this.ledger = ledger;
        this.lines = lines;
    }

    /// Why something was not entered, by field.
    ///
    /// @param asked what was asked for
    public Map<String, Message> of(Refusal refusal, List<Transaction> asked) {
        return switch (refusal.reason()) {
            case OVERDRAWN -> Map.of("amount", overdrawn(refusal, asked.get(refusal.transaction())));
            case CLOSED -> Map.of("day", refusal.message());
            case KEY_REUSED -> Map.of("form", Message.of("budget.form.sent-before"));
            case NOT_AUTHORISED -> Map.of(refusal.field(), refusal.message());
            case NOT_REVERSIBLE -> Map.of(refusal.field().equals("reason") ? "reason" : "form", refusal.message());
            case UNKNOWN_ACCOUNT, UNBALANCED, NOT_ALLOWED -> Map.of("form", refusal.message());
        };
    }

    private Message overdrawn(Refusal refusal, Transaction asked) {
        if (refusal.entry().isEmpty()
                || asked.entries().size() <= refusal.entry().getAsInt()) {
            return refusal.message();
        }
        var entry = asked.entries().get(refusal.entry().getAsInt());
        var account = entry.account();
        var line = lines.find(account.line());
        if (account.stage().isSource() || line.isEmpty() || !entry.amount().isNegative()) {
            return refusal.message();
        }
        return Message.of(
                "budget.form.too-much",
                LineName.brief(line.get()),
                Message.of("budget.stage." + account.stage().code()),
                ledger.balances(line.get().id()).of(account.stage()),
                entry.amount().negated());
    }
}
