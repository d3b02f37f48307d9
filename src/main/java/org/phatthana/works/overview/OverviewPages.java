package org.phatthana.works.overview;

import java.util.HashMap;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.web.Page;
import org.phatthana.works.WorkList;
import org.phatthana.works.Works;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// One page that an executive reads on a phone: what is late, over, unspent, unowned, or waits for a signature.
@Controller
class OverviewPages {

    private final Overview overview;
    private final WorkList list;
    private final Works works;

    OverviewPages(Overview overview, WorkList list, Works works) {
        this.overview = overview;
        this.list = list;
        this.works = works;
    }

    @GetMapping("/overview")
    View overview(Page page, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String by) {
        var years = overview.years();
        var wanted = year(year)
                .orElseGet(() -> years.stream()
                        .filter(each -> each.compareTo(FiscalYear.containing(list.today())) <= 0)
                        .findFirst()
                        .orElseGet(() -> FiscalYear.containing(list.today())));
        var model = new HashMap<String, Object>();
        model.put("whole", overview.of(wanted, By.of(by)));
        model.put("years", years);
        return page.show("works/overview", model);
    }

    /// The lines of the books behind what is unspent, in all or of one group.
    @GetMapping("/overview/lines")
    View lines(
            Page page,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String of) {
        var wanted = year(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var lines = overview.paying(wanted, By.of(by)).stream()
                .filter(line -> of.isEmpty() || line.keys().contains(of))
                .filter(line -> !line.unspent().isZero())
                .sorted((a, b) -> b.unspent().compareTo(a.unspent()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("year", wanted);
        model.put("by", By.of(by));
        model.put("of", of);
        model.put("name", of.isEmpty() ? Optional.empty() : overview.name(By.of(by), of));
        model.put("lines", lines);
        model.put("works", works);
        return page.show("works/overview-lines", model);
    }

    private static Optional<FiscalYear> year(String text) {
        return text.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(text))
                ? Optional.of(new FiscalYear(Integer.parseInt(text)))
                : Optional.empty();
    }
}
