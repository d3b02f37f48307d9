package org.phatthana.people.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T02:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Throttle throttle = new Throttle(clock);

    @Test
    void somebodyWhoMistypesHasSomeTriesThenWaitsAndNeverForGood() {
        for (var i = 0; i < Throttle.TRIES_HERE; i++) {
            assertThat(isAllowed("somchai", "192.0.2.1")).isTrue();
        }
        assertThat(throttle.take("somchai", "192.0.2.1"))
                .isInstanceOfSatisfying(
                        Throttle.Answer.TooMany.class,
                        refused -> assertThat(refused.remaining())
                                .isBetween(Duration.ofMillis(1), Throttle.ONE_MORE_HERE));
        now.updateAndGet(moment -> moment.plus(Throttle.ONE_MORE_HERE));
        assertThat(isAllowed("somchai", "192.0.2.1")).isTrue();
        assertThat(isAllowed("somchai", "192.0.2.1")).isFalse();
        now.updateAndGet(moment -> moment.plus(Duration.ofDays(1)));
        assertThat(isAllowed("SomChai ", "192.0.2.1")).isTrue();
    }

    @Test
    void oneAddressDoesNotKeepTheOwnerOut() {
        while (isAllowed("somchai", "192.0.2.1")) {
            // Uses up what one address has.
        }
        assertThat(isAllowed("somchai", "198.51.100.7")).isTrue();
    }

    @Test
    void manyAddressesShareTheTriesOfAnAccount() {
        var allowed = 0;
        for (var i = 0; i < 200; i++) {
            allowed += isAllowed("somchai", "address " + i) ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(Throttle.TRIES_OF_ACCOUNT);
    }

    @Test
    void manyAccountsShareTheTriesOfAnAddress() {
        var allowed = 0;
        for (var i = 0; i < 200; i++) {
            allowed += isAllowed("account " + i, "192.0.2.1") ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(Throttle.TRIES_OF_ADDRESS);
    }

    @Test
    void aRightPasswordCostsNothing() {
        for (var i = 0; i < 100; i++) {
            assertThat(throttle.take("somchai", "192.0.2.1"))
                    .isInstanceOfSatisfying(
                            Throttle.Answer.Allowed.class,
                            allowed -> allowed.attempt().giveBack());
        }
    }

    private boolean isAllowed(String account, String address) {
        return throttle.take(account, address) instanceof Throttle.Answer.Allowed;
    }
}
