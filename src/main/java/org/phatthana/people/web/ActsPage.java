package org.phatthana.people.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.accounts.Accounts;
import org.phatthana.people.accounts.Acts;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who did what, for administrators and auditors.
@Controller
class ActsPage {

    private static final int PAGE_SIZE = 50;
    private static final int MAX_PEOPLE = 500;

    private final Acts acts;
    private final Accounts accounts;

    ActsPage(Acts acts, Accounts accounts) {
        this.acts = acts;
        this.accounts = accounts;
    }

    @GetMapping("/people/acts")
    View acts(
            Page page,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var filter = new Acts.Filter(person, kind, start(from), start(until == null ? null : until.plusDays(1)));
        var found = acts.newest(filter, before, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        var parameters = new HashMap<String, Object>();
        parameters.put("acts", shown);
        parameters.put("kinds", acts.kinds());
        parameters.put("people", accounts.list("", "", MAX_PEOPLE));
        parameters.put("person", person == null ? "" : person.toString());
        parameters.put("kind", kind);
        parameters.put("from", from == null ? "" : from.toString());
        parameters.put("until", until == null ? "" : until.toString());
        parameters.put("hasOlder", found.size() > PAGE_SIZE);
        return page.show("people/acts", parameters);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Thailand.ZONE).toInstant();
    }
}
