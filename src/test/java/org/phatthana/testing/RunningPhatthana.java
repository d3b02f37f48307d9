package org.phatthana.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The packaged program with an empty home, as an office would run it. With `-Djourney.url=http://localhost:8080`
/// the journeys visit a server that already runs instead.
public final class RunningPhatthana implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
    private static final Path HOMES = Path.of("target/journey-homes");

    private final @Nullable Packaged program;
    private final Path home;
    private final String baseUrl;

    private RunningPhatthana(@Nullable Packaged program, Path home, String baseUrl) {
        this.program = program;
        this.home = home;
        this.baseUrl = baseUrl;
    }

    /// Starts it and waits until it has said its address.
    ///
    /// @param name names its home among those of the run: servers that run at the same time take different ones
    public static RunningPhatthana start(String name) {
        var home = HOMES.resolve(name);
        var given = System.getProperty("journey.url", "");
        if (!given.isEmpty()) {
            return new RunningPhatthana(null, home, given.replaceAll("/$", ""));
        }
        try {
            FileSystemUtils.deleteRecursively(home);
            var program = Packaged.start(home, Map.of(), "serve");
            return new RunningPhatthana(program, home, program.address(START_LIMIT));
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
        return program != null;
    }

    /// What it has printed so far, standard output before standard error, for example the code of the first run.
    ///
    /// @throws IllegalStateException for a server that somebody else started
    public List<String> console() {
        if (program == null) {
            throw new IllegalStateException("The console of a server named by journey.url is not at hand");
        }
        try {
            return Stream.of(program.said(), program.complained())
                    .flatMap(String::lines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts a command of the program on the home of this server, beside it.
    public Packaged command(String... arguments) throws IOException {
        return Packaged.start(home, Map.of(), arguments);
    }

    @Override
    public void close() {
        if (program == null) {
            return;
        }
        program.process().destroy();
        try {
            program.exit(STOP_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
