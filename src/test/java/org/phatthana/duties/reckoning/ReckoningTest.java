package org.phatthana.duties.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.duties.Deadline;
import org.phatthana.duties.Duty;
import org.phatthana.duties.Obligation;
import org.phatthana.duties.Obligation.State;
import org.phatthana.duties.Owner;
import org.phatthana.duties.Period;
import org.phatthana.duties.Sign;
import org.phatthana.people.Role;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;

/// The clock over entries and days.
class ReckoningTest {

    private static final LocalDate BEGAN = LocalDate.of(2025, 1, 10);
    private static final FiscalYear Y2569 = new FiscalYear(2569);
    private static final Sign DATED = sign("plan.ordinance-dated", "", "ordinance");
    private static final Sign IMPORTED =
            new Sign("budget.ordinance-imported", "year", "", "", Map.of("organization", "pao"));
    private static final Sign ANNOUNCED = sign("plan.operation-announced", "", "");
    private static final Duty OPERATION =
            duty("operation", new Deadline.After(List.of(DATED, IMPORTED), 30), List.of(ANNOUNCED));
    private static final Duty REPORT = duty(
            "report",
            new Deadline.Yearly("12-31", Deadline.About.PREVIOUS),
            List.of(sign("results.evaluation-published", "", "")));
    private static final Duty PLAN = duty(
            "plan",
            new Deadline.Yearly("10-31", Deadline.About.NEXT),
            List.of(new Sign("plan.plan-imported", "firstYear", "lastYear", "", Map.of())));
    private static final Duty MONTHLY =
            duty("monthly", new Deadline.Monthly(31), List.of(new Sign("works.listed", "month", "", "", Map.of())));

    @ParameterizedTest
    @CsvSource({
        "2025-12-01, LATER",
        "2025-12-11, SOON",
        "2025-12-31, SOON", // the due day itself is in time
        "2026-01-01, OVERDUE",
        "2027-06-01, OVERDUE"
    })
    void aYearlyDutyBecomesDueSoonThenOverdueAfterItsDay(LocalDate today, State state) {
        var report = only(new Reckoning(List.of(), BEGAN, today).in(Y2569, List.of(REPORT)));
        assertThat(report.period().key()).isEqualTo("2568");
        assertThat(report.due()).contains(LocalDate.of(2025, 12, 31));
        assertThat(report.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T16:59:59Z, IN_TIME", // a second before midnight in Thailand
        "2025-12-31T17:00:00Z, LATE"
    })
    void theTimeOfTheEntryProvesWhetherItWasInTime(Instant at, State state) {
        var published = fact(7, at, "results.evaluation-published", Map.of("year", "2568"));
        var report = only(on(LocalDate.of(2026, 3, 1), published).in(Y2569, List.of(REPORT)));
        assertThat(report.state()).isEqualTo(state);
        assertThat(report.done().orElseThrow().position()).isEqualTo(7);
        assertThat(report.done().orElseThrow().at()).isEqualTo(at);
    }

    @Test
    void anActAboutAnotherYearOrAnotherOfficeFulfilsNothing() {
        var other = fact(1, at("2025-11-01"), "results.evaluation-published", Map.of("year", "2567"));
        assertThat(only(on(LocalDate.of(2025, 12, 20), other).in(Y2569, List.of(REPORT)))
                        .state())
                .isEqualTo(State.SOON);
        var neighbour = fact(
                2, at("2025-09-01"), "budget.ordinance-imported", Map.of("year", "2569", "organization", "another"));
        assertThat(only(on(LocalDate.of(2025, 12, 20), neighbour).in(Y2569, List.of(OPERATION)))
                        .state())
                .isEqualTo(State.NOT_BEGUN);
    }

    @Test
    void daysRunFromTheDayThatIsToldElseFromTheFirstEntry() {
        var today = LocalDate.of(2025, 10, 5);
        var imported = ordinance(1, "2025-09-20");
        var again = ordinance(2, "2025-09-28");
        assertThat(only(on(today, imported, again).in(Y2569, List.of(OPERATION)))
                        .due())
                .contains(LocalDate.of(2025, 10, 20));
        var told = dated(3, "2025-09-30", "2025-09-15");
        var corrected = dated(4, "2025-10-01", "2025-09-10");
        assertThat(only(on(today, imported, told).in(Y2569, List.of(OPERATION))).due())
                .contains(LocalDate.of(2025, 10, 15));
        var last = only(on(today, imported, told, corrected).in(Y2569, List.of(OPERATION)));
        assertThat(last.due()).contains(LocalDate.of(2025, 10, 10));
        assertThat(last.start().orElseThrow().isTold()).isTrue();
        var takenBack = fact(5, at("2025-10-02"), "plan.ordinance-dated", Map.of("year", "2569"));
        assertThat(only(on(today, imported, told, takenBack).in(Y2569, List.of(OPERATION)))
                        .due())
                .contains(LocalDate.of(2025, 10, 20));
    }

    @Test
    void anObligationStandsInTheFiscalYearOfItsDay() {
        var early = dated(1, "2025-08-20", "2025-08-15"); // due on 14 September 2025, in fiscal year 2568
        var reckoning = on(LocalDate.of(2025, 9, 1), early);
        assertThat(reckoning.in(Y2569, List.of(OPERATION))).isEmpty();
        assertThat(only(reckoning.in(new FiscalYear(2568), List.of(OPERATION)).stream()
                                .filter(one -> one.period().key().equals("2569"))
                                .toList())
                        .state())
                .isEqualTo(State.SOON);
        var edge = dated(2, "2025-09-01", "2025-08-31"); // 30 September is the last day of the year
        assertThat(on(LocalDate.of(2025, 9, 1), edge).in(Y2569, List.of(OPERATION)))
                .isEmpty();
        var over = dated(3, "2025-09-01", "2025-09-01");
        assertThat(only(on(LocalDate.of(2025, 9, 1), over).in(Y2569, List.of(OPERATION)))
                        .due())
                .contains(LocalDate.of(2025, 10, 1));
    }

    @Test
    void whatFellDueBeforeTheHouseBeganIsNotOverdueAndNotLate() {
        var today = LocalDate.of(2025, 6, 1);
        var year = new FiscalYear(2568);
        assertThat(only(on(today).in(year, List.of(REPORT))).state()).isEqualTo(State.NOT_KNOWN);
        var imported = fact(0, at("2025-01-10"), "results.evaluation-published", Map.of("year", "2567"));
        assertThat(only(on(today, imported).in(year, List.of(REPORT))).state()).isEqualTo(State.ON_RECORD);
        // An ordinance of a year long gone is taken in: no clock starts on that day.
        var old = fact(0, at("2025-01-10"), "budget.ordinance-imported", Map.of("year", "2566", "organization", "pao"));
        var obligation = only(on(today, old).in(new FiscalYear(2566), List.of(OPERATION)));
        assertThat(obligation.state()).isEqualTo(State.NOT_KNOWN);
        assertThat(obligation.due()).isEmpty();
    }

    @Test
    void onePlanCoversAllItsYears() {
        var plan = fact(1, at("2025-10-31"), "plan.plan-imported", Map.of("firstYear", "2570", "lastYear", "2574"));
        var reckoning = on(LocalDate.of(2030, 12, 1), plan);
        assertThat(only(reckoning.in(Y2569, List.of(PLAN))).state()).isEqualTo(State.IN_TIME);
        assertThat(only(reckoning.in(new FiscalYear(2573), List.of(PLAN))).state())
                .isEqualTo(State.IN_TIME);
        assertThat(only(reckoning.in(new FiscalYear(2574), List.of(PLAN))).state())
                .isEqualTo(State.OVERDUE);
    }

    @Test
    void sampleEntriesStandApartAndFulfilNothingReal() {
        var sample =
                new Fact(3, at("2025-12-01"), "results.evaluation-published", "/plan", true, Map.of("year", "2568"));
        var both = on(LocalDate.of(2026, 1, 5), sample).in(Y2569, List.of(REPORT));
        assertThat(both).extracting(Obligation::state).containsExactly(State.OVERDUE, State.IN_TIME);
        assertThat(both).extracting(Obligation::sample).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01, 2024-02-29",
        "2025-01, 2025-02-28",
        "2025-03, 2025-04-30",
        "2025-12, 2026-01-31",
        "2025-08, 2025-09-30"
    })
    void aMonthIsDueInTheNextOneOnItsLastDayAtTheLatest(YearMonth month, LocalDate due) {
        var period = new Period.Month(month);
        assertThat(on(due).of(MONTHLY, period, false).due()).contains(due);
        var done = fact(1, at(due.toString()), "works.listed", Map.of("month", month.toString()));
        assertThat(on(due.plusDays(3), done).of(MONTHLY, period, false).done()).isPresent();
        assertThat(on(due).in(FiscalYear.containing(due), List.of(MONTHLY)))
                .hasSize(12)
                .extracting(Obligation::period)
                .contains(period);
    }

    @Test
    void theTwentyNinthOfFebruaryIsTheTwentyEighthWhereThereIsNone() {
        var leap = new Deadline.Yearly("02-29", Deadline.About.SAME);
        assertThat(leap.of(new FiscalYear(2567))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(leap.of(new FiscalYear(2568))).isEqualTo(LocalDate.of(2025, 2, 28));
        var last = new Deadline.Yearly("09-30", Deadline.About.NEXT);
        assertThat(last.of(Y2569)).isEqualTo(LocalDate.of(2025, 9, 30));
        assertThat(new Deadline.Yearly("10-01", Deadline.About.SAME).of(Y2569)).isEqualTo(LocalDate.of(2025, 10, 1));
    }

    /// Over random logs: the answer depends on nothing but the log and the day; time alone never undoes what is
    /// done, and moves what is open only from later to soon to overdue.
    @Test
    void timeAloneOnlyEverBringsADutyNearer() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var duties = List.of(OPERATION, REPORT, PLAN, MONTHLY);
        for (var round = 0; round < 300; round++) {
            var facts = randomLog(random);
            var day = BEGAN.plusDays(random.nextInt(900));
            var year = new FiscalYear(2567 + random.nextInt(5));
            var now = new Reckoning(facts, BEGAN, day).in(year, duties);
            assertThat(new Reckoning(List.copyOf(facts), BEGAN, day).in(year, duties))
                    .as("seed %d", seed)
                    .isEqualTo(now);
            var later = new Reckoning(facts, BEGAN, day.plusDays(1 + random.nextInt(60)));
            for (var before : now) {
                var after = later.of(before.duty(), before.period(), before.sample());
                assertThat(after.due()).as("seed %d", seed).isEqualTo(before.due());
                assertThat(after.done()).as("seed %d", seed).isEqualTo(before.done());
                if (before.state().isDone() || before.due().isEmpty()) {
                    assertThat(after.state()).as("seed %d", seed).isEqualTo(before.state());
                } else if (before.state() != State.NOT_KNOWN) {
                    assertThat(after.state()).as("seed %d: %s", seed, before).isLessThanOrEqualTo(before.state());
                }
                var due = before.due().orElse(LocalDate.MAX);
                assertThat(before.state() == State.OVERDUE)
                        .as("seed %d: %s", seed, before)
                        .isEqualTo(before.done().isEmpty() && due.isBefore(day) && !due.isBefore(BEGAN));
            }
        }
    }

    private static List<Fact> randomLog(Random random) {
        var facts = new ArrayList<Fact>();
        var at = BEGAN;
        for (var position = 0L; position < random.nextInt(20); position++) {
            at = at.plusDays(random.nextInt(60));
            var year = Integer.toString(2567 + random.nextInt(4));
            facts.add(
                    switch (random.nextInt(6)) {
                        case 0 ->
                            fact(position, at(at.toString()), "results.evaluation-published", Map.of("year", year));
                        case 1 ->
                            dated(
                                    position,
                                    at.toString(),
                                    at.minusDays(random.nextInt(90)).toString());
                        case 2 -> ordinance(position, at.toString());
                        case 3 -> fact(position, at(at.toString()), "plan.operation-announced", Map.of("year", year));
                        case 4 ->
                            fact(
                                    position,
                                    at(at.toString()),
                                    "works.listed",
                                    Map.of("month", YearMonth.from(at).toString()));
                        default ->
                            new Fact(
                                    position,
                                    at(at.toString()),
                                    "plan.operation-announced",
                                    "/plan",
                                    true,
                                    Map.of("year", year));
                    });
        }
        return facts;
    }

    private static Obligation only(List<Obligation> obligations) {
        assertThat(obligations).hasSize(1);
        return obligations.getFirst();
    }

    private static Reckoning on(LocalDate today, Fact... facts) {
        return new Reckoning(List.of(facts), BEGAN, today);
    }

    private static Fact dated(long position, String at, String day) {
        return fact(position, at(at), "plan.ordinance-dated", Map.of("year", "2569", "ordinance", day));
    }

    private static Fact ordinance(long position, String at) {
        return fact(position, at(at), "budget.ordinance-imported", Map.of("year", "2569", "organization", "pao"));
    }

    private static Fact fact(long position, Instant at, String kind, Map<String, String> fields) {
        return new Fact(position, at, kind, "/plan", false, fields);
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T05:00:00Z");
    }

    private static Sign sign(String act, String until, String day) {
        return new Sign(act, "year", until, day, Map.of());
    }

    private static Duty duty(String id, Deadline due, List<Sign> done) {
        return new Duty(
                id,
                Localized.of("หน้าที่", "Duty"),
                Localized.of("กฎหมาย", "Law"),
                true,
                new Owner.ByRole(Role.PLANNER),
                due,
                done,
                20,
                "/plan");
    }
}
