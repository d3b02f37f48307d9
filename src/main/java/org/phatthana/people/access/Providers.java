package org.phatthana.people.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.phatthana.people.accounts.SignIns;
import org.phatthana.web.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// Sign-in by an OpenID Connect provider, one for each `spring.security.oauth2.client.registration` in the
/// settings. What counts is the provider's verified word for a person, its issuer and subject; an e-mail address
/// is not looked at, since providers differ in how they check it.
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class Providers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    /// A provider as the page of sign-in offers it.
    ///
    /// @param path where one begins
    /// @param name as the settings name it
    public record Provider(String path, String name) {}

    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final SignIns signIns;
    private final SessionAccounts sessions;
    private final Pages pages;

    Providers(
            ObjectProvider<ClientRegistrationRepository> registrations,
            SignIns signIns,
            SessionAccounts sessions,
            Pages pages) {
        this.registrations = registrations;
        this.signIns = signIns;
        this.sessions = sessions;
        this.pages = pages;
    }

    /// Those in the settings, in their order.
    public List<Provider> all() {
        if (!(registrations.getIfAvailable() instanceof Iterable<?> all)) {
            return List.of();
        }
        return StreamSupport.stream(all.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .map(one -> new Provider("/oauth2/authorization/" + one.getRegistrationId(), one.getClientName()))
                .toList();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        if (!(authentication.getPrincipal() instanceof OidcUser user)
                || user.getIssuer() == null
                || user.getSubject() == null) {
            refuse(request, response, "provider");
            return;
        }
        var name = Objects.requireNonNullElse(user.getFullName(), "");
        var outcome = signIns.byProvider(user.getIssuer().toString(), Objects.requireNonNull(user.getSubject()), name);
        if (outcome instanceof SignIns.Outcome.Welcome(var account)) {
            sessions.begin(account, request, response);
            Refusals.redirect(request, response, pages.of(request).href("/account"));
        } else {
            refuse(request, response, "disabled");
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        LOG.warn("A sign-in by a provider failed: {}", reason.getClass().getSimpleName());
        refuse(request, response, "provider");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String problem) throws IOException {
        Refusals.redirect(request, response, pages.of(request).href("/sign-in?problem=" + problem));
    }
}
