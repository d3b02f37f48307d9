package org.phatthana.budget.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Entry;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.ledger.Batch.Applied;
import org.phatthana.budget.ledger.Batch.Decided;
import org.phatthana.budget.ledger.Journal.Kept;
import org.phatthana.budget.ledger.Journal.Request;
import org.phatthana.proof.PublicLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters postings in the journal, many in one database transaction: each is entered whole or refused by itself.
///
/// Everything is written under the public log's lock, which is taken first. So postings have one order, no two wait
/// for each other, and a balance that was read stays true until it is written.
@Component
public class Bookkeeper {

    private final Journal journal;
    private final BookLines lines;
    private final Authorities authorities;
    private final Acts acts;
    private final PublicLog log;
    private final Clock clock;

    Bookkeeper(Journal journal, BookLines lines, Authorities authorities, Acts acts, PublicLog log, Clock clock) {
        this.journal = journal;
        this.lines = lines;
        this.authorities = authorities;
        this.acts = acts;
        this.log = log;
        this.clock = clock;
    }

    /// A posting with what tells it from others, which takes a while to work out and needs no lock.
    public record Wanted(Posting posting, String digest) {}

    /// Works out what tells a posting from others.
    public Wanted wanted(Posting posting) {
        return new Wanted(posting, acts.digest(posting));
    }

    /// Enters a posting inside the caller's transaction.
    ///
    /// @return what became of it; it holds once that transaction has committed
    @Transactional(propagation = Propagation.MANDATORY)
    public PostingOutcome enter(Posting posting) {
        return enter(List.of(wanted(posting))).getFirst();
    }

    /// Enters postings one after the other inside the caller's transaction.
    ///
    /// @return what became of each, in the same order; it holds once that transaction has committed
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PostingOutcome> enter(List<Wanted> wanted) {
        log.lock();
        var postings = wanted.stream().map(Wanted::posting).toList();
        var originals = originals(postings);
        var transactions = postings.stream()
                .flatMap(posting -> posting.transactions().stream())
                .map(transaction -> Reversals.filled(transaction, originals))
                .toList();
        var known = journal.lock(
                transactions.stream()
                        .flatMap(transaction -> transaction.entries().stream())
                        .map(Entry::account)
                        .collect(Collectors.toSet()),
                postings.stream()
                        .map(posting -> new Request(posting.owner(), posting.key()))
                        .collect(Collectors.toSet()),
                transactions.stream()
                        .map(transaction -> transaction.year().buddhistEra())
                        .collect(Collectors.toSet()));
        var books = new Books();
        known.accounts().forEach((id, kept) -> books.open(id, kept.balance()));
        var named = lines.byId(
                known.accounts().keySet().stream().map(AccountId::line).collect(Collectors.toSet()));
        var batch = new Batch(
                new Rules(named::get),
                authorities,
                books,
                known.closedThrough(),
                originals,
                journal.reversed(originals.keySet()),
                known.asked(),
                known.end().number() + 1);
        var decided = wanted.stream()
                .map(one -> batch.decide(one.posting(), one.digest()))
                .toList();
        var written = write(batch, known, books, named);
        return decided.stream().map(decision -> outcome(decision, written)).toList();
    }

    private Map<Long, Transaction> originals(List<Posting> postings) {
        var originals = new HashMap<Long, Transaction>();
        postings.stream()
                .flatMap(posting -> posting.transactions().stream())
                .map(Transaction::reverses)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .distinct()
                .forEach(number ->
                        journal.find(number).ifPresent(original -> originals.put(number, original.transaction())));
        return originals;
    }

    private Map<Long, PostedTransaction> write(
            Batch batch, Journal.Known known, Books books, Map<String, BookLine> lines) {
        var applied = batch.applied().stream()
                .map(one -> inOrder(one, known.accounts()))
                .toList();
        if (applied.isEmpty()) {
            return Map.of();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var at = now.isBefore(known.end().postedAt()) ? known.end().postedAt() : now;
        var entries = log.append(applied.stream()
                .map(one -> acts.posted(
                        one.number(), one.transaction(), one.posting().capacity(), isSample(one, lines)))
                .toList());
        var posted = new ArrayList<PostedTransaction>(applied.size());
        for (var i = 0; i < applied.size(); i++) {
            var one = applied.get(i);
            posted.add(new PostedTransaction(
                    one.number(),
                    one.transaction(),
                    at,
                    one.posting().capacity(),
                    one.balances(),
                    entries.get(i).position(),
                    isSample(one, lines)));
        }
        journal.write(
                posted,
                applied.stream().map(one -> one.posting().owner()).toList(),
                books.balances(),
                known.accounts(),
                batch.fresh());
        return posted.stream().collect(Collectors.toMap(PostedTransaction::number, one -> one));
    }

    /// Entries in the order in which the journal keeps them, so that whoever asks later gets the same answer.
    private static Applied inOrder(Applied applied, Map<AccountId, Kept> accounts) {
        var entries = applied.transaction().entries();
        var order = IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparingLong(i ->
                        requireNonNull(accounts.get(entries.get(i).account())).id()))
                .toList();
        return new Applied(
                applied.posting(),
                applied.number(),
                applied.transaction()
                        .withEntries(order.stream().map(entries::get).toList()),
                order.stream().map(applied.balances()::get).toList());
    }

    private static boolean isSample(Applied applied, Map<String, BookLine> lines) {
        var line = applied.transaction().entries().getFirst().account().line();
        return requireNonNull(lines.get(line)).sample();
    }

    private PostingOutcome outcome(Decided decided, Map<Long, PostedTransaction> written) {
        return switch (decided) {
            case Decided.Refused(var refusal) -> new PostingOutcome.Refused(refusal);
            case Decided.Entered(var first, var last, var again) ->
                new PostingOutcome.Posted(
                        written.containsKey(first)
                                ? LongStream.rangeClosed(first, last)
                                        .mapToObj(number -> requireNonNull(written.get(number)))
                                        .toList()
                                : journal.between(first, last),
                        again);
        };
    }
}
