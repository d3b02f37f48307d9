package org.phatthana.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.LedgerBusy;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Refusal.Reason;
import org.phatthana.budget.SmallBooks;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Many who post at the same time: each is entered once or refused by itself, and they share their commits.
@SpringBootTest
class GroupCommitTest {

    @Autowired
    Ledger ledger;

    @Autowired
    PublicLog log;

    @Autowired
    PublicIds ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    SmallBooks books;

    @BeforeEach
    void open() {
        books = new SmallBooks(ledger, ids, transaction, new FiscalYear(2605));
    }

    @Test
    void manyOnOneLineShareCommitsAndNothingIsOverspent() throws Exception {
        var line = books.line(300);
        var outcomes = all(500, i -> {
            var posted = ledger.post(
                    posting(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 1)));
            if (posted instanceof PostingOutcome.Posted(var entered, var _)) {
                assertThat(ledger.transaction(entered.getFirst().number()))
                        .as("what is answered is there for everyone")
                        .contains(entered.getFirst());
            }
            return posted;
        });
        assertThat(outcomes.stream().filter(PostingOutcome.Posted.class::isInstance))
                .hasSize(300);
        assertThat(outcomes.stream().filter(PostingOutcome.Refused.class::isInstance))
                .hasSize(200)
                .allMatch(one -> SmallBooks.reason(one) == Reason.OVERDRAWN);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(300));
        assertThat(jdbc.sql("""
            select count(distinct t.xmin::text) from budget.transaction t where number in (
                select e.transaction from budget.entry e join budget.account a on a.id = e.account
                join budget.book_line l on l.id = a.line where l.public_id = :line)
            """).param("line", line).query(Long.class).single())
                .as("database transactions for 300 postings")
                .isLessThan(150);
    }

    @Test
    void twoOfficersOnOneLineNeverSpendMoreThanThereIs() throws Exception {
        var line = books.line(60);
        var outcomes = all(100, i -> {
            var wanted = books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 1);
            return i % 2 == 0 ? ledger.post(posting(wanted)) : books.post(wanted);
        });
        assertThat(outcomes.stream().filter(PostingOutcome.Posted.class::isInstance))
                .hasSize(60);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(60));
        assertThat(ledger.balances(line).of(Stage.UNALLOTTED)).isEqualTo(Money.ZERO);
    }

    @Test
    void theSameRequestSentByManyAtOnceIsEnteredOnce() throws Exception {
        var line = books.line(100);
        var posting = posting(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 7));
        var outcomes = all(40, _ -> ledger.post(posting));
        assertThat(outcomes).extracting(SmallBooks::number).containsOnly(SmallBooks.number(outcomes.getFirst()));
        assertThat(outcomes.stream().filter(one -> !((PostingOutcome.Posted) one).again()))
                .hasSize(1);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(7));
    }

    @Test
    void whatTheDatabaseRefusesFailsAloneInItsGroup() throws Exception {
        var line = books.line(1_000);
        var poison = posting(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 500)
                .withReason("no database stores \u0000"));
        var answers = whileNobodyCommits(60, i -> switch (i % 20) {
            case 7 -> ledger.post(poison);
            case 13 ->
                ledger.post(
                        posting(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 5_000)));
            default ->
                ledger.post(posting(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 10)));
        });
        var posted = 0;
        for (var i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            switch (i % 20) {
                case 7 ->
                    assertThatThrownBy(answer::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(DataAccessException.class);
                case 13 -> assertThat(SmallBooks.reason(answer.get())).isEqualTo(Reason.OVERDRAWN);
                default -> {
                    assertThat(SmallBooks.number(answer.get())).isPositive();
                    posted++;
                }
            }
        }
        assertThat(posted).isEqualTo(54);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(540));
    }

    @Test
    void moreThanMayWaitAreTurnedAwayAndTheOthersAreEntered() throws Exception {
        var line = books.line(100_000);
        var asked = GroupCommit.MOST_WAITING + Posting.MOST_TRANSACTIONS + 100;
        var answers = whileNobodyCommits(
                asked,
                _ -> ledger.post(
                        posting(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 1))));
        var entered = 0;
        for (var answer : answers) {
            try {
                assertThat(SmallBooks.number(answer.get())).isPositive();
                entered++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(LedgerBusy.class);
            }
        }
        assertThat(entered).isBetween(GroupCommit.MOST_WAITING, asked - 1);
        assertThat(ledger.balances(line).of(Stage.ALLOTTED)).isEqualTo(Money.ofBaht(entered));
    }

    @Test
    void aPostingOfItsOwnIsNotMadeWithinATransaction() {
        var line = books.line(10);
        var posting = posting(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 1));
        assertThatThrownBy(() -> transaction.execute(_ -> ledger.post(posting)))
                .isInstanceOf(IllegalStateException.class);
    }

    @FunctionalInterface
    private interface Asking {
        PostingOutcome ask(int number) throws Exception;
    }

    private static List<PostingOutcome> all(int count, Asking asking) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<PostingOutcome>();
            for (var answer : start(threads, count, asking)) {
                outcomes.add(answer.get());
            }
            return outcomes;
        }
    }

    private static List<Future<PostingOutcome>> start(
            java.util.concurrent.ExecutorService threads, int count, Asking asking) {
        var answers = new ArrayList<Future<PostingOutcome>>();
        for (var i = 0; i < count; i++) {
            var number = i;
            answers.add(threads.submit(() -> asking.ask(number)));
        }
        return answers;
    }

    /// Lets all ask while somebody else holds the log, so that they are in few groups.
    private List<Future<PostingOutcome>> whileNobodyCommits(int count, Asking asking) throws Exception {
        var isHeld = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> transaction.executeWithoutResult(_ -> {
                log.lock();
                isHeld.countDown();
                try {
                    assertThat(mayEnd.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            isHeld.await();
            var answers = start(threads, count, asking);
            Thread.sleep(500);
            mayEnd.countDown();
            holder.get();
            return answers;
        }
    }

    private static Posting posting(Transaction transaction) {
        return new Posting(UUID.randomUUID().toString(), SmallBooks.OWNER, "budget-officer", List.of(transaction));
    }
}
