package org.phatthana.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.phatthana.people.access.SessionAccounts;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.SignIns;
import org.phatthana.people.passkeys.Passkeys;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What the browser's script asks for to make a passkey and to sign in with one. Each challenge is kept in the
/// session and answers once.
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PasskeyActs {

    private static final String MAKING = "people.passkey.making";
    private static final String ASKING = "people.passkey.asking";
    private static final int UNPROCESSABLE = 422;
    private static final int MAX_ANSWER = 20_000;

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final SignIns signIns;
    private final SessionAccounts sessions;

    PasskeyActs(Passkeys passkeys, Accounts accounts, SignIns signIns, SessionAccounts sessions) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @PostMapping("/account/passkeys/options")
    ResponseEntity<String> creationOptions(Page page, HttpServletRequest request) {
        var account = AccountPage.own(accounts);
        if (passkeys.of(account).size() >= Passkeys.MAX_PER_ACCOUNT) {
            return refused(page, Message.of("people.passkey.too-many", Passkeys.MAX_PER_ACCOUNT));
        }
        var options = passkeys.creationOptions(account, request);
        request.getSession().setAttribute(MAKING, options);
        return json(passkeys.toJson(options));
    }

    @PostMapping("/account/passkeys")
    ResponseEntity<String> register(
            Page page,
            @RequestParam(defaultValue = "") String label,
            @RequestBody String answer,
            HttpServletRequest request) {
        var account = AccountPage.own(accounts);
        var session = request.getSession();
        var kept = session.getAttribute(MAKING);
        session.removeAttribute(MAKING);
        var name = label.strip();
        if (!(kept instanceof PublicKeyCredentialCreationOptions options)
                || answer.length() > MAX_ANSWER
                || name.isEmpty()
                || name.length() > Passkeys.MAX_LABEL) {
            return refused(page, Message.of("people.passkey.failed"));
        }
        try {
            passkeys.register(account, options, answer, name, request);
        } catch (RuntimeException _) {
            // Spring Security answers what is wrong with exceptions of many libraries.
            return refused(page, Message.of("people.passkey.failed"));
        }
        return json(passkeys.toJson(Map.of("next", page.href("/account?done=passkey"))));
    }

    @PostMapping("/account/passkeys/remove")
    View remove(Page page, @RequestParam(defaultValue = "") String id) {
        var removed = passkeys.remove(AccountPage.own(accounts), id);
        return Elsewhere.to(page, removed ? "/account?done=passkey-removed" : "/account?problem=last-way-in");
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> requestOptions(HttpServletRequest request) {
        var options = passkeys.requestOptions(request);
        request.getSession().setAttribute(ASKING, options);
        return json(passkeys.toJson(options));
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<String> signIn(
            Page page,
            @RequestParam(defaultValue = "") String next,
            @RequestBody String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = request.getSession();
        var kept = session.getAttribute(ASKING);
        session.removeAttribute(ASKING);
        if (!(kept instanceof PublicKeyCredentialRequestOptions options) || answer.length() > MAX_ANSWER) {
            return refused(page, Message.of("people.passkey.not-signed-in"));
        }
        var owner = passkeys.verify(options, answer, request);
        if (owner.isEmpty()) {
            signIns.passkeyFailed();
            return refused(page, Message.of("people.passkey.not-signed-in"));
        }
        return switch (signIns.byPasskey(owner.get())) {
            case SignIns.Outcome.Welcome(var account) -> {
                sessions.begin(account, request, response);
                yield json(passkeys.toJson(Map.of("next", page.href(Elsewhere.safe(next)))));
            }
            case SignIns.Outcome.Disabled _ -> refused(page, Message.of("people.sign-in.disabled"));
            default -> refused(page, Message.of("people.passkey.not-signed-in"));
        };
    }

    private ResponseEntity<String> refused(Page page, Message message) {
        return ResponseEntity.status(UNPROCESSABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.toJson(Map.of("problem", page.text(message))));
    }

    private static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
