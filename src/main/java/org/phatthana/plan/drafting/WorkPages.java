package org.phatthana.plan.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.phatthana.approvals.Approvals;
import org.phatthana.people.Acting;
import org.phatthana.plan.Draft;
import org.phatthana.plan.DraftOutcome;
import org.phatthana.plan.Drafts;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.Submissions;
import org.phatthana.plan.Writer;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The planners' work on plans: which editions are open, what they will decide, and how far each project has come.
@Controller
public class WorkPages {

    private static final int MOST_FOUND = 30;
    private static final int LONGEST = 300;
    private static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");

    private final Desk desk;
    private final Plans plans;
    private final Editions editions;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Approvals approvals;
    private final Clock clock;

    WorkPages(
            Desk desk,
            Plans plans,
            Editions editions,
            Drafts drafts,
            Submissions submissions,
            Approvals approvals,
            Clock clock) {
        this.desk = desk;
        this.plans = plans;
        this.editions = editions;
        this.drafts = drafts;
        this.submissions = submissions;
        this.approvals = approvals;
        this.clock = clock;
    }

    /// A plan with its editions that are not announced yet.
    ///
    /// @param estimated of how many editions the day of announcement is not known
    public record PlanWork(PlanOverview plan, List<EditionWork> open, long estimated) {

        public boolean isInForce() {
            return !plan.standing().editions().isEmpty();
        }
    }

    /// An edition, and how many of its drafts stand where.
    public record EditionWork(Edition edition, Map<Draft.State, Long> states) {

        public long drafts() {
            return states.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @GetMapping("/plan/work")
    View all(Page page) {
        return overview(page, 200, Map.of());
    }

    private View overview(Page page, int status, Map<String, Message> problems) {
        var works = plans.everyKnown().stream().map(this::work).toList();
        var year = FiscalYear.containing(LocalDate.now(clock.withZone(THAILAND)));
        return page.show(
                status,
                "plan/work",
                Map.of(
                        "works",
                        works,
                        "firstYears",
                        IntStream.rangeClosed(-1, 5).mapToObj(year::plus).toList(),
                        "problems",
                        problems));
    }

    private PlanWork work(PlanOverview plan) {
        var all = editions.of(plan.id());
        return new PlanWork(
                plan,
                all.stream()
                        .filter(edition ->
                                edition.state() == Edition.State.OPEN || edition.state() == Edition.State.SUBMITTED)
                        .map(this::work)
                        .toList(),
                all.stream().filter(Edition::estimated).count());
    }

    private EditionWork work(Edition edition) {
        return new EditionWork(edition, Submissions.count(drafts.of(edition.plan(), edition.number())));
    }

    @PostMapping("/plan/work/plans")
    Object begin(
            Page page,
            @RequestParam String name,
            @RequestParam int firstYear,
            @RequestParam(defaultValue = "strategy") String format) {
        if (name.isBlank()
                || name.length() > LONGEST
                || !FiscalYear.isValid(firstYear)
                || !FiscalYear.isValid(firstYear + 4)) {
            return overview(page, 422, Map.of("name", Message.of("plan.work.begin.name-needed", LONGEST)));
        }
        var id = editions.begin(name.strip(), new FiscalYear(firstYear), format.equals("issue"));
        return Desk.seeOther(page, "/plan/work/" + id + "/0");
    }

    @PostMapping("/plan/work/editions")
    Object open(
            Page page,
            @RequestParam String plan,
            @RequestParam String type,
            @RequestParam(defaultValue = "") String reason) {
        var chosen = Edition.Type.of(type).filter(known -> known != Edition.Type.BASE);
        var found = desk.plan(plan);
        if (chosen.isEmpty() || found.standing().editions().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            return overview(page, 422, Map.of("reason", Message.of("plan.work.open.reason-needed", LONGEST)));
        }
        return Desk.seeOther(page, Submissions.workOn(editions.open(plan, chosen.get(), reason.strip())));
    }

    @GetMapping("/plan/work/{plan}/{number:\\d{1,4}}")
    View edition(
            Page page, @PathVariable String plan, @PathVariable int number, @RequestParam(defaultValue = "") String q) {
        return edition(page, 200, plan, number, q, Map.of());
    }

    private View edition(Page page, int status, String plan, int number, String q, Map<String, Message> problems) {
        var edition = desk.edition(plan, number);
        var overview = desk.plan(plan);
        var all = drafts.of(plan, number);
        var model = new HashMap<String, Object>();
        model.put("plan", overview);
        model.put("edition", edition);
        model.put("drafts", all);
        model.put("states", Submissions.count(all));
        model.put(
                "matters",
                approvals.find(Submissions.PROJECT, all.stream().map(Draft::id).toList()));
        model.put("q", q);
        model.put("found", found(overview, q));
        model.put("problems", problems);
        model.put("mayDraft", Desk.isDrafter() && edition.state() == Edition.State.OPEN);
        model.put("mayPlan", Desk.isPlanner());
        model.put("panel", approvals.panel(Submissions.EDITION, Submissions.subject(edition), Acting.current()));
        return page.show(status, "plan/work-edition", model);
    }

    private List<PlanProject> found(PlanOverview plan, String q) {
        return q.isBlank() || plan.standing().editions().isEmpty()
                ? List.of()
                : plans.projects(
                        new ProjectQuery(
                                plan.standing(),
                                List.of(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                "",
                                "",
                                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                                ProjectQuery.Order.PLAN),
                        0,
                        MOST_FOUND);
    }

    @PostMapping("/plan/work/{plan}/{number:\\d{1,4}}/projects")
    Object add(
            Page page,
            @PathVariable String plan,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String copyOf,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String reason) {
        var content = copyOf.isEmpty()
                ? NewProject.named(name.strip(), desk.goal(goal), desk.places(place), shortened(reason))
                : NewProject.copyOf(
                        plans.project(copyOf).orElseThrow(Desk::notFound).content());
        return answer(page, plan, number, drafts.add(plan, number, content, Writer.acting()));
    }

    @PostMapping("/plan/work/{plan}/{number:\\d{1,4}}/amend")
    Object amend(
            Page page,
            @PathVariable String plan,
            @PathVariable int number,
            @RequestParam String project,
            @RequestParam(defaultValue = "change") String act,
            @RequestParam(defaultValue = "") String reason) {
        var outcome = switch (act) {
            case "drop" -> drafts.drop(plan, number, project, shortened(reason), Writer.acting());
            case "split" -> drafts.split(plan, number, project, Writer.acting());
            default -> drafts.amend(plan, number, project, Writer.acting());
        };
        return answer(page, plan, number, outcome);
    }

    @PostMapping("/plan/work/{plan}/{number:\\d{1,4}}/merge")
    Object merge(
            Page page,
            @PathVariable String plan,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") List<String> project,
            @RequestParam(defaultValue = "") String reason) {
        var others = project.stream().filter(other -> !other.equals(into)).toList();
        return answer(page, plan, number, drafts.merge(plan, number, into, others, shortened(reason), Writer.acting()));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.strip();
    }

    private Object answer(Page page, String plan, int number, DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Kept kept ->
                Desk.seeOther(page, "/plan/drafts/" + kept.draft().id());
            case DraftOutcome.Stale stale ->
                Desk.seeOther(page, "/plan/drafts/" + stale.newest().id());
            case DraftOutcome.Refused refused -> edition(page, 422, plan, number, "", refused.faults());
        };
    }

    @PostMapping("/plan/work/{plan}/{number:\\d{1,4}}/send")
    Object send(Page page, @PathVariable String plan, @PathVariable int number) {
        var edition = desk.edition(plan, number);
        return switch (submissions.sendEdition(plan, number, Desk.acting())) {
            case Submissions.Sent.Done _ -> Desk.seeOther(page, Submissions.workOn(edition));
            case Submissions.Sent.Refused refused -> edition(page, 422, plan, number, "", refused.why());
        };
    }
}
