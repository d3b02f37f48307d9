package org.phatthana.exchange.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.values.Language;
import org.phatthana.web.Texts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Refuses an upload that says itself that it is too large, before anything reads it: the interface with a problem,
/// a form by leading back to the page at its own address, which tells why.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UploadSize extends OncePerRequestFilter {

    /// What the other fields of a form may take besides the file.
    private static final long FIELDS_BYTES = 64 * 1024;

    private final Texts texts;
    private final JsonMapper json;

    UploadSize(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null
                || !type.startsWith("multipart/")
                || request.getContentLengthLong() <= WorkbookLimits.USUAL.fileBytes() + FIELDS_BYTES;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", prefix(request) + request.getRequestURI() + "?problem=too-large");
            return;
        }
        var language = prefix(request).equals("/en") || isEnglish(request) ? Language.ENGLISH : Language.THAI;
        var most = WorkbookLimits.USUAL.fileBytes() / (1024 * 1024);
        var problem = ImportEndpoint.problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                texts.text(language, "exchange.import.too-large"),
                texts.text(
                        language,
                        "exchange.workbook.too-large",
                        Math.ceilDiv(request.getContentLengthLong(), 1024 * 1024),
                        most));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isEnglish(HttpServletRequest request) {
        var accepted = request.getHeader("Accept-Language");
        return accepted != null && accepted.startsWith("en");
    }

    /// The language that was part of the address before it was taken off.
    private static String prefix(HttpServletRequest request) {
        return request.getRequestURL().indexOf("/en/") > 0 || outer(request).startsWith("/en/") ? "/en" : "";
    }

    private static String outer(HttpServletRequest request) {
        var inner = request;
        while (inner instanceof jakarta.servlet.http.HttpServletRequestWrapper wrapper
                && wrapper.getRequest() instanceof HttpServletRequest wrapped) {
            inner = wrapped;
        }
        return inner.getRequestURI();
    }
}
