package org.phatthana.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The packaged program with an empty home, as an office would run it. With `-Djourney.url=http://localhost:8080` the
/// journeys visit a server that already runs instead.
public final class RunningPhatthana implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("Phatthana · (http://\\S+)");
    private static final Path JAR = Path.of("target/phatthana.jar");
    private static final Path HOME = Path.of("target/journey-home").toAbsolutePath();
    private static final Path OUTPUT = Path.of("target/journey-server.log").toAbsolutePath();

    private final @Nullable Process process;
    private final String baseUrl;

    private RunningPhatthana(@Nullable Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /// Starts it and waits until it has said its address.
    public static RunningPhatthana start() {
        var given = System.getProperty("journey.url", "");
        if (!given.isEmpty()) {
            return new RunningPhatthana(null, given.replaceAll("/$", ""));
        }
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run mvn verify, which packages it first, or name a "
                    + "running server with -Djourney.url=http://localhost:8080");
        }
        try {
            FileSystemUtils.deleteRecursively(HOME);
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            JAR.toString(),
                            "serve")
                    .redirectErrorStream(true)
                    .redirectOutput(OUTPUT.toFile());
            builder.environment().put("PHATTHANA_HOME", HOME.toString());
            builder.environment().put("SERVER_PORT", "0");
            builder.environment().remove("PHATTHANA_DATABASE_URL");
            builder.environment().remove("PHATTHANA_BASE_URL");
            var process = builder.start();
            return new RunningPhatthana(process, awaitAddress(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its address, for example `http://localhost:41234`.
    public String baseUrl() {
        return baseUrl;
    }

    /// Whether this run started it, so that its home was empty and its console can be read.
    public boolean isOwn() {
        return process != null;
    }

    /// What it has printed so far, for example the code of the first run.
    ///
    /// @throws IllegalStateException for a server that somebody else started
    public List<String> console() {
        if (process == null) {
            throw new IllegalStateException("The console of a server named by journey.url is not at hand");
        }
        return lines();
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not stop within 30 s of SIGTERM; see " + OUTPUT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String awaitAddress(Process process) throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            var address = lines().stream()
                    .map(ADDRESS::matcher)
                    .flatMap(matcher ->
                            matcher.find() ? Optional.of(matcher.group(1)).stream() : Optional.<String>empty().stream())
                    .findFirst();
            if (address.isPresent()) {
                return address.get().replaceAll("/$", "");
            }
            pause();
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server did not start; it printed:\n" + Files.readString(OUTPUT));
    }

    private static List<String> lines() {
        try {
            return Files.exists(OUTPUT) ? Files.readAllLines(OUTPUT) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
