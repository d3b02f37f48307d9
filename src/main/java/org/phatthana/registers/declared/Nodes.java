package org.phatthana.registers.declared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.values.Localized;
import tools.jackson.databind.JsonNode;

/// Parts of a file whose shape a schema has checked.
final class Nodes {

    private Nodes() {}

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static Optional<String> maybe(JsonNode node, String field) {
        return Optional.of(text(node, field)).filter(text -> !text.isEmpty());
    }

    static List<String> texts(JsonNode node, String field) {
        var texts = new ArrayList<String>();
        node.path(field).forEach(item -> texts.add(item.asString()));
        return texts;
    }

    static Optional<BigDecimal> number(JsonNode node, String field) {
        return node.path(field).isNumber() ? Optional.of(node.path(field).decimalValue()) : Optional.empty();
    }

    /// A text in several languages; empty in both where there is none.
    static Localized localized(JsonNode node, String field) {
        if (node.path(field).isMissingNode()) {
            return Localized.of("", "");
        }
        Map<String, String> texts = new HashMap<>();
        node.path(field)
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
        return new Localized(texts);
    }
}
