package org.phatthana.results.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.people.Acting;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.results.Evaluation;
import org.phatthana.results.Evaluations;
import org.phatthana.results.FilledForm;
import org.phatthana.results.FormOutcome;
import org.phatthana.results.FormRevision;
import org.phatthana.results.Publishing;
import org.phatthana.results.ScoringTemplate.Criterion;
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

/// The committee's work on an evaluation: the staff reads it, planners and the committee write it.
@Controller
public class EvaluationWorkPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Evaluations evaluations;
    private final Publishing publishing;
    private final EvaluationPages pages;
    private final Directory directory;

    EvaluationWorkPages(Evaluations evaluations, Publishing publishing, EvaluationPages pages, Directory directory) {
        this.evaluations = evaluations;
        this.publishing = publishing;
        this.pages = pages;
        this.directory = directory;
    }

    /// A form as it is shown.
    ///
    /// @param theirs the criteria that somebody else saved otherwise meanwhile
    /// @param old the revision whose points stand in the fields; empty for the newest
    public record Shown(
            Evaluation evaluation,
            FilledForm form,
            ScoreFields fields,
            List<Criterion> theirs,
            Optional<Integer> old) {}

    /// A revision as it is listed.
    public record Saved(FormRevision revision, String name) {}

    @PostMapping("/plan/evaluations")
    View open(Page page, @RequestParam int year) {
        writer();
        if (!FiscalYear.isValid(year)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return evaluations
                .open(new FiscalYear(year))
                .map(opened -> page.redirect(opened.work()))
                .orElseGet(() -> pages.list(page, UNPROCESSABLE, "results.refused.no-plan"));
    }

    @GetMapping("/plan/evaluations/{year:\\d{4}}/work")
    View work(Page page, @PathVariable int year) {
        return work(page, 200, readable(year), List.of());
    }

    private View work(Page page, int status, Evaluation evaluation, List<Message> problems) {
        var model = new HashMap<String, Object>();
        model.put("report", pages.report(evaluation));
        model.put("mayWrite", mayWrite(evaluation));
        model.put("problems", problems);
        model.put("panel", publishing.panel(evaluation, Acting.current()));
        return page.show(status, "results/work", model);
    }

    /// @param revision whose points are to stand in the fields; 0 for the newest
    @GetMapping("/plan/evaluations/{year:\\d{4}}/forms/{id}")
    View form(
            Page page,
            @PathVariable int year,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "false") boolean saved) {
        var evaluation = readable(year);
        var form = form(evaluation, id);
        var old = evaluations.revisions(evaluation, id).stream()
                .filter(each -> each.revision() == revision && revision != form.revision())
                .findFirst();
        var fields =
                ScoreFields.of(form.template(), old.map(FormRevision::scores).orElse(form.scores()));
        var shown = new Shown(evaluation, form, fields, List.of(), old.map(FormRevision::revision));
        return form(page, 200, shown, saved);
    }

    private View form(Page page, int status, Shown shown, boolean saved) {
        var model = new HashMap<String, Object>();
        var revisions = evaluations.revisions(
                shown.evaluation(), shown.form().template().id());
        var people = directory.find(revisions.stream()
                .flatMap(revision -> revision.account().stream())
                .distinct()
                .toList());
        model.put("shown", shown);
        model.put("known", evaluations.known(shown.evaluation()));
        model.put("mayWrite", mayWrite(shown.evaluation()));
        model.put("saved", saved);
        model.put(
                "revisions",
                revisions.stream()
                        .filter(revision -> revision.revision() > 1)
                        .map(revision -> new Saved(
                                revision,
                                revision.account()
                                        .map(people::get)
                                        .map(Person::displayName)
                                        .orElse("")))
                        .toList());
        return page.show(status, "results/form", model);
    }

    @PostMapping("/plan/evaluations/{year:\\d{4}}/forms/{id}")
    View save(
            Page page,
            @PathVariable int year,
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam Map<String, String> sent) {
        var evaluation = pages.find(year);
        var who = writer();
        var form = form(evaluation, id);
        var fields = ScoreFields.typed(form.template(), sent);
        var outcome = switch (fields.read(form.template())) {
            case ScoreFields.Read.Faulty(var faults) -> new FormOutcome.Refused(faults);
            case ScoreFields.Read.Understood(var scores) -> evaluations.save(evaluation, id, revision, scores, who);
        };
        return switch (outcome) {
            case FormOutcome.Kept _ ->
                page.redirect(evaluation.address() + "/forms/" + form.template().id() + "?saved=true");
            case FormOutcome.Stale(var newest) ->
                form(
                        page,
                        CONFLICT,
                        new Shown(evaluation, newest, fields, theirs(newest, fields), Optional.empty()),
                        false);
            case FormOutcome.Refused(var faults) ->
                form(
                        page,
                        UNPROCESSABLE,
                        new Shown(evaluation, at(form, revision), fields.with(faults), List.of(), Optional.empty()),
                        false);
        };
    }

    /// The form with the revision that its writer had read, so that the next save is still told of others.
    private static FilledForm at(FilledForm form, int revision) {
        return new FilledForm(form.template(), form.scores(), revision, form.changedAt());
    }

    /// The criteria of which the newest revision says something else than what somebody typed.
    private static List<Criterion> theirs(FilledForm newest, ScoreFields typed) {
        var now = ScoreFields.of(newest.template(), newest.scores());
        return newest.template().scored().stream()
                .filter(criterion -> List.of(ScoreFields.points(criterion), ScoreFields.remark(criterion)).stream()
                        .anyMatch(field ->
                                !now.value(field).equals(typed.value(field).strip())))
                .toList();
    }

    @PostMapping("/plan/evaluations/{year:\\d{4}}/send")
    View send(Page page, @PathVariable int year) {
        var evaluation = pages.find(year);
        var who = writer();
        var problems = publishing.send(evaluation, who);
        return problems.isEmpty() ? page.redirect(evaluation.work()) : work(page, UNPROCESSABLE, evaluation, problems);
    }

    @PostMapping("/plan/evaluations/{year:\\d{4}}/withdraw")
    View withdraw(Page page, @PathVariable int year) {
        var evaluation = pages.find(year);
        writer();
        return publishing
                .withdraw(evaluation)
                .map(why -> work(page, CONFLICT, evaluation, List.of(why)))
                .orElseGet(() -> page.redirect("/plan/evaluations"));
    }

    private boolean mayWrite(Evaluation evaluation) {
        return evaluation.isOpen() && pages.mayWrite();
    }

    /// Who acts, if they may write: the table of routes lets everybody in who could sit on the committee.
    private Acting writer() {
        return Acting.current()
                .filter(publishing::isEvaluator)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Evaluation readable(int year) {
        var evaluation = pages.find(year);
        if (!pages.mayRead()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return evaluation;
    }

    private FilledForm form(Evaluation evaluation, String id) {
        return evaluations.form(evaluation, id).orElseThrow(EvaluationPages::notFound);
    }
}
