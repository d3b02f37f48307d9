package org.phatthana.site.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

class ConsequencesTest {

    private static final Ground GROUND = ground();

    @Test
    void aProjectThatHadNothingBeginsAndTheOneThatPaysLoses() {
        var seen = Consequences.of(GROUND, moves("road~project-well~300"));
        assertThat(seen.after()).isEqualTo(seen.before()).isEqualTo(Money.ofBaht(1_600));
        assertThat(seen.projects())
                .extracting(one -> one.project().id(), Consequences.OfProject::fate, Consequences.OfProject::isWhole)
                .containsExactly(
                        tuple("bridge", Consequences.Fate.LOSES, false), tuple("well", Consequences.Fate.STARTS, true));
        assertThat(seen.goals())
                .filteredOn(goal -> !goal.change().isZero())
                .extracting(Consequences.OfGoal::goal, Consequences.OfGoal::change)
                .containsExactly(tuple("G8", Money.ofBaht(-300)), tuple("G10", Money.ofBaht(300)));
        assertThat(seen.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.freeAfter()).isEqualTo(Money.ofBaht(100)));
    }

    @Test
    void whatTakesAllOfAProjectStopsItAndMoreThanIsFreeIsTold() {
        var seen = Consequences.of(GROUND, moves("road~outside~1000"));
        assertThat(seen.after()).isEqualTo(Money.ofBaht(600));
        assertThat(seen.projects())
                .singleElement()
                .extracting(Consequences.OfProject::fate)
                .isEqualTo(Consequences.Fate.STOPS);
        assertThat(seen.lines()).singleElement().matches(Consequences.OfLine::isOverdrawn);
    }

    @Test
    void onlyWhatGoesFromLineToLineIsATransfer() {
        assertThat(Consequences.of(GROUND, moves("road~office~5", "office~spare~5"))
                        .isTransfer())
                .isTrue();
        assertThat(Consequences.of(GROUND, moves("road~project-well~5")).isTransfer())
                .isFalse();
        assertThat(Consequences.of(GROUND, moves("road~office~5", "outside~spare~5"))
                        .isTransfer())
                .isFalse();
        assertThat(Consequences.of(GROUND, List.of()).isTransfer()).isFalse();
    }

    @Test
    void movesThatUndoEachOtherChangeNothing() {
        var seen = Consequences.of(GROUND, moves("road~office~50.25", "office~road~50.25"));
        assertThat(seen.lines()).isEmpty();
        assertThat(seen.projects()).isEmpty();
        assertThat(seen.goals()).allMatch(goal -> goal.change().isZero());
    }

    @Test
    void aMoveOfALineThatIsGoneCountsForNothing() {
        var seen = Consequences.of(GROUND, moves("gone~office~50", "road~project-gone~7"));
        assertThat(seen.unknown()).hasSize(2);
        assertThat(seen.after()).isEqualTo(seen.before());
        assertThat(seen.lines()).isEmpty();
    }

    @Test
    void goalsAndLinesAddUpWhateverIsMoved() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var ends = List.of("road", "office", "spare", "project-well", Move.OUTSIDE);
            var moves = new ArrayList<Move>();
            for (var i = 0; i < random.nextInt(8); i++) {
                var from = ends.get(random.nextInt(ends.size()));
                var to = ends.get(random.nextInt(ends.size()));
                if (!from.equals(to)) {
                    moves.add(new Move(from, to, new Money(random.nextInt(1, 100_000))));
                }
            }
            var seen = Consequences.of(GROUND, moves);
            var whole = seen.after().minus(seen.before());
            assertThat(Money.sum(seen.goals().stream()
                            .map(Consequences.OfGoal::change)
                            .toList()))
                    .as("seed %d", seed)
                    .isEqualTo(whole);
            var ofWell = Money.sum(seen.projects().stream()
                    .filter(one -> one.project().id().equals("well"))
                    .map(one -> one.after().minus(one.before()))
                    .toList());
            assertThat(Money.sum(seen.lines().stream()
                                    .map(Consequences.OfLine::change)
                                    .toList())
                            .plus(ofWell))
                    .as("seed %d", seed)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a~b",
                "a~b~",
                "a~b~-5",
                "a~b~0",
                "a~b~0.00",
                "a~a~5",
                "a~b~1.234",
                "a~b~1e9",
                "A~b~5",
                "~~",
                "a~b~99999999999999"
            })
    void whatIsNoMoveIsPassedOver(String code) {
        assertThat(Move.parse(code)).isEmpty();
    }

    @Test
    void aMoveIsReadAsItIsWritten() {
        var move = new Move("01abc", Move.PROJECT + "01xyz", new Money(123_456_789));
        assertThat(Move.parse(move.code())).contains(move);
    }

    private static List<Move> moves(String... codes) {
        return java.util.Arrays.stream(codes)
                .map(code -> Move.parse(code).orElseThrow())
                .toList();
    }

    private static Ground ground() {
        var lines = new LinkedHashMap<String, BudgetedLine>();
        for (var line : List.of(
                line("road", "bridge", "G8", 1_000, 400),
                line("office", "", "G1", 500, 500),
                line("spare", "", "", 100, 100))) {
            lines.put(line.id(), line);
        }
        var projects = Map.of(
                "bridge", project("bridge", "G8", 1_000),
                "well", project("well", "G10", 250));
        return new Ground(
                new FiscalYear(2566),
                Ground.Basis.BOOKS,
                lines,
                projects,
                Map.of("G8", Money.ofBaht(2_000), "G10", Money.ofBaht(250)),
                false);
    }

    private static BudgetedLine line(String id, String project, String goal, long given, long free) {
        return new BudgetedLine(
                id, "แผนงาน", "งาน", "งบลงทุน", "", project, goal, Money.ofBaht(given), Money.ofBaht(free));
    }

    private static PlannedProject project(String id, String goal, long promised) {
        return new PlannedProject(
                id, Localized.thai(id), goal, Localized.thai("1 แห่ง"), Money.ofBaht(promised), List.of());
    }
}
