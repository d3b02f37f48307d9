package org.phatthana.people.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The cookie of a session. Behind TLS its name begins with `__Host-`, by which browsers hold it to this host, this
/// protocol and no subdomain; without TLS they would refuse such a name.
class SessionCookies implements CookieSerializer {

    static final String NAME = "phatthana";
    static final String HOST_PREFIX = "__Host-";

    private final CookieSerializer plain = cookie(NAME, false);
    private final CookieSerializer secure = cookie(HOST_PREFIX + NAME, true);

    @Override
    public void writeCookieValue(CookieValue value) {
        forRequest(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return forRequest(request).readCookieValues(request);
    }

    private CookieSerializer forRequest(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CookieSerializer cookie(String name, boolean isSecure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(isSecure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
