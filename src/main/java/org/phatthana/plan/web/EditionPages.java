package org.phatthana.plan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.plan.AsOf;
import org.phatthana.plan.Decisions;
import org.phatthana.plan.Decisions.Named;
import org.phatthana.plan.Edition;
import org.phatthana.plan.PlanChoice;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.ProjectSums;
import org.phatthana.plan.comparing.ProjectChange;
import org.phatthana.proof.PublicLog;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The announced editions of a plan, and what each decided.
@Controller
public class EditionPages {

    private static final int PAGE_SIZE = 20;

    private static final Decisions.Counts NOTHING = new Decisions.Counts(Map.of(), 0, 0, 0, Map.of(), Map.of());

    private final Plans plans;
    private final PlanChoice choice;
    private final Decisions decisions;
    private final PublicLog log;

    EditionPages(Plans plans, PlanChoice choice, Decisions decisions, PublicLog log) {
        this.plans = plans;
        this.choice = choice;
        this.decisions = decisions;
        this.log = log;
    }

    /// An edition in the list of all.
    ///
    /// @param plan the money and projects of the whole plan when it had come into force
    public record Row(Edition edition, Decisions.Counts counts, ProjectSums plan) {}

    /// What was decided of one project, as the page shows it.
    ///
    /// @param change what changed; empty where there is nothing to compare
    /// @param merged the projects of this edition that became a part of it
    public record Item(
            PlanProject version,
            Optional<PlanProject> before,
            Optional<ProjectChange> change,
            List<Named> merged,
            Optional<Named> into,
            Optional<Named> from) {}

    @GetMapping("/plan/{id}/editions")
    View editions(Page page, @PathVariable String id) {
        var plan = plans.find(id).orElseThrow(PlanPages::notFound);
        var shown = choice.at(plan, new AsOf.Today());
        var counts = decisions.counts(id);
        var rows = new ArrayList<Row>();
        for (var edition : choice.announced(plan).reversed()) {
            rows.add(new Row(edition, counts.getOrDefault(edition.number(), NOTHING), sums(id, edition)));
        }
        return page.show("plan/editions", Map.of("plan", plan, "rows", rows, "shown", shown));
    }

    private ProjectSums sums(String plan, Edition edition) {
        return plans.find(plan, new AsOf.Edition(edition.number()))
                .map(then -> plans.sums(ProjectQuery.all(then.standing())))
                .orElseThrow();
    }

    @GetMapping("/plan/{id}/editions/{number:\\d{1,4}}")
    View edition(
            Page page,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(name = "page", defaultValue = "") String pageNumber) {
        var plan = plans.find(id).orElseThrow(PlanPages::notFound);
        var announced = choice.announced(plan);
        var edition = announced.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(PlanPages::notFound);
        var counts = decisions.counts(id).getOrDefault(number, NOTHING);
        var only = Edition.Act.of(act);
        var count = only.map(counts::of).orElseGet(counts::all);
        var pages = (int) Math.max(1, Math.ceilDiv(count, PAGE_SIZE));
        var shown = pageNumber.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(pageNumber), pages) : 1;
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("edition", edition);
        model.put("counts", counts);
        model.put("act", only.map(Edition.Act::code).orElse(""));
        model.put("items", items(id, number, only, (shown - 1L) * PAGE_SIZE));
        model.put("number", shown);
        model.put("pages", pages);
        model.put("entry", log.newestAbout("/plan/" + id + "/editions/" + number));
        var place = announced.indexOf(edition);
        model.put("previous", place > 0 ? Optional.of(announced.get(place - 1)) : Optional.empty());
        model.put("next", place + 1 < announced.size() ? Optional.of(announced.get(place + 1)) : Optional.empty());
        model.put("planAfter", sums(id, edition));
        model.put("planBefore", place > 0 ? Optional.of(sums(id, announced.get(place - 1))) : Optional.empty());
        return page.show("plan/edition", model);
    }

    private List<Item> items(String plan, int number, Optional<Edition.Act> only, long skip) {
        var decided = decisions.page(plan, number, only, skip, PAGE_SIZE);
        var others = decided.stream()
                .map(each -> each.version().decision())
                .flatMap(decision -> Stream.concat(decision.mergedInto().stream(), decision.splitFrom().stream()))
                .collect(Collectors.toSet());
        var named = decisions.named(others);
        var merged = new TreeMap<String, List<Named>>();
        for (var each : decided) {
            if (each.before().isPresent()) {
                merged.put(
                        each.version().id(),
                        decisions.mergedInto(each.version().id()).getOrDefault(number, List.of()));
            }
        }
        return decided.stream()
                .map(each -> new Item(
                        each.version(),
                        each.before(),
                        change(each),
                        merged.getOrDefault(each.version().id(), List.of()),
                        each.version().decision().mergedInto().map(named::get),
                        each.version().decision().splitFrom().map(named::get)))
                .toList();
    }

    private static Optional<ProjectChange> change(Decisions.Decided decided) {
        return decided.before()
                .filter(before -> before.decision().textKnown())
                .filter(_ -> decided.version().decision().textKnown()
                        && decided.version().decision().act() != Edition.Act.DROP)
                .map(before -> ProjectChange.between(before, decided.version()));
    }
}
