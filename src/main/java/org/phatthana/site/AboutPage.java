package org.phatthana.site;

import java.util.Map;
import org.phatthana.places.Places;
import org.phatthana.strategy.Strategy;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What this site is, where its figures come from, within which powers the organization acts, and what errors mean.
@Controller
class AboutPage {

    private final Strategy strategy;
    private final Places places;

    AboutPage(Strategy strategy, Places places) {
        this.strategy = strategy;
        this.places = places;
    }

    @GetMapping("/about")
    View about(Page page) {
        return page.show("site/about", Map.of("strategy", strategy, "sources", places.sources()));
    }
}
