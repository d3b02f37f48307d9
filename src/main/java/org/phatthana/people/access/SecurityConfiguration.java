package org.phatthana.people.access;

import jakarta.servlet.DispatcherType;
import org.phatthana.people.Acting;
import org.phatthana.people.accounts.Tokens;
import org.phatthana.web.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;

/// The chain of filters before every page and interface: who acts, are they meant to, may they.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            SessionAccounts sessions,
            CsrfCookies csrfCookies,
            BearerTokens bearer,
            Refusals refusals,
            PasswordFirst passwordFirst,
            Providers providers,
            ObjectProvider<ClientRegistrationRepository> registrations)
            throws Exception {
        http.securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookies)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(BearerTokens::carriesOne))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        failing -> failing.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(bearer, CsrfFilter.class)
                .addFilterBefore(passwordFirst, AuthorizationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::byTheTable)
                .headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        if (registrations.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .securityContextRepository(new NullSecurityContextRepository())
                    .successHandler(providers)
                    .failureHandler(providers));
        }
        return http.build();
    }

    private static void byTheTable(
            org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer<HttpSecurity>
                            .AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll();
        for (var route : Routes.read()) {
            for (var method : route.methods()) {
                var matched = requests.requestMatchers(HttpMethod.valueOf(method), route.path());
                switch (route.who()) {
                    case EVERYONE -> matched.permitAll();
                    case SIGNED_IN ->
                        matched.access((authentication, _) -> new AuthorizationDecision(authentication.get() != null
                                && authentication.get().getPrincipal() instanceof Acting));
                    case ROLES ->
                        matched.hasAnyRole(
                                route.roles().stream().map(Enum::name).toArray(String[]::new));
                }
            }
        }
        requests.anyRequest().denyAll();
    }

    /// Nobody is authenticated by Spring Security's own means: [org.phatthana.people.accounts.SignIns] does it.
    /// This also keeps Spring Boot from making a user of its own.
    @Bean
    AuthenticationManager noAuthenticationManager() {
        return _ -> {
            throw new AuthenticationServiceException("Sign-ins go through the accounts");
        };
    }

    /// A zero byte is in nothing that people write, and no text of the database can hold one: what has one is
    /// refused before anybody reads it.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    /// The chain above calls this filter; the container must not call it a second time, before the chain.
    @Bean
    FilterRegistrationBean<BearerTokens> bearerTokensOnlyInTheChain(BearerTokens filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PasswordFirst> passwordFirstOnlyInTheChain(PasswordFirst filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    BearerTokens bearerTokens(Tokens tokens, Refusals refusals) {
        return new BearerTokens(tokens, refusals);
    }

    @Bean
    PasswordFirst passwordFirst(Pages pages) {
        return new PasswordFirst(pages);
    }

    @Bean
    Refusals refusals(Pages pages) {
        return new Refusals(pages);
    }

    /// Requests are measured as a whole; a measure of each filter on its way costs more than the filters.
    @Bean
    SecurityObservationSettings noMeasuresOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CookieSerializer sessionCookies() {
        return new SessionCookies();
    }

    /// Two requests of one session at the same time may store the same attribute: PostgreSQL's own way to bear it.
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsInPostgreSql() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /// What a provider would let us do in a person's name is of no use here and is not kept.
    @Bean
    OAuth2AuthorizedClientRepository noAuthorizedClients() {
        return new NoAuthorizedClients();
    }
}
