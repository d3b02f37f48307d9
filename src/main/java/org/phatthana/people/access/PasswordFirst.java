package org.phatthana.people.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.phatthana.people.Acting;
import org.phatthana.web.Pages;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads somebody who has signed in with an initial password to the page where they choose their own; until then
/// nothing else opens.
class PasswordFirst extends OncePerRequestFilter {

    private static final String WHERE = "/account/password";
    private static final List<String> OPEN = List.of("/assets/", "/theme/", "/error", WHERE, "/sign-out");

    private final Pages pages;

    PasswordFirst(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Acting.current().filter(Acting::mustChangePassword).isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (Refusals.isForPrograms(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            Refusals.redirect(request, response, pages.of(request).href(WHERE));
        }
    }
}
