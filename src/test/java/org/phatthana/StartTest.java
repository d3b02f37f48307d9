package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class StartTest {

    @Autowired
    MockMvcTester browser;

    @Test
    void aPublicPageIsNotSentAgainUntilTheLogGrows() {
        var first = browser.get().uri("/proof").exchange();
        var etag = first.getResponse().getHeader("ETag");
        assertThat(etag).startsWith("W/");
        assertThat(browser.get().uri("/proof").header("If-None-Match", etag))
                .hasStatus(304)
                .doesNotContainHeader("Content-Security-Policy");
        assertThat(browser.get().uri("/en/proof").header("If-None-Match", etag)).hasStatusOk();
    }

    @Test
    void whatDoesNotExistIsAPageForReadersAndAProblemForPrograms() {
        assertThat(browser.get().uri("/proof/entries/99999999"))
                .hasStatus(404)
                .bodyText()
                .contains("ไม่พบหน้าที่ขอ");
        assertThat(browser.get().uri("/en/proof/entries/99999999"))
                .hasStatus(404)
                .bodyText()
                .contains("no such page");
    }

    @Test
    void theHomePageAnswersInBothLanguages() {
        assertThat(browser.get().uri("/")).hasStatusOk().bodyText().contains("lang=\"th\"");
        assertThat(browser.get().uri("/en")).hasStatusOk().bodyText().contains("lang=\"en\"");
    }
}
