package org.phatthana.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.people.Acting;
import org.phatthana.people.access.Providers;
import org.phatthana.people.access.SessionAccounts;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Office;
import org.phatthana.people.accounts.PasswordRules;
import org.phatthana.people.accounts.Sessions;
import org.phatthana.people.accounts.SignIns;
import org.phatthana.people.passkeys.Passkeys;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One's own account.
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class AccountPage {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Accounts accounts;
    private final Office office;
    private final Sessions sessions;
    private final SessionAccounts current;
    private final SignIns signIns;
    private final Passkeys passkeys;
    private final Providers providers;

    AccountPage(
            Accounts accounts,
            Office office,
            Sessions sessions,
            SessionAccounts current,
            SignIns signIns,
            Passkeys passkeys,
            Providers providers) {
        this.accounts = accounts;
        this.office = office;
        this.sessions = sessions;
        this.current = current;
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.providers = providers;
    }

    @GetMapping("/account")
    View account(
            Page page,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String problem,
            HttpServletRequest request) {
        var account = own(accounts);
        var parameters = parameters(account, new Form(Map.of("displayName", account.displayName()), Map.of()), request);
        parameters.put("done", done);
        parameters.put("problem", problem);
        return page.show("people/account", parameters);
    }

    @PostMapping("/account/name")
    View rename(Page page, @RequestParam(defaultValue = "") String displayName, HttpServletRequest request) {
        var account = own(accounts);
        if (office.rename(account, displayName) instanceof Office.Outcome.Refused(var problems)) {
            var form = new Form(Map.of("displayName", displayName), problems);
            return page.show(UNPROCESSABLE, "people/account", parameters(account, form, request));
        }
        return Elsewhere.to(page, "/account?done=renamed");
    }

    @GetMapping("/account/password")
    View passwordForm(Page page) {
        return showPassword(page, 200, Form.EMPTY);
    }

    @PostMapping("/account/password")
    View changePassword(
            Page page,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = own(accounts);
        if (!password.equals(passwordAgain)) {
            return refuse(page, "passwordAgain", Message.of("people.password.differs"));
        }
        var confirmed = signIns.confirm(account, present, request.getRemoteAddr());
        if (confirmed instanceof SignIns.Outcome.TooMany(var wait)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(SignInPage.seconds(wait)));
            return showPassword(page, TOO_MANY_REQUESTS, Form.problem("present", SignInPage.tooMany(wait)));
        }
        if (!(confirmed instanceof SignIns.Outcome.Welcome)) {
            return refuse(page, "present", Message.of("people.password.present-wrong"));
        }
        var outcome = office.choosePassword(account, password, SessionAccounts.key(request));
        if (outcome instanceof Office.Outcome.Refused(var problems)) {
            return showPassword(page, UNPROCESSABLE, new Form(Map.of(), problems));
        }
        current.begin(accounts.find(account.id()).orElseThrow(), request, response);
        return Elsewhere.to(page, "/account?done=password");
    }

    @PostMapping("/account/sessions/end")
    View endSession(Page page, @RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        var account = own(accounts);
        if (key.isEmpty()) {
            sessions.endAll(account, SessionAccounts.key(request));
        } else {
            sessions.end(account, key);
        }
        return Elsewhere.to(page, "/account?done=sessions");
    }

    /// The account of whoever acts; a program that acts by a token has none.
    static Account own(Accounts accounts) {
        return Acting.current()
                .filter(who -> !who.byToken())
                .flatMap(who -> accounts.find(who.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, Object> parameters(Account account, Form form, HttpServletRequest request) {
        var parameters = new HashMap<String, Object>();
        parameters.put("account", account);
        parameters.put("form", form);
        parameters.put("sessions", sessions.of(account.id()));
        parameters.put("currentSession", SessionAccounts.key(request));
        parameters.put("passkeys", passkeys.of(account));
        parameters.put("providers", providers.all());
        parameters.put("links", providers.linked(account));
        return parameters;
    }

    private View refuse(Page page, String field, Message message) {
        return showPassword(page, UNPROCESSABLE, new Form(Map.of(), Map.of(field, List.of(message))));
    }

    private View showPassword(Page page, int status, Form form) {
        var parameters = new HashMap<String, Object>();
        parameters.put("account", own(accounts));
        parameters.put("form", form);
        parameters.put("minLength", PasswordRules.MIN_LENGTH);
        return page.show(status, "people/password", parameters);
    }
}
