package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The pages of figures, in the invented province.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class ObservationPagesTest {

    private static final EntryRecording.By BY = new EntryRecording.By(new UUID(0, 11), "officer");

    @Autowired
    MockMvcTester browser;

    @Autowired
    ObservationRecording recording;

    @Autowired
    Observations observations;

    @Test
    void figuresOfPeopleAreForTheStaff() {
        recording.record(
                List.of(ObservationDraft.of("patients", "910101", LocalDate.of(1994, 10, 1), new BigDecimal("4321"))),
                BY);
        assertThat(browser.get().uri("/observations/patients/910101")).hasStatus(403);
        assertThat(text(browser.get().uri("/observations/patients").exchange()))
                .doesNotContain("4,321")
                .contains("ตัวชี้วัด");
        assertThat(text(staff("/observations/patients/910101"))).contains("4,321");
    }

    @Test
    void whatCannotBeReadComesBackAsItWasTypedAndNothingIsRecorded() {
        var newest = observations.newest();
        var refused = post(
                "/observations/rain/910101", Map.of("day", "เมื่อวาน", "value", "มาก", "source", "กรมอุตุนิยมวิทยา"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("เมื่อวาน", "“มาก” ไม่ใช่ตัวเลข", "กรมอุตุนิยมวิทยา");
        assertThat(observations.newest()).isEqualTo(newest);
        assertThat(post("/observations/rain/910101", Map.of("day", "๑๗ พ.ค. ๒๕๓๘", "value", "๑๒.๕ มม.")))
                .hasStatus(303);
        assertThat(observations.standing("rain", "910101", LocalDate.of(1995, 5, 17)))
                .hasValueSatisfying(one -> assertThat(one.value()).isEqualByComparingTo("12.5"));
    }

    @Test
    void onlyOfficersRecord() {
        var request = browser.post()
                .uri("/observations/rain/910101")
                .param("day", "1995-05-18")
                .param("value", "1")
                .with(formToken());
        assertThat(request.with(signedIn(Role.COUNCIL))).hasStatus(403);
        assertThat(observations.standing("rain", "910101", LocalDate.of(1995, 5, 18)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/observations/none",
                "/observations/rain/919999",
                "/observations/rain/9101",
                "/observations/rain?place=99",
                "/observations/rain?place=%00",
                "/observations/rain/910101?day=2024-13-01",
                "/observations/rain/910101?at=x",
                "/observations/well-level?after=nobody",
                "/observations/well-level?after=%00",
                "/observations/well-level/nobody",
                "/api/v1/observations?series=%00",
                "/api/v1/observations?series=rain&cursor=%00",
                "/plan?q=%00",
                "/search?q=%00"
            })
    void nonsenseInAnAddressIsNoErrorOfTheServer(String address) {
        assertThat(browser.get()
                        .uri(URI.create(address))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .as(address)
                .isIn(400, 404);
    }

    private MvcTestResult staff(String address) {
        return browser.get()
                .uri(address)
                .cookie(new Cookie("session", "theirs"))
                .with(signedIn(Role.OFFICER))
                .exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = browser.post().uri(address);
        fields.forEach(request::param);
        return request.with(signedIn(Role.OFFICER)).with(formToken()).exchange();
    }

    private static RequestPostProcessor signedIn(Role role) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new Acting(UUID.randomUUID(), false, "ครูทดสอบ", Set.of(role), false),
                "",
                AuthorityUtils.createAuthorityList("ROLE_" + role.name())));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
