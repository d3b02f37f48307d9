package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every Java file is formatted by palantir-java-format. `mvn test -Dtest=FormatTest -Dformat.write=true` formats
/// them. The formatter runs here, in the JDK that compiles, since Maven itself may run on an older one that cannot
/// parse the code.
class FormatTest {

    /// Comments are wrapped a little short of the limit, since the formatter may indent them further.
    private static final int WRITTEN_COLUMNS = 116;

    @Test
    void everyJavaFileIsFormatted() throws IOException, FormatterException {
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        var unformatted = new ArrayList<Path>();
        for (var file : javaFiles()) {
            var source = Files.readString(file);
            if (Boolean.getBoolean("format.write")) {
                source = wrapped(source);
            }
            assertThat(tooLongComments(source))
                    .as("%s: the formatter would break a comment line of more than 120 columns", file)
                    .isEmpty();
            var formatted = formatter.formatSourceAndFixImports(source);
            if (!formatted.equals(Files.readString(file))) {
                if (Boolean.getBoolean("format.write")) {
                    Files.writeString(file, formatted);
                } else {
                    unformatted.add(file);
                }
            }
        }
        assertThat(unformatted)
                .as("run mvn test -Dtest=FormatTest -Dformat.write=true")
                .isEmpty();
    }

    private static List<String> tooLongComments(String source) {
        return source.lines()
                .filter(line -> line.length() > 120 && line.stripLeading().startsWith("//"))
                .toList();
    }

    /// The source with its long comment lines wrapped; what does not fit goes to the front of the next line of the
    /// same paragraph.
    private static String wrapped(String source) {
        var lines = new ArrayList<>(List.of(source.split("\n", -1)));
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.length() <= WRITTEN_COLUMNS || !line.stripLeading().startsWith("//")) {
                continue;
            }
            var end = line.lastIndexOf(' ', WRITTEN_COLUMNS);
            var indent = line.substring(0, line.indexOf('/'));
            var mark = line.stripLeading().startsWith("///") ? "/// " : "// ";
            var rest = line.substring(end + 1);
            lines.set(i, line.substring(0, end));
            var next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (next.startsWith(indent + mark)
                    && next.substring(indent.length() + mark.length()).matches("[^\\s@|#-].*")) {
                lines.set(i + 1, indent + mark + rest + " " + next.substring(indent.length() + mark.length()));
            } else {
                lines.add(i + 1, indent + mark + (line.contains("/// @") ? "  " : "") + rest);
            }
        }
        return String.join("\n", lines);
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        }
    }
}
