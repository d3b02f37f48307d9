package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.phatthana.values.PlaceCode;

class RollUpTest {

    private static final PlaceCode PROVINCE = new PlaceCode("91");

    @Test
    void anAmphoeHasTheSumsOfItsTambonNeverTheMeanOfTheirRatios() {
        var small = Tally.known(9, 10);
        var large = Tally.known(100, 1000);
        var all = RollUp.over(Map.of(new PlaceCode("910101"), small, new PlaceCode("910102"), large));
        assertThat(at(all, new PlaceCode("9101"))).isEqualTo(new Tally(109, 1010, 2, 0));
        assertThat(at(all, PROVINCE)).isEqualTo(new Tally(109, 1010, 2, 0));
        assertThat(at(all, PROVINCE).ratio().orElseThrow().toString()).startsWith("0.10792079");
    }

    @Test
    void nothingKnownIsNothingAndNeverZero() {
        var all = RollUp.over(Map.of(new PlaceCode("910101"), Tally.MISSING));
        assertThat(at(all, PROVINCE)).isEqualTo(Tally.MISSING);
        assertThat(at(all, PROVINCE).ratio()).isEmpty();
        assertThat(at(all, PROVINCE).amount()).isEmpty();
        assertThat(Tally.known(5, 0).ratio()).isEmpty();
        assertThat(Tally.known(0, 5).ratio()).hasValue(BigDecimal.ZERO);
    }

    @Test
    void aPlaceThatIsMissingChangesNoFigureAndIsCounted() {
        for (var seed = 0; seed < 200; seed++) {
            var places = random(new Random(seed));
            var before = at(RollUp.over(places), PROVINCE);
            places.put(new PlaceCode("919999"), Tally.MISSING);
            var after = at(RollUp.over(places), PROVINCE);
            assertThat(after.ratio()).as("seed %d", seed).isEqualTo(before.ratio());
            assertThat(after.known()).isEqualTo(before.known());
            assertThat(after.missing()).isEqualTo(before.missing() + 1);
        }
    }

    @Test
    void anyOrderAndAnyGroupingAddUpToTheSame() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var places = random(random);
            var expected = at(RollUp.over(places), PROVINCE);
            var shuffled = new ArrayList<>(places.values());
            Collections.shuffle(shuffled, random);
            var groups = List.of(new ArrayList<Tally>(), new ArrayList<Tally>(), new ArrayList<Tally>());
            shuffled.forEach(tally -> groups.get(random.nextInt(3)).add(tally));
            assertThat(Tally.sum(groups.stream().map(Tally::sum).toList()))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static Tally at(Map<PlaceCode, Tally> tallies, PlaceCode place) {
        return Objects.requireNonNull(tallies.get(place));
    }

    static Map<PlaceCode, Tally> random(Random random) {
        var places = new TreeMap<PlaceCode, Tally>();
        var amphoe = 1 + random.nextInt(4);
        for (var i = 1; i <= amphoe; i++) {
            var tambon = 1 + random.nextInt(5);
            for (var j = 1; j <= tambon; j++) {
                var whole = random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(60);
                var part = random.nextInt(whole + 1);
                places.put(
                        new PlaceCode("91%02d%02d".formatted(i, j)),
                        random.nextInt(10) == 0 ? Tally.MISSING : Tally.known(part * 1_000_000L, whole * 1_000_000L));
            }
        }
        return places;
    }
}
