package org.phatthana.approvals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.phatthana.approvals.kept.Catalogue;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells that a matter has moved, in the transaction of the act: the owning room, and, where the matter is public,
/// everyone through the public log. What is public names bodies, roles and numbers of votes; never a person, nor a
/// reason, which may speak of one.
@Component
class Announcements {

    private final Catalogue catalogue;
    private final PublicLog log;
    private final Texts texts;
    private final ApplicationEventPublisher events;

    Announcements(Catalogue catalogue, PublicLog log, Texts texts, ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.log = log;
        this.texts = texts;
        this.events = events;
    }

    void opened(Matter matter, Act act) {
        publish("matter-opened", matter, matter, act);
        tell(matter, act);
    }

    /// @param act the one that moved it
    void moved(Matter before, Matter after, Act act) {
        var what = switch (after.state()) {
            case OPEN -> act.kind() == Act.Kind.SUBMIT ? "matter-submitted-again" : "step-passed";
            case RETURNED -> "matter-returned";
            case APPROVED -> "matter-approved";
            case REJECTED -> "matter-rejected";
            case WITHDRAWN -> "matter-withdrawn";
        };
        publish(what, before, after, act);
        tell(after, act);
    }

    private void tell(Matter matter, Act act) {
        events.publishEvent(new MatterMoved(
                matter.id(),
                matter.kind(),
                matter.subject(),
                matter.state(),
                matter.step().id(),
                act.at(),
                act.capacity(),
                matter.sample()));
    }

    private void publish(String what, Matter before, Matter after, Act act) {
        if (!after.isPublic()) {
            return;
        }
        var content = new LinkedHashMap<String, Object>();
        content.put("matter", after.id().toString());
        content.put("matterKind", after.kind());
        content.put("title", after.title().sorted());
        content.put("route", after.route().id());
        content.put("routeVersion", after.route().version());
        content.put("step", before.step().id());
        content.put("date", Thailand.date(act.at()).toString());
        content.put("state", after.state().code());
        if (!act.body().isEmpty()) {
            content.put("body", act.body());
        }
        var count = act.count();
        if (count != null) {
            content.put(
                    "votes",
                    Map.of(
                            "approving", count.approving(),
                            "returning", count.returning(),
                            "rejecting", count.rejecting(),
                            "members", count.members()));
        }
        log.append(new PublicAct(
                "approvals." + what,
                after.address(),
                act.capacity(),
                summary(what, before, after, act),
                content,
                after.sample()));
    }

    private Localized summary(String what, Matter before, Matter after, Act act) {
        var done = Message.of(
                "approvals.act." + what,
                after.title(),
                before.step().name(),
                who(act),
                what.equals("matter-rejected") && before.step().rejection() != null
                        ? before.step().rejection()
                        : Localized.thai(""));
        var count = act.count();
        var whole = count == null
                ? done
                : Message.of("approvals.act.with-votes", done, count.approving(), count.cast(), count.members());
        return texts.everywhere(whole);
    }

    /// In which capacity, in words.
    private Object who(Act act) {
        var body = catalogue.bodiesById().get(act.body());
        return body == null ? Message.of("people.capacity." + act.capacity()) : body.name();
    }
}
