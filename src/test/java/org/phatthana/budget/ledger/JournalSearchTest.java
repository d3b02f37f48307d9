package org.phatthana.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.SmallBooks;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the journal answers to an auditor: any balance as of any instant, and the transactions behind it.
@SpringBootTest
class JournalSearchTest {

    private static final FiscalYear YEAR = new FiscalYear(2603);

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
        books = new SmallBooks(ledger, ids, transaction, YEAR);
    }

    @Test
    void balancesAsOfAnyInstantAreThoseThatStoodThen() {
        var random = new Random(5);
        var lines = List.of(books.line(), books.line());
        var seen = new HashMap<Instant, Map<String, Balances>>();
        for (var i = 0; i < 80; i++) {
            if (books.post(books.someMove(random, lines)) instanceof PostingOutcome.Posted(var posted, var _)) {
                var then = new HashMap<String, Balances>();
                lines.forEach(line -> then.put(line, ledger.balances(line)));
                seen.put(posted.getFirst().postedAt(), then);
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
        seen.forEach((instant, then) -> {
            var all = byId(ledger.lines(YEAR, instant));
            then.forEach((line, balances) -> {
                assertThat(ledger.balances(line, instant)).isEqualTo(balances);
                assertThat(all).containsEntry(line, balances);
            });
        });
        assertThat(ledger.balances(lines.getFirst(), Instant.EPOCH)).isEqualTo(Balances.NONE);
        assertThat(ledger.lines(YEAR, Instant.EPOCH)).isEmpty();
        assertThat(ledger.lines(YEAR, Instant.now())).isEqualTo(ledger.lines(YEAR));
    }

    @Test
    void aQueryFindsWhatItAsksForNewestFirstAndPageByPage() {
        var line = books.line(1_000);
        var other = books.line(1_000);
        for (var i = 1; i <= 12; i++) {
            books.post(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, i));
            books.post(books.transfer(line, 1, other, -1));
        }
        var all = ledger.transactions(JournalQuery.newest(JournalQuery.MOST));
        assertThat(all).extracting(PostedTransaction::number).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        var allotted = new AccountId(line, Stage.ALLOTTED);
        var until = all.get(7).postedAt();
        var newest = JournalQuery.newest(5);
        finds(newest.of(YEAR), all, one -> one.transaction().year().equals(YEAR));
        finds(newest.ofLine(other), all, one -> touches(one, other));
        finds(newest.on(allotted), all, one -> isOn(one, allotted));
        finds(newest.on(allotted).of(YEAR), all, one -> isOn(one, allotted));
        finds(newest.on(allotted).of(YEAR.plus(1)), all, _ -> false);
        finds(newest.on(allotted).ofLine(other), all, _ -> false);
        finds(newest.until(until), all, one -> !one.postedAt().isAfter(until));
        finds(
                newest.ofLine(line).until(until),
                all,
                one -> touches(one, line) && !one.postedAt().isAfter(until));
    }

    /// Reads every page of a query and compares with what is wanted of all.
    private void finds(JournalQuery query, List<PostedTransaction> all, Predicate<PostedTransaction> wanted) {
        var found = new ArrayList<PostedTransaction>();
        for (var page = ledger.transactions(query);
                !page.isEmpty();
                page = ledger.transactions(query.before(page.getLast().number()))) {
            assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
            found.addAll(page);
        }
        assertThat(found).isEqualTo(all.stream().filter(wanted).toList());
    }

    @Test
    void aReversalIsFoundFromWhatItReverses() {
        var line = books.line(100);
        var number = SmallBooks.number(
                books.post(books.move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, 60)));
        assertThat(ledger.reversalOf(number)).isEmpty();
        var reversal = SmallBooks.number(books.post(books.reversal(number)));
        assertThat(ledger.reversalOf(number)).hasValue(reversal);
    }

    @Test
    void aNumberOfRemovedSampleBooksIsNeverGivenAgain() {
        var year = YEAR.plus(1);
        var sample = sampleLine(year);
        var sampleBooks = new SmallBooks(ledger, ids, transaction, year);
        var last = SmallBooks.number(sampleBooks.post(
                sampleBooks.move(TransactionKind.APPROPRIATION, sample, Stage.APPROPRIATED, Stage.UNALLOTTED, 5)));
        jdbc.sql("delete from budget.book where fiscal_year = :year")
                .param("year", year.buddhistEra())
                .update();
        assertThat(ledger.transaction(last)).isEmpty();
        var line = books.line();
        assertThat(SmallBooks.number(books.post(
                        books.move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, 5))))
                .isEqualTo(last + 1);
        assertThat(ledger.balances(line).appropriated()).isEqualTo(Money.ofBaht(5));
    }

    private String sampleLine(FiscalYear year) {
        var id = ids.next();
        transaction.executeWithoutResult(_ -> {
            ledger.open(year, true, "budget-officer");
            ledger.open(new BookLine(id, year, "ด้าน", "แผนงาน", "งาน", "งบ", "", "", "", "ordinance", "", "", true));
        });
        return id;
    }

    private static Map<String, Balances> byId(Map<BookLine, Balances> lines) {
        var byId = new HashMap<String, Balances>();
        lines.forEach((line, balances) -> byId.put(line.id(), balances));
        return byId;
    }

    private static boolean touches(PostedTransaction posted, String line) {
        return posted.transaction().entries().stream()
                .anyMatch(entry -> entry.account().line().equals(line));
    }

    private static boolean isOn(PostedTransaction posted, AccountId account) {
        return posted.transaction().entries().stream()
                .anyMatch(entry -> entry.account().equals(account));
    }
}
