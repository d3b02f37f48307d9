package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.phatthana.packs.Pack;
import org.phatthana.registers.declared.Declarations;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.registers.reading.ValueReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Server and pages judge alike when a field is asked: both are held against one table of cases.
class ConditionTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("src/test/resources/registers");
    private static final Path TABLE = FOLDER.resolve("conditions.json");

    static Stream<Arguments> cases() {
        return table().path("cases")
                .valueStream()
                .map(one -> Arguments.of(one.path("says").asString(), one));
    }

    private static JsonNode table() {
        return JSON.readTree(TABLE.toFile());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theServerJudges(String says, JsonNode one) {
        var register = register();
        var reading = new ValueReading(List.of(), _ -> Optional.empty());
        var values = new HashMap<String, Object>();
        register.fields().forEach(field -> {
            if (reading.read(field, one.path("typed").path(field.code()).asString(""))
                    instanceof ReadValue.Value(var value, var _)) {
                values.put(field.code(), value);
            }
        });
        var applying = new Applying(register, values);
        assertThat(condition(one.path("if")).holds(applying::value))
                .as(says)
                .isEqualTo(one.path("holds").asBoolean());
    }

    @Test
    void thePagesJudgeTheSame() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        "node",
                        FOLDER.resolve("judge-conditions.mjs").toString(),
                        "src/main/frontend",
                        TABLE.toString())
                .redirectErrorStream(true);
        builder.environment().put("NOTHING", String.join("|", ValueReading.wordsForNothing()));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.strip())
                .isEqualTo("{\"judged\":%d,\"otherwise\":[]}"
                        .formatted(table().path("cases").size()));
    }

    private static Condition condition(JsonNode node) {
        var content = declared();
        var fields = (tools.jackson.databind.node.ArrayNode) content.path("fields");
        // What is not declared cannot be asked for: it is judged by another field that is never typed.
        var asked = field("asked", "text")
                .set(
                        "onlyIf",
                        node.path("field").asString("").equals("gone")
                                ? JSON.readTree(node.toString().replace("gone", "absent"))
                                : node);
        fields.add(asked);
        fields.add(field("absent", "text"));
        return register(content).field("asked").flatMap(Field::onlyIf).orElseThrow();
    }

    private static Register register() {
        return register(declared());
    }

    private static Register register(JsonNode content) {
        var lists = JSON.createArrayNode();
        table().path("fields").properties().forEach(field -> {
            var codes = field.getValue().path("codes");
            if (!codes.isMissingNode()) {
                var list = lists.addObject().put("code", "list-" + field.getKey());
                list.set("title", words("list"));
                codes.forEach(code -> list.withArray("values")
                        .addObject()
                        .put("code", code.asString())
                        .set("label", words(code.asString())));
            }
        });
        return new Declarations(new Pack("tiny")).register(content, lists, _ -> true);
    }

    private static ObjectNode declared() {
        var content = JSON.createObjectNode()
                .put("code", "ponds")
                .put("geometry", "none")
                .put("name", "name");
        for (var text : List.of("title", "description", "keeper", "source")) {
            content.set(text, words(text));
        }
        table().path("fields").properties().forEach(each -> {
            var field = field(each.getKey(), each.getValue().path("type").asString());
            field.put("required", each.getKey().equals("name"));
            if (each.getValue().has("codes")) {
                field.put("codes", "list-" + each.getKey());
            }
            if (each.getValue().has("onlyIf")) {
                field.set("onlyIf", each.getValue().path("onlyIf"));
            }
            content.withArray("fields").add(field);
        });
        return content;
    }

    private static ObjectNode field(String code, String type) {
        var field = JSON.createObjectNode().put("code", code).put("type", type).put("privacy", "public");
        field.set("label", words(code));
        return field;
    }

    private static ObjectNode words(String text) {
        return JSON.createObjectNode().put("th", text).put("en", text);
    }
}
