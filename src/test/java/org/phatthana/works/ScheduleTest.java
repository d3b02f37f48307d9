package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.works.Schedule.Reached;

class ScheduleTest {

    private static final LocalDate BEGINS = LocalDate.of(2023, 1, 1);
    private static final LocalDate ENDS = BEGINS.plusDays(100);

    @Test
    void withoutMilestonesTheWorksGrowEvenly() {
        var schedule = Schedule.of(BEGINS, ENDS, List.of());
        assertThat(schedule.planned(BEGINS)).isZero();
        assertThat(schedule.planned(BEGINS.plusDays(25))).isEqualTo(25);
        assertThat(schedule.planned(ENDS)).isEqualTo(100);
        assertThat(schedule.planned(ENDS.plusDays(9))).isEqualTo(100);
    }

    @Test
    void betweenMilestonesTheyGrowEvenly() {
        var schedule =
                Schedule.of(BEGINS, ENDS, List.of(milestone("ดินและฐานราก", 20, 40), milestone("ผิวทาง", 80, 100)));
        assertThat(schedule.planned(BEGINS.plusDays(20))).isEqualTo(10);
        assertThat(schedule.planned(BEGINS.plusDays(40))).isEqualTo(20);
        assertThat(schedule.planned(BEGINS.plusDays(70))).isEqualTo(60);
        assertThat(schedule.earnedDays(10)).isEqualTo(20);
        assertThat(schedule.earnedDays(60)).isEqualTo(70);
    }

    @Test
    void halfThePaceTakesTwiceTheTime() {
        var forecast = forecast(List.of(reached(50, "25")), BEGINS.plusDays(50));
        assertThat(forecast.index()).hasValueCloseTo(0.5, within(1e-9));
        assertThat(forecast.expected()).isEqualTo(BEGINS.plusDays(200));
        assertThat(forecast.lateDays()).isEqualTo(100);
        assertThat(forecast.isReady()).isFalse();
    }

    @Test
    void asPlannedIsInTime() {
        var forecast = forecast(List.of(reached(30, "30")), BEGINS.plusDays(30));
        assertThat(forecast.expected()).isEqualTo(ENDS);
        assertThat(forecast.lateDays()).isZero();
    }

    @Test
    void whatIsNotReadyIsNeverExpectedBeforeToday() {
        assertThat(forecast(List.of(reached(30, "30")), ENDS.plusDays(12)))
                .satisfies(forecast -> assertThat(forecast.expected()).isEqualTo(ENDS.plusDays(12)))
                .satisfies(forecast -> assertThat(forecast.lateDays()).isEqualTo(12));
        assertThat(forecast(List.of(), ENDS.plusDays(3)).lateDays()).isEqualTo(3);
        assertThat(forecast(List.of(), BEGINS.plusDays(3)).expected()).isEqualTo(ENDS);
        assertThat(forecast(List.of(), BEGINS.plusDays(3)).index()).isEmpty();
    }

    @Test
    void whatIsReadyWasReadyOnTheDayOfTheFirstWholeReport() {
        var forecast =
                forecast(List.of(reached(60, "60"), reached(104, "100"), reached(110, "100")), ENDS.plusDays(400));
        assertThat(forecast.isReady()).isTrue();
        assertThat(forecast.expected()).isEqualTo(BEGINS.plusDays(104));
        assertThat(forecast.lateDays()).isEqualTo(4);
    }

    @Test
    void latenessIsAgainstTheContractNotTheLastMilestone() {
        var schedule = Schedule.of(BEGINS, ENDS, List.of(milestone("ทั้งหมด", 100, 80)));
        var forecast = schedule.forecast(List.of(reached(40, "45")), Optional.empty(), BEGINS.plusDays(40));
        assertThat(forecast.expected()).isEqualTo(BEGINS.plusDays(89));
        assertThat(forecast.lateDays()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void theEarnedScheduleInvertsThePlan(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var first = random.nextInt(1, 60);
            var schedule = Schedule.of(
                    BEGINS, ENDS, List.of(milestone("ก", random.nextInt(1, 99), first), milestone("ข", 1, first + 20)));
            var day = random.nextInt(first);
            assertThat(schedule.earnedDays(schedule.planned(BEGINS.plusDays(day))))
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(day, within(1e-6));
        }
    }

    private static Forecast forecast(List<Reached> reached, LocalDate today) {
        return Schedule.of(BEGINS, ENDS, List.of()).forecast(reached, Optional.empty(), today);
    }

    private static Reached reached(int day, String percent) {
        return new Reached(BEGINS.plusDays(day), new BigDecimal(percent));
    }

    private static Milestone milestone(String name, int weight, int day) {
        return new Milestone(name, BigDecimal.valueOf(weight), BEGINS.plusDays(day));
    }
}
