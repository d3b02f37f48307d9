package org.phatthana.results;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.MatterMoved;
import org.phatthana.approvals.NewMatter;
import org.phatthana.approvals.Objection;
import org.phatthana.approvals.Outcome;
import org.phatthana.approvals.Panel;
import org.phatthana.approvals.Route;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Hands an evaluation in along its route, whose end publishes it: in one transaction with its entry in the public
/// log.
@Component
public class Publishing {

    /// The kind of matter that an evaluation is.
    public static final String KIND = "results.evaluation";

    private static final String ROUTE = "plan-evaluation";

    private final Approvals approvals;
    private final Evaluations evaluations;
    private final PublicLog log;

    Publishing(Approvals approvals, Evaluations evaluations, PublicLog log) {
        this.approvals = approvals;
        this.evaluations = evaluations;
        this.log = log;
    }

    /// Whether somebody may fill the forms in.
    public boolean isEvaluator(Acting who) {
        return who.has(Role.ADMINISTRATOR) || isExpected(who);
    }

    /// Whether somebody is expected to: planners, and who sits on the committee that decides.
    boolean isExpected(Acting who) {
        return who.has(Role.PLANNER)
                || route().stream()
                        .flatMap(route -> route.steps().stream())
                        .map(step -> step.decider().body())
                        .anyMatch(body -> !body.isEmpty() && approvals.sitsOn(who, body));
    }

    private Optional<Route> route() {
        return approvals.routes().stream()
                .filter(route -> route.id().equals(ROUTE))
                .findFirst();
    }

    /// How its approval stands, as a reader may see it.
    public Optional<Panel> panel(Evaluation evaluation, Optional<Acting> reader) {
        return approvals.panel(KIND, evaluation.subject(), reader);
    }

    /// Withdraws one whose forms are being filled in, if nobody has decided anything about it yet: it is gone, with
    /// all that was filled in.
    ///
    /// @return what stands against it; empty if it is gone
    @Transactional
    public Optional<Message> withdraw(Evaluation seen) {
        var evaluation = evaluations.lock(seen.plan(), seen.year()).orElseThrow();
        if (!evaluation.isOpen()) {
            return Optional.of(Message.of("results.refused.closed"));
        }
        var isDecided = approvals.find(KIND, evaluation.subject()).stream()
                .flatMap(matter -> approvals.history(matter.id()).stream())
                .anyMatch(act -> act.kind().isDecision() && !act.at().isBefore(evaluation.openedAt()));
        if (isDecided) {
            return Optional.of(Message.of("results.refused.decided"));
        }
        evaluations.remove(evaluation);
        return Optional.empty();
    }

    /// Hands it in, or again after it was returned.
    ///
    /// @return what stands against it; empty if it is on its way
    @Transactional
    public List<Message> send(Evaluation seen, Acting who) {
        var evaluation = evaluations.lock(seen.plan(), seen.year()).orElseThrow();
        if (!evaluation.isOpen()) {
            return List.of(Message.of("results.refused.closed"));
        }
        if (route().isEmpty()) {
            return List.of(Message.of("results.refused.no-route"));
        }
        var objections = objections(evaluations.forms(evaluation));
        if (!objections.isEmpty()) {
            return objections;
        }
        var matter = new NewMatter(
                KIND,
                evaluation.subject(),
                Evaluation.title(evaluation.year()),
                evaluation.work(),
                ROUTE,
                Set.of(),
                true,
                evaluation.sample());
        return approvals.handIn(matter, who) instanceof Outcome.Refused(var why) ? List.of(why) : List.of();
    }

    /// Which criteria still lack points.
    private static List<Message> objections(List<FilledForm> forms) {
        return forms.stream()
                .filter(form -> !form.lacking().isEmpty())
                .map(form -> Message.of(
                        "results.refused.incomplete",
                        form.template().title(),
                        form.lacking().stream()
                                .map(ScoringTemplate.Criterion::id)
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    @EventListener
    void moved(MatterMoved moved) {
        if (!moved.kind().equals(KIND)) {
            return;
        }
        var parts = moved.subject().split("/");
        var evaluation = evaluations
                .lock(parts[0], new FiscalYear(Integer.parseInt(parts[1])))
                .filter(found -> !found.isPublished());
        if (evaluation.isEmpty()) {
            // Sample data was removed, and its matters end after it.
            return;
        }
        switch (moved.state()) {
            case OPEN -> {
                if (evaluation.get().isOpen()) {
                    evaluations.submit(evaluation.get());
                }
            }
            case RETURNED, WITHDRAWN, REJECTED -> evaluations.reopen(evaluation.get());
            case APPROVED -> publish(evaluation.get(), moved.capacity());
        }
    }

    private void publish(Evaluation evaluation, String capacity) {
        var forms = evaluations.forms(evaluation);
        objections(forms).stream().findFirst().ifPresent(why -> {
            throw new Objection(why);
        });
        evaluations.publish(evaluation);
        var content = new LinkedHashMap<String, Object>();
        content.put("plan", evaluation.plan());
        content.put("year", evaluation.year().buddhistEra());
        content.put("forms", forms.stream().map(Publishing::fact).toList());
        var totals = forms.stream()
                .map(form -> form.total().map(BigDecimal::toPlainString).orElse("") + "/" + ScoringTemplate.POINTS)
                .collect(Collectors.joining(", "));
        log.append(new PublicAct(
                "results.evaluation-published",
                evaluation.address(),
                capacity,
                Localized.of(
                        "ประกาศ%s: %s"
                                .formatted(Evaluation.title(evaluation.year()).thai(), totals),
                        "Evaluation of the plan for fiscal year %d published: %s"
                                .formatted(evaluation.year().commonEra(), totals)),
                content,
                evaluation.sample()));
    }

    private static Map<String, Object> fact(FilledForm form) {
        var scores = new LinkedHashMap<String, Object>();
        form.template()
                .scored()
                .forEach(criterion -> form.scores()
                        .of(criterion)
                        .points()
                        .ifPresent(points -> scores.put(criterion.id(), points.toPlainString())));
        var fact = new LinkedHashMap<String, Object>();
        fact.put("form", form.template().id());
        fact.put("version", form.template().version());
        form.total().ifPresent(total -> fact.put("total", total.toPlainString()));
        fact.put("of", ScoringTemplate.POINTS);
        fact.put("points", scores);
        return fact;
    }

    /// The decisions that were taken since it was handed in, in order.
    public List<Panel.Stage> decided(Evaluation evaluation) {
        return evaluation.isOpen()
                ? List.of()
                : panel(evaluation, Optional.empty()).map(Panel::stages).orElse(List.of()).stream()
                        .filter(stage -> stage.on() != null)
                        .toList();
    }
}
