package org.phatthana.plan.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.phatthana.documents.Body;
import org.phatthana.documents.Cell;
import org.phatthana.documents.Column;
import org.phatthana.documents.Form;
import org.phatthana.documents.Forms;
import org.phatthana.documents.Item;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Paper;
import org.phatthana.documents.Signer;
import org.phatthana.exchange.Download;
import org.phatthana.packs.Pack;
import org.phatthana.plan.workbook.Preamble;
import org.phatthana.values.Language;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// An operation plan on paper: ผด.01, its sums by strategy and programme, and ผด.02, its activities with their
/// months.
@Component
class OperationForms {

    private static final int HUNDRED_PERCENT = 100;

    private final Forms forms;
    private final Texts texts;
    private final Pack pack;

    OperationForms(Forms forms, Texts texts, Pack pack) {
        this.forms = forms;
        this.texts = texts;
        this.pack = pack;
    }

    /// A form as a file.
    ///
    /// @param name `pd01` or `pd02`
    /// @param format `xlsx` or `pdf`
    /// @return empty where there is no such form or format
    Optional<Download> file(
            String name, String format, Operation operation, List<Activity> activities, Language language) {
        var form = switch (name) {
            case "pd01" -> summary(operation, language);
            case "pd02" -> months(operation, language);
            default -> null;
        };
        if (form == null) {
            return Optional.empty();
        }
        Body body = out -> (name.equals("pd01") ? summaryItems(activities, language) : monthItems(activities, language))
                .forEach(out);
        return switch (format) {
            case "xlsx" -> Optional.of(forms.xlsx(form, body));
            case "pdf" -> Optional.of(forms.pdf(form, body));
            default -> Optional.empty();
        };
    }

    private Form summary(Operation operation, Language language) {
        return of(
                "pd01",
                Paper.A4,
                operation,
                language,
                List.of(
                        Column.text(text(language, "plan.operation.paper.programme"), 3),
                        Column.count(text(language, "plan.operation.paper.projects"), 1.1),
                        Column.brief(text(language, "plan.operation.paper.projects-percent"), 1.2),
                        Column.money(text(language, "plan.operation.paper.budget"), 1.5),
                        Column.brief(text(language, "plan.operation.paper.budget-percent"), 1.2),
                        Column.text(text(language, "plan.operation.paper.department"), 2)));
    }

    private Form months(Operation operation, Language language) {
        var months = new FiscalMonths(operation.year(), language);
        return of(
                "pd02",
                Paper.A4_LANDSCAPE,
                operation,
                language,
                List.of(
                        Column.brief(text(language, "plan.operation.paper.number"), 0.5),
                        Column.text(text(language, "plan.operation.paper.project"), 2.4),
                        Column.text(text(language, "plan.operation.paper.detail"), 2.6),
                        Column.money(text(language, "plan.operation.paper.budget"), 1.2),
                        Column.brief(text(language, "plan.operation.paper.place"), 1.3),
                        Column.brief(text(language, "plan.operation.paper.department"), 1.2),
                        calendarYear(months, 1, FiscalMonths.BEFORE_NEW_YEAR),
                        calendarYear(months, FiscalMonths.BEFORE_NEW_YEAR + 1, FiscalMonths.IN_A_YEAR)));
    }

    private Column calendarYear(FiscalMonths months, int first, int last) {
        return Column.group(
                text(
                        months.language(),
                        "plan.operation.paper.calendar-year",
                        Integer.toString(months.calendarYear(first))),
                IntStream.rangeClosed(first, last)
                        .mapToObj(month -> Column.span(months.brief(month), 0.42))
                        .toList());
    }

    private Form of(String name, Paper paper, Operation operation, Language language, List<Column> columns) {
        var whose = pack.organization().name().in(language);
        var titles = List.of(
                text(language, "plan.operation.paper." + name),
                operation.title().in(language),
                whose);
        return Form.of(
                        text(language, "plan.operation.paper.file." + name) + "-" + operation.year()
                                + (operation.isAmendment() ? "-" + operation.amendment() : ""),
                        language,
                        paper,
                        titles,
                        columns)
                .marked(text(language, "plan.operation.paper.mark." + name))
                .footed(whose, operation.isAnnounced() ? "" : text(language, "plan.operation.paper.not-announced"))
                .signedBy(
                        new Signer("", text(language, "plan.operation.paper.signs.author")),
                        new Signer("", text(language, "plan.operation.paper.signs.clerk", whose)),
                        new Signer("", text(language, "plan.operation.paper.signs.head", whose)))
                .sample(operation.sample());
    }

    private Stream<Item> summaryItems(List<Activity> activities, Language language) {
        var all = new ArrayList<Item>();
        for (var strategy : by(activities, Activity.Content::strategy).entrySet()) {
            all.add(Item.band(
                    1, strategy.getKey().isEmpty() ? text(language, "plan.operation.no-strategy") : strategy.getKey()));
            by(strategy.getValue(), Activity.Content::programme)
                    .forEach(
                            (programme, part) -> all.add(Item.row(sums(Cell.text(programme), part, activities, true))));
            all.add(Item.subtotal(sums(
                    Cell.bold(text(language, "plan.operation.paper.sum")), strategy.getValue(), activities, false)));
        }
        all.add(Item.total(
                sums(Cell.bold(text(language, "plan.operation.paper.grand-total")), activities, activities, false)));
        return all.stream();
    }

    private static List<Cell> sums(Cell label, List<Activity> part, List<Activity> whole, boolean isRow) {
        var mark = isRow ? Mark.PLAIN : Mark.BOLD;
        var departments = part.stream()
                .map(activity -> activity.content().department())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.of(
                label,
                new Cell.Count(projects(part), mark),
                percent(projects(part), projects(whole), isRow),
                Cell.amount(money(part), mark),
                percent(money(part).satang(), money(whole).satang(), isRow),
                isRow ? Cell.text(String.join("\n", departments)) : Cell.empty());
    }

    private static Cell percent(long part, long whole, boolean isRow) {
        var text = String.format(Locale.ROOT, "%.2f", whole == 0 ? 0.0 : HUNDRED_PERCENT * (double) part / whole);
        return isRow ? Cell.text(text) : Cell.bold(text);
    }

    private Stream<Item> monthItems(List<Activity> activities, Language language) {
        var all = new ArrayList<Item>();
        for (var strategy : by(activities, Activity.Content::strategy).entrySet()) {
            var title = strategy.getKey().isEmpty()
                    ? text(language, "plan.operation.no-strategy")
                    : Preamble.line(Preamble.Kind.STRATEGY, strategy.getKey());
            by(strategy.getValue(), Activity.Content::programme).forEach((programme, part) -> {
                all.add(Item.band(1, title));
                all.add(Item.band(2, Preamble.line(Preamble.Kind.PROGRAMME, programme)));
                for (var number = 1; number <= part.size(); number++) {
                    all.add(activity(number, part.get(number - 1).content()));
                }
                all.add(Item.subtotal(total(text(language, "plan.operation.paper.sum-of", projects(part)), part)));
            });
        }
        all.add(Item.total(
                total(text(language, "plan.operation.paper.grand-total-of", projects(activities)), activities)));
        return all.stream();
    }

    private static Item activity(int number, Activity.Content content) {
        var cells = new ArrayList<Cell>(List.of(
                Cell.text(Integer.toString(number)),
                Cell.text(content.name()),
                Cell.text(content.detail()),
                Cell.amount(content.budget()),
                Cell.text(content.place()),
                Cell.text(content.department())));
        for (var month = 1; month <= FiscalMonths.IN_A_YEAR; month++) {
            cells.add(Cell.marked(content.isIn(month)));
        }
        return Item.row(cells);
    }

    private static List<Cell> total(String label, List<Activity> part) {
        var cells = new ArrayList<Cell>(
                List.of(Cell.label(label, 3), Cell.amount(money(part), Mark.BOLD), Cell.empty(), Cell.empty()));
        for (var month = 1; month <= FiscalMonths.IN_A_YEAR; month++) {
            cells.add(Cell.empty());
        }
        return cells;
    }

    /// How many projects activities carry out; what is done without a project counts by itself.
    static long projects(List<Activity> activities) {
        return activities.stream()
                .map(activity -> activity.project().orElse(activity.id().toString()))
                .distinct()
                .count();
    }

    static Money money(List<Activity> activities) {
        return Money.sum(
                activities.stream().map(activity -> activity.content().budget()).toList());
    }

    /// Activities by what they say, in their order.
    static Map<String, List<Activity>> by(List<Activity> activities, Function<Activity.Content, String> what) {
        return activities.stream()
                .collect(Collectors.groupingBy(
                        activity -> what.apply(activity.content()), LinkedHashMap::new, Collectors.toList()));
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }
}
