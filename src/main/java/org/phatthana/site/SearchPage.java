package org.phatthana.site;

import java.util.Map;
import org.phatthana.site.search.Finder;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Finds places, projects, budget lines and pages.
@Controller
class SearchPage {

    private static final int MAX_RESULTS = 40;

    private final Finder finder;

    SearchPage(Finder finder) {
        this.finder = finder;
    }

    @GetMapping("/search")
    View search(Page page, @RequestParam(defaultValue = "") String q) {
        return page.show("site/search", Map.of("query", q.strip(), "results", finder.find(q, MAX_RESULTS)));
    }
}
