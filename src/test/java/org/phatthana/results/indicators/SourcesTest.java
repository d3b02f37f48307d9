package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Balances;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Ordinances;
import org.phatthana.places.Places;
import org.phatthana.results.formulas.Row;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// What the sources bring out of the rooms, and what the pack's indicators make of it.
@SpringBootTest
class SourcesTest {

    private static final FiscalYear YEAR = new FiscalYear(2566);

    @Autowired
    Indicators indicators;

    @Autowired
    LinesSource lines;

    @Autowired
    OrdinanceSource ordinance;

    @Autowired
    ProjectsSource projects;

    @Autowired
    WorksSource works;

    @Autowired
    Ledger ledger;

    @Autowired
    Ordinances ordinances;

    @Autowired
    Places places;

    private Tally province(String code, FiscalYear year) {
        var shown = indicators.shown(indicators.find(code).orElseThrow(), year);
        return shown.tallies().getOrDefault(places.province().code(), Tally.NONE);
    }

    @Test
    void theShareOfEducationIsThatOfTheRealOrdinances() {
        var year = new FiscalYear(2565);
        var decided = ordinances.of(year).orElseThrow().ordinance();
        assertThat(province("G2-02", year))
                .extracting(Tally::numerator, Tally::denominator, Tally::missing)
                .containsExactly(
                        decided.ofProgramme("การศึกษา").satang() * 10_000,
                        decided.total().satang() * 10_000,
                        0);
    }

    @Test
    void whatIsPaidOutIsWhatTheBooksSay() {
        var paid = ledger.lines(YEAR).values().stream().map(Balances::disbursed).toList();
        assertThat(province("G1-03", YEAR).numerator())
                .isEqualTo(Money.sum(paid).satang() * 10_000);
        assertThat(lines.rows()).allSatisfy(row -> {
            assertThat(row.row())
                    .isInstanceOfSatisfying(
                            Row.Filled.class,
                            filled -> assertThat(filled.values()).containsKeys("appropriated", "begins"));
            assertThat(row.place().isWithin(places.province().code())).isTrue();
        });
    }

    @Test
    void aLineThatPaysForAProjectIsWhereTheProjectIs() {
        var placed = lines.rows().stream()
                .filter(row -> Boolean.TRUE.equals(row.row().value("planned")))
                .map(row -> row.place().level())
                .collect(Collectors.toSet());
        assertThat(placed).contains(PlaceCode.Level.TAMBON);
    }

    @Test
    void beforeAnythingWasToldThereWasNothing() {
        var begin = Instant.parse("2001-01-01T00:00:00Z");
        for (var source : Set.<FigureSource>of(lines, ordinance, projects, works)) {
            assertThat(source.rows(begin).orElseThrow())
                    .as(source.source().name())
                    .isEmpty();
            assertThat(source.rows(Instant.now()).orElseThrow())
                    .as(source.source().name())
                    .hasSameSizeAs(source.rows());
        }
    }

    @Test
    void everyRowIsFoundAgain() {
        for (var source : Map.of("lines", lines, "ordinance", ordinance, "projects", projects, "works", works)
                .values()) {
            var row = source.rows().getFirst().row();
            var origin = source.origin(row.id()).orElseThrow();
            assertThat(row.id()).startsWith(origin.address());
            assertThat(origin.name().thai()).isNotBlank();
        }
    }

    /// What nobody knows is left out by the formulas themselves, row by row, so that no place is.
    @Test
    void noPlaceIsHiddenByASingleRowOfTheSampleYear() {
        assertThat(indicators.all())
                .extracting(indicator -> province(indicator.code(), YEAR))
                .allSatisfy(tally -> assertThat(tally.missing()).isZero())
                .filteredOn(tally -> tally.denominator() > 0)
                .hasSizeGreaterThan(12);
    }
}
