package org.phatthana.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.phatthana.people.Role;
import org.phatthana.people.accounts.Tokens;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The tokens by which programs act.
@Controller
class TokensPage {

    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 200;

    private final Tokens tokens;
    private final Clock clock;

    TokensPage(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/people/tokens")
    View tokens(Page page, @RequestParam(defaultValue = "") String done) {
        return show(page, 200, new Form(Map.of("days", "90"), Map.of()), "", done);
    }

    @PostMapping("/people/tokens")
    View make(
            Page page,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String days,
            HttpServletResponse response) {
        var problems = new LinkedHashMap<String, List<Message>>();
        var chosen = Arrays.stream(Role.values())
                .filter(one -> one.code().equals(role))
                .findFirst();
        if (chosen.isEmpty()) {
            problems.put("role", List.of(Message.of("people.problem.no-role")));
        }
        if (label.isBlank() || label.length() > Tokens.MAX_LABEL) {
            problems.put("label", List.of(Message.of("people.problem.label", Tokens.MAX_LABEL)));
        }
        var valid = days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
        if (valid < 1 || valid > Tokens.MAX_DAYS) {
            problems.put("days", List.of(Message.of("people.problem.days", Tokens.MAX_DAYS)));
        }
        if (!problems.isEmpty()) {
            var form = new Form(Map.of("role", role, "label", label, "days", days), problems);
            return show(page, UNPROCESSABLE, form, "", "");
        }
        var secret = tokens.make(chosen.orElseThrow(), label, valid);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return show(page, 200, new Form(Map.of("days", "90"), Map.of()), secret, "");
    }

    @PostMapping("/people/tokens/{id}/revoke")
    View revoke(Page page, @PathVariable UUID id) {
        tokens.revoke(id);
        return Elsewhere.to(page, "/people/tokens?done=revoked");
    }

    private View show(Page page, int status, Form form, String secret, String done) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tokens", tokens.newest(SHOWN));
        parameters.put("now", clock.instant());
        parameters.put("form", form);
        parameters.put("secret", secret);
        parameters.put("done", done);
        return page.show(status, "people/tokens", parameters);
    }
}
