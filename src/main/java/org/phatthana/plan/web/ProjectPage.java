package org.phatthana.plan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.places.Places;
import org.phatthana.plan.AsOf;
import org.phatthana.plan.Chapters;
import org.phatthana.plan.Decisions;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.Funding;
import org.phatthana.plan.PlanChoice;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ShownPlan;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Power;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A project: what it says in its newest version or in that of another edition, and its story.
@Controller
public class ProjectPage {

    private final Plans plans;
    private final PlanChoice choice;
    private final Editions editions;
    private final Decisions decisions;
    private final Chapters chapters;
    private final Strategy strategy;
    private final Places places;

    ProjectPage(
            Plans plans,
            PlanChoice choice,
            Editions editions,
            Decisions decisions,
            Chapters chapters,
            Strategy strategy,
            Places places) {
        this.plans = plans;
        this.choice = choice;
        this.editions = editions;
        this.decisions = decisions;
        this.chapters = chapters;
        this.strategy = strategy;
        this.places = places;
    }

    /// A place of a project with its name.
    public record NamedPlace(Localized name, PlaceCode code, boolean certain) {}

    /// Money from one source, by year.
    ///
    /// @param name empty where the source is not said
    public record Source(Optional<Localized> name, List<Funding> parts) {

        public Money total() {
            return Money.sum(parts.stream().map(Funding::money).toList());
        }

        public Money in(FiscalYear year) {
            return Money.sum(parts.stream()
                    .filter(part -> part.year().equals(year))
                    .map(Funding::money)
                    .toList());
        }
    }

    @GetMapping("/projects/{id}")
    View project(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String at) {
        var story = story(id).orElseThrow(PlanPages::notFound);
        if (edition.isEmpty() && !at.isEmpty()) {
            return asOf(page, story, AsOf.of(at).orElseThrow(PlanPages::notFound));
        }
        var shown = edition.isEmpty()
                ? story.newest()
                : Optional.of(edition)
                        .filter(number -> number.matches("\\d{1,4}"))
                        .flatMap(number -> story.of(Integer.parseInt(number)))
                        .orElseThrow(PlanPages::notFound);
        return show(page, story, shown);
    }

    /// The project as it stood at a time.
    private View asOf(Page page, Story story, AsOf asOf) {
        var plan = plans.find(story.newest().version().plan()).orElseThrow(PlanPages::notFound);
        return switch (choice.at(plan, asOf)) {
            case ShownPlan.NotInForce not -> PlanPages.notInForce(page, not, Map.of());
            case ShownPlan.Found found ->
                story.at(found.plan().standing())
                        .map(step -> show(page, story, step))
                        .orElseGet(() -> notYet(page, story, plan));
        };
    }

    private static View notYet(Page page, Story story, PlanOverview plan) {
        var first = story.steps().getLast().edition().day().orElseThrow();
        var not = new ShownPlan.NotInForce(plan, first, Optional.empty());
        return page.show(404, "plan/not-in-force", Map.of("not", not, "kept", Map.of(), "isProject", true));
    }

    private View show(Page page, Story story, Story.Step shown) {
        var project = shown.version();
        var plan = plans.find(project.plan()).orElseThrow(PlanPages::notFound);
        var goal = strategy.goal(project.goal()).orElseThrow();
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("project", project);
        model.put("story", story);
        model.put("shown", shown);
        model.put("chapters", chapters.of(project.id()));
        model.put("goal", goal);
        model.put("mission", strategy.missionOf(goal));
        model.put("places", named(project));
        model.put("sources", sources(project));
        model.put("powers", powers(project));
        model.put("sketch", places.sketch(project.geometry()));
        return page.show("plan/project", model);
    }

    private Optional<Story> story(String id) {
        var versions = plans.story(id);
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        var known = editions.of(versions.getFirst().plan()).stream()
                .collect(Collectors.toMap(Edition::number, Function.identity()));
        var others = versions.stream()
                .map(PlanProject::decision)
                .flatMap(decision -> Stream.concat(decision.mergedInto().stream(), decision.splitFrom().stream()))
                .collect(Collectors.toSet());
        return Optional.of(
                Story.of(versions, known, decisions.mergedInto(id), decisions.splitFrom(id), decisions.named(others)));
    }

    private List<NamedPlace> named(PlanProject project) {
        return project.places().stream()
                .flatMap(where -> places.find(where.place()).stream()
                        .map(place -> new NamedPlace(place.name(), where.place(), where.certain())))
                .toList();
    }

    /// The money by source; none where no source is said at all.
    private List<Source> sources(PlanProject project) {
        var known = strategy.classification().fundSources().stream()
                .collect(Collectors.toMap(Classification.FundSource::id, Classification.FundSource::name));
        var bySource = project.funding().stream().collect(Collectors.groupingBy(Funding::source));
        if (bySource.keySet().stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        return bySource.entrySet().stream()
                .map(source -> new Source(
                        source.getKey().isEmpty()
                                ? Optional.empty()
                                : Optional.of(known.getOrDefault(source.getKey(), Localized.thai(source.getKey()))),
                        source.getValue()))
                .sorted((a, b) -> b.total().compareTo(a.total()))
                .toList();
    }

    private List<Power> powers(PlanProject project) {
        return strategy.powers().powers().stream()
                .filter(power -> project.powers().contains(power.number()))
                .toList();
    }
}
