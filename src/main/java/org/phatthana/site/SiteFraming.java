package org.phatthana.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.notices.Desk;
import org.phatthana.packs.Pack;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.SamplePlan;
import org.phatthana.proof.PublicLog;
import org.phatthana.web.Frame;
import org.phatthana.web.Framing;
import org.springframework.stereotype.Component;

@Component
class SiteFraming implements Framing {

    private static final List<Frame.Link> NAVIGATION = List.of(
            new Frame.Link("site.nav.home", "/"),
            new Frame.Link("site.nav.goals", "/goals"),
            new Frame.Link("site.nav.plan", "/plan"),
            new Frame.Link("site.nav.budget", "/budget"),
            new Frame.Link("site.nav.works", "/works"),
            new Frame.Link("site.nav.places", "/places"),
            new Frame.Link("site.nav.proof", "/proof"));

    private static final List<Frame.Link> FOOTER = List.of(
            new Frame.Link("site.nav.overview", "/overview"),
            new Frame.Link("site.nav.registers", "/registers"),
            new Frame.Link("site.nav.about", "/about"),
            new Frame.Link("site.nav.duties", "/duties"),
            new Frame.Link("site.nav.sign-in", "/sign-in"));

    private final Pack pack;
    private final PublicLog log;
    private final SamplePlan samplePlan;
    private final Desk desk;
    private volatile Seen seen = new Seen(-1, false);

    private record Seen(long version, boolean hasSample) {}

    SiteFraming(Pack pack, PublicLog log, SamplePlan samplePlan, Desk desk) {
        this.desk = desk;
        this.samplePlan = samplePlan;
        this.pack = pack;
        this.log = log;
    }

    @Override
    public Frame frame(HttpServletRequest request) {
        var version = log.version();
        return new Frame(pack.organization(), NAVIGATION, FOOTER, version, hasSample(version), account());
    }

    /// Whether sample data is loaded; only a public act changes that.
    private boolean hasSample(long version) {
        var last = seen;
        if (last.version != version) {
            last = new Seen(version, samplePlan.isLoaded());
            seen = last;
        }
        return last.hasSample;
    }

    private Frame.@Nullable Account account() {
        return Acting.current()
                .map(who -> new Frame.Account(
                        who.displayName(), who.roles().stream().map(Role::code).toList(), desk.count(who)))
                .orElse(null);
    }
}
