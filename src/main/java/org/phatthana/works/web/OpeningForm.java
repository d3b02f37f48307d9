package org.phatthana.works.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Stage;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.phatthana.web.Page;
import org.phatthana.works.Fact;
import org.phatthana.works.Recording;
import org.phatthana.works.Telling;
import org.phatthana.works.TellingOutcome;
import org.phatthana.works.WorkList;
import org.phatthana.works.web.Field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Opening works on a project of the plan that has money in the books.
@Controller
public class OpeningForm {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST_LINES = 500;

    /// How many years before this one books may still be open.
    private static final int YEARS_BACK = 5;

    private final Ledger ledger;
    private final Plans plans;
    private final Recording recording;
    private final WorkList list;
    private final StepFields fields;
    private final PublicIds ids;

    OpeningForm(Ledger ledger, Plans plans, Recording recording, WorkList list, StepFields fields, PublicIds ids) {
        this.ledger = ledger;
        this.plans = plans;
        this.recording = recording;
        this.list = list;
        this.fields = fields;
        this.ids = ids;
    }

    /// A line of the books that can pay for works.
    ///
    /// @param free what is allotted and neither set aside, owed nor paid
    public record Payer(BookLine line, PlanProject project, Money free) {}

    @GetMapping("/works/new")
    View form(Page page, @RequestParam(defaultValue = "") String project) {
        if (project.isEmpty()) {
            return page.show("works/choose", Map.of("payers", payers(Optional.empty())));
        }
        var found = find(project);
        var values = new HashMap<String, String>();
        values.put("name", found.name().thai());
        values.put("day", list.today().toString());
        return show(page, 200, found, form -> WorkForm.fresh(ids.next(), form, values));
    }

    private interface Filling {
        WorkForm of(List<Field> form);
    }

    private View show(Page page, int status, PlanProject project, Filling filling) {
        var payers = payers(Optional.of(project));
        var form = filling.of(fields.opening(page, options(page, payers)));
        return page.show(status, "works/new", Map.of("project", project, "form", form, "payers", payers));
    }

    private static List<Option> options(Page page, List<Payer> payers) {
        return payers.stream()
                .map(payer -> new Option(
                        payer.line().id(),
                        page.text(
                                "works.payer",
                                payer.line().year(),
                                payer.line().item().isEmpty()
                                        ? payer.line().type()
                                        : payer.line().item(),
                                payer.free())))
                .toList();
    }

    /// The lines that have a project and something free, of this year and those before whose books may be open.
    private List<Payer> payers(Optional<PlanProject> of) {
        var year = FiscalYear.containing(list.today());
        return IntStream.rangeClosed(-YEARS_BACK, 1)
                .mapToObj(year::plus)
                .sorted(Comparator.reverseOrder())
                .flatMap(each -> ledger.lines(each).entrySet().stream())
                .filter(line -> !line.getKey().project().isEmpty())
                .filter(line -> of.stream()
                        .allMatch(project -> project.id().equals(line.getKey().project())))
                .filter(line -> !line.getValue().of(Stage.ALLOTTED).isZero())
                .limit(MOST_LINES)
                .flatMap(line -> plans.project(line.getKey().project()).stream()
                        .map(project -> new Payer(
                                line.getKey(), project, line.getValue().of(Stage.ALLOTTED))))
                .toList();
    }

    @PostMapping("/works")
    View open(Page page, @RequestParam(defaultValue = "") String project, @RequestParam Map<String, String> sent) {
        var found = find(project);
        var who = Acting.current().orElseThrow();
        var key = WorkForms.key(sent);
        var typed = new Typed(sent);
        var options = options(page, payers(Optional.of(found)));
        var line = ledger.line(sent.getOrDefault("line", ""))
                .filter(each -> each.project().equals(found.id()));
        if (line.isEmpty()) {
            typed.fault("line", options.isEmpty() ? "works.fault.no-money" : "works.fault.choice");
        }
        var fact = new Fact.Opened(
                found.id(),
                found.goal(),
                line.map(BookLine::id).orElse(""),
                line.map(BookLine::year).orElseGet(() -> FiscalYear.containing(list.today())),
                name(found, typed.text("name", true)),
                found.department(),
                found.places().stream()
                        .filter(PlanProject.Where::certain)
                        .map(PlanProject.Where::place)
                        .toList(),
                typed.money("amount"),
                typed.choice("method", fields.methods(page)),
                typed.optionalMoney("median"),
                typed.text("request", true),
                typed.text("egp", false));
        var day = typed.day("day");
        var approver = typed.choice("approver", fields.approvers(page));
        var faults = new LinkedHashMap<>(typed.faults());
        if (faults.isEmpty()) {
            var capacity = who.capacity(Role.OFFICER);
            switch (recording.open(new Telling(key, who.id(), capacity, day, approver, fact, List.of()), true)) {
                case TellingOutcome.Kept(var id, var _) -> {
                    return page.redirect("/works/" + id);
                }
                case TellingOutcome.Refused(var refused) -> faults.putAll(refused);
            }
        }
        return show(page, UNPROCESSABLE, found, form -> new WorkForm(key, form, sent, faults, Map.of()));
    }

    /// The project's own name in all its languages, unless another was typed.
    private static Localized name(PlanProject project, String typed) {
        return typed.equals(project.name().thai()) ? project.name() : Localized.thai(typed);
    }

    private PlanProject find(String project) {
        return plans.project(project).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
