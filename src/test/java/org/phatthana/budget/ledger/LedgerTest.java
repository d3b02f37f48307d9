package org.phatthana.budget.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Refusal.Reason;
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

    private static final UUID OWNER = new UUID(0, 7);
    private static final FiscalYear YEAR = new FiscalYear(2601);
    private static final LocalDate DAY = YEAR.firstDay().plusMonths(3);

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void balancesEqualTheReplayOfTheJournalAndNothingIsOverspent(long seed) {
        var random = new Random(seed);
        var lines = List.of(line(), line(), line());
        var posted = new ArrayList<Long>();
        for (var i = 0; i < 150; i++) {
            var wanted = random.nextInt(8) == 0 && !posted.isEmpty()
                    ? reversal(posted.get(random.nextInt(posted.size())))
                    : someMove(random, lines);
            if (post(wanted) instanceof PostingOutcome.Posted(var entered, var _)) {
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
        var line = line();
        post(move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 100));
        var before = log.size();
        var refused = post(
                move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 60),
                move(TransactionKind.RESERVATION, line, Stage.ALLOTTED, Stage.RESERVED, 61));
        assertThat(refused).isInstanceOfSatisfying(PostingOutcome.Refused.class, one -> {
            assertThat(one.refusal().reason()).isEqualTo(Reason.OVERDRAWN);
            assertThat(one.refusal().transaction()).isEqualTo(1);
        });
        assertThat(ledger.balances(line).of(Stage.UNALLOTTED)).isEqualTo(Money.ofBaht(100));
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void reversingATransactionRestoresEveryBalanceOnce() {
        var line = line();
        post(move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 100));
        var before = ledger.balances(line);
        var allotted = number(post(move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 60)));
        var reversal = number(post(reversal(allotted)));
        assertThat(ledger.balances(line)).isEqualTo(before);
        assertThat(reason(post(reversal(allotted)))).isEqualTo(Reason.NOT_REVERSIBLE);
        assertThat(reason(post(reversal(reversal)))).isEqualTo(Reason.NOT_REVERSIBLE);
    }

    @Test
    void theSameRequestSentAgainIsEnteredOnce() {
        var line = line();
        var key = UUID.randomUUID().toString();
        var wanted = move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 100);
        var first = post(key, List.of(wanted));
        var again = post(key, List.of(wanted));
        assertThat(again)
                .isInstanceOfSatisfying(
                        PostingOutcome.Posted.class,
                        posted -> assertThat(posted.again()).isTrue());
        assertThat(number(again)).isEqualTo(number(first));
        assertThat(ledger.balances(line).appropriated()).isEqualTo(Money.ofBaht(100));
        var other = move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 101);
        assertThat(reason(post(key, List.of(other)))).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void whatAKindOfTransactionDoesNotDoIsRefused() {
        var line = line();
        assertThat(reason(post(move(TransactionKind.ALLOTMENT, line, Stage.APPROPRIATED, Stage.ALLOTTED, 5))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(reason(post(transfer(line, 10, line(), -9)))).isEqualTo(Reason.UNBALANCED);
        assertThat(reason(post(Transaction.move(
                        TransactionKind.APPROPRIATION,
                        line,
                        Stage.APPROPRIATED,
                        Stage.UNALLOTTED,
                        Money.ofBaht(1),
                        DAY,
                        "budget-officer",
                        DocumentReference.of("ordinance", "1/2601")))))
                .isEqualTo(Reason.NOT_AUTHORISED);
        assertThat(reason(post(move(
                        TransactionKind.ALLOTMENT, "0000000000nobodyknowsthis", Stage.UNALLOTTED, Stage.ALLOTTED, 5))))
                .isEqualTo(Reason.UNKNOWN_ACCOUNT);
    }

    @Test
    void theSchemaRefusesWhatTheProgramWouldNotDo() {
        var line = line();
        var number = number(post(move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 9)));
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
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    private String line() {
        var id = ids.next();
        transaction.executeWithoutResult(_ -> {
            ledger.open(YEAR, false, "budget-officer");
            ledger.open(new BookLine(
                    id,
                    YEAR,
                    "ด้านการเศรษฐกิจ",
                    "แผนงานอุตสาหกรรมและการโยธา",
                    "งานก่อสร้าง",
                    "งบลงทุน",
                    "",
                    "",
                    "รายการ " + id,
                    BookLine.ORDINANCE,
                    "",
                    "",
                    false));
        });
        return id;
    }

    private static Transaction someMove(Random random, List<String> lines) {
        var line = lines.get(random.nextInt(lines.size()));
        var baht = random.nextInt(1, 500);
        return switch (random.nextInt(8)) {
            case 0 -> move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, baht);
            case 1 -> move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, baht);
            case 2 -> move(TransactionKind.RESERVATION, line, Stage.ALLOTTED, Stage.RESERVED, baht);
            case 3 -> move(TransactionKind.COMMITMENT, line, Stage.RESERVED, Stage.COMMITTED, baht);
            case 4 -> move(TransactionKind.DISBURSEMENT, line, Stage.COMMITTED, Stage.DISBURSED, baht);
            case 5 -> move(TransactionKind.RELEASE, line, Stage.RESERVED, Stage.ALLOTTED, baht);
            case 6 -> move(TransactionKind.REFUND, line, Stage.DISBURSED, Stage.ALLOTTED, baht);
            default -> transfer(line, baht, lines.get((lines.indexOf(line) + 1) % lines.size()), -baht);
        };
    }

    private static Transaction move(TransactionKind kind, String line, Stage from, Stage to, long baht) {
        var document = switch (kind) {
            case APPROPRIATION -> "ordinance";
            case COMMITMENT -> "contract";
            case DISBURSEMENT -> "voucher";
            case REFUND -> "receipt";
            default -> "memo";
        };
        var authority = kind == TransactionKind.APPROPRIATION ? "council" : "executive";
        return Transaction.move(
                kind, line, from, to, Money.ofBaht(baht), DAY, authority, DocumentReference.of(document, "1/2601"));
    }

    private static Transaction transfer(String line, long baht, String other, long otherBaht) {
        return Transaction.transfer(
                List.of(
                        new Transaction.Change(line, Money.ofBaht(baht)),
                        new Transaction.Change(other, Money.ofBaht(otherBaht))),
                DAY,
                "executive",
                DocumentReference.of("memo", "2/2601"),
                "");
    }

    private static Transaction reversal(long number) {
        return Transaction.reversal(
                number, DAY, "budget-officer", DocumentReference.of("memo", "3/2601"), "บันทึกผิดบัญชี");
    }

    private PostingOutcome post(Transaction... transactions) {
        return post(UUID.randomUUID().toString(), List.of(transactions));
    }

    private PostingOutcome post(String key, List<Transaction> transactions) {
        var posting = new Posting(key, OWNER, "budget-officer", transactions);
        return requireNonNull(transaction.execute(_ -> ledger.postWithin(posting)));
    }

    private static long number(PostingOutcome outcome) {
        return ((PostingOutcome.Posted) outcome).transactions().getFirst().number();
    }

    private static Reason reason(PostingOutcome outcome) {
        return ((PostingOutcome.Refused) outcome).refusal().reason();
    }
}
