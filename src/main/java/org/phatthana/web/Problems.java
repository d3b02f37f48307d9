package org.phatthana.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.View;

/// What answers when a request fails: problem details (RFC 9457) under `/api`, a page that says what to do
/// elsewhere. Every `type` is an address under `/problems/` that explains it.
@RestControllerAdvice
@RestController
class Problems implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Set<Integer> WITH_PAGE = Set.of(400, 403, 404, 413);

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    /// Anything that a controller throws.
    @ExceptionHandler
    @Nullable
    Object failed(Exception exception, HttpServletRequest request, Page page) {
        var status = status(exception);
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        }
        var problem = exception instanceof ErrorResponse response && !status.is5xxServerError()
                ? response.getBody()
                : ProblemDetail.forStatus(status);
        return answer(
                problem, exception instanceof ErrorResponse response ? response.getHeaders() : null, request, page);
    }

    /// Anything that fails outside of controllers: the container sends it here.
    @RequestMapping("/error")
    @Nullable
    Object failedOutside(HttpServletRequest request, Page page) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answer(ProblemDetail.forStatus(code instanceof Integer status ? status : 404), null, request, page);
    }

    private Object answer(ProblemDetail problem, @Nullable HttpHeaders headers, HttpServletRequest request, Page page) {
        var status = problem.getStatus();
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        if (path.startsWith("/api/")) {
            complete(problem, page, path);
            return ResponseEntity.status(status)
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return errorPage(page, status);
    }

    private void complete(ProblemDetail problem, Page page, String path) {
        var status = problem.getStatus();
        if (problem.getType() == null || problem.getType().equals(URI.create("about:blank"))) {
            problem.setType(URI.create("/problems/" + slug(status)));
        }
        var key = "web.problem." + slug(status);
        if (texts.has(key)) {
            problem.setTitle(page.text(key));
        }
        problem.setInstance(URI.create(path));
    }

    static View errorPage(Page page, int status) {
        var known = WITH_PAGE.contains(status) ? status : status < 500 ? 400 : 500;
        return page.show(status, "web/error", Map.of("status", known));
    }

    private static String slug(int status) {
        var known = HttpStatus.resolve(status);
        return known == null || status >= 500
                ? "internal"
                : known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static HttpStatusCode status(Exception exception) {
        return switch (exception) {
            case MaxUploadSizeExceededException _ -> HttpStatus.CONTENT_TOO_LARGE;
            case ErrorResponse response -> response.getStatusCode();
            case TypeMismatchException _,
                    HttpMessageNotReadableException _,
                    MultipartException _,
                    RequestRejectedException _ -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
