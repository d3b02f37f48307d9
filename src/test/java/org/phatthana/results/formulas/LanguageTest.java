package org.phatthana.results.formulas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private static final LocalDate OPENED = LocalDate.of(2025, 11, 3);
    private static final Source SCHOOLS = new Source(
            "schools",
            List.of(
                    Column.of("pupils", new Type(Kind.INTEGER, "person")),
                    Column.of("teachers", new Type(Kind.INTEGER, "person")),
                    Column.of("budget", Type.number("baht")),
                    Column.of("name", Type.of(Kind.TEXT)),
                    new Column("level", Type.of(Kind.CODE), Set.of("primary", "secondary")),
                    Column.of("opened", Type.of(Kind.DATE)),
                    Column.of("inspected", Type.of(Kind.DATE)),
                    Column.of("works", Type.YES_NO)),
            "opened",
            true);
    private static final Language LANGUAGE = Language.of(List.of(SCHOOLS), List.of(new Doubled()));

    /// A function as a mission would bring it.
    private static final class Doubled implements NamedFunction {
        @Override
        public String name() {
            return "doubled";
        }

        @Override
        public List<Kind> parameters() {
            return List.of(Kind.NUMBER);
        }

        @Override
        public Type result() {
            return Type.number("person");
        }

        @Override
        public @Nullable Object answer(List<Object> arguments) {
            var number = (BigDecimal) arguments.getFirst();
            return number.signum() < 0 ? null : number.add(number);
        }
    }

    private static final Row WAT_MAI = Row.of(
            "wat-mai",
            Map.of(
                    "pupils",
                    BigDecimal.valueOf(120),
                    "teachers",
                    BigDecimal.ZERO,
                    "budget",
                    new BigDecimal("10.5"),
                    "name",
                    "วัดใหม่",
                    "level",
                    "primary",
                    "opened",
                    OPENED,
                    "works",
                    true));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        count(schools)                                               | 1000000
        sum(schools: pupils)                                         | 120000000
        sum(schools: budget) / 3                                     | 3500000
        sum(schools: budget / 7)                                     | 1500000
        2 * sum(schools: pupils - teachers * 2)                      | 240000000
        -sum(schools: pupils) * (1 + 2)                              | -360000000
        sum(schools: 1 / 3)                                          | 333333
        sum(schools: doubled(pupils))                                | 240000000
        count(schools where level = "primary")                       | 1000000
        count(schools where level in ("secondary", "primary"))       | 1000000
        count(schools where level != "primary")                      | nothing
        count(schools where opened >= "2025-11-03" and works)        | 1000000
        count(schools where opened < "2025-11-03" or not works)      | nothing
        count(schools where not (pupils > 100 and works = yes))      | nothing
        sum(schools: pupils / teachers)                              | missing
        sum(schools: doubled(0 - pupils))                            | missing
        count(schools where inspected > "2025-01-01")                | missing
        count(schools where inspected > "2025-01-01" and not works)  | nothing
        count(schools where inspected > "2025-01-01" or works)       | 1000000
        count(schools where known(inspected))                        | nothing
        count(schools where not known(pupils / teachers))            | 1000000
        count(schools by inspected)                                  | nothing
        """)
    void aRowGivesItsShare(String formula, String share) {
        var expected = switch (share) {
            case "nothing" -> Term.Nothing.NOTHING;
            case "missing" -> new Term.Missing(OPENED);
            default -> new Term.Amount(Long.parseLong(share), OPENED);
        };
        assertThat(read(formula).terms())
                .singleElement()
                .satisfies(term -> assertThat(term.share(WAT_MAI)).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        count(temples)                                   | 7  | source
        count(schools                                    | 14 | ends
        count(schools) count(schools)                    | 16 | unexpected
        count(schools where)                             | 20 | unexpected
        sum(schools)                                     | 12 | unexpected
        sum(schools: beds)                               | 14 | column
        sum(schools: pupils-teachers)                    | 14 | column
        sum(schools: name)                               | 14 | number
        sum(schools: pupils + budget)                    | 21 | units
        count(schools where pupils)                      | 21 | yes-no
        count(schools where works and name)              | 31 | yes-no
        count(schools where pupils = budget)             | 28 | compare
        count(schools where name > 3)                    | 26 | compare
        count(schools where level = "tertiary")          | 27 | code
        count(schools where opened > "2568-11-03")       | 28 | day
        count(schools where opened > "3/11/2025")        | 28 | day
        count(schools by name)                           | 18 | by
        sum(schools: tripled(pupils))                    | 14 | function
        sum(schools: doubled(name))                      | 22 | argument
        12 + 3                                           | 1  | constant
        count(schools) + 1                               | 16 | adds
        count(schools) + sum(schools: budget)            | 16 | units
        count(schools) * count(schools)                  | 16 | product
        count(schools) / count(schools)                  | 16 | ratio
        count(schools) / (2 - 2)                         | 16 | zero
        count(schools) & 2                               | 16 | character
        numerator(G9-99)                                 | 1  | no-indicator
        """)
    void aFaultIsToldWithItsPlace(String formula, int position, String fault) {
        assertThat(LANGUAGE.read(formula, Map.of(), "numerator(G1-01)"))
                .isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                    assertThat(refused.message().key()).isEqualTo("results.formula." + fault);
                    assertThat(refused.position()).isEqualTo(position);
                    assertThat(refused.message().arguments().getFirst()).isEqualTo(position);
                });
    }

    @Test
    void aFormulaTakesTheTermsOfThoseThatItRefersTo() {
        var others =
                Map.of("numerator(G1-02)", "2 * count(schools)", "denominator(G1-02)", "count(schools where works)");
        var formula = (Formula) LANGUAGE.read("numerator(G1-02) / 4 - denominator(G1-02)", others, "numerator(G1-01)");
        assertThat(formula.terms())
                .extracting(term -> term.share(WAT_MAI))
                .containsExactly(new Term.Amount(500_000, OPENED), new Term.Amount(-1_000_000, OPENED));
    }

    @Test
    void aCircleIsRefusedWithItsPath() {
        var others = Map.of(
                "numerator(G1-01)", "numerator(G1-02)",
                "numerator(G1-02)", "count(schools) + denominator(G1-03)",
                "denominator(G1-03)", "numerator(G1-01)");
        assertThat(LANGUAGE.read("numerator(G1-02)", others, "numerator(G1-01)"))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.message().arguments())
                                .containsExactly(
                                        1,
                                        "numerator(G1-01) → numerator(G1-02) → denominator(G1-03) → numerator(G1-01)"));
        assertThat(LANGUAGE.read("count(schools) + numerator(G1-01)", others, "numerator(G1-01)"))
                .isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "count(schools where not "})
    void aFormulaIsNeverDeeperThanItMay(String piece) {
        for (var formula : List.of(piece.repeat(60) + "count(schools)", piece.repeat(3_000))) {
            assertThat(LANGUAGE.read(formula, Map.of(), "numerator(G1-01)")).isInstanceOf(Reading.Refused.class);
        }
        assertThat(LANGUAGE.read("(".repeat(60) + "count(schools)", Map.of(), ""))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.message().key()).isEqualTo("results.formula.deep"));
    }

    @Test
    void referencesThatDoubleEachTimeComeToAnEnd() {
        var others = new HashMap<String, String>();
        for (var i = 10; i < 40; i++) {
            others.put("numerator(G1-" + i + ")", "numerator(G1-%d) + numerator(G1-%d)".formatted(i + 1, i + 1));
        }
        others.put("numerator(G1-40)", "count(schools)");
        assertThat(LANGUAGE.read("numerator(G1-10)", others, "numerator(G1-09)"))
                .isInstanceOf(Reading.Refused.class);
    }

    private static Formula read(String formula) {
        var reading = LANGUAGE.read(formula, Map.of(), "numerator(G1-01)");
        assertThat(reading).isInstanceOf(Formula.class);
        return (Formula) reading;
    }
}
