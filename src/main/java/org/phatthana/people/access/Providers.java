package org.phatthana.people.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Links;
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
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// Sign-in by an OpenID Connect provider, one for each `spring.security.oauth2.client.registration` in the
/// settings. What counts is the provider's verified word for a person, its issuer and subject; an e-mail address
/// is not looked at, since providers differ in how they check it.
///
/// Whoever has signed in links such a person to their account in the same way: what comes back is known by the
/// state of the request that began it, which the provider returns, and which only the session that began it holds.
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class Providers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    /// The state of the request by which this session links, and where its reader goes afterwards.
    private static final String LINKING = "people.linking";

    private static final String LINKING_FROM = "people.linking-from";

    private static final String BEGIN = "/oauth2/authorization";
    private static final String LINK = "/account/providers";

    /// A provider as the page of sign-in offers it.
    ///
    /// @param id as the settings call it
    /// @param name as they name it to readers
    /// @param issuer as it calls itself, empty where the settings do not say
    public record Provider(String id, String name, String issuer) {

        /// Where a sign-in begins.
        public String path() {
            return BEGIN + "/" + id;
        }

        /// Where linking one's account begins.
        ///
        /// @param session the key of the session that it is begun in
        public String linkPath(String session) {
            return LINK + "/" + id + "?session=" + session;
        }
    }

    /// A link of an account as its owner knows it.
    ///
    /// @param provider its name, or its address if it is no longer in the settings
    /// @param name as the provider calls the person
    public record Linked(String issuer, String provider, String name, Instant since) {}

    private final HttpSessionOAuth2AuthorizationRequestRepository requests =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final SignIns signIns;
    private final Links links;
    private final SessionAccounts sessions;
    private final Pages pages;

    Providers(
            ObjectProvider<ClientRegistrationRepository> registrations,
            SignIns signIns,
            Links links,
            SessionAccounts sessions,
            Pages pages) {
        this.registrations = registrations;
        this.signIns = signIns;
        this.links = links;
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
                .map(one -> new Provider(
                        one.getRegistrationId(),
                        one.getClientName(),
                        Objects.requireNonNullElse(one.getProviderDetails().getIssuerUri(), "")))
                .toList();
    }

    /// The links of an account.
    public List<Linked> linked(Account account) {
        var all = all();
        return links.of(account.id()).stream()
                .map(link -> new Linked(
                        link.issuer(),
                        all.stream()
                                .filter(provider -> provider.issuer().equals(link.issuer()))
                                .map(Provider::name)
                                .findFirst()
                                .orElse(link.issuer()),
                        link.name(),
                        link.linkedAt()))
                .toList();
    }

    /// Begins a sign-in at a provider that links whoever comes back to the account of this session.
    ///
    /// @param request one to an address of [Provider#linkPath]
    /// @param from where the reader goes afterwards
    /// @return the provider's address, or `from` if there is no such provider
    public String beginLink(String provider, String from, HttpServletRequest request, HttpServletResponse response) {
        var all = registrations.getIfAvailable();
        if (all == null || all().stream().noneMatch(one -> one.id().equals(provider))) {
            return from;
        }
        var asked = Objects.requireNonNull(new DefaultOAuth2AuthorizationRequestResolver(all, LINK).resolve(request));
        requests.saveAuthorizationRequest(asked, request, response);
        request.getSession().setAttribute(LINKING, asked.getState());
        request.getSession().setAttribute(LINKING_FROM, from);
        return asked.getAuthorizationRequestUri();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        var linkingFrom = endLinking(request);
        if (!(authentication.getPrincipal() instanceof OidcUser user)
                || user.getIssuer() == null
                || user.getSubject() == null) {
            refuse(request, response, linkingFrom);
            return;
        }
        var issuer = user.getIssuer().toString();
        var subject = Objects.requireNonNull(user.getSubject());
        var name = Objects.requireNonNullElse(user.getFullName(), "");
        if (linkingFrom.isPresent()) {
            var next = sessions.owner(request)
                    .map(owner -> linkingFrom.get() + answer(links.link(owner, issuer, subject, name)))
                    .orElseGet(() -> pages.of(request).href("/sign-in"));
            Refusals.redirect(request, response, next);
            return;
        }
        var outcome = signIns.byProvider(issuer, subject, name);
        if (outcome instanceof SignIns.Outcome.Welcome(var account)) {
            sessions.begin(account, request, response);
            Refusals.redirect(request, response, pages.of(request).href("/account"));
        } else {
            Refusals.redirect(request, response, pages.of(request).href("/sign-in?problem=disabled"));
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        LOG.warn("A sign-in by a provider failed: {}", reason.getClass().getSimpleName());
        refuse(request, response, endLinking(request));
    }

    /// Where the reader goes whose request to link has come back with this answer, empty for a plain sign-in. A
    /// request is answered once.
    private static Optional<String> endLinking(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(LINKING) instanceof String state)
                || !(session.getAttribute(LINKING_FROM) instanceof String from)
                || !state.equals(request.getParameter("state"))) {
            return Optional.empty();
        }
        session.removeAttribute(LINKING);
        session.removeAttribute(LINKING_FROM);
        return Optional.of(from);
    }

    private static String answer(Links.Outcome outcome) {
        return switch (outcome) {
            case DONE -> "?done=linked";
            case BELONGS_TO_ANOTHER -> "?problem=link-of-another";
            case HAS_ONE -> "?problem=link-exists";
        };
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Optional<String> linkingFrom)
            throws IOException {
        var address = linkingFrom
                .map(from -> from + "?problem=link-failed")
                .orElseGet(() -> pages.of(request).href("/sign-in?problem=provider"));
        Refusals.redirect(request, response, address);
    }
}
