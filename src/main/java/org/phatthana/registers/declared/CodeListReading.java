package org.phatthana.registers.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.phatthana.registers.CodeList;
import tools.jackson.databind.JsonNode;

/// Reads a code list whose shape has been checked.
final class CodeListReading {

    private CodeListReading() {}

    static CodeList read(JsonNode node) {
        var values = new ArrayList<CodeList.Value>();
        node.path("values")
                .forEach(value -> values.add(new CodeList.Value(
                        Nodes.text(value, "code"),
                        Nodes.localized(value, "label"),
                        Nodes.texts(value, "aliases"),
                        Nodes.maybe(value, "under"))));
        Map<String, List<String>> combinations = new HashMap<>();
        node.path("combinations")
                .propertyNames()
                .forEach(words -> combinations.put(words, Nodes.texts(node.path("combinations"), words)));
        return new CodeList(
                Nodes.text(node, "code"),
                Nodes.localized(node, "title"),
                node.path("ordered").asBoolean(false),
                values,
                combinations);
    }

    static List<String> faults(CodeList list) {
        var faults = new ArrayList<String>();
        var codes = new HashSet<String>();
        for (var i = 0; i < list.values().size(); i++) {
            var code = list.values().get(i).code();
            if (!codes.add(code)) {
                faults.add("values[%d].code: «%s» stands there twice".formatted(i, code));
            }
        }
        list.combinations()
                .forEach((words, parts) -> parts.stream()
                        .filter(part -> !codes.contains(part))
                        .forEach(part ->
                                faults.add("combinations.%s: the list has no code «%s»".formatted(words, part))));
        return faults;
    }
}
