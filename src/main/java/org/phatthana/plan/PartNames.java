package org.phatthana.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// What the parts of a plan are called, and in which order they stand.
@Component
public class PartNames {

    private final Strategy strategy;
    private final Places places;
    private final Texts texts;

    PartNames(Strategy strategy, Places places, Texts texts) {
        this.strategy = strategy;
        this.places = places;
        this.texts = texts;
    }

    /// What a part is called.
    public Localized of(Breakdowns.By by, String key) {
        return switch (by) {
            case MISSION ->
                strategy.mission(key)
                        .map(mission -> numbered(key, mission.name()))
                        .orElseGet(() -> words("plan.compare.no-mission"));
            case GOAL ->
                strategy.goal(key).map(goal -> numbered(key, goal.name())).orElseGet(() -> Localized.thai(key));
            case PROGRAMME ->
                key.isEmpty()
                        ? words("plan.no-programme")
                        : programmes().stream()
                                .filter(programme -> programme.id().equals(key))
                                .findFirst()
                                .map(Classification.Programme::name)
                                .orElseGet(() -> Localized.thai(bare(key)));
            case AMPHOE -> amphoe(key);
            case YEAR -> words("plan.compare.year", new FiscalYear(Integer.parseInt(key)));
        };
    }

    /// A programme without the word for programme before it.
    public static String bare(String programme) {
        return programme.replaceFirst("^แผนงาน\\s*", "");
    }

    /// What the sum of all parts is called.
    public Localized total() {
        return words("plan.summary.grand-total");
    }

    /// Where a part stands among the others.
    public int place(Breakdowns.By by, String key) {
        var order = switch (by) {
            case MISSION ->
                strategy.missions().stream().map(mission -> mission.id()).toList();
            case GOAL -> strategy.goals().stream().map(goal -> goal.id()).toList();
            case PROGRAMME ->
                programmes().stream().map(Classification.Programme::id).toList();
            case AMPHOE ->
                places.amphoe().stream().map(amphoe -> amphoe.code().code()).toList();
            case YEAR -> List.<String>of();
        };
        var place = order.indexOf(key);
        return place < 0 ? order.size() : place;
    }

    private List<Classification.Programme> programmes() {
        var programmes = new ArrayList<Classification.Programme>();
        strategy.classification().areas().forEach(area -> programmes.addAll(area.programmes()));
        return programmes;
    }

    private Localized amphoe(String key) {
        return switch (key) {
            case Breakdowns.NOWHERE -> words("plan.compare.nowhere");
            case Breakdowns.SEVERAL -> words("plan.compare.several");
            default ->
                PlaceCode.parse(key).flatMap(places::find).map(Place::title).orElseGet(() -> Localized.thai(key));
        };
    }

    private static Localized numbered(String id, Localized name) {
        var numbered = new TreeMap<String, String>();
        name.texts().forEach((language, text) -> numbered.put(language, id + " " + text));
        return new Localized(numbered);
    }

    private Localized words(String key, Object... arguments) {
        var found = new TreeMap<String, String>();
        texts.languages().forEach(language -> found.put(language.code(), texts.text(language, key, arguments)));
        return new Localized(found);
    }
}
