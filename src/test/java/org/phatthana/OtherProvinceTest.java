package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The whole program with another pack: nothing of the first province is wired into the code.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class OtherProvinceTest {

    static final List<String> ADDRESSES = List.of(
            "/",
            "/en",
            "/places",
            "/en/places",
            "/plan/evaluations",
            "/goals/G1",
            "/en/goals/G1/equity",
            "/indicators/G1-01/2567/91",
            "/missions/M1",
            "/readiness",
            "/en/readiness",
            "/api/v1/goals/G1/scorecard",
            "/works",
            "/works/disclosure",
            "/overview",
            "/proof",
            "/duties",
            "/en/duties",
            "/api/v1/duties",
            "/places.csv",
            "/api/v1/strategy",
            "/api/v1/places",
            "/api/v1/places/91",
            "/api/v1/places/910101",
            "/api/v1/places/shapes.geojson",
            "/api/openapi.json");

    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @FieldSource("ADDRESSES")
    void noPageKnowsTheFirstProvince(String address) {
        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentAsByteArray()).isNotEmpty();
        var text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContainIgnoringCase("พิษณุโลก", "Phitsanulok", "ppao", "อาเซียน", "ASEAN", "วังทอง");
    }

    @Test
    void anIndicatorThatOnlyItsPackDeclaresHasFigures() {
        assertThat(browser.get().uri("/api/v1/indicators"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items.length()").isEqualTo(5);
                    assertThat(json).extractingPath("$.items[0].owner.en").isEqualTo("Testing division");
                });
        assertThat(browser.get().uri("/api/v1/indicators/G1-01/2567"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items[0].place").isEqualTo("91");
                    assertThat(json).extractingPath("$.items[0].numerator").isEqualTo(6000);
                    assertThat(json).extractingPath("$.items[0].denominator").isEqualTo(2100);
                    assertThat(json).extractingPath("$.items[0].value").isEqualTo(2.8571);
                    assertThat(json).extractingPath("$.items[0].known").isEqualTo(3);
                    assertThat(json).extractingPath("$.items[1].place").isEqualTo("9101");
                    assertThat(json).extractingPath("$.items[1].value").isEqualTo(2.5);
                    assertThat(json).extractingPath("$.sample").isEqualTo(false);
                });
        assertThat(browser.get().uri("/api/v1/indicators/G1-99/2567")).hasStatus(404);
        assertThat(browser.get().uri("/api/v1/indicators/G1-01/9999")).hasStatus(404);
    }

    @Test
    void itsOwnPlacesStandThere() {
        assertThat(browser.get().uri("/places")).hasStatusOk().bodyText().contains("ทดสอบเหนือ", "6,000");
        assertThat(browser.get().uri("/places/650101").exchange().getResponse().getStatus())
                .isNotEqualTo(200);
        assertThat(browser.get().uri("/api/v1/places/650101")).hasStatus(404);
    }
}
