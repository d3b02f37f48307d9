package org.phatthana.people.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Acting;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Browser;
import org.phatthana.people.accounts.Sessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// Finds by the session who acts. The session names the account only; its roles, and whether it is still open, are
/// read from the accounts for every request, so that a change by an administrator holds from the next click on.
///
/// A session ends when nobody has used it for the time in `spring.session.timeout`, and at the latest after
/// [#AT_MOST].
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class SessionAccounts implements SecurityContextRepository {

    /// A working day, however busy.
    static final Duration AT_MOST = Duration.ofHours(12);

    private final Accounts accounts;
    private final CsrfCookies csrf;
    private final Clock clock;

    SessionAccounts(Accounts accounts, CsrfCookies csrf, Clock clock) {
        this.accounts = accounts;
        this.csrf = csrf;
        this.clock = clock;
    }

    /// Begins a session for somebody who has shown who they are. An earlier session of the same browser ends, so
    /// that nothing that was put into it before is carried over.
    public void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        var earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(Sessions.ACCOUNT, account.id().toString());
        session.setAttribute(Sessions.KEY, UUID.randomUUID().toString());
        session.setAttribute(Sessions.STARTED, clock.millis());
        session.setAttribute(Sessions.BROWSER, Browser.of(request.getHeader("User-Agent")));
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().toString());
        csrf.renew(request, response);
        SecurityContextHolder.setContext(context(account.acting()));
    }

    /// Ends the session of this request.
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        csrf.renew(request, response);
        SecurityContextHolder.clearContext();
    }

    /// The key of this request's session, empty where there is none.
    public static String key(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(Sessions.KEY) instanceof String key ? key : "";
    }

    /// Whose session this request's is.
    Optional<Account> owner(HttpServletRequest request) {
        return Optional.ofNullable(account(request.getSession(false)));
    }

    static SecurityContext context(Acting acting) {
        var authorities =
                acting.roles().stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new);
        AbstractAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                acting, null, AuthorityUtils.createAuthorityList(authorities));
        return new SecurityContextImpl(authentication);
    }

    @Override
    @SuppressWarnings("deprecation") // The method that replaces it calls it.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var account = account(holder.getRequest().getSession(false));
        return account == null ? SecurityContextHolder.createEmptyContext() : context(account.acting());
    }

    private @Nullable Account account(@Nullable HttpSession session) {
        if (session == null
                || !(session.getAttribute(Sessions.ACCOUNT) instanceof String id)
                || !(session.getAttribute(Sessions.STARTED) instanceof Long started)) {
            return null;
        }
        if (clock.instant().isAfter(Instant.ofEpochMilli(started).plus(AT_MOST))) {
            session.invalidate();
            return null;
        }
        return accounts.find(UUID.fromString(id)).filter(Account::enabled).orElse(null);
    }

    /// Nothing: [#begin] and [#end] are the only ways to change who acts.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(Sessions.ACCOUNT) != null;
    }
}
