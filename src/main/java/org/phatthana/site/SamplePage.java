package org.phatthana.site;

import java.util.Map;
import org.phatthana.budget.SampleBooks;
import org.phatthana.people.Role;
import org.phatthana.plan.SamplePlan;
import org.phatthana.results.Evaluations;
import org.phatthana.web.Page;
import org.phatthana.works.SampleWorks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What is sample data, and the one act that removes all of it: "start for real".
@Controller
class SamplePage {

    private final SamplePlan samplePlan;
    private final SampleBooks sampleBooks;
    private final SampleWorks sampleWorks;
    private final Evaluations evaluations;

    SamplePage(SamplePlan samplePlan, SampleBooks sampleBooks, SampleWorks sampleWorks, Evaluations evaluations) {
        this.samplePlan = samplePlan;
        this.sampleBooks = sampleBooks;
        this.sampleWorks = sampleWorks;
        this.evaluations = evaluations;
    }

    @GetMapping("/sample")
    View sample(Page page) {
        return page.show("site/sample", Map.of("loaded", samplePlan.isLoaded()));
    }

    @PostMapping("/sample/removal")
    View remove(Page page) {
        evaluations.removeSamples();
        sampleWorks.remove(Role.ADMINISTRATOR.code());
        sampleBooks.remove(Role.ADMINISTRATOR.code());
        samplePlan.remove(Role.ADMINISTRATOR.code());
        return new RedirectView(page.href("/sample"));
    }
}
