package org.phatthana.works;

import java.time.LocalDate;
import java.util.Optional;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.springframework.stereotype.Component;

/// Follows the money of works over the end of a year: where what was set aside or owed on their line was carried
/// over, and to which line.
@Component
class Carrying {

    private static final int NEWEST = 20;

    private final Ledger ledger;

    Carrying(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A line that pays from now on.
    ///
    /// @param transaction the number of what carried the money over
    record Found(BookLine line, long transaction, LocalDate day) {}

    /// The line to which the money of works was carried over; empty where it was not.
    Optional<Found> of(Work work) {
        var account = new AccountId(work.line(), Stage.CARRIED_OVER);
        return ledger.transactions(JournalQuery.newest(NEWEST).on(account)).stream()
                .filter(posted -> posted.transaction().kind() == TransactionKind.CARRY_OVER)
                .filter(posted -> ledger.reversalOf(posted.number()).isEmpty())
                .flatMap(posted -> target(work, posted).stream())
                .findFirst();
    }

    private Optional<Found> target(Work work, PostedTransaction posted) {
        var before = ledger.line(work.line()).orElseThrow();
        return posted.transaction().entries().stream()
                .filter(entry -> !entry.amount().isNegative())
                .map(entry -> entry.account())
                .filter(account -> account.stage() == Stage.COMMITTED || account.stage() == Stage.RESERVED)
                .filter(account -> !account.line().equals(work.line()))
                .flatMap(account -> ledger.line(account.line()).stream())
                .filter(line -> isSame(line, before))
                .findFirst()
                .map(line ->
                        new Found(line, posted.number(), posted.transaction().day()));
    }

    /// Whether a line is for the same as one of another year, whatever its source.
    private static boolean isSame(BookLine line, BookLine other) {
        return line.project().equals(other.project())
                && line.task().equals(other.task())
                && line.type().equals(other.type())
                && line.category().equals(other.category())
                && line.kind().equals(other.kind())
                && line.item().equals(other.item());
    }
}
