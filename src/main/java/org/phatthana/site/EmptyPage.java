package org.phatthana.site;

import java.util.Map;
import org.phatthana.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What `benchmarks/pages` measures real pages against: a page that goes the same way through filters, controller
/// and template, and has nothing in it. It exists only while that benchmark runs.
@Controller
@ConditionalOnBooleanProperty("phatthana.benchmark")
class EmptyPage {

    @GetMapping("/benchmark/empty")
    View empty(Page page) {
        return page.show("site/empty", Map.of());
    }
}
