package org.phatthana.notices.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.notices.mail.AddressCheck;
import org.phatthana.notices.mail.Post;
import org.phatthana.notices.mail.Preference;
import org.phatthana.notices.mail.Preferences;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whether and where somebody wants what waits for them by e-mail.
@Controller
class SettingsPage {

    private static final int UNPROCESSABLE = 422;
    private static final int GONE = 410;

    private final Preferences preferences;
    private final AddressCheck check;
    private final Directory directory;
    private final Post post;

    SettingsPage(Preferences preferences, AddressCheck check, Directory directory, Post post) {
        this.preferences = preferences;
        this.check = check;
        this.directory = directory;
        this.post = post;
    }

    @GetMapping("/desk/settings")
    View form(Page page, @RequestParam(defaultValue = "") String done) {
        var account = DeskPage.whoReads().id();
        var kept = preferences.of(account);
        var values = new HashMap<String, String>();
        values.put("email", kept.map(SettingsPage::address).orElseGet(() -> known(account)));
        values.put(
                "frequency",
                kept.map(Preference::frequency)
                        .orElse(Preference.Frequency.NONE)
                        .code());
        values.put(
                "language",
                kept.map(Preference::language).orElse(page.language()).code());
        return show(page, 200, kept, values, Map.of(), done);
    }

    @PostMapping("/desk/settings")
    View save(
            Page page,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String frequency,
            @RequestParam(defaultValue = "") String language) {
        var account = DeskPage.whoReads().id();
        var address = email.strip();
        var often = Arrays.stream(Preference.Frequency.values())
                .filter(one -> one.code().equals(frequency))
                .findFirst()
                .orElse(Preference.Frequency.NONE);
        var chosen = page.languages().stream()
                .filter(one -> one.code().equals(language))
                .findFirst()
                .orElse(page.language());
        var problem = problem(account, address, often, chosen);
        if (problem.isPresent()) {
            var typed = Map.of("email", address, "frequency", often.code(), "language", chosen.code());
            var problems = new LinkedHashMap<String, Message>();
            problems.put("email", problem.get());
            return show(page, UNPROCESSABLE, preferences.of(account), typed, problems, "");
        }
        var isPending = preferences
                .of(account)
                .filter(kept -> !kept.pending().isEmpty())
                .isPresent();
        return page.redirect("/desk/settings?done=" + (isPending ? "link" : "saved"));
    }

    private Optional<Message> problem(UUID account, String address, Preference.Frequency often, Language language) {
        if (address.isEmpty() && often != Preference.Frequency.NONE) {
            return Optional.of(Message.of("notices.problem.no-address"));
        }
        if (!address.isEmpty() && !Person.looksLikeEmail(address)) {
            return Optional.of(Message.of("people.problem.email"));
        }
        preferences.choose(account, often, language);
        if (address.isEmpty()) {
            preferences.forgetAddress(account);
            return Optional.empty();
        }
        if (preferences.of(account).filter(kept -> kept.email().equals(address)).isPresent()) {
            preferences.forgetPending(account);
            return Optional.empty();
        }
        return check.begin(account, address, language);
    }

    @GetMapping("/desk/address")
    View confirm(Page page, @RequestParam(defaultValue = "") String token) {
        var address = preferences.pendingOf(token);
        return page.show(
                address.isPresent() ? 200 : GONE,
                "notices/address",
                Map.of("address", address.orElse(""), "token", token, "done", false));
    }

    @PostMapping("/desk/address")
    View verify(Page page, @RequestParam(defaultValue = "") String token) {
        var address = preferences.pendingOf(token).orElse("");
        var done = preferences.verify(token);
        return page.show(
                done ? 200 : GONE, "notices/address", Map.of("address", address, "token", token, "done", done));
    }

    private static String address(Preference kept) {
        return kept.pending().isEmpty() ? kept.email() : kept.pending();
    }

    private String known(UUID account) {
        return directory.find(account).map(Person::email).orElse("");
    }

    private View show(
            Page page,
            int status,
            Optional<Preference> kept,
            Map<String, String> values,
            Map<String, Message> problems,
            String done) {
        var parameters = new HashMap<String, Object>();
        parameters.put("verified", kept.map(Preference::email).orElse(""));
        parameters.put("pending", kept.map(Preference::pending).orElse(""));
        parameters.put("values", values);
        parameters.put("problems", problems);
        parameters.put("done", done);
        parameters.put("isConfigured", post.isConfigured());
        return page.show(status, "notices/settings", parameters);
    }
}
