package org.phatthana.registers.declared;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/// Holds a file against a JSON Schema of this room.
final class SchemaCheck {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .pathType(PathType.JSON_PATH)
                    .build()));

    private final Schema schema;

    /// @param name of a file beside the room's messages
    SchemaCheck(String name) {
        try (var in = new ClassPathResource("org/phatthana/registers/" + name).getInputStream()) {
            schema = SCHEMAS.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong, each with its path: `fields[2].type: does not have a value in the enumeration […]`.
    List<String> faults(JsonNode content) {
        return schema.validate(content).stream()
                .map(SchemaCheck::told)
                .distinct()
                .toList();
    }

    private static String told(Error error) {
        var path = error.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        return (path.isEmpty() ? "the file" : path) + ": " + error.getMessage();
    }
}
