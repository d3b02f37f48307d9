package org.phatthana.plan.drafting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.phatthana.approvals.Approvals;
import org.phatthana.people.Acting;
import org.phatthana.people.Directory;
import org.phatthana.places.Body;
import org.phatthana.places.Places;
import org.phatthana.plan.Draft;
import org.phatthana.plan.DraftOutcome;
import org.phatthana.plan.DraftRevision;
import org.phatthana.plan.Drafts;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Heading;
import org.phatthana.plan.Headings;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectContent;
import org.phatthana.plan.Submissions;
import org.phatthana.plan.Writer;
import org.phatthana.strategy.Powers;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One draft: its form, what it changes, whose power it is, who must act next.
@Controller
public class DraftPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Desk desk;
    private final Plans plans;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Approvals approvals;
    private final Strategy strategy;
    private final Places places;
    private final Directory directory;
    private final Headings headingsOf;

    DraftPages(
            Desk desk,
            Plans plans,
            Drafts drafts,
            Submissions submissions,
            Approvals approvals,
            Strategy strategy,
            Places places,
            Directory directory,
            Headings headingsOf) {
        this.desk = desk;
        this.plans = plans;
        this.drafts = drafts;
        this.submissions = submissions;
        this.approvals = approvals;
        this.strategy = strategy;
        this.places = places;
        this.directory = directory;
        this.headingsOf = headingsOf;
    }

    /// What the page of a draft shows.
    ///
    /// @param before what the plan says of the project today; empty for a new one
    /// @param changed the fields in which the draft differs from that
    /// @param lacking what it lacks before it can be sent
    /// @param stale what somebody else has saved meanwhile, in which fields; empty where nobody has
    /// @param isBehind whether another edition has decided of the project since the draft was begun
    /// @param elsewhere whose matter it may be rather than the organization's
    /// @param bodies the local bodies of the places that are chosen
    public record Shown(
            Draft draft,
            Edition edition,
            PlanOverview plan,
            DraftForm form,
            Optional<ProjectContent> before,
            List<String> changed,
            Map<String, Message> lacking,
            List<String> stale,
            boolean isBehind,
            List<Integer> suggestedPowers,
            List<Powers.Elsewhere> elsewhere,
            List<Body> bodies,
            boolean mayWrite) {}

    @GetMapping("/plan/drafts/{id}")
    View draft(Page page, @PathVariable String id, @RequestParam(defaultValue = "") String saved) {
        var draft = desk.draft(id);
        var form = DraftForm.of(draft.content(), desk.plan(draft.plan()));
        return show(page, 200, draft, form, List.of(), saved.equals("1"));
    }

    private View show(Page page, int status, Draft draft, DraftForm form, List<String> stale, boolean saved) {
        var model = new HashMap<String, Object>();
        model.put("shown", shown(draft, form, stale));
        model.put("saved", saved);
        model.put("words", new FieldWords(page, strategy, places));
        model.put("strategy", strategy);
        model.put("places", places);
        var headings = List.copyOf(headingsOf.of(draft.plan()).values());
        model.put("headings", headings);
        model.put("programmes", programmes(headings));
        model.put(
                "departments",
                List.copyOf(
                        plans.departments(desk.plan(draft.plan()).standing()).keySet()));
        var revisions = drafts.revisions(draft.id());
        model.put("revisions", revisions);
        model.put("names", names(revisions));
        model.put(
                "others",
                drafts.about(draft.project()).stream()
                        .filter(other -> !other.id().equals(draft.id()))
                        .toList());
        model.put("panel", approvals.panel(Submissions.PROJECT, draft.id(), Acting.current()));
        return page.show(status, "plan/draft", model);
    }

    /// The programmes of the plan, then those of the classification, as plans write them.
    private List<String> programmes(List<Heading> headings) {
        return Stream.concat(
                        headings.stream().map(Heading::programme).filter(name -> !name.isEmpty()),
                        strategy.classification().areas().stream()
                                .flatMap(area -> area.programmes().stream())
                                .map(programme -> "แผนงาน" + programme.name().thai()))
                .distinct()
                .toList();
    }

    private Map<UUID, String> names(List<DraftRevision> revisions) {
        var accounts = new HashSet<UUID>();
        revisions.forEach(revision -> revision.account().ifPresent(accounts::add));
        var names = new HashMap<UUID, String>();
        directory.find(accounts).forEach((id, person) -> names.put(id, person.displayName()));
        return names;
    }

    private Shown shown(Draft draft, DraftForm form, List<String> stale) {
        var edition = desk.edition(draft.plan(), draft.edition());
        var plan = desk.plan(draft.plan());
        var standing = draft.fromEdition().flatMap(_ -> plans.project(draft.project()));
        var before = standing.map(version -> version.content());
        var text = String.join(
                " ", form.value("name"), form.value("objective"), form.value("target"), form.value("programme"));
        return new Shown(
                draft,
                edition,
                plan,
                form,
                before,
                before.map(content -> content.differences(draft.content())).orElse(List.of()),
                drafts.lacking(draft),
                stale,
                edition.state() != Edition.State.ANNOUNCED
                        && standing.filter(version ->
                                        version.edition() != draft.fromEdition().orElseThrow())
                                .isPresent(),
                strategy.powers().suggestedBy(text).stream()
                        .map(power -> power.number())
                        .toList(),
                strategy.powers().elsewhere(text),
                form.places().stream()
                        .map(PlaceCode::parse)
                        .flatMap(Optional::stream)
                        .flatMap(code -> places.bodiesOf(code).stream())
                        .filter(body -> body.type() != Body.Type.PAO)
                        .distinct()
                        .toList(),
                Desk.mayWrite(draft, edition));
    }

    @PostMapping("/plan/drafts/{id}")
    Object save(
            Page page,
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam MultiValueMap<String, String> typed) {
        var draft = desk.writable(id);
        var plan = desk.plan(draft.plan());
        var form = DraftForm.typed(typed, plan);
        var read = form.read(
                source -> strategy.classification().fundSources().stream()
                        .anyMatch(known -> known.id().equals(source)),
                code -> places.find(code).isPresent(),
                (latitude, longitude) -> isNear(latitude, longitude));
        if (read instanceof DraftForm.Read.Faulty faulty) {
            return page.isFragment()
                    ? said(page, draft.revision(), "plan.draft.not-saved", faulty.faults())
                    : show(page, UNPROCESSABLE, draft, form.withProblems(faulty.faults()), List.of(), false);
        }
        var content = ((DraftForm.Read.Understood) read).content();
        return switch (drafts.save(id, revision, content, Writer.acting())) {
            case DraftOutcome.Kept kept -> kept(page, kept.draft(), then);
            case DraftOutcome.Stale stale -> {
                var differs = stale.newest().content().differences(content);
                yield page.isFragment()
                        ? said(page, revision, "plan.draft.stale-short", Map.of())
                        : show(
                                page,
                                CONFLICT,
                                stale.newest(),
                                form,
                                differs.isEmpty() ? List.of("name") : differs,
                                false);
            }
            case DraftOutcome.Refused refused ->
                page.isFragment()
                        ? said(page, revision, "plan.draft.not-saved", refused.faults())
                        : show(page, UNPROCESSABLE, draft, form.withProblems(refused.faults()), List.of(), false);
        };
    }

    private boolean isNear(double latitude, double longitude) {
        return places.province().bounds().contains(latitude, longitude);
    }

    private Object kept(Page page, Draft draft, String then) {
        if (page.isFragment()) {
            return said(page, draft.revision(), "plan.draft.saved", Map.of());
        }
        if (then.equals("send")) {
            return send(page, draft.id(), draft.revision());
        }
        return Desk.seeOther(page, "/plan/drafts/" + draft.id() + "?saved=1");
    }

    private static View said(Page page, int revision, String key, Map<String, Message> faults) {
        return page.show(
                "plan/draft-said", Map.of("revision", revision, "key", key, "faults", List.copyOf(faults.values())));
    }

    private Object send(Page page, String id, int revision) {
        return switch (submissions.sendDraft(id, revision, Desk.acting())) {
            case Submissions.Sent.Done _ -> Desk.seeOther(page, "/plan/drafts/" + id);
            case Submissions.Sent.Refused refused -> {
                var draft = desk.draft(id);
                var form = DraftForm.of(draft.content(), desk.plan(draft.plan()));
                yield show(page, UNPROCESSABLE, draft, form.withProblems(refused.why()), List.of(), false);
            }
        };
    }

    @PostMapping("/plan/drafts/{id}/send")
    Object sendUnchanged(Page page, @PathVariable String id, @RequestParam int revision) {
        return send(page, desk.writable(id).id(), revision);
    }

    @PostMapping("/plan/drafts/{id}/newest")
    Object goOnFromNewest(Page page, @PathVariable String id, @RequestParam int revision) {
        return answer(page, id, drafts.goOnFromNewest(desk.writable(id).id(), revision, Writer.acting()));
    }

    private Object answer(Page page, String id, DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Kept _, DraftOutcome.Stale _ -> Desk.seeOther(page, "/plan/drafts/" + id);
            case DraftOutcome.Refused refused -> {
                var draft = desk.draft(id);
                var form = DraftForm.of(draft.content(), desk.plan(draft.plan()));
                yield show(page, UNPROCESSABLE, draft, form.withProblems(refused.faults()), List.of(), false);
            }
        };
    }

    @PostMapping("/plan/drafts/{id}/discard")
    Object discard(Page page, @PathVariable String id, @RequestParam int revision) {
        var draft = desk.writable(id);
        var address = "/plan/work/" + draft.plan() + "/" + draft.edition();
        return Desk.seeOther(page, drafts.discard(id, revision) ? address : "/plan/drafts/" + id);
    }
}
