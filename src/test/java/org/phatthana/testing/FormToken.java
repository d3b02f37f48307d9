package org.phatthana.testing;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Gives a request the form token that a browser would have: the cookie, and the field that repeats it masked.
/// Spring Security's own `csrf()` puts another repository into the filter for good, which the tests that share the
/// program would then use instead of the real one.
public final class FormToken {

    private static final String NAME = "_csrf";
    private static final String TOKEN = "0d9f3c1e-6f6f-4f0a-9a57-0f5f4f6a7b01";

    private FormToken() {}

    public static RequestPostProcessor formToken() {
        return request -> {
            var cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
            var all = Arrays.copyOf(cookies, cookies.length + 1);
            all[cookies.length] = new Cookie(NAME, TOKEN);
            request.setCookies(all);
            request.setParameter(NAME, masked());
            return request;
        };
    }

    /// The token as `XorCsrfTokenRequestAttributeHandler` masks it, with a mask of zeros.
    private static String masked() {
        var token = TOKEN.getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[token.length * 2];
        System.arraycopy(token, 0, bytes, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
