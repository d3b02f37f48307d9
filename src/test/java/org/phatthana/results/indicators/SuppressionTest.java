package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.phatthana.values.PlaceCode;

class SuppressionTest {

    private static final int K = 5;

    @Test
    void aSmallTambonIsHiddenWithTheSmallestOfItsNeighbours() {
        assertThat(hidden(Map.of("910101", people(2, 30), "910102", people(20, 40), "910103", people(25, 90))))
                .isEqualTo(places("910101", "910102"));
    }

    @Test
    void noPeopleAtAllMayBeSaid() {
        assertThat(hidden(Map.of("910101", people(0, 30), "910102", people(20, 40))))
                .isEmpty();
    }

    @Test
    void aFewWhoAreNotCountedAreHiddenAsWell() {
        assertThat(hidden(Map.of("910101", people(28, 30), "910102", people(20, 40))))
                .hasSize(2);
    }

    @Test
    void theOnlyTambonOfAnAmphoeIsHiddenWithItsAmphoeAndAnotherTambon() {
        assertThat(hidden(Map.of(
                        "910101", people(2, 30),
                        "910201", people(10, 40),
                        "910202", people(30, 60),
                        "910301", people(50, 90),
                        "910302", people(55, 95))))
                .isEqualTo(places("9101", "910101", "9102", "910201"));
    }

    @Test
    void aFewWhomNobodyPlacedInATambonAreNotLeftOverWhenTheOthersAreTakenAway() {
        assertThat(hidden(Map.of("9101", people(2, 3), "910101", people(20, 40), "910102", people(25, 90))))
                .isEqualTo(places("910101"));
        assertThat(hidden(Map.of("9101", people(20, 30), "910101", people(20, 40), "910102", people(25, 90))))
                .isEmpty();
    }

    @Test
    void whereNothingElseHelpsTheWholeProvinceIsHidden() {
        assertThat(hidden(Map.of("910101", people(2, 30)))).isEqualTo(places("91", "9101", "910101"));
    }

    /// Whoever reads everything that is shown has one equation for each figure. None of what is hidden follows from
    /// them, by whatever adding and subtracting.
    @Test
    void whatIsHiddenFollowsFromNothingThatIsShown() {
        for (var seed = 0; seed < 2_000; seed++) {
            var all = RollUp.over(RollUpTest.random(new Random(seed)));
            var hidden = Suppression.of(all, K);
            var leaves = all.keySet().stream()
                    .filter(place -> place.level() == PlaceCode.Level.TAMBON)
                    .toList();
            var equations = new ArrayList<double[]>();
            all.keySet().stream()
                    .filter(place -> !hidden.contains(place))
                    .forEach(shown -> equations.add(leaves.stream()
                            .mapToDouble(leaf -> leaf.isWithin(shown) ? 1 : 0)
                            .toArray()));
            var rank = rank(equations, leaves.size());
            for (var secret : hidden) {
                var more = new ArrayList<>(equations);
                more.add(leaves.stream()
                        .mapToDouble(leaf -> leaf.isWithin(secret) ? 1 : 0)
                        .toArray());
                assertThat(rank(more, leaves.size()))
                        .as("seed %d: %s can be worked out; hidden are %s", seed, secret, hidden)
                        .isGreaterThan(rank);
            }
            for (ToLongFunction<Tally> side : List.<ToLongFunction<Tally>>of(Tally::numerator, Tally::denominator)) {
                assertThat(all.keySet())
                        .as("seed %d", seed)
                        .filteredOn(place -> !hidden.contains(place))
                        .noneMatch(place -> {
                            var count = side.applyAsLong(all.getOrDefault(place, Tally.NONE)) / 1_000_000;
                            return count > 0 && count < K;
                        });
            }
        }
    }

    /// Two tables of the same people hide others besides the few: one by how many are counted, one by how many live
    /// there. Whoever lays them side by side must not find what neither tells.
    @Test
    void tablesOfTheSamePeopleHideTheSamePlaces() {
        var counts = new TreeMap<PlaceCode, Tally>();
        var rates = new TreeMap<PlaceCode, Tally>();
        Map.of("910101", people(4, 900), "910102", people(6, 5_000), "910103", people(30, 1_000))
                .forEach((code, tally) -> {
                    counts.put(new PlaceCode(code), Tally.known(tally.numerator(), 0));
                    rates.put(new PlaceCode(code), tally);
                });
        counts.put(new PlaceCode("910104"), people(9, 0));
        rates.put(new PlaceCode("910104"), Tally.MISSING);
        var all = RollUp.over(counts);
        var perPerson = RollUp.over(rates);
        assertThat(Suppression.of(all, K)).isEqualTo(places("910101", "910102"));
        assertThat(Suppression.of(perPerson, K)).isEqualTo(places("910101", "910103"));

        assertThat(Suppression.of(List.of(all, perPerson), K)).isEqualTo(places("910101", "910102", "910103"));
    }

    @Test
    void aPlaceThatAnotherTableHidesIsNotTheOnlyOneHiddenHere() {
        var here = RollUp.over(new TreeMap<>(Map.of(
                new PlaceCode("910101"), people(20, 0),
                new PlaceCode("910102"), people(30, 0),
                new PlaceCode("910103"), people(40, 0))));
        var there = RollUp.over(new TreeMap<>(Map.of(
                new PlaceCode("910101"), people(2, 0),
                new PlaceCode("910104"), people(7, 0))));
        assertThat(Suppression.of(List.of(here, there), K)).isEqualTo(places("910101", "910102", "910104"));
    }

    private static int rank(List<double[]> equations, int width) {
        var rows = new ArrayList<>(equations.stream().map(double[]::clone).toList());
        var rank = 0;
        for (var column = 0; column < width && rank < rows.size(); column++) {
            var pivot = rank;
            while (pivot < rows.size() && Math.abs(rows.get(pivot)[column]) < 1e-9) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            Collections.swap(rows, rank, pivot);
            for (var other = rank + 1; other < rows.size(); other++) {
                var factor = rows.get(other)[column] / rows.get(rank)[column];
                for (var i = column; i < width; i++) {
                    rows.get(other)[i] -= factor * rows.get(rank)[i];
                }
            }
            rank++;
        }
        return rank;
    }

    private static Set<PlaceCode> hidden(Map<String, Tally> tambon) {
        var tallies = new TreeMap<PlaceCode, Tally>();
        tambon.forEach((code, tally) -> tallies.put(new PlaceCode(code), tally));
        return Suppression.of(RollUp.over(tallies), K);
    }

    private static Tally people(int part, int whole) {
        return Tally.known(part * 1_000_000L, whole * 1_000_000L);
    }

    private static Set<PlaceCode> places(String... codes) {
        return Set.of(codes).stream().map(PlaceCode::new).collect(Collectors.toSet());
    }
}
