package org.phatthana.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.phatthana.packs.Pack;
import org.phatthana.values.Language;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The language is part of the address: the pack's main language at `/`, others at `/en/…`. Behind this filter a
/// request has no prefix any more, so that routes, and who may use them, are written once.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguagePrefix extends OncePerRequestFilter {

    private static final String ATTRIBUTE = LanguagePrefix.class.getName();

    private final Pack pack;

    LanguagePrefix(Pack pack) {
        this.pack = pack;
    }

    /// The language of a request that came through this filter.
    static Language of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Language language ? language : Language.THAI;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var uri = request.getRequestURI();
        var organization = pack.organization();
        for (var language : organization.languages()) {
            var prefix = "/" + language.code();
            var isMain = language.equals(organization.mainLanguage());
            if (!isMain && (uri.equals(prefix) || uri.startsWith(prefix + "/"))) {
                request.setAttribute(ATTRIBUTE, language);
                chain.doFilter(new Unprefixed(request, prefix), response);
                return;
            }
        }
        request.setAttribute(ATTRIBUTE, organization.mainLanguage());
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }

    private static final class Unprefixed extends HttpServletRequestWrapper {

        private final String prefix;

        Unprefixed(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getRequestURI() {
            return strip(super.getRequestURI());
        }

        @Override
        public String getServletPath() {
            return strip(super.getServletPath());
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            var start = url.indexOf(prefix, url.indexOf("//") + 2);
            return start < 0 ? url : url.delete(start, start + prefix.length());
        }

        private String strip(String path) {
            if (!path.startsWith(prefix)) {
                return path;
            }
            var rest = path.substring(prefix.length());
            return rest.isEmpty() ? "/" : rest;
        }
    }
}
