package org.phatthana.budget.transfers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.MatterMoved;
import org.phatthana.approvals.NewMatter;
import org.phatthana.approvals.Objection;
import org.phatthana.approvals.Outcome;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.books.Found;
import org.phatthana.budget.books.LineName;
import org.phatthana.budget.books.Refusals;
import org.phatthana.people.Acting;
import org.phatthana.values.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends transfers to whoever decides them, and moves the money of those that were decided: in the transaction of
/// the decision, so that neither is without the other.
@Component
public class Transferring {

    /// The kind of matter that a transfer is.
    public static final String KIND = "budget.transfer";

    private final Approvals approvals;
    private final Transfers transfers;
    private final TransferRules rules;
    private final Ledger ledger;
    private final Refusals refusals;
    private final Found found;

    Transferring(
            Approvals approvals,
            Transfers transfers,
            TransferRules rules,
            Ledger ledger,
            Refusals refusals,
            Found found) {
        this.approvals = approvals;
        this.transfers = transfers;
        this.rules = rules;
        this.ledger = ledger;
        this.refusals = refusals;
        this.found = found;
    }

    /// The lines of a transfer by their ids, with what they have now.
    Map<String, Map.Entry<BookLine, Balances>> lines(Transfer transfer) {
        var lines = new LinkedHashMap<String, Map.Entry<BookLine, Balances>>();
        for (var change : transfer.changes()) {
            ledger.line(change.line())
                    .ifPresent(line -> lines.put(change.line(), Map.entry(line, ledger.balances(line.id()))));
        }
        return lines;
    }

    /// Saves what somebody wrote, if they had read its newest revision and it is still being written.
    ///
    /// @return whether it was saved
    @Transactional
    public boolean save(Transfer written, int seen) {
        var current = transfers.lock(written.id());
        if (current.isEmpty() || !current.get().isOpen() || current.get().revision() != seen) {
            return false;
        }
        transfers.save(written);
        return true;
    }

    /// Sends it to whoever decides it, or again after it was returned.
    ///
    /// @return what stands against it, by field; empty if it is on its way
    @Transactional
    public Map<String, Message> send(String id, Acting who) {
        var transfer = transfers.lock(id).orElseThrow();
        if (!transfer.isOpen()) {
            return Map.of("form", Message.of("budget.transfer.refused.sent"));
        }
        var lines = lines(transfer);
        var faults = faults(transfer, lines);
        if (!faults.isEmpty()) {
            return faults;
        }
        var ruling = rules.of(transfer, lines);
        if (ruling.isEmpty()) {
            return Map.of("form", Message.of("budget.transfer.refused.no-rule"));
        }
        var rule = ruling.get().rule();
        transfers.move(id, Transfer.State.OPEN, rule.id());
        var matter = new NewMatter(
                KIND, id, transfer.title(), transfer.address(), rule.route(), Set.of(), true, transfer.sample());
        return approvals.handIn(matter, who) instanceof Outcome.Refused(var why) ? Map.of("form", why) : Map.of();
    }

    /// What is lacking or wrong, by field.
    private static Map<String, Message> faults(Transfer transfer, Map<String, Map.Entry<BookLine, Balances>> lines) {
        var faults = new LinkedHashMap<String, Message>();
        if (transfer.number().isEmpty()) {
            faults.put("number", Message.of("budget.form.needed"));
        }
        if (transfer.reason().isEmpty()) {
            faults.put("reason", Message.of("budget.form.needed"));
        }
        if (transfer.decreases().isZero() || transfer.increases().isZero()) {
            faults.put("form", Message.of("budget.transfer.refused.one-sided"));
        } else if (!transfer.decreases().equals(transfer.increases())) {
            faults.put(
                    "form", Message.of("budget.transfer.refused.unequal", transfer.decreases(), transfer.increases()));
        }
        for (var change : transfer.changes()) {
            var field = "amount-" + change.ordinal();
            var line = lines.get(change.line());
            if (change.amount().isZero()) {
                faults.put(field, Message.of("budget.form.no-money"));
            } else if (line != null && change.decrease()) {
                var free = line.getValue().of(Stage.UNALLOTTED);
                if (free.compareTo(change.amount()) < 0) {
                    faults.put(
                            field,
                            Message.of(
                                    "budget.transfer.refused.too-much",
                                    LineName.brief(line.getKey()),
                                    free,
                                    line.getValue().of(Stage.ALLOTTED)));
                }
            }
        }
        return faults;
    }

    @EventListener
    void moved(MatterMoved moved) {
        if (!moved.kind().equals(KIND)) {
            return;
        }
        var transfer = transfers
                .lock(moved.subject())
                .filter(one -> one.state() == Transfer.State.OPEN || one.state() == Transfer.State.SUBMITTED);
        if (transfer.isEmpty()) {
            // Sample data was removed, and its matters end after it.
            return;
        }
        switch (moved.state()) {
            case OPEN -> transfers.move(moved.subject(), Transfer.State.SUBMITTED, "");
            case RETURNED, WITHDRAWN -> transfers.move(moved.subject(), Transfer.State.OPEN, "");
            case REJECTED -> transfers.move(moved.subject(), Transfer.State.REJECTED, "");
            case APPROVED -> decide(transfer.get(), moved.capacity());
        }
    }

    private void decide(Transfer transfer, String capacity) {
        var rule = rules.rule(transfer.rule())
                .orElseThrow(() -> new Objection(Message.of("budget.transfer.refused.no-rule")));
        var day = found.dayOf(transfer.year());
        var document =
                DocumentReference.of("memo", transfer.number(), transfer.dated().orElse(day), transfer.address());
        var changes = transfer.changes().stream()
                .map(change -> new Transaction.Change(change.line(), change.gain()))
                .toList();
        var transaction = Transaction.transfer(changes, day, rule.authority(), document, transfer.reason());
        var stood = stood(transfer);
        var posting = new Posting("transfer-" + transfer.id(), transfer.author(), capacity, List.of(transaction));
        switch (ledger.postWithin(posting)) {
            case PostingOutcome.Refused(var why) ->
                throw new Objection(refusals.of(why, List.of(transaction))
                        .values()
                        .iterator()
                        .next());
            case PostingOutcome.Posted(var posted, var _) ->
                transfers.decide(transfer, stood, posted.getFirst().number());
        }
    }

    /// The changes with what their lines have now.
    private List<Transfer.Change> stood(Transfer transfer) {
        var lines = lines(transfer);
        var stood = new ArrayList<Transfer.Change>();
        for (var change : transfer.changes()) {
            var balances = Optional.ofNullable(lines.get(change.line()))
                    .map(Map.Entry::getValue)
                    .orElse(Balances.NONE);
            stood.add(new Transfer.Change(
                    change.ordinal(),
                    change.line(),
                    change.decrease(),
                    change.amount(),
                    change.substance(),
                    Optional.of(balances.authorised()),
                    Optional.of(balances.left())));
        }
        return stood;
    }
}
