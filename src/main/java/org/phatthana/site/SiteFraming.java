package org.phatthana.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.phatthana.packs.Pack;
import org.phatthana.proof.PublicLog;
import org.phatthana.web.Frame;
import org.phatthana.web.Framing;
import org.springframework.stereotype.Component;

@Component
class SiteFraming implements Framing {

    private static final List<Frame.Link> NAVIGATION = List.of(new Frame.Link("site.nav.home", "/"));

    private final Pack pack;
    private final PublicLog log;

    SiteFraming(Pack pack, PublicLog log) {
        this.pack = pack;
        this.log = log;
    }

    @Override
    public Frame frame(HttpServletRequest request) {
        return new Frame(pack.organization(), NAVIGATION, log.size(), false, null);
    }
}
