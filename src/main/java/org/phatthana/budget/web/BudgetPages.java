package org.phatthana.budget.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.budget.books.OpenBooks;
import org.phatthana.budget.reading.TemplateFile;
import org.phatthana.exchange.Downloads;
import org.phatthana.packs.Pack;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The budget's pages and what can be taken away from them. Years in addresses are of the Buddhist Era.
@Controller
class BudgetPages {

    private final Ordinances ordinances;
    private final OpenBooks books;
    private final Ledger ledger;
    private final Names names;
    private final Strategy strategy;
    private final Downloads downloads;
    private final Pack pack;

    BudgetPages(
            Ordinances ordinances,
            OpenBooks books,
            Ledger ledger,
            Names names,
            Strategy strategy,
            Downloads downloads,
            Pack pack) {
        this.ordinances = ordinances;
        this.books = books;
        this.ledger = ledger;
        this.names = names;
        this.strategy = strategy;
        this.downloads = downloads;
        this.pack = pack;
    }

    @GetMapping("/budget")
    View newest(Page page) {
        return ordinances.years().stream()
                .findFirst()
                .<View>map(year -> new RedirectView(page.href("/budget/" + year)))
                .orElseGet(() -> missing(page, ""));
    }

    /// An ordinance; our own and its newest version unless asked otherwise.
    @GetMapping("/budget/{year:\\d{4}}")
    View year(
            Page page,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable Integer version) {
        var found = find(year, organization, version);
        if (found.isEmpty()) {
            return missing(page, Integer.toString(year));
        }
        var view = view(found.get());
        var parameters = new HashMap<String, Object>();
        parameters.put("view", view);
        parameters.put("comparison", comparison(found.get()));
        parameters.put("years", ordinances.years());
        parameters.put(
                "versions",
                ordinances.versions(
                        view.ordinance().body().id(), view.ordinance().year()));
        parameters.put("own", ordinances.isOwn(view.ordinance()));
        parameters.put("query", query(organization, version));
        parameters.put("spent", spent(found.get()));
        parameters.put("names", names);
        return page.show("budget/year", parameters);
    }

    @GetMapping(path = "/budget/{year:\\d{4}}/flow.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Flow flow(
            Page page,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable Integer version) {
        var stored = find(year, organization, version).orElseThrow(BudgetPages::notFound);
        return Flow.of(view(stored), spent(stored), names, page);
    }

    /// What has become of the money, if it is our own newest ordinance and the year's books are open.
    private Optional<Spent> spent(StoredOrdinance stored) {
        var year = stored.ordinance().year();
        var isNewest =
                ordinances.of(year).filter(newest -> newest.id() == stored.id()).isPresent();
        return isNewest && ordinances.isOwn(stored.ordinance())
                ? books.find(year).map(book -> new Spent(year, ledger.lines(year)))
                : Optional.empty();
    }

    @GetMapping("/budget/{year:\\d{4}}/{table:[a-z]+}.{format:csv|xlsx}")
    View download(
            Page page,
            @PathVariable int year,
            @PathVariable String table,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable Integer version) {
        var stored = find(year, organization, version).orElseThrow(BudgetPages::notFound);
        var download = new Tables(view(stored), comparison(stored), names)
                .named(table)
                .map(rows -> downloads.of(format, rows, page.language()))
                .orElseThrow(BudgetPages::notFound);
        var name = stored.ordinance().body().name().thai().replaceFirst("^อบจ\\.\\s*", "");
        return table.equals("ordinance") ? download.named(year + "_pao-" + name + "." + format) : download;
    }

    @GetMapping("/budget/template.{format:csv|xlsx}")
    View template(Page page, @PathVariable String format) {
        return downloads.of(format, TemplateFile.empty(page.language()), page.language());
    }

    private YearView view(StoredOrdinance stored) {
        var ordinance = stored.ordinance();
        var before = FiscalYear.isValid(ordinance.year().buddhistEra() - 1)
                ? ordinances
                        .of(ordinance.body().id(), ordinance.year().plus(-1))
                        .map(StoredOrdinance::ordinance)
                : Optional.<Ordinance>empty();
        return new YearView(stored, before, names, strategy);
    }

    private Comparison comparison(StoredOrdinance stored) {
        return new Comparison(ordinances.all(stored.ordinance().year()), stored, names);
    }

    private Optional<StoredOrdinance> find(int year, @Nullable String organization, @Nullable Integer version) {
        if (!FiscalYear.isValid(year)) {
            return Optional.empty();
        }
        var body = organization == null ? pack.organization().id() : organization;
        return version == null
                ? ordinances.of(body, new FiscalYear(year))
                : ordinances.versions(body, new FiscalYear(year)).stream()
                        .filter(stored -> stored.version() == version)
                        .findFirst();
    }

    private View missing(Page page, String year) {
        return page.show(404, "budget/missing", Map.of("year", year, "years", ordinances.years()));
    }

    private static String query(@Nullable String organization, @Nullable Integer version) {
        var query = org.springframework.web.util.UriComponentsBuilder.newInstance();
        if (organization != null) {
            query.queryParam("organization", organization);
        }
        if (version != null) {
            query.queryParam("version", version);
        }
        return query.encode().build().toUriString();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
