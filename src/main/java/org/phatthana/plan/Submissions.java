package org.phatthana.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.MatterMoved;
import org.phatthana.approvals.NewMatter;
import org.phatthana.approvals.Objection;
import org.phatthana.approvals.Outcome;
import org.phatthana.people.Acting;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends drafts and editions along the routes of the pack, and does what is decided there.
///
/// A draft goes along `plan-project`. When all drafts of an edition are decided, the edition goes along the route
/// of its type, whose end puts it into force.
@Component
public class Submissions {

    /// The kinds of matters that the plan hands in.
    public static final String PROJECT = "plan.project";

    public static final String EDITION = "plan.edition";

    private static final String PROJECT_ROUTE = "plan-project";

    private final Approvals approvals;
    private final Plans plans;
    private final Editions editions;
    private final Drafts drafts;
    private final Announcements announcements;

    Submissions(Approvals approvals, Plans plans, Editions editions, Drafts drafts, Announcements announcements) {
        this.approvals = approvals;
        this.plans = plans;
        this.editions = editions;
        this.drafts = drafts;
        this.announcements = announcements;
    }

    /// What came of sending something on.
    public sealed interface Sent {

        record Done() implements Sent {}

        /// @param why what is lacking, by field; `draft` for the whole
        record Refused(Map<String, Message> why) implements Sent {}
    }

    /// The word by which approvals know an edition.
    public static String subject(Edition edition) {
        return edition.plan() + "/" + edition.number();
    }

    /// Where the work on an edition is done.
    public static String workOn(Edition edition) {
        return "/plan/work/" + edition.plan() + "/" + edition.number();
    }

    /// Sends a draft to be checked, or again after it was returned.
    ///
    /// @param seen the revision that its sender has read
    @Transactional
    public Sent sendDraft(String id, int seen, Acting who) {
        var found = drafts.lock(id);
        if (found.isEmpty() || found.get().revision() != seen) {
            return refused("plan.draft.refused.changed");
        }
        var draft = found.get();
        var edition = editions.lock(draft.plan(), draft.edition()).orElseThrow();
        if (!draft.state().isOpen() || edition.state() != Edition.State.OPEN) {
            return refused("plan.draft.refused.sent");
        }
        var lacking = drafts.lacking(draft);
        if (!lacking.isEmpty()) {
            return new Sent.Refused(lacking);
        }
        return answer(approvals.handIn(matter(draft), who));
    }

    /// Hands a draft in for the first time.
    void handIn(Draft draft) {
        approvals.open(matter(draft));
    }

    private NewMatter matter(Draft draft) {
        return new NewMatter(
                PROJECT,
                draft.id(),
                draft.content().name(),
                "/plan/drafts/" + draft.id(),
                PROJECT_ROUTE,
                drafts.writers(draft.id()),
                false,
                draft.sample());
    }

    /// Sends an edition to those who approve it.
    @Transactional
    public Sent sendEdition(String plan, int number, Acting who) {
        var edition = editions.lock(plan, number).orElseThrow();
        if (edition.state() != Edition.State.OPEN) {
            return refused("plan.draft.refused.edition-closed");
        }
        var objections = announcements.objections(plan, number);
        if (!objections.isEmpty()) {
            return new Sent.Refused(Map.of("draft", objections.getFirst()));
        }
        var overview = plans.known(plan).orElseThrow();
        var years = Localized.of(
                overview.first() + "–" + overview.last(),
                overview.first().commonEra() + "–" + overview.last().commonEra());
        var matter = new NewMatter(
                EDITION,
                subject(edition),
                Localized.of(
                        "แผนพัฒนา " + years.thai() + " " + edition.title().thai(),
                        "Development plan " + years.in(Language.ENGLISH) + ", "
                                + edition.title().in(Language.ENGLISH)),
                workOn(edition),
                "plan-edition-" + edition.type().code(),
                Set.of(),
                true,
                edition.sample());
        return answer(approvals.handIn(matter, who));
    }

    private static Sent answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> new Sent.Done();
            case Outcome.Refused(var why) -> new Sent.Refused(Map.of("draft", why));
        };
    }

    private static Sent refused(String key) {
        return new Sent.Refused(Map.of("draft", Message.of(key)));
    }

    @EventListener
    void moved(MatterMoved moved) {
        if (moved.kind().equals(PROJECT)) {
            drafts.move(moved.subject(), draftState(moved));
        } else if (moved.kind().equals(EDITION)) {
            var parts = moved.subject().split("/");
            var edition = editions.lock(parts[0], Integer.parseInt(parts[1])).orElseThrow();
            moved(edition, moved);
        }
    }

    private Draft.State draftState(MatterMoved moved) {
        return switch (moved.state()) {
            case OPEN -> isFirstStep(moved) ? Draft.State.WAITING_CHECK : Draft.State.WAITING_APPROVAL;
            case RETURNED -> Draft.State.RETURNED;
            case APPROVED -> Draft.State.APPROVED;
            case REJECTED -> Draft.State.REJECTED;
            case WITHDRAWN -> Draft.State.DRAFT;
        };
    }

    private boolean isFirstStep(MatterMoved moved) {
        return approvals
                .find(moved.matter())
                .orElseThrow()
                .route()
                .steps()
                .getFirst()
                .id()
                .equals(moved.step());
    }

    private void moved(Edition edition, MatterMoved moved) {
        switch (moved.state()) {
            case OPEN -> editions.move(edition, Edition.State.SUBMITTED);
            case RETURNED, WITHDRAWN -> editions.move(edition, Edition.State.OPEN);
            case REJECTED -> editions.move(edition, Edition.State.WITHDRAWN);
            case APPROVED -> {
                var objections = announcements.announce(edition.plan(), edition.number(), moved.capacity());
                if (!objections.isEmpty()) {
                    throw new Objection(objections.getFirst());
                }
            }
        }
    }

    /// How many drafts of an edition stand where.
    public static Map<Draft.State, Long> count(List<Draft> drafts) {
        return drafts.stream().collect(Collectors.groupingBy(Draft::state, Collectors.counting()));
    }
}
