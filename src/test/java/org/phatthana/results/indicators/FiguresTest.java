package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Language;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;

class FiguresTest {

    private static final FiscalYear YEAR = new FiscalYear(2569);
    private static final PlaceCode NORTH = new PlaceCode("910101");
    private static final PlaceCode SOUTH = new PlaceCode("910102");
    private static final PlaceCode AMPHOE = new PlaceCode("9101");

    private static final Language LANGUAGE =
            Language.of(List.of(source("schools", true), source("counts", false)), List.of());

    private final Map<String, List<Figures.PlacedRow>> rows =
            new HashMap<>(Map.of("schools", new ArrayList<>(), "counts", new ArrayList<>()));

    private static Source source(String name, boolean complete) {
        return new Source(
                name,
                List.of(Column.of("pupils", Type.of(Kind.INTEGER)), Column.of("seen", Type.of(Kind.DATE))),
                "seen",
                complete);
    }

    @Test
    void aYearRunsFromOctoberToSeptember() {
        for (var day : List.of("2025-09-30", "2025-10-01", "2026-09-30", "2026-10-01")) {
            add("schools", NORTH, day, 1L);
        }
        assertThat(figures("count(schools)", null)).containsEntry(NORTH, Tally.known(2_000_000, 0));
    }

    @Test
    void aPlaceWithoutRowsHasNoneIfTheSourceIsCompleteAndIsMissingIfNot() {
        add("schools", NORTH, "2026-01-01", 10L);
        add("counts", NORTH, "2026-01-01", 4L);
        assertThat(figures("count(schools)", null)).containsEntry(SOUTH, Tally.known(0, 0));
        assertThat(figures("sum(schools: pupils)", "sum(counts: pupils)"))
                .containsEntry(NORTH, Tally.known(10_000_000, 4_000_000))
                .containsEntry(SOUTH, Tally.MISSING);
    }

    @Test
    void oneRowThatIsNotKnownMakesItsPlaceMissingAndNoOther() {
        add("schools", NORTH, "2026-01-01", 10L);
        add("schools", NORTH, "2026-01-02", null);
        add("schools", SOUTH, "2026-01-02", 7L);
        assertThat(figures("sum(schools: pupils)", "count(schools)"))
                .containsEntry(NORTH, Tally.MISSING)
                .containsEntry(SOUTH, Tally.known(7_000_000, 1_000_000));
    }

    @Test
    void whatNobodyCanPlaceInATambonCountsInItsAmphoe() {
        add("schools", NORTH, "2026-01-01", 10L);
        add("schools", AMPHOE, "2026-01-01", 5L);
        add("schools", new PlaceCode("920101"), "2026-01-01", 99L);
        var tallies = figures("sum(schools: pupils)", null);
        assertThat(tallies).containsEntry(NORTH, Tally.known(10_000_000, 0)).doesNotContainKey(new PlaceCode("920101"));
        assertThat(RollUp.over(tallies)).containsEntry(AMPHOE, new Tally(15_000_000, 0, 3, 0));
    }

    @Test
    void theOrderOfRowsChangesNothingToTheLastDigit() {
        for (var seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            rows.values().forEach(List::clear);
            for (var i = 0; i < 60; i++) {
                add("schools", random.nextBoolean() ? NORTH : SOUTH, "2026-01-01", 1L + random.nextInt(1_000));
            }
            var before = figures("sum(schools: 100 / pupils) / 7", "sum(schools: pupils) / 3");
            rows.values().forEach(list -> Collections.shuffle(list, random));
            assertThat(figures("sum(schools: 100 / pupils) / 7", "sum(schools: pupils) / 3"))
                    .as("seed %d", seed)
                    .isEqualTo(before);
        }
    }

    private void add(String source, PlaceCode place, String day, @Nullable Long pupils) {
        var values = new HashMap<String, Object>(Map.of("seen", LocalDate.parse(day)));
        if (pupils != null) {
            values.put("pupils", BigDecimal.valueOf(pupils));
        }
        rows.computeIfAbsent(source, _ -> new ArrayList<>())
                .add(new Figures.PlacedRow(Row.of(source, values), place, false));
    }

    private Map<PlaceCode, Tally> figures(String numerator, @Nullable String denominator) {
        var text = Localized.thai("ทดสอบ");
        var indicator = new Indicator(
                "G1-01",
                text,
                text,
                "G1",
                formula(numerator),
                Optional.ofNullable(denominator).map(FiguresTest::formula),
                BigDecimal.ONE,
                text,
                true,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Indicator.Frequency.YEAR,
                text,
                "",
                "",
                false);
        return Figures.of(List.of(NORTH, SOUTH), rows).of(indicator, YEAR);
    }

    private static Formula formula(String text) {
        return (Formula) LANGUAGE.read(text, Map.of(), "");
    }
}
