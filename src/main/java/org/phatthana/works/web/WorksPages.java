package org.phatthana.works.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.phatthana.budget.Ledger;
import org.phatthana.exchange.Downloads;
import org.phatthana.files.KeptFile;
import org.phatthana.files.KeptFiles;
import org.phatthana.people.Acting;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.people.Role;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.plan.Plans;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.web.Page;
import org.phatthana.works.Fact;
import org.phatthana.works.Step;
import org.phatthana.works.Told;
import org.phatthana.works.Work;
import org.phatthana.works.WorkList;
import org.phatthana.works.WorkQuery;
import org.phatthana.works.Works;
import org.phatthana.works.WorksPack;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Works as everyone reads them: the list with its filters, and everything that is known of each.
@Controller
public class WorksPages {

    static final int PAGE_SIZE = 50;

    private final Works works;
    private final WorkList list;
    private final WorksPack pack;
    private final Plans plans;
    private final Ledger ledger;
    private final Places places;
    private final Strategy strategy;
    private final KeptFiles files;
    private final Directory directory;
    private final WorksTable table;
    private final Downloads downloads;

    WorksPages(
            Works works,
            WorkList list,
            WorksPack pack,
            Plans plans,
            Ledger ledger,
            Places places,
            Strategy strategy,
            KeptFiles files,
            Directory directory,
            WorksTable table,
            Downloads downloads) {
        this.works = works;
        this.list = list;
        this.pack = pack;
        this.plans = plans;
        this.ledger = ledger;
        this.places = places;
        this.strategy = strategy;
        this.files = files;
        this.directory = directory;
        this.table = table;
        this.downloads = downloads;
    }

    /// A fact as it is listed, with what was handed in for it.
    public record Shown(
            Told<?> told, Optional<Told<Fact.Undone>> undone, List<KeptFile> photographs, List<KeptFile> papers) {}

    /// What can be chosen in the filters: what some works have.
    public record Choices(List<FiscalYear> years, List<String> departments, List<Place> amphoe) {}

    @GetMapping("/works")
    View works(Page page, @RequestParam Map<String, String> parameters) {
        var filters = Filters.of(parameters);
        var found = list.find(filters.query());
        var pages = Math.max(1, Math.ceilDiv(found.size(), PAGE_SIZE));
        var number = Math.min(filters.number(), pages);
        var model = new HashMap<String, Object>();
        model.put("filters", filters);
        model.put("sums", Sums.of(found));
        model.put(
                "works",
                found.stream().skip((number - 1L) * PAGE_SIZE).limit(PAGE_SIZE).toList());
        model.put("number", number);
        model.put("pages", pages);
        model.put("today", list.today());
        if (page.isFragment()) {
            return page.show("works/results", model);
        }
        var all = list.find(WorkQuery.ALL);
        model.put("all", Sums.of(all));
        model.put("late", all.stream().filter(work -> work.isLate(list.today())).count());
        model.put("choices", choices(all));
        model.put("strategy", strategy);
        model.put("mayOpen", mayTell(Step.OFFERS));
        return page.show("works/list", model);
    }

    private Choices choices(List<Work> all) {
        var amphoe =
                all.stream().flatMap(work -> work.amphoe().stream()).distinct().toList();
        return new Choices(
                all.stream().map(Work::year).distinct().sorted().toList(),
                all.stream()
                        .map(work -> work.opened().department())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                places.amphoe().stream()
                        .filter(place -> amphoe.contains(place.code()))
                        .toList());
    }

    @GetMapping("/works.{format:csv|xlsx}")
    View download(Page page, @PathVariable String format, @RequestParam Map<String, String> parameters) {
        return downloads.of(format, table.of(list.find(Filters.of(parameters).query())), page.language());
    }

    @GetMapping("/works/{id}")
    View work(Page page, @PathVariable String id) {
        var work = works.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var reader = Acting.current();
        var model = new HashMap<String, Object>();
        model.put("work", work);
        model.put("project", plans.project(work.opened().project()));
        model.put("mission", list.mission(work));
        model.put("line", ledger.line(work.line()));
        model.put("method", pack.method(work.opened().method()));
        model.put("curve", Curve.of(work, list.today()));
        model.put("today", list.today());
        model.put(
                "places",
                work.opened().places().stream()
                        .flatMap(code -> places.find(code).stream())
                        .toList());
        model.put(
                "story",
                work.told().reversed().stream()
                        .map(told -> shown(work, told, reader))
                        .toList());
        model.put("photographs", photographs(work, reader));
        model.put("papers", papers(work, reader));
        model.put("steps", work.next().stream().filter(WorksPages::mayTell).toList());
        model.put("owner", owner(work, reader));
        model.put("owned", !list.owners(List.of(work)).isEmpty());
        return page.show("works/work", model);
    }

    /// The name of who looks after works, for the staff alone.
    private Optional<String> owner(Work work, Optional<Acting> reader) {
        return reader.filter(who -> who.roles().stream().anyMatch(Role::isOfStaff))
                .flatMap(_ -> work.owner())
                .flatMap(directory::find)
                .filter(Person::enabled)
                .map(Person::displayName);
    }

    private Shown shown(Work work, Told<?> told, Optional<Acting> reader) {
        var kept = files.findFor(reader, told.files());
        return new Shown(
                told,
                work.undoing(told.number()),
                kept.stream().filter(file -> file.photograph().isPresent()).toList(),
                kept.stream().filter(file -> file.photograph().isEmpty()).toList());
    }

    private List<KeptFile> photographs(Work work, Optional<Acting> reader) {
        return kept(work, reader).filter(file -> file.photograph().isPresent()).toList();
    }

    private List<KeptFile> papers(Work work, Optional<Acting> reader) {
        return kept(work, reader).filter(file -> file.photograph().isEmpty()).toList();
    }

    /// What was handed in for facts that count, the newest first.
    private Stream<KeptFile> kept(Work work, Optional<Acting> reader) {
        var kept = new ArrayList<String>();
        work.valid().reversed().forEach(told -> kept.addAll(told.files()));
        return files.findFor(reader, kept).stream();
    }

    static boolean mayTell(Step step) {
        return Acting.current().stream().flatMap(who -> who.roles().stream()).anyMatch(step.roles()::contains);
    }
}
