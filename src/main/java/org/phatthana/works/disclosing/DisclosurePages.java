package org.phatthana.works.disclosing;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.phatthana.exchange.Download;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.FiscalYear;
import org.phatthana.web.Page;
import org.phatthana.works.Work;
import org.phatthana.works.WorkList;
import org.phatthana.works.WorksPack;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The disclosures that the law wants, always current: on the page, as a workbook and on paper.
@Controller
class DisclosurePages {

    private static final String MONTH = "/works/disclosure/{month}";
    private static final List<String> FORMATS = List.of("pdf", "xlsx");
    private static final String REGISTER = "/works/disclosure/register/{year}";

    private final Disclosures disclosures;
    private final Papers papers;
    private final WorksPack pack;
    private final WorkList list;

    DisclosurePages(Disclosures disclosures, Papers papers, WorksPack pack, WorkList list) {
        this.disclosures = disclosures;
        this.papers = papers;
        this.pack = pack;
        this.list = list;
    }

    @GetMapping("/works/disclosure")
    View months(Page page) {
        return page.show("works/disclosure", Map.of("months", disclosures.months(), "years", years(), "pack", pack));
    }

    /// The years that have works, the newest first, and the current one.
    private List<FiscalYear> years() {
        return Stream.concat(
                        disclosures.disclosed().stream().map(Work::year),
                        Stream.of(FiscalYear.containing(list.today())))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @GetMapping(MONTH)
    View month(Page page, @PathVariable String month) {
        var found = find(month);
        var model = new HashMap<String, Object>();
        model.put("month", found);
        model.put("pack", pack);
        model.put("mayAnnounce", mayAnnounce() && disclosures.isOver(found.month()));
        return page.show("works/disclosure-month", model);
    }

    @GetMapping(MONTH + "/skr1.{format}")
    Download monthFile(@PathVariable String month, @PathVariable String format) {
        return papers.month(find(month), known(format));
    }

    @PostMapping(MONTH + "/announcement")
    View announce(Page page, @PathVariable String month) {
        var found = find(month);
        var who = Acting.current().orElseThrow();
        disclosures.announce(found.month(), who.id(), who.capacity(Role.OFFICER));
        return page.redirect(found.address());
    }

    @GetMapping(REGISTER)
    View register(Page page, @PathVariable String year) {
        var wanted = year(year);
        return page.show(
                "works/disclosure-register",
                Map.of("year", wanted, "rows", papers.rows(disclosures.register(wanted)), "pack", pack));
    }

    @GetMapping(REGISTER + "/register.{format}")
    Download registerFile(@PathVariable String year, @PathVariable String format) {
        var wanted = year(year);
        return papers.register(wanted, disclosures.register(wanted), known(format));
    }

    private Month find(String text) {
        try {
            var month = YearMonth.parse(text);
            if (!FiscalYear.isValid(month.getYear() + FiscalYear.OFFSET)
                    || month.isAfter(YearMonth.from(list.today()))) {
                throw notFound();
            }
            return disclosures.month(month);
        } catch (DateTimeException _) {
            throw notFound();
        }
    }

    private static FiscalYear year(String year) {
        if (!year.matches("\\d{4}") || !FiscalYear.isValid(Integer.parseInt(year))) {
            throw notFound();
        }
        return new FiscalYear(Integer.parseInt(year));
    }

    private static String known(String format) {
        if (!FORMATS.contains(format)) {
            throw notFound();
        }
        return format;
    }

    private static boolean mayAnnounce() {
        return Acting.current().filter(who -> who.has(Role.OFFICER)).isPresent();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
