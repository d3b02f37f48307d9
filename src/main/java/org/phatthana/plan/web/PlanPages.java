package org.phatthana.plan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.exchange.Downloads;
import org.phatthana.places.Places;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The plan as everyone reads it: its projects, its summary (ผ.01), a page for each project.
@Controller
public class PlanPages {

    static final int PAGE_SIZE = 50;
    private static final int MOST_ROWS = 100_000;

    private final Plans plans;
    private final Strategy strategy;
    private final Places places;
    private final PlanTables tables;
    private final Downloads downloads;

    PlanPages(Plans plans, Strategy strategy, Places places, PlanTables tables, Downloads downloads) {
        this.plans = plans;
        this.strategy = strategy;
        this.places = places;
        this.tables = tables;
        this.downloads = downloads;
    }

    @GetMapping("/plan")
    View plan(Page page, @RequestParam Map<String, String> parameters) {
        var filters = Filters.of(parameters);
        var all = plans.all();
        if (all.isEmpty()) {
            return page.show("plan/none", Map.of());
        }
        var plan = chosen(filters.plan(), filters.at());
        var query = filters.query(plan.standing(), strategy);
        var sums = plans.sums(query);
        var pages = (int) Math.max(1, Math.ceilDiv(sums.projects(), PAGE_SIZE));
        var number = Math.min(filters.number(), pages);
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("filters", filters);
        model.put("sums", sums);
        model.put("projects", plans.projects(query, (number - 1L) * PAGE_SIZE, PAGE_SIZE));
        model.put("number", number);
        model.put("pages", pages);
        model.put("strategy", strategy);
        if (page.isFragment()) {
            return page.show("plan/results", model);
        }
        model.put("plans", all);
        model.put("byGoal", plans.sumsByGoal(plan.standing()));
        model.put("departments", plans.departments(plan.standing()));
        model.put("places", places);
        model.put("equipment", plans.equipment(plan.standing()));
        return page.show("plan/plan", model);
    }

    @GetMapping("/plan.{format:csv|xlsx}")
    View download(Page page, @PathVariable String format, @RequestParam Map<String, String> parameters) {
        var filters = Filters.of(parameters);
        var plan = chosen(filters.plan(), filters.at());
        var query = filters.query(plan.standing(), strategy);
        return downloads.of(format, tables.projects(plan, plans.projects(query, 0, MOST_ROWS)), page.language());
    }

    @GetMapping("/plan/summary")
    View summary(
            Page page,
            @RequestParam(name = "plan", defaultValue = "") String id,
            @RequestParam(defaultValue = "") String at) {
        if (plans.all().isEmpty()) {
            return page.show("plan/none", Map.of());
        }
        var plan = chosen(id, at);
        return page.show(
                "plan/summary",
                Map.of(
                        "plan",
                        plan,
                        "parts",
                        Summary.parts(plans.summary(plan.standing())),
                        "isChosen",
                        !id.isEmpty()));
    }

    @GetMapping("/plan/summary.{format:csv|xlsx}")
    View summaryDownload(
            Page page,
            @PathVariable String format,
            @RequestParam(name = "plan", defaultValue = "") String id,
            @RequestParam(defaultValue = "") String at) {
        var plan = chosen(id, at);
        return downloads.of(format, tables.summary(plan, plans.summary(plan.standing())), page.language());
    }

    @GetMapping("/projects/{id}")
    View project(Page page, @PathVariable String id) {
        var project = plans.project(id).orElseThrow(PlanPages::notFound);
        var plan = plans.find(project.plan()).orElseThrow(PlanPages::notFound);
        var goal = strategy.goal(project.goal()).orElseThrow();
        var named = project.places().stream()
                .flatMap(where -> places.find(where.place()).stream()
                        .map(place -> new NamedPlace(place.name(), where.place(), where.certain())))
                .toList();
        return page.show(
                "plan/project",
                Map.of(
                        "plan", plan,
                        "project", project,
                        "goal", goal,
                        "mission", strategy.missionOf(goal),
                        "places", named));
    }

    /// A place of a project with its name.
    public record NamedPlace(org.phatthana.values.Localized name, PlaceCode code, boolean certain) {}

    private PlanOverview chosen(String id, String at) {
        var today = (id.isEmpty() ? plans.shown() : plans.find(id)).orElseThrow(PlanPages::notFound);
        return Filters.day(at)
                .map(day -> plans.find(today.id(), day).orElseThrow(PlanPages::notFound))
                .orElse(today);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// The amphoe with their tambon, for choosing a place.
    static List<org.phatthana.places.Place> tambonOf(Places places, org.phatthana.places.Place amphoe) {
        return places.within(amphoe.code()).stream()
                .filter(place -> place.code().level() == PlaceCode.Level.TAMBON)
                .toList();
    }
}
