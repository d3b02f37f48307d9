package org.phatthana.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.documents.Forms;
import org.phatthana.people.Role;
import org.phatthana.plan.AsOf;
import org.phatthana.plan.Edition;
import org.phatthana.plan.EditionContents;
import org.phatthana.plan.Editions;
import org.phatthana.plan.Outline;
import org.phatthana.plan.PlanChoice;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectContent;
import org.phatthana.plan.ShownPlan;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The forms of the law to take away: of the plan on a day, and of what its editions decide.
@Controller
public class FormPages {

    /// A PDF of more projects takes minutes and thousands of pages, a workbook of more is refused by spreadsheets.
    static final long MOST_IN_PDF = 20_000;

    static final long MOST_IN_WORKBOOK = 100_000;

    /// Those who work on editions before they are announced.
    private static final List<Role> DRAFTING = List.of(
            Role.PARTNER,
            Role.OFFICER,
            Role.PLANNER,
            Role.BUDGET_OFFICER,
            Role.EXECUTIVE,
            Role.COUNCIL,
            Role.AUDITOR,
            Role.ADMINISTRATOR);

    private final Plans plans;
    private final PlanChoice choice;
    private final Outline outline;
    private final Editions editions;
    private final EditionContents amendments;
    private final FormFiles files;
    private final Forms forms;
    private final Press press;

    FormPages(
            Plans plans,
            PlanChoice choice,
            Outline outline,
            Editions editions,
            EditionContents amendments,
            FormFiles files,
            Forms forms,
            Press press) {
        this.plans = plans;
        this.choice = choice;
        this.outline = outline;
        this.editions = editions;
        this.amendments = amendments;
        this.files = files;
        this.forms = forms;
        this.press = press;
    }

    /// A form in the list.
    ///
    /// @param mark its number, `ผ.02`
    /// @param projects how many stand on it
    public record Listed(String code, String mark, String title, long projects) {

        public boolean isForPdf() {
            return projects <= MOST_IN_PDF;
        }
    }

    /// An edition in the list.
    public record ListedEdition(Edition edition, List<Listed> forms) {

        public boolean isDraft() {
            return edition.state() != Edition.State.ANNOUNCED;
        }
    }

    @GetMapping("/plan/forms")
    View list(
            Page page,
            HttpServletRequest request,
            @RequestParam(name = "plan", defaultValue = "") String id,
            @RequestParam(defaultValue = "") String at) {
        var all = plans.all();
        if (all.isEmpty()) {
            return page.show("plan/none", Map.of());
        }
        var withDrafts = maySeeDrafts(request);
        var today = today(id, withDrafts);
        var asOf = AsOf.of(at).orElseThrow(PlanPages::notFound);
        if (!(asOf instanceof AsOf.Today)
                && !choice.announced(today).isEmpty()
                && choice.at(today, asOf) instanceof ShownPlan.NotInForce not) {
            return PlanPages.notInForce(page, not, id.isEmpty() ? Map.of() : Map.of("plan", id));
        }
        var plan = chosen(today, asOf);
        var model = new HashMap<String, Object>();
        model.put("plan", plan);
        model.put("plans", all);
        model.put("forms", ofPlan(plan));
        model.put("editions", ofEditions(plan, withDrafts));
        model.put("hasOrdinance", outline.hasOrdinance(plan.standing()));
        model.put("chosen", id);
        model.put("query", query(id, plan));
        return page.show("plan/forms", model);
    }

    private List<Listed> ofPlan(PlanOverview plan) {
        var counts = files.counts(plan);
        var listed = new ArrayList<Listed>();
        listed.add(new Listed(FormFiles.SUMMARY, "ผ.01", files.title(FormFiles.SUMMARY), plan.projects()));
        for (var form : ProjectContent.Form.values()) {
            listed.add(new Listed(form.code(), form.thai(), files.title(form.code()), counts.getOrDefault(form, 0L)));
        }
        return listed;
    }

    private List<ListedEdition> ofEditions(PlanOverview plan, boolean withDrafts) {
        var counts = amendments.counts(plan.id());
        return editions.of(plan.id()).reversed().stream()
                .filter(edition -> FormFiles.isShown(edition, withDrafts))
                .filter(edition -> counts.containsKey(edition.number()))
                .filter(edition ->
                        plan.at().isEmpty() || plan.standing().editions().contains(edition.number()))
                .map(edition -> new ListedEdition(
                        edition,
                        counts.getOrDefault(edition.number(), Map.of()).entrySet().stream()
                                .map(form -> new Listed(
                                        code(edition, form.getKey()),
                                        form.getKey().thai(),
                                        files.title(form.getKey().code()),
                                        form.getValue()))
                                .toList()))
                .toList();
    }

    private static String code(Edition edition, ProjectContent.Form form) {
        return "edition-" + edition.number() + (form == ProjectContent.Form.P02 ? "" : "-" + form.code());
    }

    private static String query(String id, PlanOverview plan) {
        var query = new ArrayList<String>();
        if (!id.isEmpty()) {
            query.add("plan=" + plan.id());
        }
        plan.at().ifPresent(day -> query.add("at=" + day));
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    @GetMapping("/plan/forms/{form}.{format:xlsx|pdf}")
    View download(
            Page page,
            HttpServletRequest request,
            @PathVariable String form,
            @PathVariable String format,
            @RequestParam(name = "plan", defaultValue = "") String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String ordinance) {
        var withDrafts = maySeeDrafts(request);
        var plan = chosen(today(id, withDrafts), AsOf.of(at).orElseThrow(PlanPages::notFound));
        var found = files.find(plan, form, !ordinance.isEmpty(), withDrafts).orElseThrow(PlanPages::notFound);
        var isPdf = format.equals("pdf");
        var most = isPdf ? MOST_IN_PDF : MOST_IN_WORKBOOK;
        if (found.rows() > most) {
            return page.show(422, "plan/forms-refused", Map.of("kind", "large", "limit", Math.toIntExact(most)));
        }
        var described = found.described();
        var file =
                isPdf ? forms.pdf(described.form(), described.body()) : forms.xlsx(described.form(), described.body());
        return press.print(page, found.name() + "." + format, file);
    }

    private static boolean maySeeDrafts(HttpServletRequest request) {
        return DRAFTING.stream().anyMatch(role -> request.isUserInRole(role.name()));
    }

    /// @param withDrafts whether the reader may see a plan that never was in force
    private PlanOverview today(String id, boolean withDrafts) {
        return (id.isEmpty() ? plans.shown() : withDrafts ? plans.known(id) : plans.find(id))
                .orElseThrow(PlanPages::notFound);
    }

    private PlanOverview chosen(PlanOverview today, AsOf asOf) {
        return asOf instanceof AsOf.Today ? today : plans.find(today.id(), asOf).orElseThrow(PlanPages::notFound);
    }
}
