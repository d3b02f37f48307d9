package org.phatthana.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.phatthana.people.Role;
import org.phatthana.people.access.SessionAccounts;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.FirstRun;
import org.phatthana.people.accounts.Office;
import org.phatthana.people.accounts.PasswordRules;
import org.phatthana.people.accounts.Profile;
import org.phatthana.people.accounts.SignIns;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where whoever started the program creates the first administrator. Once there is one, it leads to the sign-in.
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class FirstRunPage {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNPROCESSABLE = 422;

    private final FirstRun firstRun;
    private final Office office;
    private final Accounts accounts;
    private final SignIns signIns;
    private final SessionAccounts sessions;

    FirstRunPage(FirstRun firstRun, Office office, Accounts accounts, SignIns signIns, SessionAccounts sessions) {
        this.firstRun = firstRun;
        this.office = office;
        this.accounts = accounts;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @GetMapping("/first-run")
    View form(Page page, @RequestParam(defaultValue = "") String code) {
        if (!firstRun.isDue()) {
            return Elsewhere.to(page, "/sign-in");
        }
        return show(page, 200, new Form(Map.of("code", code), Map.of()));
    }

    @PostMapping("/first-run")
    View create(
            Page page,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!firstRun.isDue()) {
            return Elsewhere.to(page, "/sign-in");
        }
        var values = Map.of("code", code, "displayName", displayName, "userName", userName);
        var wait = signIns.tryCode(() -> firstRun.accepts(code), request.getRemoteAddr());
        if (wait.isPresent() && wait.get().isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(SignInPage.seconds(wait.get())));
            return show(
                    page, TOO_MANY_REQUESTS, new Form(values, Map.of("form", List.of(SignInPage.tooMany(wait.get())))));
        }
        if (wait.isPresent()) {
            return refuse(page, values, Map.of("code", List.of(Message.of("people.first-run.wrong-code"))));
        }
        var profile = new Profile(userName, displayName, "", "", Set.of(Role.ADMINISTRATOR));
        if (!password.equals(passwordAgain)) {
            return refuse(page, values, Map.of("passwordAgain", List.of(Message.of("people.password.differs"))));
        }
        return switch (office.createFirst(profile, password)) {
            case Office.Outcome.Refused(var problems) -> refuse(page, values, problems);
            case Office.Outcome.Done(var id) -> {
                firstRun.close();
                sessions.begin(accounts.find(id).orElseThrow(), request, response);
                yield Elsewhere.to(page, "/people");
            }
            case Office.Outcome.DoneWithPassword _ ->
                throw new IllegalStateException("The first has a password of its own");
        };
    }

    private static View refuse(Page page, Map<String, String> values, Map<String, List<Message>> problems) {
        return show(page, UNPROCESSABLE, new Form(values, problems));
    }

    private static View show(Page page, int status, Form form) {
        var parameters = new HashMap<String, Object>();
        parameters.put("form", form);
        parameters.put("minLength", PasswordRules.MIN_LENGTH);
        return page.show(status, "people/first-run", parameters);
    }
}
