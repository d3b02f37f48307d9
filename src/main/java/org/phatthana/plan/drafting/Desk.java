package org.phatthana.plan.drafting;

import java.net.URI;
import java.util.List;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.places.Places;
import org.phatthana.plan.Draft;
import org.phatthana.plan.Drafts;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Who works at a draft, and what they may do with it.
@Component
class Desk {

    private final Plans plans;
    private final Editions editions;
    private final Drafts drafts;
    private final Strategy strategy;
    private final Places places;

    Desk(Plans plans, Editions editions, Drafts drafts, Strategy strategy, Places places) {
        this.plans = plans;
        this.editions = editions;
        this.drafts = drafts;
        this.strategy = strategy;
        this.places = places;
    }

    static Acting acting() {
        return Acting.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    static boolean isPlanner() {
        var acting = acting();
        return acting.has(Role.PLANNER) || acting.has(Role.ADMINISTRATOR);
    }

    static boolean isDrafter() {
        return isPlanner() || acting().has(Role.OFFICER);
    }

    /// Whether the reader may change a draft now: planners any, officers those that they began.
    static boolean mayWrite(Draft draft, Edition edition) {
        return draft.state().isOpen()
                && edition.state() == Edition.State.OPEN
                && (isPlanner()
                        || (isDrafter()
                                && draft.author()
                                        .filter(author -> author.equals(acting().id()))
                                        .isPresent()));
    }

    PlanOverview plan(String id) {
        return plans.known(id).orElseThrow(Desk::notFound);
    }

    Edition edition(String plan, int number) {
        return editions.find(plan, number).orElseThrow(Desk::notFound);
    }

    Draft draft(String id) {
        return drafts.find(id).orElseThrow(Desk::notFound);
    }

    /// A draft that is the reader's to change; whether it is still open is asked when it is saved.
    Draft writable(String id) {
        var draft = draft(id);
        if (!isPlanner()
                && draft.author().filter(author -> author.equals(acting().id())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return draft;
    }

    /// The id of a goal that a form names; empty where there is no such goal.
    String goal(String id) {
        return strategy.goal(id).map(Goal::id).orElse("");
    }

    /// The place that a form names, if there is one. A project of the whole province names none.
    List<PlaceCode> places(String code) {
        return PlaceCode.parse(code)
                .filter(place -> place.level() != PlaceCode.Level.PROVINCE)
                .flatMap(places::find)
                .map(place -> List.of(place.code()))
                .orElse(List.of());
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseEntity<Void> seeOther(Page page, String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page.href(address)))
                .build();
    }
}
