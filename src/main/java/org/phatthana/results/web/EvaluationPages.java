package org.phatthana.results.web;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.approvals.Panel;
import org.phatthana.exchange.Download;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.Plans;
import org.phatthana.results.Evaluation;
import org.phatthana.results.Evaluations;
import org.phatthana.results.FilledForm;
import org.phatthana.results.Known;
import org.phatthana.results.Publishing;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The evaluations as anyone may read them, once they are published.
@Controller
public class EvaluationPages {

    private final Evaluations evaluations;
    private final Publishing publishing;
    private final EvaluationFiles files;
    private final Plans plans;
    private final Clock clock;

    EvaluationPages(Evaluations evaluations, Publishing publishing, EvaluationFiles files, Plans plans, Clock clock) {
        this.evaluations = evaluations;
        this.publishing = publishing;
        this.files = files;
        this.plans = plans;
        this.clock = clock;
    }

    /// An evaluation with all that its report says.
    ///
    /// @param decided the decisions of its route, in order
    public record Report(Evaluation evaluation, List<FilledForm> forms, Known known, List<Panel.Stage> decided) {}

    Report report(Evaluation evaluation) {
        return new Report(
                evaluation,
                evaluations.forms(evaluation),
                evaluations.known(evaluation),
                publishing.decided(evaluation));
    }

    @GetMapping("/plan/evaluations")
    View list(Page page) {
        return list(page, 200, "");
    }

    View list(Page page, int status, String problem) {
        var mayRead = mayRead();
        var model = new HashMap<String, Object>();
        model.put(
                "reports",
                evaluations.all().stream()
                        .filter(evaluation -> mayRead || evaluation.isPublished())
                        .map(this::report)
                        .toList());
        model.put("mayWrite", mayWrite());
        model.put("years", mayWrite() ? years() : List.of());
        model.put("problem", problem);
        return page.show(status, "results/list", model);
    }

    /// The years that a plan in force covers, that are over or run, and that have no evaluation; the newest first.
    /// A sample's evaluation does not stand in the way of a real plan's.
    private List<FiscalYear> years() {
        var current = FiscalYear.containing(Thailand.date(clock.instant()));
        return plans.all().stream()
                .flatMap(plan -> plan.years().stream()
                        .filter(year -> year.compareTo(current) <= 0)
                        .filter(year -> evaluations
                                .find(year)
                                .filter(found -> !found.sample() || plan.sample())
                                .isEmpty()))
                .distinct()
                .sorted(Collections.reverseOrder())
                .toList();
    }

    @GetMapping("/plan/evaluations/{year:\\d{4}}")
    View year(Page page, @PathVariable int year) {
        return page.show("results/report", Map.of("report", report(published(year)), "mayRead", mayRead()));
    }

    /// The report or its table as a file; before it is published only for those who work on it.
    @GetMapping("/plan/evaluations/{year:\\d{4}}/{file}.{format}")
    Download file(Page page, @PathVariable int year, @PathVariable String file, @PathVariable String format) {
        var evaluation = find(year);
        if (!evaluation.isPublished() && !mayRead()) {
            throw notFound();
        }
        return files.of(file, format, report(evaluation), page.language()).orElseThrow(EvaluationPages::notFound);
    }

    Evaluation published(int year) {
        var evaluation = find(year);
        if (!evaluation.isPublished()) {
            throw notFound();
        }
        return evaluation;
    }

    Evaluation find(int year) {
        if (!FiscalYear.isValid(year)) {
            throw notFound();
        }
        return evaluations.find(new FiscalYear(year)).orElseThrow(EvaluationPages::notFound);
    }

    /// Whether whoever reads may see what is not published: the staff, and the committee.
    boolean mayRead() {
        return Acting.current().stream().flatMap(who -> who.roles().stream()).anyMatch(Role::isOfStaff) || mayWrite();
    }

    boolean mayWrite() {
        return Acting.current().filter(publishing::isEvaluator).isPresent();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
