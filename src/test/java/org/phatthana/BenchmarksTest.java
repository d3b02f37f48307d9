package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A benchmark that nobody has run since the code around it changed can still be run.
class BenchmarksTest {

    @TempDir
    Path classes;

    @Test
    void everyBenchmarkIsCompiled() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var faults = new DiagnosticCollector<JavaFileObject>();
        try (var sources = Files.list(Path.of("benchmarks"));
                var manager = compiler.getStandardFileManager(faults, null, null)) {
            var files =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(files).isNotEmpty();
            var options = List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            compiler.getTask(null, manager, faults, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        assertThat(faults.getDiagnostics())
                .filteredOn(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }
}
