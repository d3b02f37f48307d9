package org.phatthana.results.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Panel;
import org.phatthana.documents.Cell;
import org.phatthana.documents.Column;
import org.phatthana.documents.Form;
import org.phatthana.documents.Forms;
import org.phatthana.documents.Item;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Paper;
import org.phatthana.documents.Signer;
import org.phatthana.exchange.Download;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.packs.Pack;
import org.phatthana.results.Evaluation;
import org.phatthana.results.FilledForm;
import org.phatthana.results.Known;
import org.phatthana.results.ScoringTemplate;
import org.phatthana.results.ScoringTemplate.Criterion;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// The report of an evaluation on paper, and its points as a table.
@Component
class EvaluationFiles {

    private final Forms forms;
    private final Downloads downloads;
    private final Texts texts;
    private final Pack pack;

    EvaluationFiles(Forms forms, Downloads downloads, Texts texts, Pack pack) {
        this.forms = forms;
        this.downloads = downloads;
        this.texts = texts;
        this.pack = pack;
    }

    /// A file of an evaluation.
    ///
    /// @param name `report` (`xlsx`, `pdf`) or `scores` (`csv`, `xlsx`)
    /// @return empty where there is no such file
    Optional<Download> of(String name, String format, EvaluationPages.Report report, Language language) {
        return switch (name + "." + format) {
            case "report.pdf" -> Optional.of(forms.pdf(form(report, language), out -> tell(report, language, out)));
            case "report.xlsx" -> Optional.of(forms.xlsx(form(report, language), out -> tell(report, language, out)));
            case "scores.csv", "scores.xlsx" -> Optional.of(downloads.of(format, table(report), language));
            default -> Optional.empty();
        };
    }

    private Form form(EvaluationPages.Report report, Language language) {
        var evaluation = report.evaluation();
        var whose = pack.organization().name().in(language);
        var notes = new ArrayList<String>();
        notes.add(text(language, "results.known-on", report.known().on()));
        report.forms().stream()
                .map(FilledForm::template)
                .forEach(template -> notes.add(text(
                        language,
                        template.toVerify() ? "results.template.to-verify" : "results.template",
                        template.title(),
                        template.version(),
                        template.basis())));
        report.decided()
                .forEach(stage -> notes.add(text(
                        language,
                        "results.decided",
                        stage.name(),
                        Optional.<Object>ofNullable(stage.on()).orElse(""),
                        votes(stage))));
        return Form.of(
                        text(language, "results.paper.file") + "-" + evaluation.year(),
                        language,
                        Paper.A4_LANDSCAPE,
                        List.of(Evaluation.title(evaluation.year()).in(language), whose),
                        List.of(
                                Column.text(text(language, "results.criterion"), 3.4),
                                Column.brief(text(language, "results.obtainable"), 0.8),
                                Column.brief(text(language, "results.given"), 0.8),
                                Column.text(text(language, "results.known"), 3.2),
                                Column.text(text(language, "results.remark"), 2.4)))
                .footed(whose, evaluation.isPublished() ? "" : text(language, "results.paper.not-published"))
                .noted(notes)
                .signedBy(
                        new Signer("", text(language, "results.paper.signs.secretary")),
                        new Signer("", text(language, "results.paper.signs.chair")),
                        new Signer("", text(language, "results.paper.signs.head", whose)))
                .sample(evaluation.sample());
    }

    /// How a body voted, in words; nothing where none did.
    private static Object votes(Panel.Stage stage) {
        var count = stage.count();
        return count == null
                ? ""
                : Message.of("results.decided.votes", count.approving(), count.cast(), count.members());
    }

    private void tell(EvaluationPages.Report report, Language language, Consumer<Item> out) {
        for (var form : report.forms()) {
            out.accept(Item.section(
                    text(language, "results.paper.part", report.forms().indexOf(form) + 1),
                    List.of(form.template().title().in(language))));
            for (var criterion : form.template().criteria()) {
                tell(form, report.known(), criterion, language, out);
            }
            out.accept(Item.total(List.of(
                    Cell.bold(text(language, "results.total")),
                    points(ScoringTemplate.POINTS, Mark.BOLD),
                    points(form.total(), Mark.BOLD),
                    Cell.empty(),
                    Cell.empty())));
        }
    }

    private void tell(FilledForm form, Known known, Criterion criterion, Language language, Consumer<Item> out) {
        var label = criterion.id() + ". " + criterion.title().in(language);
        if (criterion.isDivided()) {
            out.accept(Item.subtotal(List.of(
                    Cell.bold(label),
                    points(criterion.points(), Mark.BOLD),
                    points(form.scores().points(criterion), Mark.BOLD),
                    Cell.empty(),
                    Cell.empty())));
            criterion.parts().forEach(part -> tell(form, known, part, language, out));
            return;
        }
        var score = form.scores().of(criterion);
        out.accept(Item.row(List.of(
                Cell.text(label),
                points(criterion.points(), Mark.PLAIN),
                points(score.points(), Mark.PLAIN),
                Cell.text(facts(known, criterion, language)),
                Cell.text(score.remark()))));
    }

    private String facts(Known known, Criterion criterion, Language language) {
        return known.of(criterion).stream()
                .map(fact -> text(
                                language,
                                "results.fact-line",
                                Message.of("results.fact." + fact.name()),
                                fact.value(),
                                fact.unknown() == 0 ? "" : Message.of("results.value.rest", fact.unknown()))
                        .strip())
                .collect(Collectors.joining("\n"));
    }

    private Table table(EvaluationPages.Report report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var form : report.forms()) {
            form.template().criteria().forEach(criterion -> rows(report, form, criterion, rows));
            rows.add(row(
                    report,
                    form,
                    "",
                    texts.everywhere(Message.of("results.total")),
                    ScoringTemplate.POINTS,
                    form.total(),
                    "total",
                    ""));
        }
        return new Table(
                "evaluation-" + report.evaluation().year(),
                Evaluation.title(report.evaluation().year()),
                List.of(
                        column("fiscal_year", "results.year"),
                        column("form", "results.form"),
                        column("template_version", "results.version"),
                        column("criterion", "results.number"),
                        column("criterion_name", "results.criterion"),
                        column("level", "results.level"),
                        column("points_obtainable", "results.obtainable"),
                        column("points_given", "results.given"),
                        column("remark", "results.remark")),
                rows,
                List.of(texts.everywhere(
                        Message.of("results.known-on", report.known().on()))),
                report.evaluation().sample());
    }

    private void rows(
            EvaluationPages.Report report, FilledForm form, Criterion criterion, List<List<@Nullable Object>> rows) {
        rows.add(row(
                report,
                form,
                criterion.id(),
                criterion.title(),
                criterion.points(),
                form.scores().points(criterion),
                criterion.isDivided() ? "group" : "criterion",
                form.scores().of(criterion).remark()));
        criterion.parts().forEach(part -> rows(report, form, part, rows));
    }

    private static List<@Nullable Object> row(
            EvaluationPages.Report report,
            FilledForm form,
            String id,
            Localized title,
            int obtainable,
            Optional<BigDecimal> given,
            String level,
            String remark) {
        var row = new ArrayList<@Nullable Object>();
        row.add(report.evaluation().year());
        row.add(form.template().id());
        row.add(form.template().version());
        row.add(id);
        row.add(title);
        row.add(level);
        row.add(obtainable);
        row.add(given.orElse(null));
        row.add(remark);
        return row;
    }

    private Table.Column column(String name, String key) {
        return new Table.Column(name, texts.everywhere(Message.of(key)));
    }

    private static Cell points(int points, Mark mark) {
        return Cell.points(BigDecimal.valueOf(points), mark);
    }

    private static Cell points(Optional<BigDecimal> points, Mark mark) {
        return points.map(given -> Cell.points(given, mark)).orElseGet(Cell::empty);
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }
}
