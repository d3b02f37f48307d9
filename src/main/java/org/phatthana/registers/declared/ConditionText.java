package org.phatthana.registers.declared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.phatthana.registers.Condition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Conditions as declarations and pages write them (`register.schema.json`, `$defs/condition`).
public final class ConditionText {

    private static final JsonMapper JSON = new JsonMapper();

    private ConditionText() {}

    /// @param node that the schema has checked
    static Condition read(JsonNode node) {
        if (node.has("all")) {
            return new Condition.All(parts(node.path("all")));
        }
        if (node.has("any")) {
            return new Condition.Any(parts(node.path("any")));
        }
        if (node.has("not")) {
            return new Condition.Not(read(node.path("not")));
        }
        var field = Nodes.text(node, "field");
        if (node.has("has")) {
            return new Condition.Has(field, Nodes.text(node, "has"));
        }
        return node.has("filled")
                ? new Condition.Filled(field, node.path("filled").asBoolean())
                : new Condition.Compared(field, Condition.Sign.of(Nodes.text(node, "is")), value(node.path("value")));
    }

    private static List<Condition> parts(JsonNode nodes) {
        var parts = new ArrayList<Condition>();
        nodes.forEach(node -> parts.add(read(node)));
        return parts;
    }

    private static Object value(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : node.isBoolean() ? (Object) node.asBoolean() : node.asString();
    }

    public static ObjectNode write(Condition condition) {
        var node = JSON.createObjectNode();
        switch (condition) {
            case Condition.All(var of) ->
                of.forEach(each -> node.withArray("all").add(write(each)));
            case Condition.Any(var of) ->
                of.forEach(each -> node.withArray("any").add(write(each)));
            case Condition.Not(var of) -> node.set("not", write(of));
            case Condition.Has(var field, var code) -> node.put("field", field).put("has", code);
            case Condition.Filled(var field, var isFilled) ->
                node.put("field", field).put("filled", isFilled);
            case Condition.Compared(var field, var sign, var value) -> {
                node.put("field", field).put("is", sign.written());
                switch (value) {
                    case BigDecimal number -> node.put("value", number);
                    case Boolean yes -> node.put("value", yes);
                    default -> node.put("value", value.toString());
                }
            }
        }
        return node;
    }
}
