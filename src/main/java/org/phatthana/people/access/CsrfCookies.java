package org.phatthana.people.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// The token that forms repeat stands in a cookie, so that a form before sign-in needs no session. It is made when
/// a form is shown, never for a page that is only read, and anew at each sign-in and sign-out.
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class CsrfCookies implements CsrfTokenRepository {

    private static final String NAME = "_csrf";

    private final CookieCsrfTokenRepository plain = cookie(NAME);
    private final CookieCsrfTokenRepository secure = cookie(SessionCookies.HOST_PREFIX + "csrf");

    /// Takes the present token away; the next form gets a new one.
    public void renew(HttpServletRequest request, HttpServletResponse response) {
        saveToken(null, request, response);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return forRequest(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        forRequest(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return forRequest(request).loadToken(request);
    }

    private CookieCsrfTokenRepository forRequest(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CookieCsrfTokenRepository cookie(String name) {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(builder -> builder.httpOnly(true).sameSite("Lax"));
        return cookie;
    }
}
