package org.phatthana.budget.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PublicIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters a supplementary ordinance (ข้อบัญญัติงบประมาณรายจ่ายเพิ่มเติม) in open books.
@Component
public class Supplementing {

    private final Ledger ledger;
    private final LineOpening lines;
    private final Opening opening;
    private final PublicIds ids;
    private final PublicLog log;

    Supplementing(Ledger ledger, LineOpening lines, Opening opening, PublicIds ids, PublicLog log) {
        this.ledger = ledger;
        this.lines = lines;
        this.opening = opening;
        this.ids = ids;
        this.log = log;
    }

    /// What became of it.
    public sealed interface Outcome {

        /// Its lines have their money.
        ///
        /// @param opened the lines that the books did not have
        /// @param again whether it had been entered before, and nothing was entered now
        record Entered(List<BookLine> opened, boolean again) implements Outcome {}

        /// The ledger did not take it. The caller's transaction is to be rolled back.
        record Refused(Refusal why) implements Outcome {}
    }

    /// Gives the lines of a year's books what a supplementary ordinance gives them, and opens those that the books
    /// lack, inside the caller's transaction. The same document again enters nothing.
    ///
    /// @param given more than nothing each, at most [Opening#MOST_LINES]
    /// @param document its number is what tells one supplementary ordinance of a year from another
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome enter(
            FiscalYear year,
            List<Ordinance.Line> given,
            LocalDate day,
            DocumentReference document,
            UUID owner,
            String capacity) {
        log.lock();
        var opened = new ArrayList<BookLine>();
        var entries = new ArrayList<Entry>();
        for (var line : given) {
            var wanted = Opening.line(ids.next(), year, line, false);
            var book = lines.sameOrOpened(wanted, capacity);
            if (book.id().equals(wanted.id())) {
                opened.add(book);
            }
            entries.addAll(Opening.given(book, Stage.SUPPLEMENTED, line.amount()));
        }
        var transaction = opening.giving(TransactionKind.SUPPLEMENT, day, document, entries);
        var key = "supplement:" + year + ":" + document.number();
        return switch (ledger.postWithin(new Posting(key, owner, capacity, List.of(transaction)))) {
            case PostingOutcome.Posted(var _, var again) -> new Outcome.Entered(opened, again);
            case PostingOutcome.Refused(var why) -> new Outcome.Refused(why);
        };
    }
}
