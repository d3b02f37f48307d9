package org.phatthana.budget.ledger;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.Entry;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.proof.LogEntry;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Rebuilds every balance from the journal alone, and compares with what is kept and with what the public log
/// tells. It reads one snapshot, so that others may go on posting meanwhile, and changes nothing.
@Component
public class Replay {

    /// Differences that are told one by one; beyond that they are counted.
    public static final int MOST_TOLD = 100;

    private static final int CHUNK = 1_000;
    private static final List<String> POSTED = List.of("budget.posted");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Acts acts;
    private final PublicLog log;
    private final JsonMapper json;
    private final TransactionTemplate snapshot;

    Replay(
            JdbcClient jdbc,
            Journal journal,
            Acts acts,
            PublicLog log,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.acts = acts;
        this.log = log;
        this.json = json;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// What a replay found.
    ///
    /// @param transactions how many stand in the journal
    /// @param entries of these transactions
    /// @param accounts whose balance was rebuilt
    /// @param logEntries that tell of transactions
    /// @param removed of these, those whose transactions went with sample books
    /// @param differenceCount how many things are not as they should be
    /// @param differences the first [#MOST_TOLD] of them
    public record Found(
            long transactions,
            long entries,
            long accounts,
            long logEntries,
            long removed,
            long differenceCount,
            List<String> differences) {

        public boolean isClean() {
            return differenceCount == 0;
        }
    }

    /// Replays everything.
    ///
    /// @param progress told the number of the last transaction now and then
    public Found run(LongConsumer progress) {
        return requireNonNull(snapshot.execute(_ -> runWithin(progress)));
    }

    /// Replays everything that the caller's transaction sees.
    Found runWithin(LongConsumer progress) {
        return new Run(progress).all();
    }

    private final class Run {

        private final LongConsumer progress;
        private final Books books = new Books();
        private final List<String> differences = new ArrayList<>();
        private long differenceCount;
        private long transactions;
        private long entries;
        private long logEntries;
        private long removed;
        private long lastNumber;
        private long logPosition;
        private Instant lastPosted = Instant.EPOCH;

        Run(LongConsumer progress) {
            this.progress = progress;
        }

        Found all() {
            var end = journal.end().number();
            for (var first = 1L; first <= end; first += CHUNK) {
                var chunk = journal.between(first, Math.min(end, first + CHUNK - 1));
                chunk.forEach(this::apply);
                compareWithLog(
                        chunk, chunk.isEmpty() ? logPosition : chunk.getLast().logEntry() + 1);
                progress.accept(first + CHUNK - 1);
            }
            compareWithLog(List.of(), log.size());
            var accounts = compareBalances();
            compareRequests();
            return new Found(
                    transactions, entries, accounts, logEntries, removed, differenceCount, List.copyOf(differences));
        }

        private void apply(PostedTransaction posted) {
            transactions++;
            entries += posted.balances().size();
            var number = posted.number();
            if (posted.postedAt().isBefore(lastPosted)) {
                differ("transaction %d was posted before %d".formatted(number, lastNumber));
            }
            lastNumber = number;
            lastPosted = posted.postedAt();
            balanceByLine(posted);
            switch (books.apply(posted.transaction(), 0)) {
                case Books.Outcome.Applied(var balances) -> {
                    for (var i = 0; i < balances.size(); i++) {
                        var kept = posted.balances().get(i);
                        if (!kept.equals(balances.get(i))) {
                            differ("transaction %d: %s has %s after it, the replay gives %s"
                                    .formatted(
                                            number,
                                            posted.transaction()
                                                    .entries()
                                                    .get(i)
                                                    .account(),
                                            kept.toPlainString(),
                                            balances.get(i).toPlainString()));
                        }
                    }
                }
                case Books.Outcome.Overdrawn(var refusal) ->
                    differ("transaction %d overdraws %s"
                            .formatted(
                                    number,
                                    posted.transaction()
                                            .entries()
                                            .get(refusal.entry().orElse(0))
                                            .account()));
            }
            books.settle();
        }

        private void balanceByLine(PostedTransaction posted) {
            posted.transaction().entries().stream()
                    .collect(Collectors.groupingBy(
                            entry -> entry.account().line(),
                            Collectors.reducing(Money.ZERO, Entry::amount, Money::plus)))
                    .forEach((line, sum) -> {
                        if (!sum.isZero()) {
                            differ("transaction %d does not balance on line %s by %s"
                                    .formatted(posted.number(), line, sum.toPlainString()));
                        }
                    });
        }

        /// Every transaction has its entry in the log, which says the same; and the log tells of no other, but of
        /// those that went with sample books.
        private void compareWithLog(List<PostedTransaction> chunk, long below) {
            var byPosition = new HashMap<Long, PostedTransaction>();
            chunk.forEach(posted -> byPosition.put(posted.logEntry(), posted));
            while (logPosition < below) {
                var told = log.of(POSTED, logPosition, below, CHUNK);
                for (var entry : told) {
                    logEntries++;
                    compare(entry, byPosition);
                }
                logPosition = told.size() < CHUNK ? below : told.getLast().position() + 1;
            }
            byPosition
                    .values()
                    .forEach(posted -> differ(
                            "transaction %d: no entry %d in the log".formatted(posted.number(), posted.logEntry())));
        }

        private void compare(LogEntry entry, Map<Long, PostedTransaction> byPosition) {
            var posted = byPosition.remove(entry.position());
            if (posted == null) {
                if (entry.sample()) {
                    removed++;
                } else {
                    differ("log entry %d tells of a transaction that the journal lacks".formatted(entry.position()));
                }
                return;
            }
            var wanted = canonical(Map.of(
                    "capacity", posted.capacity(),
                    "content", acts.told(posted.number(), posted.transaction()),
                    "kind", entry.kind()));
            if (!entry.canonical().contains(wanted.substring(1, wanted.length() - 1))
                    || entry.sample() != posted.sample()) {
                differ("transaction %d: log entry %d tells something else"
                        .formatted(posted.number(), entry.position()));
            }
        }

        private long compareBalances() {
            var count = new long[1];
            jdbc.sql("""
                select l.public_id, a.stage, a.balance_satang
                from budget.account a join budget.book_line l on l.id = a.line order by a.id
                """).query(row -> {
                count[0]++;
                var account = new AccountId(
                        row.getString(1), Stage.find(row.getString(2)).orElseThrow());
                var kept = new Money(row.getLong(3));
                if (!kept.equals(books.balance(account))) {
                    differ("account %s has %s, the replay gives %s"
                            .formatted(
                                    account,
                                    kept.toPlainString(),
                                    books.balance(account).toPlainString()));
                }
            });
            return count[0];
        }

        /// Every transaction was asked for by one request.
        private void compareRequests() {
            var asked = jdbc.sql("select coalesce(sum(last_number - first_number + 1), 0) from budget.posting")
                    .query(Long.class)
                    .single();
            if (asked != transactions) {
                differ("requests asked for %d transactions, the journal has %d".formatted(asked, transactions));
            }
        }

        private void differ(String difference) {
            differenceCount++;
            if (differences.size() < MOST_TOLD) {
                differences.add(difference);
            }
        }
    }

    private String canonical(Object value) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
