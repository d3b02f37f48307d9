package org.phatthana.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A run of the packaged program in a process of its own.
///
/// @param process the process
/// @param output its standard output
/// @param errors its standard error
public record Packaged(Process process, Path output, Path errors) {

    /// The Java that runs it.
    public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final Path JAR = Path.of("target/phatthana.jar");
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final Pattern ADDRESS = Pattern.compile("(?m)^Phatthana · (http://\\S+)$");

    /// The packaged program.
    public static Path jar() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run mvn verify, which packages it first");
        }
        return JAR.toAbsolutePath();
    }

    /// Starts it.
    ///
    /// @param home its PHATTHANA_HOME; what it prints goes into files beside it
    /// @param settings further environment
    public static Packaged start(Path home, Map<String, String> settings, String... arguments) throws IOException {
        return start(List.of(), jar(), home, settings, arguments);
    }

    /// Starts a copy of it as somebody else.
    ///
    /// @param prefix what stands before the command and makes it somebody else's
    /// @param jar a copy that this somebody may read
    public static Packaged start(
            List<String> prefix, Path jar, Path home, Map<String, String> settings, String... arguments)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(JAVA.toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        Files.createDirectories(home.toAbsolutePath().getParent());
        var name = home.getFileName() + "-" + RUNS.incrementAndGet();
        var output = home.resolveSibling(name + ".out");
        var errors = home.resolveSibling(name + ".err");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(setting -> setting.startsWith("PHATTHANA_"));
        builder.environment().put("PHATTHANA_HOME", home.toAbsolutePath().toString());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().putAll(settings);
        return new Packaged(builder.start(), output, errors);
    }

    /// Waits until it has said its address.
    public String address(Duration limit) throws IOException {
        var end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            var matcher = ADDRESS.matcher(said());
            if (matcher.find()) {
                return matcher.group(1);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("It did not start; it printed:\n" + said() + complained());
    }

    /// Waits until it ends.
    ///
    /// @return its exit code
    public int exit(Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("It did not end within " + limit + "; it printed:\n" + said() + complained());
    }

    /// Its standard output so far.
    public String said() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /// Its standard error so far.
    public String complained() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8);
    }
}
