package org.phatthana.values;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes public identifiers: 26 letters and digits that begin with the time, so that newer ones sort behind older
/// ones. Safe for use by many threads.
public final class PublicIds {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME_LETTERS = 10;
    private static final int RANDOM_LETTERS = 16;

    private final InstantSource clock;
    private final RandomGenerator random;

    // Drawn ahead: a draw costs far more than the letters that it gives.
    private final byte[] drawn = new byte[256 * RANDOM_LETTERS];
    private int used = drawn.length;

    /// @param random from which the letters are drawn that nobody can guess
    public PublicIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// A fresh identifier.
    public synchronized String next() {
        var id = new char[TIME_LETTERS + RANDOM_LETTERS];
        var time = clock.millis();
        for (var i = TIME_LETTERS - 1; i >= 0; i--) {
            id[i] = ALPHABET.charAt((int) (time & 31));
            time >>>= 5;
        }
        if (used == drawn.length) {
            random.nextBytes(drawn);
            used = 0;
        }
        for (var i = 0; i < RANDOM_LETTERS; i++) {
            id[TIME_LETTERS + i] = ALPHABET.charAt(drawn[used++] & 31);
        }
        return new String(id);
    }
}
