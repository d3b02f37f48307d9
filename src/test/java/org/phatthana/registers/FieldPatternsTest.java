package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.reading.ValueReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Phones check patterns of texts only where they mean the same as the server, and never find against a text that
/// the server would take.
class FieldPatternsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> CHECKED = List.of(
            "0[0-9]{8,9}",
            "[A-Z]{2}-\\d+",
            "(บ่อ|สระ)ที่ \\d{1,3}",
            "\\p{Thai}+",
            "\\p{L}[\\p{L}\\p{M} ]*",
            ".*",
            "a.c",
            "^x$",
            "\\w+@\\w+\\.th",
            "[^ก-ฮ]+");
    private static final List<String> LEFT_TO_THE_SERVER = List.of(
            "\\d+\\s\\d+",
            "[[:alpha:]]+",
            "(a+)+b",
            "(?:\\d{3}-)*\\d",
            "\\pL+",
            "(?i)abc",
            "\\Qa.b\\E",
            "a\\z",
            "\\p{Greek}",
            "\\x{0E01}");
    private static final List<String> TEXTS = List.of(
            "0812345678",
            "12",
            "AB-12",
            "ab-12",
            "บ่อที่ 12",
            "สระที่ 1234",
            "วัด",
            "วัด ใหม่",
            "abc",
            "a\u2028c",
            "x",
            "me@office.th",
            " abc ",
            "a  b",
            "ไม่มี",
            "-",
            "เเม่น้ำ",
            "นํ้า",
            "ก",
            "a.b",
            "ααα",
            "123 456");

    @Test
    void nothingIsHeldAgainstATextThatTheServerTakes() throws IOException, InterruptedException {
        for (var one : judged(CHECKED)) {
            var pattern = one.path("pattern").asString();
            assertThat(one.path("checked").asBoolean()).as(pattern).isTrue();
            assertThat(one.path("against").values().stream()
                            .map(JsonNode::asString)
                            .filter(text -> isTaken(pattern, text)))
                    .as(pattern)
                    .isEmpty();
        }
        assertThat(judged(List.of("0[0-9]{8,9}")).get(0).path("against").values().stream()
                        .map(JsonNode::asString))
                .contains("12", "วัด", "x")
                .doesNotContain("0812345678", "ไม่มี", "-");
    }

    @Test
    void whatABrowserWouldReadOtherwiseIsLeftToTheServer() throws IOException, InterruptedException {
        for (var one : judged(LEFT_TO_THE_SERVER)) {
            assertThat(one.path("checked").asBoolean())
                    .as(one.path("pattern").asString())
                    .isFalse();
            assertThat(one.path("against").isEmpty()).isTrue();
        }
    }

    /// As the desk reads and checks it.
    private static boolean isTaken(String pattern, String typed) {
        var text = CellText.clean(typed);
        return CellText.isNothing(text)
                || ValueReading.wordsForNothing().contains(text.toLowerCase(Locale.ROOT))
                || Pattern.matches(pattern, text);
    }

    private static JsonNode judged(List<String> patterns) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "node",
                        Path.of("src/test/resources/registers/judge-patterns.mjs")
                                .toString(),
                        "src/main/frontend")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.getOutputStream()) {
            out.write(JSON.writeValueAsString(Map.of("patterns", patterns, "texts", TEXTS))
                    .getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return JSON.readTree(said);
    }
}
