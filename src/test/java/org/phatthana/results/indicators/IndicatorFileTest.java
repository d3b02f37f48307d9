package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Language;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class IndicatorFileTest {

    static final Language LANGUAGE = Language.of(
            List.of(
                    new Source("places", List.of(Column.of("people", new Type(Kind.INTEGER, "person"))), "", false),
                    new Source("patients", List.of(), "", false, true)),
            List.of());

    private static final String SOUND = """
        code: G2-01
        name: { th: ชื่อ, en: Name }
        definition: { th: นิยาม, en: Definition }
        goal: G2
        numerator: "sum(places: people)"
        denominator: "count(patients)"
        per: 100
        unit: { th: คน, en: people }
        direction: less
        source: { th: ที่มา, en: Source }
        standard: { value: 2.5, source: { th: ที่มา, en: Source } }
        target: { year: 2570, value: 2 }
        frequency: year
        owner: { th: กอง, en: Division }
        sdg: 4.1.1
        people: true
        """;

    @Test
    void aSoundDeclarationIsReadWhole() {
        var read = read(Map.of("g2.yaml", List.of(fields("code", null))));
        assertThat(read.faults()).isEmpty();
        var indicator = read.indicators().getFirst();
        assertThat(indicator.moreIsBetter()).isFalse();
        assertThat(indicator.standard().orElseThrow().value()).isEqualByComparingTo("2.5");
        assertThat(indicator.baseline()).isEmpty();
        assertThat(indicator.ofPeople()).isTrue();
        assertThat(indicator.sdg()).isEqualTo("4.1.1");
        assertThat(indicator.value(Tally.known(3, 4)).orElseThrow()).isEqualByComparingTo("75");
        assertThat(indicator.value(Tally.MISSING)).isEmpty();
        assertThat(indicator.per()).isEqualTo(BigDecimal.valueOf(100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        code        | G2                    | #1    | code            | code
        name        | { th: ชื่อ }             | G2-01 | name            | texts
        name        | { th: ชื่อ, en: Roads, bridges } | G2-01 | name  | language
        owner       | { th: ' ', en: X }    | G2-01 | owner           | unowned
        owner       |                       | G2-01 | owner           | unowned
        goal        | G9                    | G2-01 | goal            | choice
        direction   | up                    | G2-01 | direction       | choice
        frequency   | month                 | G2-01 | frequency       | people-month
        numerator   |                       | G2-01 | numerator       | required
        per         | many                  | G2-01 | per             | number
        standard    | 12                    | G2-01 | standard        | parts
        standard    | { value: 2 }          | G2-01 | standard.source | texts
        target      | { year: 2027, value: 2 } | G2-01 | target.year  | year
        people      | maybe                 | G2-01 | people          | yes-no
        people      | false                 | G2-01 | people          | people-hidden
        ownr        | x                     | G2-01 | ownr            | unknown
        """)
    void aFaultIsToldWithFileIndicatorAndField(
            String field, @Nullable String yaml, String indicator, String where, String fault) {
        var value = yaml == null ? null : new YAMLMapper().readValue(yaml, Object.class);
        var fields = fields(field, value == null ? "" : value);
        if (value == null) {
            fields.remove(field);
        }
        var read = read(Map.of("g2.yaml", List.of(fields)));
        assertThat(read.indicators()).isEmpty();
        assertThat(read.faults()).singleElement().satisfies(one -> {
            assertThat(one.file()).isEqualTo("g2.yaml");
            assertThat(one.indicator()).isEqualTo(indicator);
            assertThat(one.field()).isEqualTo(where);
            assertThat(one.message().key()).isEqualTo("results.indicator." + fault);
        });
    }

    @Test
    void aFaultOfAFormulaIsToldInItsField() {
        var read = read(Map.of("g2.yaml", List.of(fields("denominator", "count(places) + denominator(G2-01)"))));
        assertThat(read.faults()).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo("denominator");
            assertThat(one.message().arguments()).contains("denominator(G2-01) → denominator(G2-01)");
        });
    }

    @Test
    void everyFaultIsToldAndOneCodeStandsOnce() {
        var second = fields("owner", "");
        second.put("goal", "G7");
        var read = read(Map.of("a.yaml", List.of(second), "b.yaml", List.of(fields("goal", "G1"))));
        assertThat(read.indicators()).isEmpty();
        assertThat(read.faults())
                .extracting(IndicatorFile.Fault::file, IndicatorFile.Fault::field)
                .containsExactlyInAnyOrder(tuple("b.yaml", "code"), tuple("a.yaml", "owner"), tuple("a.yaml", "goal"));
    }

    private static IndicatorFile.Read read(Map<String, List<Map<String, Object>>> files) {
        return IndicatorFile.read(files, LANGUAGE, Set.of("G1", "G2"));
    }

    private static Map<String, Object> fields(String field, @Nullable Object value) {
        var fields = new HashMap<>(new YAMLMapper().readValue(SOUND, new TypeReference<Map<String, Object>>() {}));
        if (value != null) {
            fields.put(field, value);
        }
        return fields;
    }
}
