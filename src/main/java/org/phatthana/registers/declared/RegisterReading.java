package org.phatthana.registers.declared;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.Register;
import org.phatthana.registers.Unit;
import tools.jackson.databind.JsonNode;

/// Reads a register whose shape has been checked, and finds what a schema cannot see.
final class RegisterReading {

    private final Map<String, Unit> units;
    private final Map<String, CodeList> lists;
    private final Predicate<String> isGoal;

    RegisterReading(Map<String, Unit> units, Map<String, CodeList> lists, Predicate<String> isGoal) {
        this.units = units;
        this.lists = lists;
        this.isGoal = isGoal;
    }

    List<String> faults(JsonNode node) {
        var faults = new ArrayList<String>();
        var codes = new HashSet<String>();
        for (var i = 0; i < node.path("fields").size(); i++) {
            var field = node.path("fields").get(i);
            var at = "fields[" + i + "]";
            if (!codes.add(Nodes.text(field, "code"))) {
                faults.add("%s.code: the field «%s» stands there twice".formatted(at, Nodes.text(field, "code")));
            }
            faultsOf(field, at, faults);
        }
        named(node, "name", faults);
        if (!node.path("key").isMissingNode()) {
            named(node, "key", faults);
        }
        if (faults.isEmpty()) {
            faults.addAll(new DependencyCheck(node, this::field).faults());
        }
        var goals = Nodes.texts(node, "goals");
        for (var i = 0; i < goals.size(); i++) {
            if (!isGoal.test(goals.get(i))) {
                faults.add("goals[%d]: the strategy has no goal «%s»".formatted(i, goals.get(i)));
            }
        }
        return faults;
    }

    private void faultsOf(JsonNode field, String at, List<String> faults) {
        var type = type(field);
        var list = Nodes.text(field, "codes");
        if (type.isCoded() && list.isEmpty()) {
            faults.add(at + ".codes: a field of codes names its list");
        } else if (!list.isEmpty() && !type.isCoded()) {
            faults.add(at + ".codes: only a field of codes has a list");
        } else if (!list.isEmpty() && !lists.containsKey(list)) {
            faults.add("%s.codes: code-lists.yaml has no list «%s»".formatted(at, list));
        }
        var unit = Nodes.text(field, "unit");
        if (!unit.isEmpty() && !type.isNumeric()) {
            faults.add(at + ".unit: only a number has a unit");
        } else if (!unit.isEmpty() && !units.containsKey(unit)) {
            faults.add("%s.unit: there is no unit «%s»".formatted(at, unit));
        }
        var pattern = Nodes.text(field, "pattern");
        if (!pattern.isEmpty() && type != FieldType.TEXT) {
            faults.add(at + ".pattern: only a text has a pattern");
        } else if (!isPattern(pattern)) {
            faults.add(at + ".pattern: is no regular expression");
        }
        var range = bound(field, "least").isPresent() || bound(field, "most").isPresent();
        if (range && !type.isNumeric() && type != FieldType.YEAR) {
            faults.add(at + ": only a number and a year have a range");
        } else if (bound(field, "least").isPresent()
                && bound(field, "most").isPresent()
                && bound(field, "least").get().compareTo(bound(field, "most").get()) > 0) {
            faults.add(at + ".least: is more than `most`");
        }
    }

    private static void named(JsonNode node, String what, List<String> faults) {
        var code = Nodes.text(node, what);
        var field = node.path("fields").values().stream()
                .filter(each -> Nodes.text(each, "code").equals(code))
                .findFirst();
        if (field.isEmpty()) {
            faults.add("%s: there is no field «%s»".formatted(what, code));
        } else if (type(field.get()) != FieldType.TEXT || privacy(field.get()) != Privacy.PUBLIC) {
            faults.add("%s: the field «%s» is no public text".formatted(what, code));
        } else if (what.equals("name") && !field.get().path("required").asBoolean(false)) {
            faults.add("%s: the field «%s» is not required".formatted(what, code));
        }
    }

    Register read(JsonNode node) {
        var fields = new ArrayList<Field>();
        node.path("fields").forEach(field -> fields.add(field(field)));
        return new Register(
                Nodes.text(node, "code"),
                Nodes.localized(node, "title"),
                Nodes.localized(node, "description"),
                GeometryKind.valueOf(word(node, "geometry")),
                fields,
                Nodes.text(node, "name"),
                Nodes.maybe(node, "key"),
                node.path("placeRequired").asBoolean(false),
                Nodes.localized(node, "keeper"),
                Nodes.localized(node, "source"),
                Nodes.texts(node, "goals"),
                Nodes.maybe(node, "vocabulary"),
                node.path("toVerify").asBoolean(false),
                Nodes.maybe(node, "form"),
                Nodes.texts(node, "positionNames"));
    }

    private Field field(JsonNode node) {
        return new Field(
                Nodes.text(node, "code"),
                type(node),
                Nodes.localized(node, "label"),
                Nodes.localized(node, "hint"),
                Optional.ofNullable(units.get(Nodes.text(node, "unit"))),
                Optional.ofNullable(lists.get(Nodes.text(node, "codes"))),
                node.path("required").asBoolean(false),
                bound(node, "least"),
                bound(node, "most"),
                Nodes.maybe(node, "pattern"),
                privacy(node),
                Nodes.maybe(node, "vocabulary"),
                Nodes.texts(node, "aliases"),
                Optional.of(node.path("onlyIf")).filter(JsonNode::isObject).map(ConditionText::read),
                Nodes.maybe(node, "under"),
                Nodes.maybe(node, "default"));
    }

    private static boolean isPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    private static Optional<BigDecimal> bound(JsonNode node, String which) {
        return Nodes.number(node, which);
    }

    private static FieldType type(JsonNode field) {
        return FieldType.valueOf(word(field, "type"));
    }

    private static Privacy privacy(JsonNode field) {
        return Privacy.valueOf(word(field, "privacy"));
    }

    private static String word(JsonNode node, String field) {
        return Nodes.text(node, field).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
