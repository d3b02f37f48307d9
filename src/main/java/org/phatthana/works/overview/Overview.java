package org.phatthana.works.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.places.Places;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.phatthana.works.Concern;
import org.phatthana.works.Work;
import org.phatthana.works.WorkList;
import org.phatthana.works.WorkQuery;
import org.phatthana.works.overview.Figures.Counted;
import org.phatthana.works.overview.Figures.Paying;
import org.springframework.stereotype.Component;

/// Works out the figures of the page: of a fiscal year, in all and by group.
@Component
public class Overview {

    private static final List<Concern> CONCERNS =
            List.of(Concern.LATE, Concern.OVER, Concern.UNOWNED, Concern.UNSIGNED);

    /// How many years around this one are offered.
    private static final int YEARS_BACK = 6;

    private final WorkList works;
    private final Ledger ledger;
    private final Plans plans;
    private final Strategy strategy;
    private final Places places;

    Overview(WorkList works, Ledger ledger, Plans plans, Strategy strategy, Places places) {
        this.works = works;
        this.ledger = ledger;
        this.plans = plans;
        this.strategy = strategy;
        this.places = places;
    }

    /// The figures of one mission, department or amphoe.
    ///
    /// @param key its id, name or code; [WorkQuery#NONE] for what belongs to none
    /// @param name empty for what belongs to none
    public record Group(String key, Optional<Localized> name, Figures figures) {}

    /// The figures of a year.
    ///
    /// @param sample whether they are of sample data
    public record Whole(FiscalYear year, By by, Figures figures, List<Group> groups, boolean sample) {

        public Whole {
            groups = List.copyOf(groups);
        }
    }

    /// The years of which something is known, the newest first.
    List<FiscalYear> years() {
        var now = FiscalYear.containing(works.today());
        return Stream.concat(
                        works.find(WorkQuery.ALL).stream().map(Work::year),
                        Stream.iterate(now.plus(1), year -> year.plus(-1))
                                .limit(YEARS_BACK)
                                .filter(year -> !ledger.lines(year).isEmpty()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    Whole of(FiscalYear year, By by) {
        var counted = counted(year, by);
        var paying = paying(year, by);
        var names = names(by, counted, paying);
        var groups = names.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue(),
                        Figures.of(
                                counted.stream()
                                        .filter(each -> each.keys().contains(group.getKey()))
                                        .toList(),
                                paying.stream()
                                        .filter(each -> each.keys().contains(group.getKey()))
                                        .toList())))
                .sorted(Comparator.comparing((Group group) -> group.key().equals(WorkQuery.NONE))
                        .thenComparing(Group::key))
                .toList();
        var sample = Stream.concat(
                        counted.stream().map(each -> each.work().sample()),
                        paying.stream().map(each -> each.line().sample()))
                .anyMatch(Boolean::booleanValue);
        return new Whole(year, by, Figures.of(counted, paying), groups, sample);
    }

    private List<Counted> counted(FiscalYear year, By by) {
        var found = works.find(WorkQuery.ALL).stream()
                .filter(work -> work.year().equals(year))
                .toList();
        var owners = works.owners(found);
        return found.stream()
                .map(work -> new Counted(
                        work,
                        keys(work, by),
                        CONCERNS.stream()
                                .filter(concern -> works.has(work, concern, owners))
                                .toList()))
                .toList();
    }

    private List<String> keys(Work work, By by) {
        return switch (by) {
            case MISSION ->
                orNone(works.mission(work).stream().map(mission -> mission.id()).toList());
            case DEPARTMENT -> orNone(List.of(work.opened().department()));
            case AMPHOE -> orNone(work.amphoe().stream().map(PlaceCode::code).toList());
        };
    }

    /// The lines of a year's books with the groups in which they are counted.
    List<Paying> paying(FiscalYear year, By by) {
        var known = new HashMap<String, Optional<PlanProject>>();
        var paying = new ArrayList<Paying>();
        ledger.lines(year).forEach((line, balances) -> {
            var project = line.project().isEmpty()
                    ? Optional.<PlanProject>empty()
                    : known.computeIfAbsent(line.project(), plans::project);
            paying.add(new Paying(line, balances, keys(line, project, by)));
        });
        return paying;
    }

    private List<String> keys(BookLine line, Optional<PlanProject> project, By by) {
        return switch (by) {
            case MISSION ->
                orNone(project.stream()
                        .flatMap(each -> strategy.goal(each.goal()).stream())
                        .map(goal -> strategy.missionOf(goal).id())
                        .toList());
            case DEPARTMENT ->
                orNone(List.of(
                        line.department().isEmpty()
                                ? project.map(PlanProject::department).orElse("")
                                : line.department()));
            case AMPHOE ->
                orNone(project.stream()
                        .flatMap(each -> each.places().stream())
                        .filter(PlanProject.Where::certain)
                        .map(where -> where.place().code())
                        .filter(code -> code.length() > 2)
                        .map(code -> code.substring(0, 4))
                        .distinct()
                        .toList());
        };
    }

    private static List<String> orNone(List<String> keys) {
        var some = keys.stream().filter(key -> !key.isEmpty()).toList();
        return some.isEmpty() ? List.of(WorkQuery.NONE) : some;
    }

    private Map<String, Optional<Localized>> names(By by, List<Counted> works, List<Paying> lines) {
        var names = new HashMap<String, Optional<Localized>>();
        Stream.concat(works.stream().map(Counted::keys), lines.stream().map(Paying::keys))
                .flatMap(List::stream)
                .forEach(key -> names.computeIfAbsent(key, each -> name(by, each)));
        return names;
    }

    /// What a group is called; empty for what belongs to none.
    Optional<Localized> name(By by, String key) {
        if (key.equals(WorkQuery.NONE)) {
            return Optional.empty();
        }
        return switch (by) {
            case MISSION -> strategy.mission(key).map(mission -> mission.name());
            case DEPARTMENT -> Optional.of(Localized.thai(key));
            case AMPHOE -> PlaceCode.parse(key).flatMap(places::find).map(place -> place.name());
        };
    }
}
