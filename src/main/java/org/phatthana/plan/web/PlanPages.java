package org.phatthana.plan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.exchange.Downloads;
import org.phatthana.places.Places;
import org.phatthana.plan.PlanChoice;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ShownPlan;
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

/// The plan as everyone reads it: its projects and its summary (ผ.01), today or as it stood at any time.
@Controller
class PlanPages {

    static final int PAGE_SIZE = 50;
    private static final int MOST_ROWS = 100_000;

    private final Plans plans;
    private final PlanChoice choice;
    private final Strategy strategy;
    private final Places places;
    private final PlanTables tables;
    private final Downloads downloads;

    PlanPages(
            Plans plans, PlanChoice choice, Strategy strategy, Places places, PlanTables tables, Downloads downloads) {
        this.plans = plans;
        this.choice = choice;
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
        return switch (choice.find(filters.plan(), filters.at()).orElseThrow(PlanPages::notFound)) {
            case ShownPlan.NotInForce not -> notInForce(page, not, filters.besidesTime());
            case ShownPlan.Found found -> plan(page, found, filters, all);
        };
    }

    private View plan(Page page, ShownPlan.Found found, Filters filters, List<PlanOverview> all) {
        var plan = found.plan();
        var query = filters.query(plan.standing(), strategy);
        var sums = plans.sums(query);
        var pages = (int) Math.max(1, Math.ceilDiv(sums.projects(), PAGE_SIZE));
        var number = Math.min(filters.number(), pages);
        var model = new HashMap<String, Object>();
        model.put("shown", found);
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
        var plan = choice.inForce(filters.plan(), filters.at()).orElseThrow(PlanPages::notFound);
        var query = filters.query(plan.standing(), strategy);
        return downloads.of(format, tables.projects(plan, plans.projects(query, 0, MOST_ROWS)), page.language());
    }

    @GetMapping("/plan/summary")
    View summary(Page page, @RequestParam Map<String, String> parameters) {
        if (plans.all().isEmpty()) {
            return page.show("plan/none", Map.of());
        }
        var filters = Filters.of(parameters);
        return switch (choice.find(filters.plan(), filters.at()).orElseThrow(PlanPages::notFound)) {
            case ShownPlan.NotInForce not -> notInForce(page, not, filters.besidesTime());
            case ShownPlan.Found found ->
                page.show(
                        "plan/summary",
                        Map.of(
                                "shown",
                                found,
                                "filters",
                                filters,
                                "parts",
                                Summary.parts(plans.summary(found.plan().standing()))));
        };
    }

    /// @param kept what else than the time stands in the address
    static View notInForce(Page page, ShownPlan.NotInForce not, Map<String, String> kept) {
        return page.show(404, "plan/not-in-force", Map.of("not", not, "kept", kept));
    }

    @GetMapping("/plan/summary.{format:csv|xlsx}")
    View summaryDownload(
            Page page,
            @PathVariable String format,
            @RequestParam(name = "plan", defaultValue = "") String id,
            @RequestParam(defaultValue = "") String at) {
        var plan = choice.inForce(id, at).orElseThrow(PlanPages::notFound);
        return downloads.of(format, tables.summary(plan, plans.summary(plan.standing())), page.language());
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
