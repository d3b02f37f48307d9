package org.phatthana.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.SmallBooks;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The replay finds whatever somebody with the database in their hands has changed.
@SpringBootTest
class ReplayTest {

    @Autowired
    Replay replay;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicIds ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    SmallBooks books;

    @BeforeEach
    void open() {
        books = new SmallBooks(ledger, ids, transaction, new FiscalYear(2609));
    }

    @Test
    void whatWasPostedReplaysAndWhatWasTamperedWithIsFound() {
        var random = new Random(11);
        var lines = List.of(books.line(1_000), books.line());
        var posted = 2L;
        var last = 0L;
        for (var i = 0; i < 120; i++) {
            if (books.post(books.someMove(random, lines)) instanceof PostingOutcome.Posted(var entered, var _)) {
                posted++;
                last = entered.getFirst().number();
            }
        }
        books.post(books.reversal(SmallBooks.number(books.post(
                books.move(TransactionKind.APPROPRIATION, lines.getLast(), Stage.APPROPRIATED, Stage.UNALLOTTED, 5)))));
        var clean = replay.run(_ -> {});
        assertThat(clean.differences()).isEmpty();
        assertThat(clean.isClean()).isTrue();
        assertThat(clean.transactions()).isGreaterThanOrEqualTo(posted);
        assertThat(clean.logEntries()).isEqualTo(clean.transactions() + clean.removed());
        assertThat(clean.accounts()).isGreaterThanOrEqualTo(22);

        finds(
                "update budget.account set balance_satang = balance_satang + 1 where stage = 'unallotted' and line ="
                        + " (select id from budget.book_line where public_id = '" + lines.getFirst() + "')",
                lines.getFirst() + "-unallotted has");
        finds(
                "update budget.entry set balance_satang = balance_satang + 100 where transaction = " + last,
                "transaction " + last + ": ");
        finds(
                "update budget.entry set amount_satang = amount_satang + 1 where ctid = (select min(ctid) from"
                        + " budget.entry where transaction = " + last + ")",
                "does not balance on line");
        finds(
                "update budget.transaction set reason = 'another' where number = " + last,
                "transaction " + last + ": log entry");
        finds(
                "update budget.transaction set capacity = 'nobody' where number = " + last,
                "transaction " + last + ": log entry");
        finds(
                "update proof.entry set kind = 'budget.other' where kind = 'budget.posted' and subject ="
                        + " '/budget/ledger/" + last + "'",
                "transaction " + last + ": no entry");
        finds("delete from budget.transaction where number = " + last, "that the journal lacks");
        finds("delete from budget.posting where first_number = " + last, "requests asked for");
        assertThat(replay.run(_ -> {}).isClean()).isTrue();
    }

    /// Changes something past every trigger, looks whether the replay finds it, and takes the change back.
    private void finds(String change, String difference) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(change).update()).isPositive();
            var found = replay.runWithin(_ -> {});
            assertThat(found.isClean()).isFalse();
            assertThat(found.differences()).anyMatch(one -> one.contains(difference));
            status.setRollbackOnly();
        });
    }
}
