package org.phatthana.people.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.phatthana.people.Acting;
import org.phatthana.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Says no. A reader who has not signed in is led to the sign-in and back; one who has, reads why not; a program
/// gets problem details with 401 or 403. The room `web` makes the page and the details from the status.
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Pages pages;

    Refusals(Pages pages) {
        this.pages = pages;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/actuator/");
    }

    /// Sends a browser elsewhere, also where htmx asks for a part of a page only.
    static void redirect(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, address);
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (isForPrograms(request)) {
            if (response.getHeader(HttpHeaders.WWW_AUTHENTICATE) == null) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var page = pages.of(request);
        var isPage = "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null;
        var next = isPage ? "?next=" + URLEncoder.encode(page.pathAndQuery(), StandardCharsets.UTF_8) : "";
        redirect(request, response, page.href("/sign-in" + next));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (isForPrograms(request) && Acting.current().isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
