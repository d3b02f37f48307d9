package org.phatthana.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.phatthana.people.Role;
import org.phatthana.people.access.Providers;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Acts;
import org.phatthana.people.accounts.Office;
import org.phatthana.people.accounts.Profile;
import org.phatthana.people.accounts.Sessions;
import org.phatthana.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The accounts of the office, for administrators.
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PeoplePage {

    private static final int UNPROCESSABLE = 422;
    private static final int PAGE_SIZE = 50;
    private static final int ACTS_SHOWN = 10;

    private final Accounts accounts;
    private final Office office;
    private final Sessions sessions;
    private final Acts acts;
    private final Providers providers;

    PeoplePage(Accounts accounts, Office office, Sessions sessions, Acts acts, Providers providers) {
        this.accounts = accounts;
        this.office = office;
        this.sessions = sessions;
        this.acts = acts;
        this.providers = providers;
    }

    @GetMapping("/people")
    View list(Page page, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        var found = accounts.list(q, after, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        return page.show(
                "people/list",
                Map.of("accounts", shown, "words", q, "count", accounts.count(), "hasMore", found.size() > PAGE_SIZE));
    }

    @GetMapping("/people/new")
    View newForm(Page page) {
        return page.show("people/new", Map.of("form", Form.EMPTY, "chosen", Set.of()));
    }

    @PostMapping("/people")
    View create(
            Page page,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") List<String> roles,
            HttpServletResponse response) {
        var profile = new Profile(userName, displayName, email, department, roles(roles));
        return switch (office.create(profile)) {
            case Office.Outcome.Refused(var problems) ->
                page.show(
                        UNPROCESSABLE,
                        "people/new",
                        Map.of("form", new Form(values(profile), problems), "chosen", profile.roles()));
            case Office.Outcome.DoneWithPassword(var id, var password) -> password(page, id, password, true, response);
            case Office.Outcome.Done _ -> throw new IllegalStateException("A new account has an initial password");
        };
    }

    @GetMapping("/people/{id}")
    View account(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String problem) {
        var account = find(id);
        var parameters = parameters(account, new Form(values(account), Map.of()), account.roles());
        parameters.put("done", done);
        parameters.put("problem", problem);
        return page.show("people/edit", parameters);
    }

    @PostMapping("/people/{id}")
    View change(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") List<String> roles) {
        var account = find(id);
        var profile = new Profile(account.userName(), displayName, email, department, roles(roles));
        if (office.change(id, profile) instanceof Office.Outcome.Refused(var problems)) {
            return refuse(page, account, new Form(values(profile), problems), profile.roles());
        }
        return Elsewhere.to(page, account.address() + "?done=changed");
    }

    @PostMapping("/people/{id}/enabled")
    View setEnabled(Page page, @PathVariable UUID id, @RequestParam boolean enabled) {
        var account = find(id);
        if (office.setEnabled(id, enabled) instanceof Office.Outcome.Refused(var problems)) {
            return refuse(page, account, new Form(values(account), problems), account.roles());
        }
        return Elsewhere.to(page, account.address() + "?done=" + (enabled ? "enabled" : "disabled"));
    }

    @PostMapping("/people/{id}/password")
    View resetPassword(Page page, @PathVariable UUID id, HttpServletResponse response) {
        find(id);
        return office.resetPassword(id) instanceof Office.Outcome.DoneWithPassword(var account, var password)
                ? password(page, account, password, false, response)
                : Elsewhere.to(page, "/people/" + id);
    }

    @PostMapping("/people/{id}/sessions/end")
    View endSession(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
        var account = find(id);
        if (key.isEmpty()) {
            sessions.endAll(account, "");
        } else {
            sessions.end(account, key);
        }
        return Elsewhere.to(page, account.address() + "?done=sessions");
    }

    private Account find(UUID id) {
        return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View password(Page page, UUID id, String password, boolean isNew, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page.show(
                "people/initial-password",
                Map.of(
                        "account",
                        find(id),
                        "password",
                        password,
                        "isNew",
                        isNew,
                        "days",
                        Office.INITIAL_PASSWORD.toDays()));
    }

    private View refuse(Page page, Account account, Form form, Set<Role> chosen) {
        return page.show(UNPROCESSABLE, "people/edit", parameters(account, form, chosen));
    }

    private Map<String, Object> parameters(Account account, Form form, Set<Role> chosen) {
        var parameters = new HashMap<String, Object>();
        parameters.put("account", account);
        parameters.put("form", form);
        parameters.put("chosen", chosen);
        parameters.put("links", providers.linked(account));
        parameters.put("sessions", sessions.of(account.id()));
        parameters.put("acts", acts.newest(new Acts.Filter(account.id(), "", null, null), Long.MAX_VALUE, ACTS_SHOWN));
        return parameters;
    }

    private static Map<String, String> values(Account account) {
        return values(new Profile(
                account.userName(), account.displayName(), account.email(), account.department(), account.roles()));
    }

    private static Map<String, String> values(Profile profile) {
        return Map.of(
                "displayName", profile.displayName(),
                "userName", profile.userName(),
                "email", profile.email(),
                "department", profile.department());
    }

    /// The roles that are ticked; a word that is none is left out, since only a form of somebody else's sends one.
    private static Set<Role> roles(List<String> codes) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> codes.contains(role.code())).forEach(roles::add);
        return roles;
    }
}
