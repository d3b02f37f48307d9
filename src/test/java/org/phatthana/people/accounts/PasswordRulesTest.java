package org.phatthana.people.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.values.Message;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse lamp river",
                "แมวดำนั่งกินข้าวเหนียวริมคลอง",
                "vK9#qLw2!zRt",
                "k7mf-2qpx-9hta-wd4e"
            })
    void aLongPasswordThatNobodyTriesFirstIsGood(String password) {
        assertThat(PasswordRules.problems(password, "somchai", List.of("สมชาย ใจดี")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, people.password.too-short",
        "password12345, people.password.common",
        "phitsanulok2566, people.password.common",
        "aaaaaaaaaaaaaa, people.password.repeats",
        "qwertyuiop[]asdf, people.password.keyboard",
        "abcdefghijklmn, people.password.sequence"
    })
    void anEasyPasswordIsRefusedWithItsReason(String password, String reason) {
        assertThat(keys(password)).containsExactly(reason);
    }

    @Test
    void aPasswordDoesNotContainTheUserName() {
        assertThat(keys("river lamp SomChai horse green")).containsExactly("people.password.contains-user-name");
    }

    @Test
    void lengthIsCountedInCharactersAfterNormalization() {
        assertThat(keys("\u0e19\u0e49\u0e33".repeat(2))).containsExactly("people.password.too-short");
        assertThat(keys("x".repeat(129))).containsExactly("people.password.too-long");
    }

    private static List<String> keys(String password) {
        return PasswordRules.problems(password, "somchai", List.of()).stream()
                .map(Message::key)
                .toList();
    }
}
