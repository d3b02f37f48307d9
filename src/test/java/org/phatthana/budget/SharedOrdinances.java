package org.phatthana.budget;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The real ordinances that lie beside the project, where they do.
final class SharedOrdinances {

    private static final Path FOLDER =
            Path.of(System.getProperty("shared.data", "../shared/data")).resolve("budgets/ordinances");

    private SharedOrdinances() {}

    /// All files, or none where the folder is absent.
    static List<Path> files() {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One file; skips the test with a word where it is absent.
    static Path file(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: there are no ordinances in " + FOLDER.toAbsolutePath());
        return file;
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
