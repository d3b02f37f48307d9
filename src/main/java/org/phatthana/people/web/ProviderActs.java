package org.phatthana.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import org.phatthana.people.access.Providers;
import org.phatthana.people.access.SessionAccounts;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Links;
import org.phatthana.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Linking an account to a provider, and ending that.
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ProviderActs {

    private final Providers providers;
    private final Accounts accounts;
    private final Links links;

    ProviderActs(Providers providers, Accounts accounts, Links links) {
        this.providers = providers;
        this.accounts = accounts;
        this.links = links;
    }

    /// Leads to the provider. A link rather than a form, since browsers let no form lead to another site; so it
    /// names the session of the page it stands on, which no other site knows.
    @GetMapping("/account/providers/{provider}")
    ResponseEntity<Void> begin(
            Page page,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String session,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = page.href("/account");
        var isOurPage = !session.isEmpty() && session.equals(SessionAccounts.key(request));
        var next = isOurPage ? providers.beginLink(provider, account, request, response) : account;
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(next))
                .build();
    }

    @PostMapping("/account/providers/remove")
    View remove(Page page, @RequestParam(defaultValue = "") String issuer) {
        return remove(page, AccountPage.own(accounts), issuer, "/account");
    }

    @PostMapping("/people/{id}/providers/remove")
    View removeOf(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String issuer) {
        var account = accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return remove(page, account, issuer, account.address());
    }

    private View remove(Page page, Account account, String issuer, String back) {
        var isGone = links.unlink(account, issuer);
        return Elsewhere.to(page, back + (isGone ? "?done=unlinked" : "?problem=last-way-in"));
    }
}
