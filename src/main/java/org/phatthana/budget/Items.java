package org.phatthana.budget;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.phatthana.budget.books.LineOpening;
import org.phatthana.budget.ledger.BookLines;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.PublicIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The items of the books, and which of them pay for a project.
@Component
public class Items {

    private final Ledger ledger;
    private final BookLines lines;
    private final LineOpening opening;
    private final PublicIds ids;
    private final PublicLog log;

    Items(Ledger ledger, BookLines lines, LineOpening opening, PublicIds ids, PublicLog log) {
        this.ledger = ledger;
        this.lines = lines;
        this.opening = opening;
        this.ids = ids;
        this.log = log;
    }

    /// What came of writing an item out.
    public sealed interface Written {

        /// It has its money.
        ///
        /// @param line the item's own line
        record Entered(BookLine line, PostedTransaction transaction) implements Written {}

        /// Nothing was entered; the caller's transaction is to be rolled back, since the line may have been opened.
        record Refused(Refusal refusal) implements Written {}
    }

    /// The lines that pay for a project with what stands in their stages, those of the newest year first.
    ///
    /// @param project its public id
    public Map<BookLine, Balances> ofProject(String project) {
        return lines.ofProject(project);
    }

    /// Writes an item out: opens its line, unless there is one for the same already, and gives it its money out of
    /// the line that it is written out of. Inside the caller's transaction, which holds no locks yet.
    ///
    /// @param key by which the same request is known when it is sent again
    /// @param owner the account that asks
    /// @param capacity the role in which it asks
    @Transactional(propagation = Propagation.MANDATORY)
    public Written writeOut(NewItem item, String key, UUID owner, String capacity) {
        log.lock();
        var within = lines.find(item.within())
                .orElseThrow(() -> new IllegalArgumentException("There is no line " + item.within()));
        var line = opening.sameOrOpened(of(within, item), capacity);
        var entries = List.of(
                new Entry(new AccountId(within.id(), Stage.APPROPRIATED), item.amount()),
                new Entry(
                        new AccountId(within.id(), Stage.UNALLOTTED),
                        item.amount().negated()),
                new Entry(
                        new AccountId(line.id(), Stage.APPROPRIATED),
                        item.amount().negated()),
                new Entry(new AccountId(line.id(), Stage.UNALLOTTED), item.amount()));
        var transaction = new Transaction(
                TransactionKind.ITEMIZATION,
                item.day(),
                item.authority(),
                item.document(),
                "",
                OptionalLong.empty(),
                entries);
        return switch (ledger.postWithin(new Posting(key, owner, capacity, List.of(transaction)))) {
            case PostingOutcome.Refused(var why) -> new Written.Refused(why);
            case PostingOutcome.Posted(var posted, var _) -> new Written.Entered(line, posted.getFirst());
        };
    }

    private BookLine of(BookLine within, NewItem item) {
        return new BookLine(
                ids.next(),
                within.year(),
                within.area(),
                within.programme(),
                within.task(),
                within.type(),
                item.category(),
                item.kind(),
                item.item(),
                within.fundSource(),
                item.project(),
                item.department(),
                within.sample());
    }
}
