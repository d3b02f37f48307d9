package org.phatthana.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The bundled files of the front end, found by their plain names; their addresses carry a hash and never change their
/// content.
@Component
class Assets {

    private final Map<String, String> manifest;

    Assets(JsonMapper json) {
        try (var in = new ClassPathResource("static/assets/manifest.json").getInputStream()) {
            manifest = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The front end is not built: run the Maven build", e);
        }
    }

    String path(String name) {
        var hashed = manifest.get(name);
        if (hashed == null) {
            throw new IllegalArgumentException("The front end has no «" + name + "», only " + manifest.keySet());
        }
        return "/assets/" + hashed;
    }
}
