package org.phatthana.budget.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.LedgerBusy;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.ledger.Bookkeeper.Wanted;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers postings that are asked for at the same time into one database transaction, so that they share its way
/// to the disk. There is no waiting for company: a thread of the operating system, which nobody's request has to
/// queue for, commits what is there at once, and what arrives meanwhile is the next group.
///
/// Everyone is answered after the transaction that holds their posting is durable. A group that the database
/// refuses is entered again one by one, so that only whoever is to blame hears of it; that is safe, since a posting
/// that was entered after all is known by its key.
@Component
public class GroupCommit implements DisposableBean {

    /// Postings that may wait; more are turned away.
    static final int MOST_WAITING = 4_096;

    /// Transactions after which a group takes no further posting.
    private static final int FULL = Posting.MOST_TRANSACTIONS;

    private final Bookkeeper bookkeeper;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger").daemon().factory());

    /// A posting that waits.
    ///
    /// @param outcome ends when it is entered, refused or failed
    private record Waiting(Wanted wanted, CompletableFuture<PostingOutcome> outcome) {

        int size() {
            return wanted.posting().transactions().size();
        }
    }

    GroupCommit(Bookkeeper bookkeeper, TransactionTemplate transaction) {
        this.bookkeeper = bookkeeper;
        this.transaction = transaction;
    }

    /// Enters a posting in a transaction that it shares with others.
    ///
    /// @return what became of it, durably
    /// @throws LedgerBusy if too many wait already; nothing was entered
    /// @throws RuntimeException if the database failed. Whether the posting was entered is then not known; sending
    /// it again under the same key finds out.
    /// @throws IllegalStateException inside a transaction, which could not be durable by then
    public PostingOutcome post(Posting posting) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A posting of its own is not made within a transaction");
        }
        var mine = new Waiting(bookkeeper.wanted(posting), new CompletableFuture<>());
        if (!queue.offer(mine)) {
            throw new LedgerBusy();
        }
        worker.execute(this::commitNextGroup);
        return answer(mine);
    }

    /// What waits is entered before the program ends.
    @Override
    public void destroy() {
        worker.close();
    }

    /// Commits what waits; whoever asked for it may find it committed already, with an earlier group.
    private void commitNextGroup() {
        var group = new ArrayList<Waiting>();
        var size = 0;
        for (var next = queue.peek();
                next != null && (group.isEmpty() || size + next.size() <= FULL);
                next = queue.peek()) {
            size += next.size();
            group.add(queue.remove());
        }
        if (!group.isEmpty()) {
            commit(group);
        }
    }

    private void commit(List<Waiting> group) {
        var failure = attempt(group);
        if (failure == null) {
            return;
        }
        if (group.size() == 1 || isOutage(failure)) {
            group.forEach(one -> one.outcome.completeExceptionally(failure));
            return;
        }
        for (var i = 0; i < group.size(); i++) {
            var own = attempt(List.of(group.get(i)));
            if (own != null && isOutage(own)) {
                group.subList(i, group.size()).forEach(one -> one.outcome.completeExceptionally(own));
                return;
            }
            if (own != null) {
                group.get(i).outcome.completeExceptionally(own);
            }
        }
    }

    /// Enters postings in one transaction and tells everyone.
    ///
    /// @return why nobody was told, if the transaction failed
    private @Nullable Throwable attempt(List<Waiting> group) {
        try {
            var outcomes = transaction.execute(
                    _ -> bookkeeper.enter(group.stream().map(Waiting::wanted).toList()));
            for (var i = 0; i < group.size(); i++) {
                group.get(i).outcome.complete(outcomes.get(i));
            }
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    /// Whether the database cannot be reached, so that each further attempt would only make everyone wait.
    private static boolean isOutage(Throwable failure) {
        return failure instanceof TransactionException && !(failure instanceof TransactionSystemException);
    }

    private static PostingOutcome answer(Waiting mine) {
        try {
            return mine.outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
