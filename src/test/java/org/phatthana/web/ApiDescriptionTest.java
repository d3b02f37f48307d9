package org.phatthana.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the description of the interface says is what happens.
@SpringBootTest
@AutoConfigureMockMvc
class ApiDescriptionTest {

    @Autowired
    MockMvcTester browser;

    @Test
    void itSaysHowToSignInAndWhatEveryRequestMayBeAnsweredWith() throws Exception {
        var api = described();
        assertThat(api.at("/info/title").asString()).contains("Phatthana");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        for (var each : operations(api)) {
            var responses = each.operation().path("responses");
            assertThat(responses.toString()).as(each.name()).doesNotContain("*/*");
            assertThat(responses.at("/default/content").propertyNames())
                    .as(each.name())
                    .contains("application/problem+json");
            if (each.name().startsWith("post")) {
                assertThat(responses.propertyNames()).as(each.name()).contains("401", "403");
                assertThat(each.operation().path("security").toString())
                        .as(each.name())
                        .contains("bearer");
            } else {
                assertThat(responses.propertyNames()).as(each.name()).contains("304");
                assertThat(each.operation().path("security").isMissingNode())
                        .as(each.name())
                        .isTrue();
            }
        }
    }

    @Test
    void whatItSaysHappens() throws Exception {
        assertThat(browser.post()
                        .uri("/api/v1/observations")
                        .contentType("application/json")
                        .content("{}"))
                .hasStatus(401);
        assertThat(browser.get().uri("/api/v1/registers/nowhere"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith("application/problem+json");
        var etag = Objects.requireNonNull(
                browser.get().uri("/api/v1/registers").exchange().getResponse().getHeader("ETag"));
        assertThat(browser.get().uri("/api/v1/registers").header("If-None-Match", etag))
                .hasStatus(304);
    }

    private record Described(String name, JsonNode operation) {}

    private static List<Described> operations(JsonNode api) {
        var all = new ArrayList<Described>();
        api.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> all.add(new Described(method + " " + path, operation))));
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }

    private JsonNode described() throws Exception {
        return new JsonMapper()
                .readTree(browser.get()
                        .uri("/api/openapi.json")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray());
    }
}
