package org.phatthana.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.plan.Breakdowns;
import org.phatthana.plan.Decisions;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.PlanChoice;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.plan.Promises;
import org.phatthana.plan.ShownPlan;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The plan against the budget: what was promised for each year, what was given, and which promises got nothing.
@Controller
public class FundedPage {

    private static final int PAGE_SIZE = 25;

    private final Plans plans;
    private final PlanChoice choice;
    private final Funded funded;
    private final Promises promises;
    private final Editions editions;
    private final Decisions decisions;
    private final Downloads downloads;
    private final Texts texts;

    FundedPage(
            Plans plans,
            PlanChoice choice,
            Funded funded,
            Promises promises,
            Editions editions,
            Decisions decisions,
            Downloads downloads,
            Texts texts) {
        this.plans = plans;
        this.choice = choice;
        this.funded = funded;
        this.promises = promises;
        this.editions = editions;
        this.decisions = decisions;
        this.downloads = downloads;
        this.texts = texts;
    }

    /// What the reader chose.
    ///
    /// @param plan the id of another plan than the one that pages show, or empty
    /// @param at as addresses write the time at which the plan is looked at; empty for today
    /// @param show `unknown` for the promises of which nothing is known
    public record Choice(String plan, String at, FiscalYear year, String by, String show, int number) {

        /// What says which plan it is, and when; empty, or with a question mark before it.
        public String query() {
            var parts = Stream.of(plan.isEmpty() ? "" : "plan=" + plan, at.isEmpty() ? "" : "at=" + at)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("&"));
            return parts.isEmpty() ? "" : "?" + parts;
        }

        /// The same with another list, page or year.
        public String address(String otherShow, int page) {
            var query = query();
            return "/plan/funded" + (query.isEmpty() ? "?" : query + "&") + "year=" + year + "&by=" + by
                    + (otherShow.isEmpty() ? "" : "&show=" + otherShow) + (page > 1 ? "&page=" + page : "")
                    + "#promises";
        }
    }

    /// A list of promises, counted.
    public record Promised(List<Promises.Open> all) {

        public Money money() {
            return Money.sum(all.stream().map(Promises.Open::promised).toList());
        }
    }

    @GetMapping("/plan/funded")
    View funded(Page page, @RequestParam Map<String, String> parameters) {
        if (plans.all().isEmpty()) {
            return page.show("plan/none", Map.of());
        }
        var id = parameters.getOrDefault("plan", "");
        return switch (choice.find(id, parameters.getOrDefault("at", "")).orElseThrow(FundedPage::notFound)) {
            case ShownPlan.NotInForce not ->
                page.show(404, "plan/not-in-force", Map.of("not", not, "kept", kept(parameters)));
            case ShownPlan.Found found -> funded(page, found, id, parameters);
        };
    }

    /// What an address says besides the time.
    private static Map<String, String> kept(Map<String, String> parameters) {
        return Stream.of("plan", "year", "by")
                .filter(parameters::containsKey)
                .collect(Collectors.toMap(Function.identity(), parameters::get));
    }

    private View funded(Page page, ShownPlan.Found found, String id, Map<String, String> parameters) {
        var plan = found.plan();
        var through = funded.decidedThrough(plan);
        var year = year(parameters.getOrDefault("year", ""), plan)
                .or(() -> through)
                .orElse(plan.first());
        var by = Breakdowns.By.of(parameters.getOrDefault("by", ""))
                .filter(one -> one == Breakdowns.By.MISSION)
                .orElse(Breakdowns.By.PROGRAMME);
        var open = through.map(last -> promises.open(plan.standing(), last)).orElse(List.of());
        var unfunded = new Promised(open.stream().filter(Promises.Open::known).toList());
        var unknown = new Promised(open.stream().filter(one -> !one.known()).toList());
        var show = "unknown".equals(parameters.get("show")) ? "unknown" : "";
        var listed = show.isEmpty() ? unfunded : unknown;
        var pages = Math.max(1, Math.ceilDiv(listed.all().size(), PAGE_SIZE));
        var asked = parameters.getOrDefault("page", "");
        var number = asked.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(asked), pages) : 1;
        var shown = listed.all().stream()
                .skip((number - 1L) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList();
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("choice", new Choice(id, found.asOf().code(), year, by.code(), show, number));
        model.put("years", funded.years(plan));
        model.put("parts", funded.parts(plan, year, by));
        model.put("ordinance", funded.ordinance(year));
        model.put("through", through);
        model.put("unfunded", unfunded);
        model.put("unknown", unknown);
        model.put("promises", shown);
        model.put("pages", pages);
        model.put("editions", editions(plan));
        model.put("named", named(shown));
        return page.show("site/funded", model);
    }

    @GetMapping("/plan/funded.{format:csv|xlsx}")
    View download(
            Page page,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String at) {
        var found = choice.inForce(plan, at).orElseThrow(FundedPage::notFound);
        var open = funded.decidedThrough(found)
                .map(last -> promises.open(found.standing(), last))
                .orElse(List.of());
        var known = editions(found);
        var columns = List.of(
                column("project_id", "รหัสโครงการ", "Project"),
                column("project", "โครงการ", "Project’s name"),
                column("goal", "เป้าหมาย", "Goal"),
                column("department", "หน่วยงาน", "Department"),
                column("years", "ปีงบประมาณที่วางแผนไว้ (พ.ศ.)", "Years promised (BE)"),
                column("promised_baht", "เงินตามแผน (บาท)", "Promised (baht)"),
                column("funding_known", "มีข้อมูลงบประมาณ", "Funding known"),
                column("outcome", "สิ่งที่เกิดขึ้น", "What became of it"),
                column("edition", "ฉบับ", "Edition"),
                column("reason", "เหตุผล", "Reason"));
        var rows = open.stream().map(one -> row(one, known)).toList();
        return downloads.of(
                format,
                new Table(
                        "plan-" + found.first() + "-" + found.last() + "-without-money",
                        Localized.of("โครงการที่ยังไม่พบว่าได้รับงบประมาณ", "Promises not known to have got money"),
                        columns,
                        rows,
                        List.of(Localized.of(
                                "ช่องมีข้อมูลงบประมาณเป็นเท็จ หมายถึงไม่ทราบ ไม่ใช่ศูนย์",
                                "Where funding is not known, it is unknown and not zero")),
                        found.sample()),
                page.language());
    }

    private List<@Nullable Object> row(Promises.Open one, Map<Integer, Edition> known) {
        var why = one.why();
        var row = new ArrayList<@Nullable Object>();
        row.add(one.project());
        row.add(one.name());
        row.add(one.goal());
        row.add(one.department());
        row.add(one.years().stream().map(FiscalYear::toString).collect(Collectors.joining(" ")));
        row.add(one.promised());
        row.add(one.known());
        row.add(outcome(why));
        row.add(known.containsKey(why.edition()) ? known.get(why.edition()).title() : "");
        row.add(why.reason());
        return row;
    }

    private Localized outcome(Promises.Why why) {
        var key = "site.funded.why." + why.kind().name().toLowerCase(java.util.Locale.ROOT);
        var found = new java.util.TreeMap<String, String>();
        texts.languages()
                .forEach(language -> found.put(
                        language.code(),
                        texts.text(
                                language,
                                key,
                                why.to().<Object>map(year -> year).orElse(""))));
        return new Localized(found);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Optional<FiscalYear> year(String text, PlanOverview plan) {
        return plan.years().stream()
                .filter(year -> year.toString().equals(text))
                .findFirst();
    }

    private Map<Integer, Edition> editions(PlanOverview plan) {
        return editions.of(plan.id()).stream().collect(Collectors.toMap(Edition::number, Function.identity()));
    }

    private Map<String, Decisions.Named> named(List<Promises.Open> shown) {
        return decisions.named(
                shown.stream().flatMap(one -> one.why().mergedInto().stream()).toList());
    }

    private static Table.Column column(String name, String thai, String english) {
        return new Table.Column(name, Localized.of(thai, english));
    }
}
