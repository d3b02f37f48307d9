package org.phatthana.registers.declared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.registers.Series;
import org.phatthana.registers.Unit;
import org.phatthana.values.PlaceCode;
import tools.jackson.databind.JsonNode;

/// Reads the declaration of a series whose shape has been checked, and finds what a schema cannot see.
final class SeriesReading {

    private static final Set<String> LEVELS = Stream.of(PlaceCode.Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Unit> units;
    private final Predicate<String> isGoal;
    private final Predicate<String> isRegister;

    SeriesReading(Map<String, Unit> units, Predicate<String> isGoal, Predicate<String> isRegister) {
        this.units = units;
        this.isGoal = isGoal;
        this.isRegister = isRegister;
    }

    List<String> faults(JsonNode node) {
        var faults = new ArrayList<String>();
        var code = Nodes.text(node, "code");
        if (isRegister.test(code)) {
            faults.add("code: a register is called «%s»".formatted(code));
        }
        var of = Nodes.text(node, "of");
        if (!LEVELS.contains(of) && !isRegister.test(of)) {
            faults.add("of: «%s» is neither a level of places nor a register".formatted(of));
        }
        var unit = Nodes.text(node, "unit");
        if (!unit.isEmpty() && !units.containsKey(unit)) {
            faults.add("unit: there is no unit «%s»".formatted(unit));
        }
        var least = Nodes.number(node, "least");
        var most = Nodes.number(node, "most");
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            faults.add("least: is more than `most`");
        }
        var methods = new HashSet<String>();
        for (var i = 0; i < node.path("methods").size(); i++) {
            var method = Nodes.text(node.path("methods").get(i), "code");
            if (!methods.add(method)) {
                faults.add("methods[%d].code: the method «%s» stands there twice".formatted(i, method));
            }
        }
        var goals = Nodes.texts(node, "goals");
        for (var i = 0; i < goals.size(); i++) {
            if (!isGoal.test(goals.get(i))) {
                faults.add("goals[%d]: the strategy has no goal «%s»".formatted(i, goals.get(i)));
            }
        }
        return faults;
    }

    Series read(JsonNode node) {
        var methods = new ArrayList<Series.Method>();
        node.path("methods")
                .forEach(method ->
                        methods.add(new Series.Method(Nodes.text(method, "code"), Nodes.localized(method, "title"))));
        var of = Nodes.text(node, "of");
        return new Series(
                Nodes.text(node, "code"),
                Nodes.localized(node, "title"),
                Nodes.localized(node, "description"),
                Optional.ofNullable(units.get(Nodes.text(node, "unit"))),
                node.path("decimals").asInt(0),
                LEVELS.contains(of)
                        ? new Series.OfPlaces(PlaceCode.Level.valueOf(of.toUpperCase(Locale.ROOT)))
                        : new Series.OfEntries(of),
                Series.Every.valueOf(Nodes.text(node, "every").toUpperCase(Locale.ROOT)),
                Series.Kind.valueOf(Nodes.text(node, "kind").toUpperCase(Locale.ROOT)),
                Nodes.number(node, "least"),
                Nodes.number(node, "most"),
                Nodes.number(node, "jump"),
                methods,
                Nodes.localized(node, "source"),
                Nodes.localized(node, "keeper"),
                Nodes.texts(node, "goals"),
                node.path("ofPeople").asBoolean(false),
                Nodes.maybe(node, "vocabulary"),
                node.path("toVerify").asBoolean(false));
    }
}
