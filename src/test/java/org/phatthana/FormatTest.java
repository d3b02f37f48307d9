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
/// them.
/// The formatter runs here, in the JDK that compiles, since Maven itself may run on an older one that cannot parse
/// the
/// code.
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

    private static String wrapped(String source) {
        var lines = new ArrayList<String>();
        for (var line : source.split("\n", -1)) {
            var rest = line;
            while (rest.length() > WRITTEN_COLUMNS && rest.stripLeading().startsWith("//")) {
                var indent = rest.substring(0, rest.indexOf('/'));
                var mark = rest.stripLeading().startsWith("///") ? "/// " : "// ";
                var end = rest.lastIndexOf(' ', WRITTEN_COLUMNS);
                lines.add(rest.substring(0, end));
                rest = indent + mark + (line.contains("/// @") ? "  " : "") + rest.substring(end + 1);
            }
            lines.add(rest);
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
