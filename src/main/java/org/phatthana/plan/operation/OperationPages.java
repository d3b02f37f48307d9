package org.phatthana.plan.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.exchange.Download;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.Plans;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The operation plans as anyone may read them, once they are announced.
@Controller
public class OperationPages {

    private static final int ON_A_PAGE = 100;

    private final Operations operations;
    private final OperationForms forms;
    private final Plans plans;
    private final StatutoryClock duties;
    private final Clock clock;

    OperationPages(Operations operations, OperationForms forms, Plans plans, StatutoryClock duties, Clock clock) {
        this.operations = operations;
        this.forms = forms;
        this.plans = plans;
        this.duties = duties;
        this.clock = clock;
    }

    /// Activities under one strategy and programme, as they follow one another.
    public record Group(String strategy, String programme, List<Activity> activities) {}

    /// A page of an operation plan.
    ///
    /// @param number the page, from 1
    /// @param count how many activities there are on all pages
    /// @param projects how many projects they carry out
    public record Shown(
            Operation operation,
            FiscalMonths months,
            List<Group> groups,
            int number,
            int pages,
            int count,
            long projects,
            Money total) {

        static Shown of(Page page, Operation operation, List<Activity> activities, int number) {
            var pages = Math.max(1, (activities.size() + ON_A_PAGE - 1) / ON_A_PAGE);
            var shown = Math.clamp(number, 1, pages);
            var part = activities.stream()
                    .skip((long) (shown - 1) * ON_A_PAGE)
                    .limit(ON_A_PAGE)
                    .toList();
            var groups = OperationForms.by(part, Activity.Content::strategy).entrySet().stream()
                    .flatMap(strategy ->
                            OperationForms.by(strategy.getValue(), Activity.Content::programme).entrySet().stream()
                                    .map(programme ->
                                            new Group(strategy.getKey(), programme.getKey(), programme.getValue())))
                    .toList();
            return new Shown(
                    operation,
                    new FiscalMonths(operation.year(), page.language()),
                    groups,
                    shown,
                    pages,
                    activities.size(),
                    OperationForms.projects(activities),
                    OperationForms.money(activities));
        }
    }

    @GetMapping("/plan/operations")
    View list(Page page) {
        return list(page, 200, Map.of());
    }

    View list(Page page, int status, Map<String, ?> more) {
        var isStaff = isStaff();
        var model = new HashMap<String, Object>(more);
        var shown = operations.all().stream()
                .filter(operation -> isStaff || operation.isAnnounced())
                .toList();
        model.put("operations", shown);
        model.put("due", shown.stream().collect(Collectors.toMap(Function.identity(), this::due)));
        var year = FiscalYear.containing(Thailand.date(clock.instant()));
        var known = plans.all();
        model.put(
                "years",
                IntStream.rangeClosed(-1, 2)
                        .mapToObj(year::plus)
                        .filter(each ->
                                known.stream().anyMatch(plan -> plan.years().contains(each)))
                        .filter(each -> operations.find(each).isEmpty())
                        .toList());
        model.putIfAbsent("problem", "");
        return page.show(status, "plan/operations", model);
    }

    /// By when it has to be announced, as far as that is known.
    Optional<LocalDate> due(Operation operation) {
        return duties.due(Announcing.ANNOUNCED, operation.year(), operation.sample());
    }

    /// The newest that was announced, or an older one that an amendment has replaced.
    @GetMapping("/plan/operations/{year:\\d{4}}")
    View year(
            Page page,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String amendment,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        var announced = operations.announced(fiscalYear(year));
        var operation = chosen(announced, amendment);
        return page.show(
                "plan/operation",
                Map.of(
                        "shown",
                        Shown.of(page, operation, operations.activities(operation), number),
                        "announced",
                        announced,
                        "isStaff",
                        isStaff()));
    }

    /// A form of it as a file; before it is announced only for the staff.
    @GetMapping("/plan/operations/{year:\\d{4}}/{form}.{format}")
    Download form(
            Page page,
            @PathVariable int year,
            @PathVariable String form,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String amendment) {
        var known = isStaff() ? operations.of(fiscalYear(year)) : operations.announced(fiscalYear(year));
        var operation = chosen(known, amendment);
        return forms.file(form, format, operation, operations.activities(operation), page.language())
                .orElseThrow(OperationPages::notFound);
    }

    static Operation find(Operations operations, int year) {
        return operations.find(fiscalYear(year)).orElseThrow(OperationPages::notFound);
    }

    /// @param amendment its number, or empty for the newest
    private static Operation chosen(List<Operation> known, String amendment) {
        return known.stream()
                .filter(operation -> amendment.isEmpty() || amendment.equals(Integer.toString(operation.amendment())))
                .findFirst()
                .orElseThrow(OperationPages::notFound);
    }

    private static FiscalYear fiscalYear(int year) {
        if (!FiscalYear.isValid(year)) {
            throw notFound();
        }
        return new FiscalYear(year);
    }

    static boolean isStaff() {
        return Acting.current().stream().flatMap(who -> who.roles().stream()).anyMatch(Role::isOfStaff);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
