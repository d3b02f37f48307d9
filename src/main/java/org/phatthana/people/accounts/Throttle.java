package org.phatthana.people.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords, and never locks anybody out for good: tries come back with time.
///
/// Three buckets hold the tries: of one account from one address, of one account from anywhere, of one address for
/// any account. A try is taken before the password is looked at, so that many at once gain nothing, and given back
/// if it was right. Nothing tells whether an account exists: names that do not are counted alike. Each process
/// counts for itself.
@Component
public class Throttle {

    /// Somebody who mistypes has these, then one more every half minute.
    static final int TRIES_HERE = 5;

    static final Duration ONE_MORE_HERE = Duration.ofSeconds(30);

    /// Guessers at many addresses share these for one account.
    static final int TRIES_OF_ACCOUNT = 30;

    static final Duration ONE_MORE_OF_ACCOUNT = Duration.ofMinutes(1);

    /// An office behind one address shares these.
    static final int TRIES_OF_ADDRESS = 60;

    static final Duration ONE_MORE_OF_ADDRESS = Duration.ofSeconds(10);

    private static final long MAX_BUCKETS = 100_000;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Throttle(Clock clock) {
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        buckets = Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterAccess(Duration.ofHours(1))
                .ticker(time::currentTimeNanos)
                .build();
    }

    /// A try that was allowed; [#giveBack] if it was right.
    public static final class Try {

        private final List<Bucket> buckets;

        private Try(List<Bucket> buckets) {
            this.buckets = buckets;
        }

        void giveBack() {
            buckets.forEach(bucket -> bucket.addTokens(1));
        }
    }

    /// What became of the wish to try.
    public sealed interface Answer {

        record Allowed(Try attempt) implements Answer {}

        /// @param remaining how long until the next try
        record TooMany(Duration remaining) implements Answer {}
    }

    /// Takes a try, if there is one.
    ///
    /// @param account what was typed as the user name, or another word for what is being guessed
    Answer take(String account, String address) {
        var name = account.strip().toLowerCase(Locale.ROOT);
        var wanted = List.of(
                bucket("here " + address + " " + name, TRIES_HERE, ONE_MORE_HERE),
                bucket("account " + name, TRIES_OF_ACCOUNT, ONE_MORE_OF_ACCOUNT),
                bucket("address " + address, TRIES_OF_ADDRESS, ONE_MORE_OF_ADDRESS));
        var taken = new ArrayList<Bucket>();
        for (var bucket : wanted) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                taken.forEach(other -> other.addTokens(1));
                return new Answer.TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
            taken.add(bucket);
        }
        return new Answer.Allowed(new Try(taken));
    }

    private Bucket bucket(String key, int tries, Duration oneMore) {
        return buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(1, oneMore))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
