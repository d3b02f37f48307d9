package org.phatthana.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BreaksTest {

    @Test
    void evenValuesGetRoundStepsOfOneWidth() {
        var breaks = Breaks.of(3, 17, 24, 31, 42, 57);
        assertThat(breaks.method()).isEqualTo(Breaks.Method.EQUAL_WIDTH);
        assertThat(breaks.from()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(breaks.stepOf(3)).isZero();
        assertThat(breaks.stepOf(10)).isEqualTo(1);
        assertThat(breaks.stepOf(57)).isEqualTo(5);
    }

    @Test
    void fewLargeValuesDoNotPushTheRestIntoOneStep() {
        var values = new double[93];
        for (var i = 0; i < values.length; i++) {
            values[i] = 2_400 + i * 100;
        }
        values[92] = 63_588;
        var breaks = Breaks.of(values);
        assertThat(breaks.method()).isEqualTo(Breaks.Method.EQUAL_COUNT);
        var counts = new int[breaks.from().size()];
        for (var value : values) {
            counts[breaks.stepOf(value)]++;
        }
        assertThat(counts).hasSizeGreaterThan(3);
        for (var count : counts) {
            assertThat(count).isBetween(5, 40);
        }
    }

    @Test
    void oneValueOrNoneIsOneStep() {
        assertThat(Breaks.of().from()).containsExactly(0.0);
        assertThat(Breaks.of(7, 7, 7).from()).containsExactly(7.0);
        assertThat(Breaks.of(7).colourOf(0)).isEqualTo(3);
    }

    @Test
    void aStepOfOneValueIsReadAsOneNumber() {
        var breaks = Breaks.of(0, 30, 60, 100);
        assertThat(breaks.from().getLast()).isEqualTo(breaks.to());
        assertThat(Choropleth.range("100.0", "100.0")).isEqualTo("100.0");
        assertThat(Choropleth.range("80.0", "100.0")).isEqualTo("80.0–100.0");
    }

    @Test
    void stepsAlwaysRiseAndHoldEveryValue() {
        for (var seed = 0L; seed < 500; seed++) {
            var random = new Random(seed);
            var values = random.doubles(1 + random.nextInt(120), -1e3, 1e5)
                    .map(value -> random.nextInt(5) == 0 ? value * value : value)
                    .toArray();
            var breaks = Breaks.of(values);
            assertThat(breaks.from()).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
            for (var value : values) {
                assertThat(value)
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(breaks.from().getFirst())
                        .isLessThanOrEqualTo(breaks.to());
            }
            assertThat(breaks.colourOf(breaks.from().size() - 1)).isIn(3, 5);
        }
    }

    @Test
    void whereMostPlacesHaveNothingTheOthersShareTheSteps() {
        var breaks = Breaks.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 34.7, 77.4, 120, 400, 691.3);
        assertThat(breaks.method()).isEqualTo(Breaks.Method.ABOVE_LEAST);
        assertThat(breaks.from()).hasSizeGreaterThan(3).startsWith(0.0);
        assertThat(breaks.stepOf(0)).isZero();
        assertThat(breaks.stepOf(34.7)).isPositive();
        assertThat(breaks.stepOf(691.3)).isEqualTo(breaks.from().size() - 1);
    }
}
