package org.phatthana.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own with its data under `postgres` in a home folder, durable and reached only from
/// this machine with a generated password.
///
/// Several processes can use the server of one home at a time, for example `serve` and `import`: the first one
/// starts it, the last one stops it. If a process is killed, the server lives on and the next process takes it
/// over.
public final class EmbeddedPostgres implements AutoCloseable {

    /// The database that the program keeps everything in.
    public static final String DATABASE = "phatthana";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration OTHERS_START_LIMIT = Duration.ofMinutes(12);
    private static final Duration OTHERS_STOP_LIMIT = Duration.ofSeconds(40);
    private static final long LOG_LIMIT_BYTES = 16 * Disk.MEBIBYTE;

    private final Path folder;
    private final Programs programs;
    private final Postmaster postmaster;
    private final Locks.Held use;
    private final String password;
    private boolean closed;

    private EmbeddedPostgres(Path folder, Programs programs, Postmaster postmaster, Locks.Held use) throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.postmaster = postmaster;
        this.use = use;
        this.password = postmaster.cluster().password();
    }

    /// Starts the server of a home, making it at the first start, or joins the one that runs.
    ///
    /// @throws Refusal if that cannot be, with what to do about it
    public static EmbeddedPostgres start(Path home) {
        var named = home.toAbsolutePath().resolve("postgres");
        try {
            Files.createDirectories(named);
            var folder = named.toRealPath();
            Account.requireRootsOwn(folder);
            try (var mutex = Locks.alone(folder.resolve("lock"), OTHERS_START_LIMIT)) {
                if (mutex == null) {
                    throw Refusal.of("busy", folder.toString());
                }
                return start(folder, new Cluster(folder.resolve("data")));
            }
        } catch (IOException e) {
            throw Failure.of(e, named);
        }
    }

    private static EmbeddedPostgres start(Path folder, Cluster cluster) throws IOException {
        if (cluster.exists()) {
            cluster.requireVersion();
        }
        var running = cluster.exists() ? Postmaster.living(cluster) : Optional.<Postmaster>empty();
        if (running.isEmpty()) {
            Disk.requireSpace(folder, cluster.exists() ? Disk.LATER_START_BYTES : Disk.FIRST_START_BYTES);
        }
        var binaries = Binaries.unpack(folder.resolve("binaries"));
        var programs = new Programs(binaries, Account.choose(binaries), folder.resolve("launcher.log"));
        if (running.isPresent() && running.get().awaitReady()) {
            return joined(folder, programs, running.get());
        }
        binaries.removeEarlier();
        if (!cluster.exists()) {
            cluster.initialize(programs);
        }
        programs.account().own(cluster.data());
        Progress.say("starting");
        var postmaster = Postmaster.start(cluster, programs, log(folder, programs));
        if (!postmaster.awaitReady()) {
            throw Failure.of("postgres", "", folder.resolve("log"), cluster.data());
        }
        return joined(folder, programs, postmaster);
    }

    private static EmbeddedPostgres joined(Path folder, Programs programs, Postmaster postmaster) throws IOException {
        var use = Locks.together(folder.resolve("users"));
        if (use == null) {
            throw new IllegalStateException("This process uses the server in " + folder + " already");
        }
        var server = new EmbeddedPostgres(folder, programs, postmaster, use);
        server.createDatabase();
        return server;
    }

    /// How to reach one of its databases.
    public DatabaseAddress address(String database) {
        return new DatabaseAddress(postmaster.url(database), Cluster.USER, password);
    }

    /// How to reach one of its databases, in one string.
    public String url(String database) {
        return postmaster.url(database) + "?user=" + Cluster.USER + "&password=" + password;
    }

    /// The server, for tests that kill it.
    Postmaster postmaster() {
        return postmaster;
    }

    /// Leaves the server, and stops it if nobody else uses it. Takes half a minute at the most.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (var mutex = Locks.alone(folder.resolve("lock"), OTHERS_STOP_LIMIT)) {
            use.close();
            try (var last = mutex == null ? null : Locks.alone(folder.resolve("users"))) {
                if (last != null) {
                    postmaster.stop(programs);
                }
            }
        } catch (IOException e) {
            LOG.warn("{}", Words.both(" · ", "database.progress.not-stopped", String.valueOf(e.getMessage())));
        }
    }

    private void createDatabase() throws IOException {
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw Failure.of("create database", String.valueOf(e.getMessage()), folder.resolve("log"), folder);
        }
    }

    /// The server's own log, the last one put aside when it has grown large.
    private static Path log(Path folder, Programs programs) throws IOException {
        var log = folder.resolve("log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, folder.resolve("log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        programs.account().own(log);
        return log;
    }
}
