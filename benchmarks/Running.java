import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A program that was started for a benchmark, and the PostgreSQL that it has started.
final class Running {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^Phatthana · (http://\\S+:\\d+)$");

    private Running() {}

    /// Waits until the program has printed its address.
    ///
    /// @param log where its output goes
    static String address(Process server, Path log) throws IOException, InterruptedException {
        while (server.isAlive()) {
            var found = ADDRESS.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new IOException("The server did not start: " + Files.readString(log));
    }

    /// The environment by which psql and pgbench reach the database of a home.
    static Map<String, String> database(Path home) throws IOException {
        var data = home.resolve("postgres/data");
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip(),
                "PGUSER",
                "phatthana",
                "PGPASSWORD",
                Files.readString(data.resolve("phatthana.password")).strip(),
                "PGDATABASE",
                "phatthana");
    }

    /// Runs psql.
    ///
    /// @return what it prints
    static String psql(Path home, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(database(home));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
