package org.phatthana.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The bundled files of the front end, found by their plain names; their addresses carry a hash and never change
/// their content.
@Component
class Assets {

    private final Map<String, String> manifest;
    private final ObjectProvider<StyleSheets> sheets;

    Assets(JsonMapper json, ObjectProvider<StyleSheets> sheets) {
        this.sheets = sheets;
        try (var in = new ClassPathResource("static/assets/manifest.json").getInputStream()) {
            manifest = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The front end is not built: run the Maven build", e);
        }
    }

    List<String> styleSheets() {
        return Stream.concat(Stream.of(path("app.css")), sheets.orderedStream().map(StyleSheets::path))
                .toList();
    }

    String path(String name) {
        var hashed = manifest.get(name);
        if (hashed == null) {
            throw new IllegalArgumentException("The front end has no «" + name + "», only " + manifest.keySet());
        }
        return "/assets/" + hashed;
    }
}
