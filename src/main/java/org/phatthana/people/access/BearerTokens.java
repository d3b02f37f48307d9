package org.phatthana.people.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.phatthana.people.accounts.Tokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds by a bearer token who acts, at the interfaces for programs. Where a token is given, it alone counts: a
/// session beside it is not looked at, and neither is a cross-site token needed, since no page can make a browser
/// send this header elsewhere.
class BearerTokens extends OncePerRequestFilter {

    private static final List<String> WHERE = List.of("/api/", "/actuator/");
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    /// Interfaces that keep with everything they enter which token entered it. Of these the record of acts needs no
    /// line for every use.
    private static final List<String> KEEPING = List.of("/api/v1/ledger/transactions");

    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final Refusals refusals;

    BearerTokens(Tokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    static boolean carriesOne(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                && WHERE.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !carriesOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        var isNoted = !READING.contains(request.getMethod()) && !KEEPING.contains(request.getRequestURI());
        var acting = tokens.use(secret, isNoted, request.getRequestURI());
        if (acting.isEmpty()) {
            SecurityContextHolder.clearContext();
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            refusals.commence(request, response, new BadCredentialsException("No such token, or no longer valid"));
            return;
        }
        SecurityContextHolder.setContext(SessionAccounts.context(acting.get()));
        chain.doFilter(request, response);
    }
}
