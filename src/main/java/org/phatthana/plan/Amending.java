package org.phatthana.plan;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// How projects become others: what a merged one says, what a part begins with.
final class Amending {

    /// The fields that [#worded] knows.
    static final Set<String> WORDS = Set.of(
            "strategy", "tactic", "programme", "name", "objective", "target", "kpi", "result", "department", "remark");

    private Amending() {}

    /// The same in other words, by the names of their fields.
    static ProjectContent worded(ProjectContent content, Map<String, Localized> words) {
        var thai = new Words(words);
        return new ProjectContent(
                content.form(),
                thai.of("strategy", content.strategy()),
                thai.of("tactic", content.tactic()),
                thai.of("programme", content.programme()),
                content.goal(),
                words.getOrDefault("name", content.name()),
                thai.of("objective", content.objective()),
                words.getOrDefault("target", content.target()),
                content.funding(),
                words.getOrDefault("kpi", content.kpi()),
                thai.of("result", content.result()),
                thai.of("department", content.department()),
                content.category(),
                content.kind(),
                content.places(),
                content.geometry(),
                content.powers(),
                content.reason(),
                thai.of("remark", content.remark()));
    }

    private record Words(Map<String, Localized> words) {

        String of(String field, String before) {
            return words.containsKey(field) ? words.get(field).thai() : before;
        }
    }

    private record Source(FiscalYear year, String fund) {}

    /// One project of several: the money of all, by year and source; all places and powers; the words of the first.
    static ProjectContent merged(ProjectContent first, List<ProjectContent> others, String reason) {
        var all = Stream.concat(Stream.of(first), others.stream()).toList();
        var money =
                new TreeMap<Source, Money>(Comparator.comparing(Source::year).thenComparing(Source::fund));
        all.forEach(content -> content.funding()
                .forEach(part -> money.merge(new Source(part.year(), part.source()), part.money(), Money::plus)));
        var funding = money.entrySet().stream()
                .map(part -> new Funding(part.getKey().year(), part.getKey().fund(), part.getValue()))
                .toList();
        return with(
                first,
                funding,
                first.geometry(),
                distinct(all, ProjectContent::places),
                distinct(all, ProjectContent::powers),
                reason.isBlank() ? first.reason() : reason);
    }

    private static <T> List<T> distinct(List<ProjectContent> all, Function<ProjectContent, List<T>> of) {
        return List.copyOf(
                new LinkedHashSet<>(all.stream().map(of).flatMap(List::stream).toList()));
    }

    /// What a part of a project begins with: its words, and no money yet.
    static ProjectContent part(ProjectContent whole) {
        return with(whole, List.of(), "", whole.places(), whole.powers(), whole.reason());
    }

    static ProjectContent withReason(ProjectContent content, String reason) {
        return with(content, content.funding(), content.geometry(), content.places(), content.powers(), reason);
    }

    /// The same with other money, for a reason.
    static ProjectContent with(ProjectContent content, List<Funding> funding, String reason) {
        return with(content, funding, content.geometry(), content.places(), content.powers(), reason);
    }

    private static ProjectContent with(
            ProjectContent content,
            List<Funding> funding,
            String geometry,
            List<PlaceCode> places,
            List<Integer> powers,
            String reason) {
        return new ProjectContent(
                content.form(),
                content.strategy(),
                content.tactic(),
                content.programme(),
                content.goal(),
                content.name(),
                content.objective(),
                content.target(),
                funding,
                content.kpi(),
                content.result(),
                content.department(),
                content.category(),
                content.kind(),
                places,
                geometry,
                powers,
                reason,
                content.remark());
    }
}
