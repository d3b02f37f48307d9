package org.phatthana.plan.drafting;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.phatthana.places.Places;
import org.phatthana.plan.Funding;
import org.phatthana.plan.ProjectContent;
import org.phatthana.strategy.Classification.FundSource;
import org.phatthana.strategy.Strategy;
import org.phatthana.web.Page;

/// What the fields of a project say to those who read and compare: names instead of codes, a line for each of
/// several.
public record FieldWords(Page page, Strategy strategy, Places places) {

    /// What a field says; nothing where it is empty.
    public String of(ProjectContent content, String field) {
        return switch (field) {
            case "form" -> content.form().thai();
            case "goal" ->
                strategy.goal(content.goal())
                        .map(goal -> goal.id() + " " + page.text(goal.name()))
                        .orElse(content.goal());
            case "money" ->
                content.funding().stream()
                        .sorted(Comparator.comparing(Funding::year).thenComparing(Funding::source))
                        .map(this::line)
                        .collect(Collectors.joining("\n"));
            case "places" ->
                content.places().stream()
                        .map(code -> places.find(code)
                                .map(place -> page.text(place.title()))
                                .orElse(code.code()))
                        .collect(Collectors.joining(", "));
            case "powers" ->
                content.powers().stream()
                        .map(number -> strategy.powers().powers().stream()
                                .filter(power -> power.number() == number)
                                .findFirst()
                                .map(power -> "(%d) %s".formatted(number, page.text(power.name())))
                                .orElse("(%d)".formatted(number)))
                        .collect(Collectors.joining("\n"));
            case "geometry" -> Drawing.of(content.geometry()).corners();
            default -> content.text(field);
        };
    }

    private String line(Funding part) {
        var source = strategy.classification().fundSources().stream()
                .filter(known -> known.id().equals(part.source()))
                .findFirst()
                .map(FundSource::name)
                .map(page::text)
                .orElse(part.source());
        return page.year(part.year()) + "  " + page.baht(part.money()) + (source.isEmpty() ? "" : "  " + source);
    }
}
