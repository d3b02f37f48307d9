package org.phatthana.people.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aHashNamesArgon2idAndItsParameters() {
        assertThat(passwords.hash("correct horse lamp river"))
                .startsWith("$argon2id$v=19$m=32768,t=2,p=1$")
                .doesNotContain("correct");
    }

    @Test
    void onlyTheSamePasswordMatchesHoweverItIsTyped() {
        var hash = passwords.hash("น้ำใส ไหลเย็น เห็นตัวปลา");
        assertThat(passwords.matches("น้ำใส ไหลเย็น เห็นตัวปลา", hash)).isTrue();
        assertThat(passwords.matches("น\u0e49\u0e4d\u0e32ใส ไหลเย็น เห็นตัวปลา", hash))
                .isTrue();
        assertThat(passwords.matches("น้ำใส ไหลเย็น เห็นตัวปล", hash)).isFalse();
    }

    @Test
    void aHashOfWeakerParametersIsOutdated() {
        assertThat(passwords.isOutdated("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAA"))
                .isTrue();
        assertThat(passwords.isOutdated(passwords.hash("x"))).isFalse();
    }

    @Test
    void nobodysPasswordTakesAsLongAsSomebodys() {
        var hash = passwords.hash("somebody");
        passwords.matchesNobody("x");
        var somebody = fastest(() -> passwords.matches("x", hash));
        var nobody = fastest(() -> passwords.matchesNobody("x"));
        assertThat((double) nobody / somebody).isBetween(0.4, 2.5);
    }

    @Test
    void initialPasswordsAreLegibleGoodAndNeverTheSame() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 200; i++) {
            var password = passwords.initial();
            assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}").doesNotContain("l", "o", "i");
            assertThat(seen.add(password)).isTrue();
        }
        assertThat(PasswordRules.problems(passwords.initial(), "somchai", List.of()))
                .isEmpty();
    }

    private static long fastest(Runnable work) {
        var best = Long.MAX_VALUE;
        for (var i = 0; i < 7; i++) {
            var start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
