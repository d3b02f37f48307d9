package org.phatthana.testing;

import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Objects;
import org.phatthana.people.Acting;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Asks for pages and sends forms as somebody who has signed in.
public record SignedIn(MockMvcTester browser) {

    /// Lets a request be made by somebody.
    public static RequestPostProcessor as(Acting who) {
        return authentication(new UsernamePasswordAuthenticationToken(
                who,
                null,
                who.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList()));
    }

    public MvcTestResult get(String address, Acting who) {
        return browser.get().uri(address).with(as(who)).exchange();
    }

    /// Sends a form.
    ///
    /// @param fields names and values by turns
    public MvcTestResult post(String address, Acting who, String... fields) {
        var request = browser.post().uri(address).with(as(who)).with(formToken());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /// Where an answer sends the browser.
    public static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Location"));
    }
}
