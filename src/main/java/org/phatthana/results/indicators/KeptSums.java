package org.phatthana.results.indicators;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.results.formulas.Term;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The sums of terms over sources with many rows. All rows are read once; after that what a transaction changes
/// moves the sums by the difference as soon as it is committed, and what somebody else recorded in the same
/// database is read when it is missed. They are in memory alone: whatever they say can be worked out again from the
/// rows.
final class KeptSums {

    private final GrowingRows rows;
    private final Grid grid;
    private final LongSupplier version;
    private final Timer readingTime;
    private final Timer movingTime;
    private final Set<Term> wanted = ConcurrentHashMap.newKeySet();

    /// Guards what is kept.
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /// Held by whoever reads rows, so that no two read the same.
    private final ReentrantLock reading = new ReentrantLock();

    private volatile Kept kept = new Kept(List.of(), new Grid(List.of()));

    /// The number up to which the sums count what was recorded; −1 before anything was read.
    private volatile long position = -1;

    /// The version of the public log at which they were last found to count everything.
    private volatile long found = -1;

    private static final class Kept {
        private final Map<Term, TermSums> sums;
        private final Map<String, List<TermSums>> bySource;

        Kept(Collection<Term> terms, Grid grid) {
            sums = terms.stream().collect(Collectors.toUnmodifiableMap(term -> term, term -> new TermSums(term, grid)));
            bySource = sums.values().stream()
                    .collect(Collectors.groupingBy(each -> each.term().source().name()));
        }

        boolean has(Collection<Term> terms) {
            return sums.keySet().containsAll(terms);
        }

        TermSums of(Term term) {
            return Optional.ofNullable(sums.get(term))
                    .orElseThrow(() -> new IllegalArgumentException("Nothing is kept of " + term));
        }

        List<TermSums> of(String source) {
            return bySource.getOrDefault(source, List.of());
        }
    }

    /// @param version of the public log, which grows with whatever is recorded
    /// @param meters take how long it took to read rows and to move the sums
    KeptSums(GrowingRows rows, Grid grid, LongSupplier version, MeterRegistry meters) {
        this.rows = rows;
        this.grid = grid;
        this.version = version;
        this.readingTime = meters.timer("phatthana.sums.read");
        this.movingTime = meters.timer("phatthana.sums.move");
    }

    /// Says that terms will be asked for, so that the rows are read once for all of them.
    void want(Collection<Term> terms) {
        wanted.addAll(terms);
    }

    /// Works with the sums of some terms, which count everything that is recorded, and in a transaction what that
    /// has recorded itself.
    <T> T read(Collection<Term> terms, Function<Function<Term, TermSums>, T> work) {
        if (terms.isEmpty()) {
            return work.apply(kept::of);
        }
        want(terms);
        while (true) {
            var at = version.getAsLong();
            var newest = found == at ? position : rows.newest();
            var own = pending();
            lock.readLock().lock();
            try {
                if (kept.has(terms)
                        && Math.max(position, own.map(pending -> pending.last).orElse(-1L)) >= newest) {
                    if (own.isEmpty()) {
                        found = at;
                    }
                    return work.apply(term -> sums(term, own));
                }
            } finally {
                lock.readLock().unlock();
            }
            catchUp(terms);
        }
    }

    private TermSums sums(Term term, Optional<Pending> own) {
        var sums = kept.of(term);
        var moves = own.stream()
                .flatMap(pending -> pending.differences.moves.stream())
                .filter(move -> move.of() == sums)
                .toList();
        if (moves.isEmpty()) {
            return sums;
        }
        var both = sums.copy();
        moves.forEach(both::apply);
        return both;
    }

    private void catchUp(Collection<Term> terms) {
        reading.lock();
        try {
            readingTime.record(kept.has(terms) ? this::readOn : this::readAll);
        } finally {
            reading.unlock();
        }
    }

    private void readAll() {
        var all = new Kept(wanted, grid);
        var read = rows.each(given -> all.of(given.source()).forEach(sums -> sums.add(given.row())));
        lock.writeLock().lock();
        try {
            kept = all;
            position = read;
            found = -1;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void readOn() {
        var from = position;
        var differences = new Differences(kept);
        move(differences, from, rows.since(from, differences::count));
    }

    /// Moves the sums by what is known to have changed between two numbers; does nothing if they do not stand at
    /// the first, or are others by now: then whoever asks next reads on.
    private void move(Differences differences, long from, long to) {
        lock.writeLock().lock();
        try {
            if (position == from && kept == differences.standing) {
                differences.moves.forEach(TermSums.Move::apply);
                position = to;
            }
        } catch (ArithmeticException e) {
            // Half of them have moved: whoever asks next reads all rows, and is told.
            kept = new Kept(List.of(), grid);
            throw e;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// By how much changes move the sums.
    private static final class Differences {
        private final Kept standing;
        private final List<TermSums.Move> moves = new ArrayList<>();

        Differences(Kept standing) {
            this.standing = standing;
        }

        void count(GrowingRows.Change change) {
            for (var sums : standing.of(change.source())) {
                sums.moves(change, moves);
            }
        }
    }

    /// Takes note of what the running transaction has recorded.
    ///
    /// @param before the newest number before that
    /// @param last the newest number of it
    void change(Stream<GrowingRows.Change> changes, long before, long last) {
        if (position < 0) {
            return;
        }
        var own = pending().orElseGet(() -> {
            var begun = new Pending(new Differences(kept), before);
            begun.resume();
            TransactionSynchronizationManager.registerSynchronization(begun);
            return begun;
        });
        movingTime.record(() -> changes.forEachOrdered(own.differences::count));
        own.last = last;
    }

    private Optional<Pending> pending() {
        return Optional.ofNullable((Pending) TransactionSynchronizationManager.getResource(this));
    }

    /// What a transaction has recorded and not yet committed.
    private final class Pending implements TransactionSynchronization {
        private final Differences differences;
        private final long before;
        private long last;

        Pending(Differences differences, long before) {
            this.differences = differences;
            this.before = before;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(KeptSums.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KeptSums.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
            if (status == STATUS_COMMITTED) {
                movingTime.record(() -> move(differences, before, last));
            }
        }
    }
}
