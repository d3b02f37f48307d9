package org.phatthana.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The headers that tell a browser what a page of ours may do: only our own scripts that carry the page's nonce, no
/// frames, no sniffing, HTTPS from then on where the connection is HTTPS.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SecurityHeaders extends OncePerRequestFilter {

    private static final Pattern ORIGIN = Pattern.compile("^https?://[A-Za-z0-9.-]+(:\\d+)?(?=/|$)");
    private static final String NONCE = SecurityHeaders.class.getName() + ".nonce";

    private final SecureRandom random = new SecureRandom();
    private final String tileOrigins;

    /// @param tiles the addresses of map tiles, which pages may fetch from their own servers
    SecurityHeaders(@Value("${phatthana.map.tiles:}") List<String> tiles) {
        tileOrigins = tiles.stream()
                .filter(tile -> !tile.isBlank())
                .map(SecurityHeaders::origin)
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
    }

    /// The origin of an address that has places to fill in: `https://tiles.example`.
    static String origin(String address) {
        var origin = ORIGIN.matcher(address.strip());
        if (!origin.find()) {
            throw new IllegalArgumentException("A tile address begins with https://, not «" + address + "»");
        }
        return origin.group();
    }

    static String nonce(HttpServletRequest request) {
        return request.getAttribute(NONCE) instanceof String nonce ? nonce : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader("Content-Security-Policy", policy(nonce));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        chain.doFilter(request, response);
    }

    private String policy(String nonce) {
        return "default-src 'none'; script-src 'nonce-" + nonce + "' 'strict-dynamic'; style-src 'self'; "
                + "img-src 'self' data: blob:" + tileOrigins + "; font-src 'self'; connect-src 'self'" + tileOrigins
                + "; worker-src 'self'; "
                + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
