package org.phatthana.results.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Panel;
import org.phatthana.results.Evaluation;
import org.phatthana.results.Evaluations;
import org.phatthana.results.Fact;
import org.phatthana.results.FilledForm;
import org.phatthana.results.ScoringTemplate;
import org.phatthana.results.ScoringTemplate.Criterion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The published evaluations for programs. Years are of the Buddhist Era; amounts of facts in baht are whole
/// satang.
@RestController
class EvaluationApi {

    private final Evaluations evaluations;
    private final EvaluationPages pages;

    EvaluationApi(Evaluations evaluations, EvaluationPages pages) {
        this.evaluations = evaluations;
        this.pages = pages;
    }

    record Items<T>(List<T> items, @Nullable String next) {}

    record EvaluationItem(
            String plan,
            int year,
            Map<String, String> title,
            @Nullable Instant publishedAt,
            List<TotalItem> totals,
            boolean sample,
            String href) {}

    record TotalItem(
            String form,
            int version,
            Map<String, String> title,
            int obtainable,
            @Nullable BigDecimal points) {}

    record ReportItem(
            EvaluationItem evaluation,
            LocalDate knownOn,
            List<FormItem> forms,
            List<FactItem> facts,
            List<DecisionItem> decisions) {}

    record FormItem(
            String form, int version, Map<String, String> basis, boolean toVerify, List<CriterionItem> criteria) {}

    /// @param facts the names of what is known about it
    record CriterionItem(
            String id,
            Map<String, String> title,
            int obtainable,
            @Nullable BigDecimal points,
            String remark,
            List<String> facts,
            List<CriterionItem> parts) {}

    record FactItem(
            String name,
            String kind,
            @Nullable Long count,
            @Nullable Long whole,
            long unknown,
            String href) {}

    record DecisionItem(Map<String, String> step, @Nullable LocalDate on) {}

    @Operation(summary = "The published evaluations, the newest year first")
    @GetMapping("/api/v1/evaluations")
    Items<EvaluationItem> all() {
        return new Items<>(
                evaluations.all().stream()
                        .filter(Evaluation::isPublished)
                        .map(evaluation -> item(evaluation, evaluations.forms(evaluation)))
                        .toList(),
                null);
    }

    @Operation(
            summary = "The published evaluation of a fiscal year: points, remarks, what was known, and the decisions")
    @GetMapping("/api/v1/evaluations/{year:\\d{4}}")
    ReportItem one(@PathVariable int year) {
        var evaluation = pages.published(year);
        var report = pages.report(evaluation);
        return new ReportItem(
                item(evaluation, report.forms()),
                report.known().on(),
                report.forms().stream().map(EvaluationApi::item).toList(),
                report.known().facts().stream().map(EvaluationApi::item).toList(),
                report.decided().stream().map(EvaluationApi::item).toList());
    }

    private static EvaluationItem item(Evaluation evaluation, List<FilledForm> forms) {
        return new EvaluationItem(
                evaluation.plan(),
                evaluation.year().buddhistEra(),
                Evaluation.title(evaluation.year()).sorted(),
                evaluation.publishedAt().orElse(null),
                forms.stream().map(EvaluationApi::total).toList(),
                evaluation.sample(),
                evaluation.address());
    }

    private static TotalItem total(FilledForm form) {
        var template = form.template();
        return new TotalItem(
                template.id(),
                template.version(),
                template.title().sorted(),
                ScoringTemplate.POINTS,
                form.total().orElse(null));
    }

    private static FormItem item(FilledForm form) {
        var template = form.template();
        return new FormItem(
                template.id(),
                template.version(),
                template.basis().sorted(),
                template.toVerify(),
                template.criteria().stream()
                        .map(criterion -> item(form, criterion))
                        .toList());
    }

    private static CriterionItem item(FilledForm form, Criterion criterion) {
        return new CriterionItem(
                criterion.id(),
                criterion.title().sorted(),
                criterion.points(),
                form.scores().points(criterion).orElse(null),
                form.scores().of(criterion).remark(),
                criterion.facts(),
                criterion.parts().stream().map(part -> item(form, part)).toList());
    }

    private static FactItem item(Fact fact) {
        return new FactItem(
                fact.name(),
                fact.kind().code(),
                fact.count().orElse(null),
                fact.whole().orElse(null),
                fact.unknown(),
                fact.address());
    }

    private static DecisionItem item(Panel.Stage stage) {
        return new DecisionItem(stage.name().sorted(), stage.on());
    }
}
