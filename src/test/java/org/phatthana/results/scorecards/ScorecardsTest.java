package org.phatthana.results.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.phatthana.places.Places;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/// How goals stand, with the sample year and the real ordinances.
@SpringBootTest
@AutoConfigureMockMvc
class ScorecardsTest {

    private static final FiscalYear YEAR = new FiscalYear(2566);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Scorecards scorecards;

    @Autowired
    Equity equity;

    @Autowired
    Strategy strategy;

    @Autowired
    Places places;

    @Autowired
    Indicators indicators;

    @Test
    void aYearOfWhichNothingWasRecordedHasNoFigure() {
        var paid = indicators.find("G2-01").orElseThrow();
        var old = scorecards.score(paid, places.province().code(), new FiscalYear(2530));
        assertThat(old.tally().denominator()).isPositive();
        assertThat(old.recorded()).isFalse();
        assertThat(old.value()).isEmpty();
        assertThat(old.light()).isEqualTo(Light.NO_FIGURE);
    }

    @Test
    void standardsMakeGapsAndLights() {
        var card = scorecards.of(strategy.goal("G1").orElseThrow(), places.province(), Optional.of(YEAR));
        assertThat(card.scores()).hasSizeGreaterThan(10);
        assertThat(card.scores())
                .filteredOn(score -> score.indicator().standard().isEmpty())
                .allSatisfy(score -> {
                    assertThat(score.gap()).isEmpty();
                    assertThat(score.light()).isIn(Light.NO_STANDARD, Light.NO_FIGURE);
                });
        assertThat(card.scores())
                .filteredOn(score -> score.gap().isPresent())
                .isNotEmpty()
                .allSatisfy(score ->
                        assertThat(score.gap().orElseThrow().signum() <= 0).isEqualTo(score.light() == Light.REACHED));
    }

    @Test
    void noRankIsShownWithoutATrend() {
        for (var indicator : indicators.all()) {
            for (var amphoe : places.amphoe()) {
                var score = scorecards.score(indicator, amphoe.code(), YEAR);
                assertThat(score.rank().isPresent() && score.trend() instanceof Trend.TooFew)
                        .isFalse();
            }
        }
    }

    @Test
    void whoWaitsMostStandsFirst() {
        var indicator = indicators.find("G1-06").orElseThrow();
        var waiting = scorecards.waiting(indicator, places.province(), PlaceCode.Level.AMPHOE, YEAR);
        assertThat(waiting).hasSameSizeAs(places.amphoe());
        var numbers =
                waiting.stream().flatMap(each -> each.peopleWaiting().stream()).toList();
        assertThat(numbers).isSortedAccordingTo((one, two) -> Double.compare(two, one));
    }

    @Test
    void sharesOfNeedAndMoneyAreOfTheWhole() {
        var view = equity.of(
                strategy.goal("G8").orElseThrow(),
                indicators.find("G1-07").orElseThrow(),
                YEAR,
                PlaceCode.Level.AMPHOE);
        var money = view.fares().stream()
                .mapToDouble(fare -> fare.moneyShare().orElse(0.0))
                .sum();
        assertThat(money).isBetween(0.999, 1.001);
        assertThat(view.elsewhere()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void programsReadAScorecard() {
        assertThat(browser.get().uri("/api/v1/goals/G2/scorecard?place=65&year=2566"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.goal").isEqualTo("G2");
                    assertThat(json).extractingPath("$.year").isEqualTo(2566);
                    assertThat(json).extractingPath("$.indicators[1].code").isEqualTo("G2-02");
                    assertThat(json).extractingPath("$.indicators[1].state").isEqualTo("no-standard");
                    assertThat(json).extractingPath("$.indicators[1].trend").isNull();
                });
        assertThat(browser.get().uri("/api/v1/goals/G2/scorecard?place=6508")).hasStatusOk();
        assertThat(browser.get().uri("/api/v1/goals/G99/scorecard")).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/goals/G2/scorecard?place=91")).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/goals/G2/scorecard?year=25x6")).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/strategy"))
                .bodyJson()
                .extractingPath("$.indicators[0].code")
                .isEqualTo("G1-01");
    }

    @Test
    void everyGoalAndPlaceHasItsPage() {
        for (var address : new String[] {
            "/goals/G1",
            "/en/goals/G1?place=6508&year=2566",
            "/goals/G1?place=650801&indicator=G1-06",
            "/goals/G2?year=2566&indicator=G2-03",
            "/goals/G5",
            "/goals/G1/equity",
            "/en/goals/G2/equity?level=tambon",
            "/missions/M1"
        }) {
            assertThat(browser.get().uri(address)).as(address).hasStatusOk();
        }
        assertThat(browser.get().uri("/goals/G1?year=2566")).bodyText().contains("ถึงมาตรฐาน", "G1-03", "16.6.1");
        assertThat(browser.get().uri("/goals/G1?place=99")).hasStatus(404);
        assertThat(browser.get().uri("/goals/G1?indicator=G2-01")).hasStatus(404);
    }

    @Test
    void allFiguresOfAGoalAreThoseOfItsScorecards() {
        assertThat(browser.get().uri("/api/v1/goals/G1/figures?level=amphoe"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isNotEmpty();
        var answer =
                browser.get().uri("/api/v1/goals/G1/figures?level=province").exchange();
        var items = JsonMapper.shared()
                .readTree(answer.getMvcResult().getResponse().getContentAsByteArray())
                .path("items");
        assertThat(items).isNotEmpty().allSatisfy(item -> {
            var score = scorecards.score(
                    indicators.find(item.path("indicator").asString()).orElseThrow(),
                    places.province().code(),
                    new FiscalYear(item.path("year").asInt()));
            var value = item.path("places").path(0).path("value");
            assertThat(value.isNull()).isEqualTo(score.value().isEmpty());
            score.value().ifPresent(known -> assertThat(value.decimalValue()).isEqualByComparingTo(known));
        });
        assertThat(browser.get().uri("/api/v1/goals/G1/figures?level=village")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/api/v1/goals/G99/figures")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
