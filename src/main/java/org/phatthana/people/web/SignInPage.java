package org.phatthana.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.phatthana.people.Acting;
import org.phatthana.people.access.Providers;
import org.phatthana.people.access.SessionAccounts;
import org.phatthana.people.accounts.Account;
import org.phatthana.people.accounts.Acts;
import org.phatthana.people.accounts.FirstRun;
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

@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignInPage {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNPROCESSABLE = 422;

    private final SignIns signIns;
    private final SessionAccounts sessions;
    private final Providers providers;
    private final FirstRun firstRun;
    private final Acts acts;

    SignInPage(SignIns signIns, SessionAccounts sessions, Providers providers, FirstRun firstRun, Acts acts) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.providers = providers;
        this.firstRun = firstRun;
        this.acts = acts;
    }

    @GetMapping("/sign-in")
    View form(
            Page page, @RequestParam(defaultValue = "") String next, @RequestParam(defaultValue = "") String problem) {
        if (Acting.current().isPresent()) {
            return Elsewhere.to(page, Elsewhere.safe(next));
        }
        var form = switch (problem) {
            case "provider" -> Form.problem("form", Message.of("people.sign-in.provider-failed"));
            case "disabled" -> Form.problem("form", Message.of("people.sign-in.disabled"));
            default -> Form.EMPTY;
        };
        return show(page, 200, form, next);
    }

    @PostMapping("/sign-in")
    View signIn(
            Page page,
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = signIns.byPassword(userName, password, request.getRemoteAddr());
        return switch (outcome) {
            case SignIns.Outcome.Welcome(var account) -> welcome(page, account, next, request, response);
            case SignIns.Outcome.Wrong() -> again(page, userName, next, Message.of("people.sign-in.wrong"));
            case SignIns.Outcome.Disabled() -> again(page, userName, next, Message.of("people.sign-in.disabled"));
            case SignIns.Outcome.Expired() -> again(page, userName, next, Message.of("people.sign-in.expired"));
            case SignIns.Outcome.TooMany(var wait) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
                var form = new Form(Map.of("userName", userName), Map.of("form", java.util.List.of(tooMany(wait))));
                yield show(page, TOO_MANY_REQUESTS, form, next);
            }
        };
    }

    @PostMapping("/sign-out")
    View signOut(Page page, HttpServletRequest request, HttpServletResponse response) {
        var who = Acting.current();
        who.ifPresent(acting -> acts.append(who, "sign-in.ended", "/sign-in", acting.id(), Map.of()));
        sessions.end(request, response);
        return Elsewhere.to(page, "/");
    }

    static Message tooMany(Duration wait) {
        return Message.of("people.sign-in.too-many", seconds(wait));
    }

    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private View welcome(
            Page page, Account account, String next, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(account, request, response);
        return Elsewhere.to(page, account.mustChangePassword() ? "/account/password" : Elsewhere.safe(next));
    }

    private View again(Page page, String userName, String next, Message message) {
        var form = new Form(Map.of("userName", userName), Map.of("form", java.util.List.of(message)));
        return show(page, UNPROCESSABLE, form, next);
    }

    private View show(Page page, int status, Form form, String next) {
        var parameters = new HashMap<String, Object>();
        parameters.put("form", form);
        parameters.put("next", next);
        parameters.put("providers", providers.all());
        parameters.put("firstRun", firstRun.isDue());
        return page.show(status, "people/sign-in", parameters);
    }
}
