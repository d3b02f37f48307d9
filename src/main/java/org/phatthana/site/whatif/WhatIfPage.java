package org.phatthana.site.whatif;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.budget.Names;
import org.phatthana.exchange.Downloads;
import org.phatthana.places.Places;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The sandbox: anyone moves money of a year's budget in thought and sees which projects, goals and lines would
/// change. All of it stands in the address; nothing is stored.
@Controller
class WhatIfPage {

    private static final int MOST_CHOICES = 300;
    private static final int UNPROCESSABLE = 422;

    private final Grounds grounds;
    private final Names names;
    private final Strategy strategy;
    private final Places places;
    private final WhatIfTable table;
    private final Downloads downloads;

    WhatIfPage(Grounds grounds, Names names, Strategy strategy, Places places, WhatIfTable table, Downloads downloads) {
        this.grounds = grounds;
        this.names = names;
        this.strategy = strategy;
        this.places = places;
        this.table = table;
        this.downloads = downloads;
    }

    @GetMapping("/budget/{year:\\d{4}}/what-if")
    View whatIf(Page page, @PathVariable int year, @RequestParam MultiValueMap<String, String> parameters) {
        var asked = asked(year, parameters);
        var ground = grounds.of(asked.year(), asked.ends());
        if (ground.isEmpty()) {
            return page.show(404, "site/what-if-none", Map.of("year", asked.year()));
        }
        var consequences = Consequences.of(ground.get(), asked.moves());
        if (!asked.asks()) {
            return show(page, 200, asked, ground.get(), consequences, Map.of());
        }
        return switch (asked.typed(ground.get(), consequences)) {
            case WhatIf.Typed.Sound(var move) -> page.redirect(asked.with(move) + "#consequences");
            case WhatIf.Typed.Faulty(var faults) ->
                show(page, UNPROCESSABLE, asked, ground.get(), consequences, faults);
        };
    }

    @GetMapping("/budget/{year:\\d{4}}/what-if.{format:csv|xlsx}")
    View download(
            Page page,
            @PathVariable int year,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters) {
        var asked = asked(year, parameters);
        var ground = grounds.of(asked.year(), asked.ends()).orElseThrow(WhatIfPage::notFound);
        return downloads.of(format, table.of(ground, Consequences.of(ground, asked.moves())), page.language());
    }

    private static WhatIf asked(int year, MultiValueMap<String, String> parameters) {
        if (!FiscalYear.isValid(year)) {
            throw notFound();
        }
        return WhatIf.of(new FiscalYear(year), parameters);
    }

    private View show(
            Page page, int status, WhatIf asked, Ground ground, Consequences consequences, Map<String, ?> faults) {
        var funded = ground.lines().values().stream().map(BudgetedLine::project).toList();
        var wanted = grounds.wanted(asked.year(), asked.find(), MOST_CHOICES).stream()
                .filter(project -> !funded.contains(project.id()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("asked", asked);
        model.put("ground", ground);
        model.put("consequences", consequences);
        model.put("faults", faults);
        model.put("choices", choices(ground, asked));
        model.put("wanted", wanted);
        model.put("names", names);
        model.put("strategy", strategy);
        model.put("places", places);
        return page.show(status, "site/what-if", model);
    }

    /// The lines that a reader chooses from, by programme: those that were looked for, and those that are chosen.
    private static Map<String, List<BudgetedLine>> choices(Ground ground, WhatIf asked) {
        var words = Stream.of(asked.find().split("\\s+"))
                .map(ProjectQuery::normal)
                .filter(word -> !word.isEmpty())
                .toList();
        var found = ground.lines().values().stream()
                .filter(line -> {
                    var text = ProjectQuery.normal(
                            String.join(" ", line.programme(), line.task(), line.type(), line.item()));
                    return words.stream().allMatch(text::contains);
                })
                .limit(MOST_CHOICES)
                .toList();
        var chosen = ground.lines().values().stream()
                .filter(line -> !found.contains(line))
                .filter(line -> line.id().equals(asked.from()) || line.id().equals(asked.to()));
        return Stream.concat(found.stream(), chosen)
                .collect(Collectors.groupingBy(BudgetedLine::programme, LinkedHashMap::new, Collectors.toList()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
