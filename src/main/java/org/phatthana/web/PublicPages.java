package org.phatthana.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Thailand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers readers who are not signed in. What they read is a function of the address, of the public log's size and
/// of the day in Thailand, so that its ETag is known before the page is made, and a page without a query is made
/// once a day for each size of the log.
///
/// A kept page is sent with the nonce that it was made with: nothing can be written into a page after its nonce was
/// drawn. An answer 304 says nothing of the policy, so that a browser goes on with the one that came with its copy.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class PublicPages extends OncePerRequestFilter {

    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_PAGE_BYTES = 4 << 20;
    private static final List<String> ELSEWHERE =
            List.of("/assets/", "/theme/", "/files/", "/actuator/", "/error", "/login/", "/budget/ledger.");
    private static final Set<String> KEPT_HEADERS =
            Set.of("Content-Security-Policy", "Content-Disposition", "Content-Language", "Vary", "Link", "Location");
    private static final String PERSONAL = PublicPages.class.getName() + ".personal";

    private record Key(String base, String language, String path, boolean fragment, long version, long day) {}

    private record Header(String name, String value) {}

    private static final class Kept {

        private final String contentType;
        private final List<Header> headers;
        private final byte[] plain;
        private final byte[] zipped;

        Kept(String contentType, List<Header> headers, byte[] plain, byte[] zipped) {
            this.contentType = contentType;
            this.headers = headers;
            this.plain = plain;
            this.zipped = zipped;
        }
    }

    private final ObjectProvider<Freshness> freshness;
    private final String build;
    private final Clock clock;
    private final Cache<Key, Kept> pages = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key _, Kept kept) -> kept.plain.length + kept.zipped.length + 512)
            .build();

    PublicPages(ObjectProvider<Freshness> freshness, ObjectProvider<BuildProperties> build, Clock clock) {
        this.freshness = freshness;
        this.clock = clock;
        var properties = build.getIfAvailable();
        var time = properties == null ? null : properties.getTime();
        this.build = time == null ? "0" : Long.toString(time.getEpochSecond(), 36);
    }

    /// Marks the answer to a request as made for its reader alone: it holds a token, a name or the like.
    static void markPersonal(HttpServletRequest request) {
        request.setAttribute(PERSONAL, true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()))
                || ELSEWHERE.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var source = freshness.getIfAvailable();
        if (source == null || mayBeSignedIn(request)) {
            response.setHeader("Cache-Control", "private, no-store");
            chain.doFilter(request, response);
            return;
        }
        var version = source.version();
        var language = LanguagePrefix.of(request).code();
        var day = Thailand.date(clock.instant()).toEpochDay();
        var etag = "W/\"" + build + "-" + Long.toString(version, 36) + "-" + Long.toString(day, 36) + "-" + language
                + "\"";
        if (matches(request.getHeader("If-None-Match"), etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            response.setHeader("Content-Security-Policy", null);
            response.setHeader("ETag", etag);
            response.setHeader("Cache-Control", "no-cache");
            return;
        }
        var key = new Key(base(request), language, request.getRequestURI(), isFragment(request), version, day);
        var kept = request.getQueryString() == null ? pages.getIfPresent(key) : null;
        if (kept != null) {
            send(kept, etag, request, response);
        } else {
            make(key, etag, request, response, chain);
        }
    }

    private void make(Key key, String etag, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrapper = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, wrapper);
        var isPublic = wrapper.getStatus() == HttpServletResponse.SC_OK
                && request.getAttribute(PERSONAL) == null
                && !request.isAsyncStarted()
                && response.getHeader("Set-Cookie") == null;
        if (!isPublic) {
            if (response.getHeader("Cache-Control") == null && request.getAttribute(PERSONAL) != null) {
                response.setHeader("Cache-Control", "private, no-store");
            }
            wrapper.copyBodyToResponse();
            return;
        }
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "no-cache");
        var contentType = wrapper.getContentType();
        if (request.getQueryString() == null
                && contentType != null
                && wrapper.getContentSize() > 0
                && wrapper.getContentSize() <= MAX_PAGE_BYTES) {
            pages.put(key, keep(contentType, wrapper));
        }
        wrapper.copyBodyToResponse();
    }

    private static Kept keep(String contentType, ContentCachingResponseWrapper wrapper) throws IOException {
        var plain = wrapper.getContentAsByteArray();
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        }
        var headers = wrapper.getHeaderNames().stream()
                .filter(name -> KEPT_HEADERS.stream().anyMatch(name::equalsIgnoreCase))
                .distinct()
                .flatMap(name -> wrapper.getHeaders(name).stream().map(value -> new Header(name, value)))
                .toList();
        return new Kept(contentType, headers, plain, zipped.toByteArray());
    }

    private static void send(Kept kept, String etag, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        kept.headers.stream().map(Header::name).distinct().forEach(name -> response.setHeader(name, null));
        kept.headers.forEach(header -> response.addHeader(header.name, header.value));
        response.addHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType(kept.contentType);
        var accepted = request.getHeader("Accept-Encoding");
        var body = kept.plain;
        if (accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            body = kept.zipped;
        }
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean matches(@Nullable String header, String etag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag.substring(2)));
    }

    private static boolean mayBeSignedIn(HttpServletRequest request) {
        var cookies = request.getCookies();
        return request.getHeader("Authorization") != null
                || (cookies != null && Arrays.stream(cookies).anyMatch(PublicPages::isOurs));
    }

    /// Cookies of others, such as those of statistics, begin with one underscore; ours behind TLS begin with
    /// `__Host-`.
    private static boolean isOurs(Cookie cookie) {
        return cookie.getName().startsWith("__Host-") || !cookie.getName().startsWith("_");
    }

    private static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }

    private static String base(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }
}
