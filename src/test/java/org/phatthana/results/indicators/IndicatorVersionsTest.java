package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Thailand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The figure of a day goes by the declaration of that day, whatever the pack says later.
@SpringBootTest
@AutoConfigureMockMvc
class IndicatorVersionsTest {

    private static final String OWNED = "G1-10";

    @Autowired
    MockMvcTester browser;

    @Autowired
    IndicatorVersions versions;

    @Autowired
    Indicators indicators;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void asThePackSays() {
        versions.keep(indicators.declared());
    }

    @Test
    void whatThePackDeclaresIsKeptOnceAndAChangeIsToldInPublic() {
        var before = log.size();
        var kept = versions.of(OWNED).size();
        versions.keep(indicators.declared());
        assertThat(log.size()).isEqualTo(before);

        versions.keep(with(OWNED, "numerator", "count(works where not owned)"));
        assertThat(log.size()).isEqualTo(before + 1);
        var entry = log.newestAbout("/goals").orElseThrow();
        assertThat(entry.kind()).isEqualTo("results.indicators-declared");
        assertThat(versions.of(OWNED)).hasSize(kept + 1);
        assertThat(versions.of(OWNED).getFirst().numerator()).isEqualTo("count(works where not owned)");
        assertThat(versions.of(OWNED).getFirst().digest())
                .isNotEqualTo(versions.of(OWNED).get(1).digest());

        versions.keep(with(OWNED, "numerator", "count(works where not owned)"));
        assertThat(log.size()).isEqualTo(before + 1);
    }

    @Test
    void anotherWordingIsAnotherVersionWithTheSameDigest() {
        versions.keep(with(
                OWNED, "definition", Map.of("th", "งานที่มีผู้รับผิดชอบ", "en", "Works that somebody answers for")));
        assertThat(versions.of(OWNED).getFirst().digest())
                .isEqualTo(versions.of(OWNED).get(1).digest())
                .isEqualTo(versions.digest(indicators.find(OWNED).orElseThrow()));
    }

    @Test
    void theFigureOfADayGoesByTheFormulaOfThatDay() {
        var today = Thailand.date(clock.instant());
        versions.keep(with(OWNED, "numerator", "2 * count(works)"));
        assertThat(browser.get().uri("/api/v1/indicators/G1-10/2566/65?at=" + today))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json)
                            .extractingPath("$.then.version.numeratorFormula")
                            .isEqualTo("2 * count(works)");
                    assertThat(json).extractingPath("$.then.figure.value").isEqualTo(200.0);
                    assertThat(json).extractingPath("$.figure.value").isNotEqualTo(200.0);
                    assertThat(json)
                            .extractingPath("$.versions[0].numeratorFormula")
                            .isEqualTo("2 * count(works)");
                });
        assertThat(browser.get().uri("/indicators/G1-10/2566/65?at=" + today))
                .bodyText()
                .contains("ซึ่งต่างจากฉบับปัจจุบัน", "<code>2 * count(works)</code>", "ทุกฉบับที่เคยใช้ (");
        assertThat(browser.get().uri("/en/indicators/G1-10/2566/65?at=2001-01-01"))
                .bodyText()
                .contains("is not known: it goes by the declaration of that day");
    }

    @Test
    void aFormulaOverWhatThereIsNoMoreIsShownWithoutAFigure() {
        jdbc.sql("""
            insert into results.declaration (code, since, digest, fields)
            select code, timestamptz '2021-03-01 00:00+07', 'abcdefabcdef', jsonb_set(fields, '{numerator}', '"count(ferries)"')
            from results.declaration where code = 'G1-09' order by since limit 1
            on conflict do nothing
            """).update();
        assertThat(browser.get().uri("/en/indicators/G1-09/2566/65?at=2022-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("counts something that the program has no more", "<code>count(ferries)</code>")
                .doesNotContain("2022: ");
        assertThat(browser.get().uri("/api/v1/indicators/G1-09/2566/65?at=2022-01-01"))
                .bodyJson()
                .extractingPath("$.then.figure")
                .isNull();
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatWasDeclared() {
        for (var sql :
                List.of("update results.declaration set digest = '000000000000'", "delete from results.declaration")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    private List<Map<String, Object>> with(String code, String field, Object value) {
        return indicators.declared().stream()
                .map(fields -> {
                    var other = new LinkedHashMap<>(fields);
                    if (code.equals(fields.get("code"))) {
                        other.put(field, value);
                    }
                    return (Map<String, Object>) other;
                })
                .toList();
    }
}
