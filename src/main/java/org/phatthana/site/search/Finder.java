package org.phatthana.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Ordinances;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.Standing;
import org.phatthana.proof.PublicLog;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Finds whatever the rooms hold. Its index is made anew when it is asked after public facts have changed.
@Component
public class Finder {

    private static final List<String> PAGES = List.of("goals", "plan", "budget", "places", "proof", "about");

    private static final int MOST_PROJECTS = 20_000;

    private record Made(long version, SearchIndex index) {}

    private final Strategy strategy;
    private final Places places;
    private final Ordinances ordinances;
    private final Plans plans;
    private final PublicLog log;
    private final Texts texts;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made made;

    Finder(Strategy strategy, Places places, Ordinances ordinances, Plans plans, PublicLog log, Texts texts) {
        this.plans = plans;
        this.strategy = strategy;
        this.places = places;
        this.ordinances = ordinances;
        this.log = log;
        this.texts = texts;
    }

    /// What a text finds, best first.
    public List<Entry> find(String text, int limit) {
        return index().find(text, limit);
    }

    private SearchIndex index() {
        var version = log.version();
        var known = made;
        if (known != null && known.version == version) {
            return known.index;
        }
        making.lock();
        try {
            known = made;
            if (known == null || known.version != version) {
                known = new Made(version, new SearchIndex(entries()));
                made = known;
            }
            return known.index;
        } finally {
            making.unlock();
        }
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        places.amphoe().forEach(amphoe -> entries.add(place(amphoe)));
        places.tambon().forEach(tambon -> entries.add(place(tambon)));
        for (var name : PAGES) {
            entries.add(new Entry(
                    Entry.Kind.PAGE, "/" + name, both("site.nav." + name), both("site.find.page"), "", "", false));
        }
        for (var mission : strategy.missions()) {
            entries.add(new Entry(
                    Entry.Kind.GOAL,
                    "/missions/" + mission.id(),
                    mission.name(),
                    mission.text(),
                    "",
                    mission.id(),
                    false));
        }
        for (var goal : strategy.goals()) {
            entries.add(
                    new Entry(Entry.Kind.GOAL, "/goals/" + goal.id(), goal.name(), goal.text(), "", goal.id(), false));
        }
        ordinances.years().forEach(year -> addBudget(year, entries));
        plans.shown().ifPresent(plan -> addProjects(plan.standing(), entries));
        return entries;
    }

    private void addBudget(FiscalYear year, List<Entry> entries) {
        var ordinance = ordinances.of(year).orElseThrow().ordinance();
        var detail = both("site.find.budget", year);
        for (var programme : ordinance.programmes()) {
            var name = strategy.classification()
                    .programme(programme.name())
                    .map(known -> known.name())
                    .orElseGet(() -> Localized.thai(programme.name()));
            entries.add(new Entry(Entry.Kind.BUDGET, "/budget/" + year, name, detail, year.toString(), "", false));
        }
        ordinance.lines().stream()
                .map(line -> line.task())
                .distinct()
                .forEach(task -> entries.add(new Entry(
                        Entry.Kind.BUDGET,
                        "/budget/" + year,
                        Localized.thai(task),
                        detail,
                        year.toString(),
                        "",
                        false)));
    }

    private void addProjects(Standing plan, List<Entry> entries) {
        for (var project : plans.projects(ProjectQuery.all(plan), 0, MOST_PROJECTS)) {
            entries.add(new Entry(
                    Entry.Kind.PROJECT,
                    "/projects/" + project.id(),
                    project.name(),
                    Localized.thai(project.department()),
                    String.join(" ", project.target().texts().values()) + " " + project.programme(),
                    "",
                    project.sample()));
        }
    }

    private Entry place(Place place) {
        var isAmphoe = place.level() == PlaceCode.Level.AMPHOE;
        var above = place.code().parent().flatMap(places::find).orElseThrow();
        return new Entry(
                Entry.Kind.PLACE,
                "/places/" + place.code(),
                place.name(),
                above.title(),
                String.join(" ", place.title().texts().values()) + (isAmphoe ? " อ." : " ต.")
                        + place.name().thai() + " "
                        + String.join(" ", above.name().texts().values()),
                place.code().code(),
                false);
    }

    private Localized both(String key, Object... arguments) {
        var found = new TreeMap<String, String>();
        texts.languages().forEach(language -> found.put(language.code(), texts.text(language, key, arguments)));
        return new Localized(found);
    }
}
