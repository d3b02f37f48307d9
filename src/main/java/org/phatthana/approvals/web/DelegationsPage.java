package org.phatthana.approvals.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Body;
import org.phatthana.approvals.kept.Delegation;
import org.phatthana.approvals.kept.Delegations;
import org.phatthana.people.Acting;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.people.Role;
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

/// Who does one's duties while one is away. Everybody delegates their own; administrators delegate for those who
/// cannot.
@Controller
class DelegationsPage {

    private static final int UNPROCESSABLE = 422;

    private final Approvals approvals;
    private final Delegations delegations;
    private final Directory directory;
    private final Clock clock;

    DelegationsPage(Approvals approvals, Delegations delegations, Directory directory, Clock clock) {
        this.approvals = approvals;
        this.delegations = delegations;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/desk/delegations")
    View delegations(Page page, @RequestParam(defaultValue = "") String done) {
        var who = who();
        var values = Map.of("giver", who.id().toString(), "since", today().toString());
        return show(page, 200, who, values, Map.of(), done);
    }

    @PostMapping("/desk/delegations")
    View delegate(Page page, @RequestParam Map<String, String> form) {
        var who = who();
        var problems = new LinkedHashMap<String, Message>();
        var mayChoose = who.has(Role.ADMINISTRATOR);
        var giver = person(mayChoose ? form.getOrDefault("giver", "") : who.id().toString());
        var receiver = person(form.getOrDefault("receiver", "")).filter(Person::isStaff);
        var scope = form.getOrDefault("scope", "");
        var since = BodiesPage.date(form.getOrDefault("since", ""));
        var until = BodiesPage.date(form.getOrDefault("until", ""));
        var reason = form.getOrDefault("reason", "").strip();
        require(problems, "giver", giver.isPresent(), Message.of("approvals.problem.person"));
        require(
                problems,
                "receiver",
                receiver.isPresent() && !receiver.equals(giver),
                Message.of("approvals.problem.receiver"));
        require(problems, "scope", isScope(scope), Message.of("approvals.problem.scope"));
        require(problems, "since", since.isPresent(), Message.of("approvals.problem.date"));
        require(problems, "until", until.isPresent(), Message.of("approvals.problem.date"));
        if (since.isPresent() && until.isPresent()) {
            var isInOrder = !until.get().isBefore(since.get()) && !until.get().isBefore(today());
            require(problems, "until", isInOrder, Message.of("approvals.problem.order"));
            var isShort = !until.get().isAfter(since.get().plusDays(Delegation.MAX_DAYS));
            require(problems, "until", isShort, Message.of("approvals.problem.too-long", Delegation.MAX_DAYS));
        }
        var hasReason = !reason.isEmpty() && reason.length() <= Delegation.MAX_REASON;
        require(problems, "reason", hasReason, Message.of("approvals.problem.reason", Delegation.MAX_REASON));
        if (!problems.isEmpty()) {
            return show(page, UNPROCESSABLE, who, form, problems, "");
        }
        var parts = scope.split(":", 2);
        delegations.add(
                new Delegation(
                        UUID.randomUUID(),
                        giver.orElseThrow().id(),
                        receiver.orElseThrow().id(),
                        Delegation.Scope.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                        parts.length == 1 ? "" : parts[1],
                        since.orElseThrow(),
                        until.orElseThrow(),
                        reason,
                        null),
                who.id());
        return page.redirect("/desk/delegations?done=made");
    }

    @PostMapping("/desk/delegations/{id}/end")
    View end(Page page, @PathVariable UUID id) {
        var who = who();
        var delegation = delegations
                .find(id)
                .filter(one -> one.giver().equals(who.id()) || who.has(Role.ADMINISTRATOR))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        delegations.end(delegation);
        return page.redirect("/desk/delegations?done=ended");
    }

    private static void require(Map<String, Message> problems, String field, boolean holds, Message message) {
        if (!holds) {
            problems.putIfAbsent(field, message);
        }
    }

    /// `all`, `role:` and a role of the staff, or `body:` and a body.
    private boolean isScope(String scope) {
        return scope.equals("all")
                || roles().anyMatch(role -> scope.equals("role:" + role.code()))
                || approvals.bodies().stream().anyMatch(body -> scope.equals("body:" + body.id()));
    }

    private static Stream<Role> roles() {
        return Stream.of(Role.values()).filter(role -> role.isOfStaff() && role != Role.ADMINISTRATOR);
    }

    private Optional<Person> person(String id) {
        return directory.enabled(BodiesPage.PEOPLE_OFFERED).stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst();
    }

    private static Acting who() {
        return Acting.current()
                .filter(one -> !one.byToken())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return Thailand.date(clock.instant());
    }

    private View show(
            Page page, int status, Acting who, Map<String, String> values, Map<String, Message> problems, String done) {
        var own = delegations.of(who.id());
        var all = who.has(Role.ADMINISTRATOR)
                ? delegations.live(today()).stream()
                        .filter(one ->
                                !one.giver().equals(who.id()) && !one.receiver().equals(who.id()))
                        .toList()
                : List.<Delegation>of();
        var accounts = Stream.concat(own.stream(), all.stream())
                .flatMap(one -> Stream.of(one.giver(), one.receiver()))
                .distinct()
                .toList();
        var people = directory.enabled(BodiesPage.PEOPLE_OFFERED);
        var parameters = new HashMap<String, Object>();
        parameters.put("me", who.id());
        parameters.put("own", own);
        parameters.put("all", all);
        parameters.put(
                "names",
                directory.find(accounts).values().stream().collect(Collectors.toMap(Person::id, Person::displayName)));
        parameters.put("people", people);
        parameters.put("roles", roles().toList());
        parameters.put("bodies", approvals.bodies());
        parameters.put("bodyNames", approvals.bodies().stream().collect(Collectors.toMap(Body::id, Body::name)));
        parameters.put("today", today());
        parameters.put("values", values);
        parameters.put("problems", problems);
        parameters.put("done", done);
        return page.show(status, "approvals/delegations", parameters);
    }
}
