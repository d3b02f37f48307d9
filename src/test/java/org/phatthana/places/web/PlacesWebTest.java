package org.phatthana.places.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class PlacesWebTest {

    @Autowired
    MockMvcTester browser;

    @Test
    void theListHoldsEveryTambonAndItsSums() {
        assertThat(browser.get().uri("/places"))
                .hasStatusOk()
                .bodyText()
                .contains("847,384", "358,035", "1,048", "href=\"/places/650101\"", "ต.หนองกุลา", "แนวเขตโดยประมาณ");
        assertThat(browser.get().uri("/en/places?sort=name&show=density"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/en/places/650101\"", "Nong Kula", "Approximate borders");
    }

    @Test
    void theMapNeedsNoScript() {
        var page = browser.get().uri("/places").exchange();
        assertThat(page).bodyText().satisfies(html -> {
            assertThat(html.split("<path class=\"area step-")).hasSize(94);
            assertThat(html.split("<title>")).hasSizeGreaterThan(93);
            assertThat(html).doesNotContain(" style=\"").doesNotContain("onclick");
        });
    }

    @Test
    void tablesAreTakenAway() {
        assertThat(browser.get().uri("/places.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("tambon_code", "650406", "Nong Kula");
        assertThat(browser.get().uri("/places.xlsx")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({"province, 1", "amphoe, 9", "tambon, 93"})
    void theInterfaceListsPlacesByLevel(String level, int count) {
        assertThat(browser.get().uri("/api/v1/places?level=" + level))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(count);
    }

    @Test
    void theInterfacePagesAndNarrows() {
        assertThat(browser.get().uri("/api/v1/places?level=tambon&within=6508&limit=4&cursor=650804"))
                .bodyJson()
                .extractingPath("$.items[*].code")
                .asArray()
                .containsExactly("650805", "650806", "650807", "650808");
        assertThat(browser.get().uri("/api/v1/places?level=tambon&within=6508&limit=4&cursor=650804"))
                .bodyJson()
                .extractingPath("$.next")
                .isEqualTo("650808");
        assertThat(browser.get().uri("/api/v1/places?level=village")).hasStatus(400);
        assertThat(browser.get().uri("/api/v1/places?limit=100000")).hasStatus(400);
    }

    @Test
    void aPointIsFoundOrRefusedReadably() {
        assertThat(browser.get().uri("/api/v1/places/at?lat=16.8167&lon=100.26596"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("650101");
        assertThat(browser.get().uri("/api/v1/places/at?lat=13.75&lon=100.5"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        for (var wrong : new String[] {"lat=x&lon=1", "lat=95&lon=1", "lat=NaN&lon=1", "lat=1"}) {
            assertThat(browser.get().uri("/api/v1/places/at?" + wrong))
                    .as(wrong)
                    .hasStatus(400);
        }
    }

    @Test
    void shapesAreSmallAndGeoJson() {
        var answer =
                browser.get().uri("/api/v1/places/shapes.geojson?level=amphoe").exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("application/geo+json");
        assertThat(answer).bodyJson().extractingPath("$.features.length()").isEqualTo(9);
        var tambon = browser.get().uri("/api/v1/places/shapes.geojson").exchange();
        assertThat(tambon).hasStatusOk();
        assertThat(tambon.getResponse().getContentAsByteArray()).hasSizeLessThan(64_000);
    }
}
