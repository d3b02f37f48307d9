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
    void theHomePageAnswersInBothLanguages() {
        assertThat(browser.get().uri("/")).hasStatusOk().bodyText().contains("lang=\"th\"");
        assertThat(browser.get().uri("/en")).hasStatusOk().bodyText().contains("lang=\"en\"");
    }
}
