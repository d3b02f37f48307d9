package org.phatthana.registers.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.registers.FieldType;

/// Conditions as forms write them: which can be read, and what ranges they are.
class ExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ". >= 0 and . <= 100",
                "selected(${uses}, 'drink') or ${kind} = 'pump'",
                "not(selected(., 'none') and count-selected(.) > 1)",
                "if(${a} > 0, ${b} div ${a}, 'none')",
                "instance('villages')/root/item[name = ${village} and pop > 10]/label",
                "/data/group/name != ''",
                "../name",
                "regex(., '^[0-9]{10}$')",
                "string-length(.) <= 10",
                ". <= today() - 3 * -1",
                "concat(${first}, “ ”, ${last})",
                "${last-saved#name} = ''",
                "position(..) mod 2 = 0",
                "jr:choice-name(${kind}, '${kind}')",
                "sum(${plot}/area | //x/@y)",
                "(((1)))"
            })
    void whatFormsWriteIsRead(String written) {
        assertThat(Expression.of(written)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        . >= 0 and         | ''
        . >= (0            | ''
        . => 0             | '> 0'
        . >= 0 . <= 5      | '. <= 5'
        . > 'open          | '''open'
        selected(., 'a'))  | ')'
        ${a                | '${a'
        > 5                | '> 5'
        . >= 0 && . <= 5   | '&& . <= 5'
        """)
    void whatIsNoExpressionIsToldWithWhereItBreaks(String written, String near) {
        assertThatExceptionOfType(ExpressionReading.Unreadable.class)
                .isThrownBy(() -> Expression.of(written))
                .satisfies(thrown -> assertThat(thrown.near()).isEqualTo(near));
    }

    @Test
    void noDepthOfBracketsBreaksTheReader() {
        for (var sign : new String[] {"(", "-", "f(", "a["}) {
            assertThatExceptionOfType(ExpressionReading.Unreadable.class)
                    .isThrownBy(() -> Expression.of(sign.repeat(4_000)));
        }
    }

    @Test
    void itSaysWhichAnswersItNeeds() {
        assertThat(Expression.of("if(${a} > 0, ${b}, x[y = ${c}]/z + -${d})").questions())
                .containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        INTEGER | . >= 0 and . <= 100     | 0    | 100 | true
        INTEGER | . > 0 and . < 100       | 1    | 99  | true
        INTEGER | 0 < . and 100 >= .      | 1    | 100 | true
        NUMBER  | . >= -1.5 and . <= 2.25 | -1.5 | 2.25 | true
        NUMBER  | . > 0                   | 0    |     | false
        INTEGER | . = 5                   | 5    | 5   | true
        INTEGER | . >= 0 and . <= ${most} | 0    |     | false
        INTEGER | . >= 0 or . = -1        |      |     | false
        INTEGER | (. >= 0) and (. >= 3)   | 3    |     | true
        TEXT    | . > 5                   |      |     | false
        """)
    void aRangeIsReadAsFarAsItIsOne(
            FieldType type, String written, @Nullable BigDecimal least, @Nullable BigDecimal most, boolean isWhole) {
        var constraint = Constraint.of(type, Expression.of(written));
        assertThat(constraint.least()).isEqualTo(Optional.ofNullable(least));
        assertThat(constraint.most()).isEqualTo(Optional.ofNullable(most));
        assertThat(constraint.isWhole()).isEqualTo(isWhole);
    }

    @Test
    void aPatternIsReadWhereItCanBeMatchedInTimeThatGrowsWithTheText() {
        assertThat(Constraint.of(FieldType.TEXT, Expression.of("regex(., '[0-9]{10}')"))
                        .pattern())
                .hasValue("[0-9]{10}");
        var lookingAhead = Constraint.of(FieldType.TEXT, Expression.of("regex(., '(?=a)b')"));
        assertThat(lookingAhead.pattern()).isEmpty();
        assertThat(lookingAhead.isWhole()).isFalse();
    }
}
