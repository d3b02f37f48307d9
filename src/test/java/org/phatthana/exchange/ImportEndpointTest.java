package org.phatthana.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class ImportEndpointTest {

    @Autowired
    MockMvcTester browser;

    @Test
    void anUnknownKindIsAnsweredWithTheListOfKinds() {
        assertThat(browser.post()
                        .uri("/api/v1/imports/nonsense")
                        .multipart()
                        .file("file", new byte[] {1})
                        .with(user("p").roles("PLANNER"))
                        .with(csrf()))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.kinds")
                .asArray()
                .contains("plan");
    }

    @Test
    void aBadFileIsRefusedInTheLanguageThatTheClientAsksFor() {
        var refused = browser.post()
                .uri("/api/v1/imports/plan")
                .multipart()
                .file("file", "no workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9")
                .with(user("p").roles("PLANNER"))
                .with(csrf())
                .exchange();
        assertThat(refused)
                .hasStatus(422)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("not an Excel workbook", "\"errors\"");
    }

    @Test
    void aPlanIsNotTakenFromSomeoneWhoIsNoPlanner() {
        assertThat(browser.post()
                        .uri("/api/v1/imports/plan")
                        .multipart()
                        .file("file", new byte[] {1})
                        .with(user("c").roles("CITIZEN"))
                        .with(csrf()))
                .satisfies(answer -> assertThat(answer.getResponse().getStatus()).isIn(401, 403));
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedBeforeItIsRead() {
        assertThat(browser.post()
                        .uri("/api/v1/imports/plan")
                        .contentType("multipart/form-data; boundary=x")
                        .content(new byte[22 * 1024 * 1024])
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                        .with(user("p").roles("PLANNER"))
                        .with(csrf()))
                .hasStatus(413)
                .hasContentType("application/problem+json");
    }
}
