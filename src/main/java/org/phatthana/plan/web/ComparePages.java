package org.phatthana.plan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.Downloads;
import org.phatthana.plan.AsOf;
import org.phatthana.plan.Breakdowns;
import org.phatthana.plan.Edition;
import org.phatthana.plan.PartNames;
import org.phatthana.plan.PlanChoice;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.ShownPlan;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Two plans, or one plan at two times, side by side. The choice stands in the address; whoever comes from a plan's
/// page brings that plan and its time along.
@Controller
public class ComparePages {

    private final Plans plans;
    private final PlanChoice choice;
    private final Breakdowns breakdowns;
    private final PartNames names;
    private final PlanTables tables;
    private final Downloads downloads;

    ComparePages(
            Plans plans,
            PlanChoice choice,
            Breakdowns breakdowns,
            PartNames names,
            PlanTables tables,
            Downloads downloads) {
        this.plans = plans;
        this.choice = choice;
        this.breakdowns = breakdowns;
        this.names = names;
        this.tables = tables;
        this.downloads = downloads;
    }

    /// A plan that can be compared, with its announced editions.
    public record Option(PlanOverview plan, List<Edition> editions) {}

    /// One of the two that are compared.
    ///
    /// @param of a plan's id, or with `.edition-3` behind it one of its editions
    /// @param day overrules the edition
    public record Side(String of, String day, ShownPlan shown) {

        /// The id of the plan.
        public String plan() {
            return switch (shown) {
                case ShownPlan.Found found -> found.plan().id();
                case ShownPlan.NotInForce not -> not.plan().id();
            };
        }

        public Optional<ShownPlan.Found> found() {
            return shown.found();
        }
    }

    /// What is compared with what.
    public record Sides(Side left, Side right, Breakdowns.By by) {

        /// The address of the same choice by another dimension.
        public String by(String path, Breakdowns.By other) {
            var address = new StringBuilder(path)
                    .append("?left=")
                    .append(encoded(left.of()))
                    .append("&right=")
                    .append(encoded(right.of()));
            if (!left.day().isEmpty()) {
                address.append("&leftDay=").append(left.day());
            }
            if (!right.day().isEmpty()) {
                address.append("&rightDay=").append(right.day());
            }
            return address.append("&by=").append(other.code()).toString();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/plan/compare")
    View compare(Page page, @RequestParam Map<String, String> parameters) {
        var all = plans.all();
        if (all.isEmpty()) {
            return page.show("plan/none", Map.of());
        }
        var sides = sides(parameters);
        var options = all.stream()
                .map(plan -> new Option(plan, choice.announced(plan).reversed()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("sides", sides);
        model.put("options", options);
        model.put("comparison", comparison(sides));
        return page.show("plan/compare", model);
    }

    @GetMapping("/plan/compare.{format:csv|xlsx}")
    View download(Page page, @PathVariable String format, @RequestParam Map<String, String> parameters) {
        var sides = sides(parameters);
        var comparison = comparison(sides).orElseThrow(PlanPages::notFound);
        return downloads.of(format, tables.comparison(sides, comparison), page.language());
    }

    private Sides sides(Map<String, String> parameters) {
        var id = parameters.getOrDefault("plan", "");
        var today = (id.isEmpty() ? plans.shown() : plans.find(id)).orElseThrow(PlanPages::notFound);
        var at = AsOf.of(parameters.getOrDefault("at", "")).orElseGet(AsOf.Today::new);
        var first = choice.announced(today).getFirst();
        var by = Breakdowns.By.of(parameters.getOrDefault("by", "")).orElse(Breakdowns.By.MISSION);
        return new Sides(
                side(
                        parameters.getOrDefault("left", today.id() + "." + new AsOf.Edition(first.number()).code()),
                        parameters.getOrDefault("leftDay", "")),
                side(
                        parameters.getOrDefault(
                                "right", at instanceof AsOf.Edition ? today.id() + "." + at.code() : today.id()),
                        parameters.getOrDefault("rightDay", at instanceof AsOf.Day ? at.code() : "")),
                by);
    }

    private Side side(String of, String day) {
        var parts = new ArrayList<>(List.of(of.split("\\.", 2)));
        var id = parts.getFirst();
        var at = AsOf.of(day)
                .filter(asOf -> asOf instanceof AsOf.Day)
                .map(AsOf::code)
                .orElse("");
        var edition = parts.size() > 1 ? parts.get(1) : "";
        return new Side(of, at, choice.find(id, at.isEmpty() ? edition : at).orElseThrow(PlanPages::notFound));
    }

    private Optional<Comparison> comparison(Sides sides) {
        return sides.left()
                .found()
                .flatMap(left -> sides.right()
                        .found()
                        .map(right -> Comparison.of(
                                sides.by(),
                                breakdowns.of(sides.by(), left.plan().standing()),
                                breakdowns.of(sides.by(), right.plan().standing()),
                                plans.sums(ProjectQuery.all(left.plan().standing())),
                                plans.sums(ProjectQuery.all(right.plan().standing())),
                                names)));
    }
}
