package org.phatthana.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final Templates templates;
    private final Texts texts;
    private final Assets assets;
    private final ObjectProvider<Framing> framing;
    private final String baseUrl;

    WebConfiguration(
            Templates templates,
            Texts texts,
            Assets assets,
            ObjectProvider<Framing> framing,
            @Value("${phatthana.base-url}") String baseUrl) {
        this.templates = templates;
        this.texts = texts;
        this.assets = assets;
        this.framing = framing;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    /// The page of a request, for controllers and for whatever answers in their place.
    Page page(HttpServletRequest request) {
        // Whoever has signed in is known by a cookie or token, but a page is not kept if ever by something else.
        if (request.getUserPrincipal() != null) {
            PublicPages.markPersonal(request);
        }
        var query = request.getQueryString();
        return new Page(
                templates,
                texts,
                assets,
                LanguagePrefix.of(request),
                request.getRequestURI(),
                query == null ? "" : query,
                request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null,
                () -> framing.getObject().frame(request),
                () -> csrfToken(request),
                SecurityHeaders.nonce(request),
                base(request));
    }

    private static @Nullable CsrfToken csrfToken(HttpServletRequest request) {
        PublicPages.markPersonal(request);
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    private String base(HttpServletRequest request) {
        if (!baseUrl.isEmpty()) {
            return baseUrl;
        }
        var port = request.getServerPort();
        var isUsual = port == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (isUsual ? "" : ":" + port);
    }

    private final class PageArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Page.class;
        }

        @Override
        public Page resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var servletRequest = request.getNativeRequest(HttpServletRequest.class);
            if (servletRequest == null) {
                throw new IllegalStateException("A page answers a servlet request");
            }
            return page(servletRequest);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Time {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        PublicIds publicIds(Clock clock) {
            return new PublicIds(clock, new SecureRandom());
        }
    }
}
