package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a reader of the code may rely on and no compiler checks.
class TidyTest {

    private static final int MAX_FILE_LINES = 400;
    private static final int MAX_METHOD_LINES = 60;
    private static final Pattern METHOD =
            Pattern.compile("^    (?!\\s)(?!.*\\b(class|record|interface|enum)\\b).*\\) ?(throws [\\w., ]+)?\\{$");
    private static final Pattern THAI = Pattern.compile("[\\u0E01-\\u0E5B]{2,}");
    private static final Pattern WORDS_IN_MARKUP = Pattern.compile(">[^<>@$`{}]*\\p{L}{3,}[^<>@$`{}]*<");

    @Test
    void sourceFilesAreShort() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : files("src", ".java", ".jte", ".ts", ".css", ".mjs")) {
            var lines = Files.readAllLines(file).size();
            if (lines > MAX_FILE_LINES) {
                tooLong.add(file + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : files("src", ".java")) {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                if (METHOD.matcher(lines.get(i)).find()) {
                    var end = lines.subList(i, lines.size()).indexOf("    }");
                    if (end > MAX_METHOD_LINES) {
                        tooLong.add("%s:%d: %d lines".formatted(file, i + 1, end));
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        var left = new ArrayList<String>();
        for (var file : files("src", ".java", ".jte", ".ts", ".css", ".sql", ".properties", ".yaml")) {
            if (file.endsWith("TidyTest.java")) {
                continue;
            }
            var text = Files.readString(file);
            if (Pattern.compile("\\b(TODO|FIXME|XXX)\\b").matcher(text).find()) {
                left.add(file.toString());
            }
        }
        assertThat(left).isEmpty();
    }

    @Test
    void everyTemplateIsUsed() throws IOException {
        var sources = new StringBuilder();
        for (var file : files("src/main", ".java", ".jte")) {
            sources.append(Files.readString(file)).append('\n');
        }
        var orphans = new ArrayList<Path>();
        for (var file : files("src/main/jte", ".jte")) {
            var name = Path.of("src/main/jte").relativize(file).toString().replace(".jte", "");
            if (sources.indexOf("\"" + name + "\"") < 0
                    && sources.indexOf("@template." + name.replace('/', '.') + "(") < 0) {
                orphans.add(file);
            }
        }
        assertThat(orphans).isEmpty();
    }

    @Test
    void templatesHoldNoWords() throws IOException {
        var words = new ArrayList<String>();
        for (var file : files("src/main/jte", ".jte")) {
            var number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                var markup = line.replaceAll("\\$\\{[^}]*\\}", "").replaceAll("@[a-z]+\\(.*\\)", "");
                if (THAI.matcher(markup).find()
                        || WORDS_IN_MARKUP.matcher(markup).find()) {
                    words.add("%s:%d: %s".formatted(file, number, line.strip()));
                }
            }
        }
        assertThat(words)
                .as("words belong into messages_*.properties")
                .filteredOn(line -> !line.contains(">JSON<") && !line.contains(">CSV<") && !line.contains(">XLSX<"))
                .isEmpty();
    }

    @Test
    void languagesAreInStep() throws IOException {
        var keys = new TreeMap<String, Set<String>>();
        for (var file : files("src/main/resources/org/phatthana", ".properties")) {
            var name = file.getFileName().toString();
            var room = file.getParent().getFileName().toString();
            var properties = properties(file);
            assertThat(properties.stringPropertyNames())
                    .as("%s: a key begins with its room's name", file)
                    .allSatisfy(key -> assertThat(key).startsWith(room + "."));
            keys.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(properties.stringPropertyNames());
        }
        assertThat(keys).containsKeys("messages_th.properties", "messages_en.properties");
        assertThat(keys.get("messages_en.properties")).isEqualTo(keys.get("messages_th.properties"));
    }

    @Test
    void everyWordIsUsed() throws IOException {
        var sources = new StringBuilder();
        for (var file : files("src/main", ".java", ".jte", ".yaml")) {
            sources.append(Files.readString(file)).append('\n');
        }
        var orphans = new TreeSet<String>();
        for (var file : files("src/main/resources/org/phatthana", "_th.properties")) {
            for (var key : properties(file).stringPropertyNames()) {
                if (!isUsed(key, sources)) {
                    orphans.add(key);
                }
            }
        }
        assertThat(orphans).isEmpty();
    }

    @Test
    void everyWordThatIsAskedForExists() throws IOException {
        var known = new TreeSet<String>();
        for (var file : files("src/main/resources/org/phatthana", "_th.properties")) {
            known.addAll(properties(file).stringPropertyNames());
        }
        var missing = new TreeSet<String>();
        for (var file : files("src/main/jte", ".jte")) {
            var matcher = Pattern.compile("page\\.text\\(\"([a-z]+(?:\\.[A-Za-z0-9-]+)+)\"[,)]")
                    .matcher(Files.readString(file));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    missing.add(file + ": " + matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /// A key is used where it stands whole, or where a prefix of it that ends in a dot is completed at run time.
    private static boolean isUsed(String key, StringBuilder sources) {
        if (sources.indexOf("\"" + key + "\"") >= 0) {
            return true;
        }
        for (var dot = key.lastIndexOf('.'); dot > key.indexOf('.'); dot = key.lastIndexOf('.', dot - 1)) {
            if (sources.indexOf("\"" + key.substring(0, dot + 1) + "\"") >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(String folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
