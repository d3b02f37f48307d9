package org.phatthana.people.accounts;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id and makes the ones that an administrator hands over.
@Component
public class Passwords {

    /// OWASP's least is 19 MiB with two passes on one lane; this is two thirds more memory, which is what costs an
    /// attacker.
    static final int MEMORY_KIB = 32 * 1024;

    static final int PASSES = 2;
    static final int LANES = 1;
    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    /// How many hashes are computed at a time, so that a flood of sign-ins takes at most 128 MiB; the others wait.
    private static final int AT_A_TIME = 4;

    /// Letters and digits that cannot be taken for one another on paper; 16 of them are 77 bits.
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int INITIAL_GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    /// A hash of nothing, checked where there is no account, so that this takes as long as where there is one.
    private static final String NOBODYS = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$"
            + zeros(SALT_BYTES) + "$" + zeros(HASH_BYTES);

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final SecureRandom random = new SecureRandom();

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(encoder.encode(normal(password)));
        } finally {
            places.release();
        }
    }

    boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(normal(password), hash);
        } finally {
            places.release();
        }
    }

    /// Takes as long as [#matches], for an account that does not exist or has no password.
    void matchesNobody(String password) {
        matches(password, NOBODYS);
    }

    /// Whether a hash was made with weaker parameters than today's.
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /// A password to hand over, for example `k7mf-2qpx-9hta-wd4e`.
    String initial() {
        var password = new StringBuilder();
        for (var group = 0; group < INITIAL_GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (var letter = 0; letter < GROUP_LENGTH; letter++) {
                password.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
            }
        }
        return password.toString();
    }

    /// One form for what different keyboards type for the same letters (NIST SP 800-63B asks for NFKC).
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }
}
