package org.phatthana.plan.operation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Approvals;
import org.phatthana.exchange.CellText;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.Heading;
import org.phatthana.plan.Headings;
import org.phatthana.plan.Plans;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The planners' work on an operation plan: the staff reads it, planners write it.
@Controller
public class OperationWorkPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int LONGEST_QUERY = 200;

    /// The most projects that are offered at once; words find the others.
    private static final int MOST_OFFERED = 100;

    private final Operations operations;
    private final OperationPages pages;
    private final Offered offered;
    private final Announcing announcing;
    private final Approvals approvals;
    private final Plans plans;
    private final Headings headings;

    OperationWorkPages(
            Operations operations,
            OperationPages pages,
            Offered offered,
            Announcing announcing,
            Approvals approvals,
            Plans plans,
            Headings headings) {
        this.operations = operations;
        this.pages = pages;
        this.offered = offered;
        this.announcing = announcing;
        this.approvals = approvals;
        this.plans = plans;
        this.headings = headings;
    }

    private static boolean isPlanner() {
        return Acting.current()
                .filter(who -> who.has(Role.PLANNER) || who.has(Role.ADMINISTRATOR))
                .isPresent();
    }

    @PostMapping("/plan/operations")
    View begin(Page page, @RequestParam int year, @RequestParam(defaultValue = "") String ordinance) {
        if (!FiscalYear.isValid(year)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return operations
                .begin(new FiscalYear(year), day(ordinance), capacity())
                .map(begun -> page.redirect(begun.work()))
                .orElseGet(() -> pages.list(page, UNPROCESSABLE, Map.of("problem", "plan.operation.refused.no-plan")));
    }

    private static String capacity() {
        return Acting.current().orElseThrow().capacity(Role.PLANNER, Role.ADMINISTRATOR);
    }

    /// Begins an amendment of what was announced.
    @PostMapping("/plan/operations/{year:\\d{4}}/amend")
    View amend(Page page, @PathVariable int year, @RequestParam(defaultValue = "") String reason) {
        var operation = OperationPages.find(operations, year);
        var why = CellText.clean(reason);
        if (why.isEmpty() || why.length() > Operation.LONGEST_REASON) {
            var problem = Message.of("plan.operation.refused.reason", Operation.LONGEST_REASON);
            return work(page, UNPROCESSABLE, operation, 1, "", List.of(problem));
        }
        operations.amend(operation, why);
        return page.redirect(operation.work());
    }

    /// Gives an amendment up that is being written.
    @PostMapping("/plan/operations/{year:\\d{4}}/discard")
    View discard(Page page, @PathVariable int year) {
        var operation = OperationPages.find(operations, year);
        return announcing.discard(operation)
                ? page.redirect(operation.address())
                : work(page, CONFLICT, operation, 1, "", List.of(Message.of("plan.operation.refused.discard")));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A date is written as 2026-09-30", e);
        }
    }

    @PostMapping("/plan/operations/{year:\\d{4}}/ordinance")
    View ordinance(Page page, @PathVariable int year, @RequestParam(defaultValue = "") String ordinance) {
        var operation = OperationPages.find(operations, year);
        operations.ordinance(operation, day(ordinance), capacity());
        return page.redirect(operation.work());
    }

    @GetMapping("/plan/operations/{year:\\d{4}}/work")
    View work(
            Page page,
            @PathVariable int year,
            @RequestParam(name = "page", defaultValue = "1") int number,
            @RequestParam(defaultValue = "") String q) {
        if (FiscalYear.isValid(year) && operations.find(new FiscalYear(year)).isEmpty()) {
            return page.redirect("/plan/operations"); // where one is begun
        }
        return work(page, 200, OperationPages.find(operations, year), number, q, List.of());
    }

    private View work(Page page, int status, Operation operation, int number, String q, List<Message> problems) {
        var activities = operations.activities(operation);
        var mayWrite = isPlanner() && operation.isOpen();
        var words = q.length() > LONGEST_QUERY ? q.substring(0, LONGEST_QUERY) : q;
        var projects = mayWrite ? offered.of(operation, activities, words) : List.<Offered.Project>of();
        var model = new HashMap<String, Object>();
        model.put("shown", OperationPages.Shown.of(page, operation, activities, number));
        model.put("due", pages.due(operation));
        model.put("mayWrite", mayWrite);
        model.put("mayAmend", isPlanner() && operation.isAnnounced());
        model.put("q", words);
        model.put("offered", projects.stream().limit(MOST_OFFERED).toList());
        model.put("found", projects.size());
        model.put(
                "left",
                projects.stream().filter(project -> project.activities() == 0).count());
        model.put(
                "unfinished",
                activities.stream()
                        .filter(activity -> !activity.content().isWhole())
                        .toList());
        model.put("problems", problems);
        model.put("panel", approvals.panel(Announcing.KIND, operation.subject(), Acting.current()));
        return page.show(status, "plan/operation-work", model);
    }

    /// Adds activities: of the projects that are named, of all that match and have none, or one by its name.
    @PostMapping("/plan/operations/{year:\\d{4}}/activities")
    View add(
            Page page,
            @PathVariable int year,
            @RequestParam(defaultValue = "") List<String> project,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String name) {
        var operation = OperationPages.find(operations, year);
        if (!name.isBlank()) {
            var typed = ActivityForm.EMPTY.typed(Map.of("name", name));
            return switch (typed.read()) {
                case ActivityForm.Read.Faulty(var faults) ->
                    work(page, UNPROCESSABLE, operation, 1, q, List.copyOf(faults.values()));
                case ActivityForm.Read.Understood(var content) ->
                    switch (operations.add(operation, Optional.empty(), content)) {
                        case ActivityOutcome.Kept(var kept) ->
                            page.redirect("/plan/operations/" + year + "/activities/" + kept.id());
                        case ActivityOutcome.Stale(var newest) ->
                            page.redirect("/plan/operations/" + year + "/activities/" + newest.id());
                        case ActivityOutcome.Refused(var faults) ->
                            work(page, UNPROCESSABLE, operation, 1, q, List.copyOf(faults.values()));
                    };
            };
        }
        var wanted = new HashSet<>(project);
        for (var each : offered.of(operation, operations.activities(operation), all ? q : "")) {
            if ((all && each.activities() == 0)
                    || wanted.contains(each.project().id())) {
                var added = operations.add(operation, Optional.of(each.project().id()), offered.content(each));
                if (added instanceof ActivityOutcome.Refused(var faults)) {
                    return work(page, UNPROCESSABLE, operation, 1, q, List.copyOf(faults.values()));
                }
            }
        }
        return page.redirect(operation.work());
    }

    @GetMapping("/plan/operations/{year:\\d{4}}/activities/{id}")
    View activity(Page page, @PathVariable int year, @PathVariable UUID id) {
        var operation = OperationPages.find(operations, year);
        var activity = operations.activity(operation, id).orElseThrow(OperationPages::notFound);
        return activity(page, 200, operation, activity, ActivityForm.of(activity.content()), false);
    }

    private View activity(
            Page page, int status, Operation operation, Activity activity, ActivityForm form, boolean isStale) {
        var known = List.copyOf(headings.of(operation.plan()).values());
        var model = new HashMap<String, Object>();
        model.put("operation", operation);
        model.put("activity", activity);
        model.put("form", form);
        model.put("months", new FiscalMonths(operation.year(), page.language()));
        model.put("mayWrite", isPlanner() && operation.isOpen());
        model.put("isStale", isStale);
        model.put(
                "lists",
                Map.of(
                        "strategy",
                        known.stream().map(Heading::strategy).distinct().toList(),
                        "programme",
                        known.stream().map(Heading::programme).distinct().toList(),
                        "department",
                        plans.find(operation.plan())
                                .map(plan -> List.copyOf(
                                        plans.departments(plan.standing()).keySet()))
                                .orElse(List.of())));
        return page.show(status, "plan/activity", model);
    }

    /// Saves an activity; what is not sent stays, so that the chart sends the months alone.
    @PostMapping("/plan/operations/{year:\\d{4}}/activities/{id}")
    View save(
            Page page,
            @PathVariable int year,
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable List<String> month,
            @RequestParam Map<String, String> typed) {
        var operation = OperationPages.find(operations, year);
        var activity = operations.activity(operation, id).orElseThrow(OperationPages::notFound);
        var sent = new HashMap<>(typed);
        if (month != null) {
            sent.put("months", String.join(",", month));
        }
        var form = ActivityForm.of(activity.content()).typed(sent);
        var outcome = switch (form.read()) {
            case ActivityForm.Read.Faulty(var faults) -> new ActivityOutcome.Refused(faults);
            case ActivityForm.Read.Understood(var content) -> operations.save(operation, id, revision, content);
        };
        if (page.isFragment()) {
            return said(page, id, revision, outcome);
        }
        return switch (outcome) {
            case ActivityOutcome.Kept _ -> page.redirect(operation.work() + "#activity-" + id);
            case ActivityOutcome.Stale(var newest) -> activity(page, CONFLICT, operation, newest, form, true);
            case ActivityOutcome.Refused(var faults) ->
                activity(page, UNPROCESSABLE, operation, activity, form.with(faults), false);
        };
    }

    private static View said(Page page, UUID id, int seen, ActivityOutcome outcome) {
        var said = switch (outcome) {
            case ActivityOutcome.Kept _ -> Message.of("plan.draft.saved");
            case ActivityOutcome.Stale _ -> Message.of("plan.operation.stale-short");
            case ActivityOutcome.Refused(var faults) ->
                faults.values().iterator().next();
        };
        var revision = outcome instanceof ActivityOutcome.Kept(var kept) ? kept.revision() : seen;
        return page.show(
                "plan/activity-said",
                Map.of(
                        "id",
                        id.toString(),
                        "revision",
                        revision,
                        "said",
                        said,
                        "isKept",
                        outcome instanceof ActivityOutcome.Kept));
    }

    @PostMapping("/plan/operations/{year:\\d{4}}/activities/{id}/remove")
    View remove(Page page, @PathVariable int year, @PathVariable UUID id, @RequestParam int revision) {
        var operation = OperationPages.find(operations, year);
        return operations.remove(operation, id, revision)
                ? page.redirect(operation.work())
                : work(page, CONFLICT, operation, 1, "", List.of(Message.of("plan.operation.refused.changed")));
    }

    @PostMapping("/plan/operations/{year:\\d{4}}/send")
    View send(Page page, @PathVariable int year) {
        var operation = OperationPages.find(operations, year);
        var who = Acting.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        return announcing
                .send(operation, who)
                .map(why -> work(page, UNPROCESSABLE, operation, 1, "", List.of(why)))
                .orElseGet(() -> page.redirect(operation.work()));
    }
}
