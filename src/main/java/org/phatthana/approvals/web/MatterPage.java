package org.phatthana.approvals.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Matter;
import org.phatthana.approvals.Minutes;
import org.phatthana.approvals.Outcome;
import org.phatthana.approvals.Panel;
import org.phatthana.people.Acting;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Where acts on matters of every kind arrive, and a matter by itself: what was refused is shown there with what
/// had been typed, so that it can be sent again.
@Controller
class MatterPage {

    private static final int UNPROCESSABLE = 422;

    private final Approvals approvals;

    MatterPage(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping("/approvals/{id}")
    View matter(Page page, @PathVariable UUID id) {
        return show(page, 200, panel(find(id)));
    }

    @PostMapping("/approvals/{id}/acts")
    View act(Page page, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var matter = find(id);
        var before = panel(matter); // whoever may not see it does not learn by acting that there is one
        var ask = ask(form);
        var who = Acting.current().filter(one -> !one.byToken()).orElseThrow(MatterPage::missing);
        return switch (approvals.act(matter.id(), who, ask)) {
            case Outcome.Done(var now) ->
                page.redirect(form.getOrDefault("from", "").equals("matter") ? "/approvals/" + id : now.address());
            case Outcome.Refused(var why) ->
                show(
                        page,
                        UNPROCESSABLE,
                        approvals
                                .panel(find(id), Acting.current())
                                .orElse(before)
                                .refused(why, form));
        };
    }

    private static Ask ask(Map<String, String> form) {
        var kind = Arrays.stream(Act.Kind.values())
                .filter(one -> one.code().equals(form.get("kind")))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return new Ask(
                kind,
                form.getOrDefault("text", "").replace("\r\n", "\n"),
                behalf(form.getOrDefault("behalf", "")),
                Set.of(),
                kind == Act.Kind.RECORD ? minutes(form) : null,
                number(form.getOrDefault("seen", "")));
    }

    private static @Nullable UUID behalf(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    /// What was typed of a record; null where there is no date, which the rules refuse.
    private static @Nullable Minutes minutes(Map<String, String> form) {
        try {
            return new Minutes(
                    form.getOrDefault("record", ""),
                    LocalDate.parse(form.getOrDefault("date", "")),
                    form.getOrDefault("place", "").strip(),
                    number(form.getOrDefault("people", "")),
                    form.getOrDefault("minutes", "").replace("\r\n", "\n").strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private Matter find(UUID id) {
        return approvals.find(id).orElseThrow(MatterPage::missing);
    }

    private Panel panel(Matter matter) {
        return approvals.panel(matter, Acting.current()).orElseThrow(MatterPage::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static View show(Page page, int status, Panel panel) {
        return page.show(status, "approvals/matter", Map.of("panel", panel));
    }
}
