package org.phatthana.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.packs.Pack;
import org.phatthana.results.ScoringTemplate.Criterion;
import org.phatthana.values.Localized;

class ScoringTemplatesTest {

    @Test
    void thePacksFormsHaveAHundredPointsEach() {
        var templates = new ScoringTemplates(new Pack("phitsanulok")).all();
        assertThat(templates).extracting(ScoringTemplate::id).containsExactly("strategy", "projects");
        assertThat(templates).allSatisfy(template -> {
            assertThat(template.toVerify()).isTrue();
            assertThat(template.scored().stream().mapToInt(Criterion::points).sum())
                    .isEqualTo(100);
        });
        assertThat(templates.getFirst().scored())
                .extracting(Criterion::id)
                .containsExactly("1", "2", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10");
        assertThat(templates.getLast().scored()).hasSize(4 + 12);
        assertThat(new ScoringTemplates(new Pack("tiny")).all()).hasSize(1);
    }

    @Test
    void aFormThatDoesNotSumToAHundredIsRefusedWithItsSum() {
        assertThatThrownBy(() -> template(criterion("1", 60), criterion("2", 30)))
                .hasMessageContaining("evaluation.yaml")
                .hasMessageContaining("sum to 90");
    }

    @Test
    void partsThatDoNotSumToWhatTheyDivideAreRefused() {
        var divided = new Criterion(
                "2", Localized.thai("ข้อ"), 40, List.of(), "", List.of(criterion("2.1", 20), criterion("2.2", 10)));
        assertThatThrownBy(() -> template(criterion("1", 60), divided))
                .hasMessageContaining("sum to 30, where criterion 2 has 40 points");
    }

    @Test
    void aCriterionStandsThereOnceAndSuggestsOnlyByWhatItShows() {
        assertThatThrownBy(() -> template(criterion("1", 60), criterion("1", 40)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> template(
                        new Criterion("1", Localized.thai("ข้อ"), 100, List.of("with-place"), "with-kpi", List.of())))
                .hasMessageContaining("does not show");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "4.5, true", "60, true", "60.01, false", "-1, false", "4.555, false"})
    void pointsStayWithinTheirCriterionAndHaveTwoDecimals(BigDecimal points, boolean isKept) {
        var template = template(criterion("1", 60), criterion("2", 40));
        var scores = new Scores(Map.of("1", new Scores.Score(Optional.of(points), "")));
        assertThat(scores.faults(template).isEmpty()).isEqualTo(isKept);
        assertThat(scores.total(template)).isEmpty();
        assertThat(scores.given(template)).isEqualTo(1);
    }

    @Test
    void aTotalIsExact() {
        var scores = new Scores(Map.of(
                "1", new Scores.Score(Optional.of(new BigDecimal("12.10")), ""),
                "2", new Scores.Score(Optional.of(new BigDecimal("7.2")), "")));
        assertThat(scores.total(template(criterion("1", 60), criterion("2", 40))))
                .contains(new BigDecimal("19.3"));
    }

    private static ScoringTemplate template(Criterion... criteria) {
        return new ScoringTemplate(
                "test", 1, Localized.thai("แบบ"), Localized.thai("ระเบียบ"), false, List.of(criteria));
    }

    private static Criterion criterion(String id, int points) {
        return new Criterion(id, Localized.thai("ข้อ"), points, List.of(), "", List.of());
    }
}
