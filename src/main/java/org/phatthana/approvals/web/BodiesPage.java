package org.phatthana.approvals.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Office;
import org.phatthana.approvals.kept.Seat;
import org.phatthana.approvals.kept.Seats;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The committees and who sits on them.
@Controller
class BodiesPage {

    static final int PEOPLE_OFFERED = 2_000;
    private static final int UNPROCESSABLE = 422;

    private final Approvals approvals;
    private final Seats seats;
    private final Directory directory;
    private final Clock clock;

    BodiesPage(Approvals approvals, Seats seats, Directory directory, Clock clock) {
        this.approvals = approvals;
        this.seats = seats;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/bodies")
    View bodies(Page page, @RequestParam(defaultValue = "") String done) {
        return show(page, 200, Map.of(), Map.of(), done);
    }

    @PostMapping("/bodies/{body}/seats")
    View add(
            Page page,
            @PathVariable String body,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until) {
        if (approvals.bodies().stream().noneMatch(one -> one.id().equals(body))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var problems = new LinkedHashMap<String, Message>();
        var person = directory.enabled(PEOPLE_OFFERED).stream()
                .filter(one -> one.id().toString().equals(account))
                .findFirst();
        var as = Arrays.stream(Office.values())
                .filter(one -> one.code().equals(office))
                .findFirst();
        var first = date(since);
        var last = date(until);
        if (person.isEmpty()) {
            problems.put("account", Message.of("approvals.problem.person"));
        }
        if (as.isEmpty()) {
            problems.put("office", Message.of("approvals.problem.office"));
        }
        if (first.isEmpty()) {
            problems.put("since", Message.of("approvals.problem.date"));
        }
        if (last.isEmpty() && !until.isBlank()) {
            problems.put("until", Message.of("approvals.problem.date"));
        } else if (last.isPresent() && first.isPresent() && last.get().isBefore(first.get())) {
            problems.put("until", Message.of("approvals.problem.order"));
        }
        if (problems.isEmpty()
                && !seats.add(
                        body, person.orElseThrow().id(), as.orElseThrow(), first.orElseThrow(), last.orElse(null))) {
            problems.put("account", Message.of("approvals.problem.taken"));
        }
        if (!problems.isEmpty()) {
            var typed = Map.of("body", body, "account", account, "office", office, "since", since, "until", until);
            return show(page, UNPROCESSABLE, typed, problems, "");
        }
        return page.redirect("/bodies?done=added#" + body);
    }

    @PostMapping("/bodies/seats/{id}/end")
    View end(Page page, @PathVariable UUID id) {
        var seat = seats.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        seats.end(seat, today().minusDays(1));
        return page.redirect("/bodies?done=ended#" + seat.body());
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return Thailand.date(clock.instant());
    }

    private View show(Page page, int status, Map<String, String> values, Map<String, Message> problems, String done) {
        var bodies = approvals.bodies();
        var taken = new HashMap<String, List<Seat>>();
        bodies.forEach(body -> taken.put(body.id(), seats.of(body.id())));
        var accounts = taken.values().stream()
                .flatMap(List::stream)
                .map(Seat::account)
                .distinct()
                .toList();
        var names =
                directory.find(accounts).values().stream().collect(Collectors.toMap(Person::id, Person::displayName));
        var parameters = new HashMap<String, Object>();
        parameters.put("bodies", bodies);
        parameters.put("seats", taken);
        parameters.put("names", names);
        parameters.put("people", directory.enabled(PEOPLE_OFFERED));
        parameters.put("today", today());
        parameters.put("values", values);
        parameters.put("problems", problems);
        parameters.put("done", done);
        return page.show(status, "approvals/bodies", parameters);
    }
}
