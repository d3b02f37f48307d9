package org.phatthana.results.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.phatthana.places.Places;
import org.phatthana.results.indicators.FigureRows;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.IndicatorVersions;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.results.indicators.Tally;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Every figure opens to what it is made of, and to nothing that it may not show.
@SpringBootTest
@AutoConfigureMockMvc
class LineageTest {

    private static final FiscalYear YEAR = new FiscalYear(2566);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Lineages lineages;

    @Autowired
    FigureRows rows;

    @Autowired
    Indicators indicators;

    @Autowired
    IndicatorVersions versions;

    @Autowired
    Places places;

    @Test
    void theRowsOfAFigureAddUpToIt() {
        for (var indicator : indicators.all()) {
            for (var place : new PlaceCode[] {new PlaceCode("65"), new PlaceCode("6508")}) {
                var lineage = lineages.of(indicator, YEAR, places.find(place).orElseThrow(), Optional.empty());
                var parts = rows.parts(indicator, YEAR, place, Optional.empty()).orElseThrow();
                var tally = lineage.score().tally();
                if (lineage.listed()) {
                    assertThat(parts.stream()
                                    .mapToLong(FigureRows.Part::numerator)
                                    .sum())
                            .as("%s in %s", indicator.code(), place)
                            .isEqualTo(tally.numerator());
                    assertThat(parts.stream()
                                    .mapToLong(FigureRows.Part::denominator)
                                    .sum())
                            .isEqualTo(tally.denominator());
                    assertThat(lineage.found()).isEqualTo(parts.size());
                }
            }
        }
    }

    @Test
    void aRowSaysWhatItIsAndWhereItWasTold() {
        var indicator = indicators.find("G1-01").orElseThrow();
        var lineage = lineages.of(indicator, YEAR, places.province(), Optional.empty());
        assertThat(lineage.rows()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.origin().orElseThrow().address()).startsWith("/works/");
            assertThat(line.told().orElseThrow().subject()).startsWith("/works/");
        });
        assertThat(browser.get().uri("/indicators/G1-01/2566/65"))
                .hasStatusOk()
                .bodyText()
                .contains("count(works where known(ends) by delivered)", lineage.digest(), "/works/", "#entry-");
    }

    @Test
    void aDayThatNobodyCouldMeanIsRefused() {
        for (var at : List.of("9999-12-31", "%2B999999999-12-31", "-0001-01-01", "2156-10-01", "2024-02-30", "x")) {
            for (var path : List.of("/indicators/", "/api/v1/indicators/")) {
                assertThat(browser.get().uri(URI.create(path + "G2-07/2570/65?at=" + at)))
                        .as(path + at)
                        .hasStatus(400);
            }
        }
        for (var at : List.of("1947-01-01", "2156-09-30")) {
            assertThat(browser.get().uri("/indicators/G2-07/2570/65?at=" + at))
                    .as(at)
                    .hasStatusOk();
        }
    }

    @Test
    void anEarlierDayHasTheFigureOfThatDayOrSaysWhyNot() {
        var works = indicators.find("G1-01").orElseThrow();
        var before = lineages.of(works, YEAR, places.province(), Optional.of(LocalDate.of(2001, 1, 1)));
        assertThat(before.then().orElseThrow().score().orElseThrow().value()).isEmpty();
        var later = lineages.of(works, YEAR, places.province(), Optional.of(LocalDate.of(2600, 1, 1)));
        assertThat(later.then().orElseThrow().score().orElseThrow().value())
                .isEqualTo(later.score().value());
        var people = indicators.find("G2-01").orElseThrow();
        assertThat(lineages.of(people, YEAR, places.province(), Optional.of(LocalDate.of(2026, 1, 1)))
                        .then()
                        .orElseThrow()
                        .forgetful())
                .containsExactly("places");
        assertThat(browser.get().uri("/indicators/G2-01/2566/65?at=2026-01-01"))
                .bodyText()
                .contains("ระบบไม่ได้เก็บสภาพเดิม");
        assertThat(browser.get().uri("/indicators/G1-01/2566/65?at=yesterday")).hasStatus(400);
    }

    /// Of the works of the sample year a single one had one bidder. Were works people, nobody might know of it.
    @Test
    void whatIsHiddenDoesNotLeakThroughItsLineage() {
        var other = indicators.find("G1-08").orElseThrow();
        var ofPeople = new Indicator(
                "Z1-08",
                other.name(),
                other.definition(),
                other.goal(),
                other.numerator(),
                other.denominator(),
                other.per(),
                other.unit(),
                false,
                other.source(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                other.frequency(),
                other.owner(),
                "",
                "",
                true);
        var lineage = lineages.of(ofPeople, YEAR, places.province(), Optional.of(LocalDate.of(2600, 1, 1)));
        assertThat(lineage.score().hidden()).isTrue();
        assertThat(lineage.score().tally()).isEqualTo(Tally.NONE);
        assertThat(lineage.listed()).isFalse();
        assertThat(lineage.rows()).isEmpty();
        assertThat(lineage.found()).isZero();
        var then = lineage.then().orElseThrow().score().orElseThrow();
        assertThat(then.hidden()).isTrue();
        assertThat(then.tally()).isEqualTo(Tally.NONE);
        for (var part : lineage.parts()) {
            var below = lineages.of(ofPeople, YEAR, part.place(), Optional.empty());
            assertThat(below.rows()).isEmpty();
            assertThat(part.score().hidden() ? part.score().tally() : Tally.NONE)
                    .isEqualTo(Tally.NONE);
        }
    }

    @Test
    void programsReadALineage() {
        assertThat(browser.get().uri("/api/v1/indicators/G1-01/2566/65?at=2001-01-01"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.rows[0].source").isEqualTo("works");
                    assertThat(json)
                            .extractingPath("$.rows[0].address")
                            .asString()
                            .startsWith("/works/");
                    assertThat(json).extractingPath("$.rows[0].logEntry").isNotNull();
                    assertThat(json).extractingPath("$.figure.hidden").isEqualTo(false);
                    assertThat(json).extractingPath("$.then.figure.value").isNull();
                });
        assertThat(browser.get().uri("/api/v1/indicators/G1-01/2566/65?at=x")).hasStatus(400);
        assertThat(browser.get().uri("/api/v1/indicators/G1-01/2566/91")).hasStatus(404);
    }

    @Test
    void anotherFormulaIsAnotherVersion() {
        assertThat(indicators.all().stream().map(versions::digest).distinct())
                .hasSameSizeAs(indicators.all())
                .allSatisfy(digest -> assertThat(digest).matches("[0-9a-f]{12}"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var address : new String[] {
            "/indicators/G9-99/2566/65", "/indicators/G1-01/2566/91", "/indicators/G1-01/2566/65010101"
        }) {
            assertThat(browser.get().uri(address)).as(address).hasStatus(404);
        }
    }
}
