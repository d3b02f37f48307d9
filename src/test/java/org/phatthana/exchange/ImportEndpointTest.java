package org.phatthana.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
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
                        .with(formToken()))
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
                .with(formToken())
                .exchange();
        assertThat(refused)
                .hasStatus(422)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("not an Excel workbook", "\"errors\"");
    }

    private static final SecurityContext SIGNED_IN_CITIZEN =
            new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    new Acting(UUID.randomUUID(), false, "", Set.of(Role.CITIZEN), false),
                    "",
                    AuthorityUtils.createAuthorityList("ROLE_CITIZEN")));

    @Test
    void aPlanIsNotTakenFromSomeoneWhoIsNoPlanner() {
        assertThat(browser.post()
                        .uri("/api/v1/imports/plan")
                        .multipart()
                        .file("file", new byte[] {1})
                        .with(securityContext(SIGNED_IN_CITIZEN))
                        .with(formToken()))
                .hasStatus(403);
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedBeforeItIsRead() {
        assertThat(browser.post()
                        .uri("/api/v1/imports/plan")
                        .contentType("multipart/form-data; boundary=x")
                        .content(new byte[22 * 1024 * 1024])
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                        .with(user("p").roles("PLANNER"))
                        .with(formToken()))
                .hasStatus(413)
                .hasContentType("application/problem+json");
    }
}
