package org.phatthana.budget;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.phatthana.budget.ledger.BookLines;
import org.phatthana.budget.ledger.Bookkeeper;
import org.phatthana.budget.ledger.GroupCommit;
import org.phatthana.budget.ledger.Journal;
import org.phatthana.budget.ledger.JournalSearch;
import org.phatthana.values.FiscalYear;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The books of the organization: what may be entered, what was, and what every line has.
@Component
public class Ledger {

    private final Bookkeeper bookkeeper;
    private final GroupCommit commits;
    private final Journal journal;
    private final JournalSearch search;
    private final BookLines lines;

    Ledger(Bookkeeper bookkeeper, GroupCommit commits, Journal journal, JournalSearch search, BookLines lines) {
        this.bookkeeper = bookkeeper;
        this.commits = commits;
        this.journal = journal;
        this.search = search;
        this.lines = lines;
    }

    /// Enters a posting inside the caller's transaction, so that what it is posted for lands together with it or
    /// not at all. A refused posting leaves the transaction as it was; the caller decides what becomes of it.
    ///
    /// To be called before the caller appends to the public log or locks rows that another posting may wait for.
    ///
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public PostingOutcome postWithin(Posting posting) {
        return bookkeeper.enter(posting);
    }

    /// Enters a posting in a transaction of its own, which it may share with others that are posted at the same
    /// time: none of them fails because of another. The answer comes when it is durable.
    ///
    /// @throws LedgerBusy if too many wait already; nothing was entered
    /// @throws RuntimeException if the database failed; whether it was entered is found out by posting it again
    /// @throws IllegalStateException inside a transaction
    public PostingOutcome post(Posting posting) {
        return commits.post(posting);
    }

    /// Opens the books of a year, inside the caller's transaction.
    ///
    /// @param capacity the role in which it is done
    /// @return whether they were not open yet
    public boolean open(FiscalYear year, boolean sample, String capacity) {
        return lines.openBook(year, sample, capacity);
    }

    /// Opens a line of books that are open, inside the caller's transaction. Its stages have nothing yet.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException if there is one for the same already
    public void open(BookLine line) {
        lines.open(line);
    }

    /// A transaction by its number.
    public Optional<PostedTransaction> transaction(long number) {
        return journal.find(number);
    }

    /// The transactions that a query asks for, newest first.
    public List<PostedTransaction> transactions(JournalQuery query) {
        return search.find(query);
    }

    /// Hands over all transactions that a query asks for whatever its limit, the oldest first, reading few at a
    /// time.
    public void journal(JournalQuery query, Consumer<PostedTransaction> reader) {
        search.each(query, reader);
    }

    /// The years that have books, the newest first.
    public List<FiscalYear> years() {
        return lines.years();
    }

    /// The number of the reversal that undid a transaction, if one did.
    public OptionalLong reversalOf(long number) {
        return search.reversalOf(number);
    }

    /// The numbers of the reversals that undid some transactions, by the numbers of these.
    public Map<Long, Long> reversalsOf(Collection<Long> numbers) {
        return search.reversalsOf(numbers);
    }

    /// A line by its id.
    public Optional<BookLine> line(String id) {
        return lines.find(id);
    }

    /// What stands in a line's stages now.
    public Balances balances(String line) {
        return lines.balances(line);
    }

    /// The lines of a year's books with what stands in their stages now.
    public Map<BookLine, Balances> lines(FiscalYear year) {
        return lines.of(year);
    }

    /// What stood in a line's stages when everything was entered that was entered until an instant. Of the instant
    /// at which it is asked, what is just being entered may still be missing.
    public Balances balances(String line, Instant asOf) {
        return lines.balances(line, asOf);
    }

    /// The lines of a year's books that were open at an instant, with what stood in their stages.
    public Map<BookLine, Balances> lines(FiscalYear year, Instant asOf) {
        return lines.of(year, asOf);
    }
}
