package org.phatthana.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Ledger;
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

/// The ledger on a real database: what is entered balances, what is refused leaves nothing, and the journal alone
/// gives every balance.
@SpringBootTest
class LedgerTest {

    private static final FiscalYear YEAR = new FiscalYear(2601);

    @Autowired
    Ledger ledger;

    @Autowired
    Journal journal;

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
        books = new SmallBooks(ledger, ids, transaction, YEAR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void balancesEqualTheReplayOfTheJournalAndNothingIsOverspent(long seed) {
        var random = new Random(seed);
        var lines = List.of(books.line(), books.line(), books.line());
        var posted = new ArrayList<Long>();
        for (var i = 0; i < 150; i++) {
            var wanted = random.nextInt(8) == 0 && !posted.isEmpty()
                    ? books.reversal(posted.get(random.nextInt(posted.size())))
                    : books.someMove(random, lines);
            if (books.post(wanted) instanceof PostingOutcome.Posted(var entered, var _)) {
                posted.add(entered.getFirst().number());
            }
        }
        assertThat(posted).as("seed " + seed).hasSizeGreaterThan(30);
        var replayed = new Books();
        for (var one : journal.between(posted.getFirst(), posted.getLast())) {
            assertThat(replayed.apply(one.transaction(), 0)).isEqualTo(new Books.Outcome.Applied(one.balances()));
        }
        for (var line : lines) {
            var balances = ledger.balances(line);
            for (var stage : Stage.values()) {
                assertThat(balances.of(stage)).isEqualTo(replayed.balance(new AccountId(line, stage)));
                assertThat(stage.allows(balances.of(stage).satang())).isTrue();
            }
            assertThat(Money.sum(balances.amounts().values())).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void moreThanThereIsIsRefusedAndLeavesNothing() {
        var line = books.line();
        books.post(books.move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 100));
        var before = log.size();
        var refused = books.post(
                books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 60),
                books.move(TransactionKind.RESERVATION, line, Stage.ALLOTTED, Stage.RESERVED, 61));
        assertThat(refused).isInstanceOfSatisfying(PostingOutcome.Refused.class, one -> {
            assertThat(one.refusal().reason()).isEqualTo(Reason.OVERDRAWN);
            assertThat(one.refusal().transaction()).isEqualTo(1);
        });
        assertThat(ledger.balances(line).of(Stage.UNALLOTTED)).isEqualTo(Money.ofBaht(100));
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void reversingATransactionRestoresEveryBalanceOnce() {
        var line = books.line();
        books.post(books.move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 100));
        var before = ledger.balances(line);
        var allotted = SmallBooks.number(
                books.post(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 60)));
        var reversal = SmallBooks.number(books.post(books.reversal(allotted)));
        assertThat(ledger.balances(line)).isEqualTo(before);
        assertThat(SmallBooks.reason(books.post(books.reversal(allotted)))).isEqualTo(Reason.NOT_REVERSIBLE);
        assertThat(SmallBooks.reason(books.post(books.reversal(reversal)))).isEqualTo(Reason.NOT_REVERSIBLE);
    }

    @Test
    void theSameRequestSentAgainIsEnteredOnce() {
        var line = books.line();
        var key = UUID.randomUUID().toString();
        var wanted = books.move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 100);
        var first = books.post(key, List.of(wanted));
        var again = books.post(key, List.of(wanted));
        assertThat(again)
                .isInstanceOfSatisfying(
                        PostingOutcome.Posted.class,
                        posted -> assertThat(posted.again()).isTrue());
        assertThat(SmallBooks.number(again)).isEqualTo(SmallBooks.number(first));
        assertThat(ledger.balances(line).appropriated()).isEqualTo(Money.ofBaht(100));
        var other = books.move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 101);
        assertThat(SmallBooks.reason(books.post(key, List.of(other)))).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void whatAKindOfTransactionDoesNotDoIsRefused() {
        var line = books.line();
        assertThat(SmallBooks.reason(
                        books.post(books.move(TransactionKind.ALLOTMENT, line, Stage.APPROPRIATED, Stage.ALLOTTED, 5))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(SmallBooks.reason(books.post(books.transfer(line, 10, books.line(), -9))))
                .isEqualTo(Reason.UNBALANCED);
        assertThat(SmallBooks.reason(books.post(Transaction.move(
                        TransactionKind.APPROPRIATION,
                        line,
                        Stage.APPROPRIATED,
                        Stage.UNALLOTTED,
                        Money.ofBaht(1),
                        books.day(),
                        "budget-officer",
                        DocumentReference.of("ordinance", "1/2601")))))
                .isEqualTo(Reason.NOT_AUTHORISED);
        assertThat(SmallBooks.reason(books.post(books.move(
                        TransactionKind.ALLOTMENT, "0000000000nobodyknowsthis", Stage.UNALLOTTED, Stage.ALLOTTED, 5))))
                .isEqualTo(Reason.UNKNOWN_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void whatIsClosedTakesNothingUntilItIsReopened(long seed) {
        var random = new Random(seed);
        var own = new SmallBooks(ledger, ids, transaction, YEAR.plus(20 + (int) seed));
        var line = own.line(1_000_000);
        for (var i = 0; i < 12; i++) {
            var through = random.nextInt(13);
            jdbc.sql("""
                insert into budget.closing (fiscal_year, through, reopens, reason, capacity, owner, at)
                values (:year, :through, true, 'ทดสอบ', 'budget-officer', :owner, now())
                """)
                    .param("year", own.year().buddhistEra())
                    .param("through", through)
                    .param("owner", SmallBooks.OWNER)
                    .update();
            for (var month = 1; month <= 12; month++) {
                var outcome = own.post(on(
                        own.year().firstDay().plusMonths(month - 1L).plusDays(random.nextInt(28)),
                        own.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 1)));
                assertThat(outcome instanceof PostingOutcome.Posted)
                        .as("seed %d: month %d with %d closed", seed, month, through)
                        .isEqualTo(month > through);
                if (month <= through) {
                    assertThat(SmallBooks.reason(outcome)).isEqualTo(Reason.CLOSED);
                }
            }
        }
    }

    private static Transaction on(LocalDate day, Transaction one) {
        return new Transaction(
                one.kind(), day, one.authority(), one.document(), one.reason(), one.reverses(), one.entries());
    }

    @Test
    void theSchemaRefusesWhatTheProgramWouldNotDo() {
        var line = books.line();
        var number = SmallBooks.number(
                books.post(books.move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 9)));
        refused("update budget.entry set amount_satang = 1 where transaction = " + number, "append-only");
        refused("delete from budget.entry where transaction = " + number, "append-only");
        refused("delete from budget.transaction where number = " + number, "append-only");
        refused("delete from budget.book where fiscal_year = " + YEAR, "append-only");
        refused(
                "update budget.account set balance_satang = -1 where stage = 'allotted' and line ="
                        + " (select id from budget.book_line where public_id = '" + line + "')",
                "account_is_not_overdrawn");
        refused(
                "insert into budget.entry select " + number + ", id, 5, 5 from budget.account"
                        + " where stage = 'lapsed' limit 1",
                "do not balance");
        refused(
                "insert into budget.entry values (" + number + ", -1, 5, 5), (" + number + ", -2, -5, -5)",
                "an account that does not exist");
        refused(
                "insert into budget.entry select -1, id, n, n from (select id, row_number() over () * 2 - 3 as n"
                        + " from budget.account limit 2) two",
                "a transaction that does not exist");
        refused(
                "insert into budget.posting values (gen_random_uuid(), 'k', repeat('0', 64), -1, -1)",
                "a transaction that does not exist");
        refused(
                "insert into budget.posting values (gen_random_uuid(), 'k', repeat('x', 64), " + number + ", " + number
                        + ")",
                "posting_digest_check");
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }
}
