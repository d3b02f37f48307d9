package org.phatthana.plan.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void thaiIsComparedByWordsNotByLetters() {
        var difference = Words.between("ก่อสร้างถนนลูกรังสายบ้านใหม่", "ก่อสร้างถนนคอนกรีตสายบ้านใหม่");
        assertThat(changed(difference.before())).isEqualTo("ลูกรัง");
        assertThat(changed(difference.after())).isEqualTo("คอนกรีต");
    }

    @Test
    void sameTextsHaveNoChangedPiece() {
        var difference = Words.between("ยาว 1,200 เมตร", "ยาว 1,200 เมตร");
        assertThat(difference.before()).containsExactly(new Words.Piece("ยาว 1,200 เมตร", false));
        assertThat(Words.between("", "ใหม่").before()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePiecesAreTheWholeTexts(long seed) {
        var random = new Random(seed);
        var before = text(random);
        var after = text(random);
        var difference = Words.between(before, after);
        assertThat(joined(difference.before())).as("seed " + seed).isEqualTo(before);
        assertThat(joined(difference.after())).as("seed " + seed).isEqualTo(after);
    }

    private static String text(Random random) {
        var words = List.of("ถนน", "คลอง", "น้ำ", " ", "1,200", "\n", "(", "โรงเรียน", "A4", "ฯ");
        return random.ints(40, 0, words.size()).mapToObj(words::get).collect(Collectors.joining());
    }

    private static String joined(List<Words.Piece> pieces) {
        return pieces.stream().map(Words.Piece::text).collect(Collectors.joining());
    }

    private static String changed(List<Words.Piece> pieces) {
        return pieces.stream()
                .filter(Words.Piece::changed)
                .map(Words.Piece::text)
                .collect(Collectors.joining());
    }
}
