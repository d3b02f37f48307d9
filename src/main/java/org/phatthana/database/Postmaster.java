package org.phatthana.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The server process over a cluster. It is a process of its own, which outlives a program that is killed: the next
/// one finds it by the file `postmaster.pid` that PostgreSQL keeps in the data.
///
/// @param port where it listens on 127.0.0.1
record Postmaster(Cluster cluster, ProcessHandle process, int port) {

    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration ABORT_LIMIT = Duration.ofSeconds(3);
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(30);

    /// The server that runs over the cluster already, if one does. A `postmaster.pid` of a process that died, or
    /// whose number has passed to a stranger, is cleared away.
    static Optional<Postmaster> living(Cluster cluster) throws IOException {
        var file = cluster.data().resolve("postmaster.pid");
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() >= 4) {
                var process = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(found -> serves(found, cluster));
                if (process.isPresent()) {
                    var port = Integer.parseInt(lines.get(3).strip());
                    var postmaster = new Postmaster(cluster, process.get(), port);
                    if (!postmaster.isGone()) {
                        return Optional.of(postmaster);
                    }
                }
            }
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Starts a server over the cluster and waits until it answers.
    ///
    /// @param log what the server itself logs
    static Postmaster start(Cluster cluster, Programs programs, Path log) throws IOException {
        var leftoversUntil = Instant.now().plus(LEFTOVER_LIMIT);
        for (var attempt = 1; ; attempt++) {
            var logged = Files.exists(log) ? Files.size(log) : 0;
            var port = freePort();
            var outcome = programs.run(
                    START_LIMIT.plusSeconds(10),
                    "pg_ctl",
                    "start",
                    "--pgdata=" + cluster.data(),
                    "--wait",
                    "--timeout=" + START_LIMIT.toSeconds(),
                    "--log=" + log,
                    "--options=" + options(port));
            var started = outcome.ok() ? living(cluster) : Optional.<Postmaster>empty();
            if (started.isPresent()) {
                return started.get();
            }
            var said = outcome.output() + since(log, logged);
            if (said.contains("shared memory block") && Instant.now().isBefore(leftoversUntil)) {
                pause(Duration.ofMillis(500)); // sessions of a server that was killed are still dying
            } else if (!said.contains("Address already in use") || attempt > 3) {
                throw Failure.of("pg_ctl start", said, log, cluster.data());
            }
        }
    }

    /// Waits until it lets sessions in, through a recovery if need be.
    ///
    /// @return whether it does; false if it died or is shutting down
    boolean awaitReady() throws IOException {
        var end = Instant.now().plus(START_LIMIT);
        var login = new Properties();
        login.setProperty("user", Cluster.USER);
        login.setProperty("password", cluster.password());
        login.setProperty("connectTimeout", "5");
        while (!isGone() && Instant.now().isBefore(end)) {
            try (var connection = DriverManager.getConnection(url("postgres"), login)) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    throw Refusal.because(e, "password", cluster.data().toString());
                }
                pause(Duration.ofMillis(200));
            }
        }
        return false;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Stops it: sessions are ended and all is written; after 15 s without more ado, so that this always ends.
    void stop(Programs programs) throws IOException {
        var data = "--pgdata=" + cluster.data();
        for (var way : List.of("fast", "immediate")) {
            var limit = way.equals("fast") ? STOP_LIMIT : ABORT_LIMIT;
            var outcome = programs.run(
                    limit.plusSeconds(1),
                    "pg_ctl",
                    "stop",
                    data,
                    "--wait",
                    "--mode=" + way,
                    "--timeout=" + limit.toSeconds());
            if (outcome.ok() || isGone()) {
                return;
            }
        }
        process.destroyForcibly();
        var until = Instant.now().plus(KILL_LIMIT);
        while (!isGone() && Instant.now().isBefore(until)) {
            pause(Duration.ofMillis(20)); // a killed process is gone only when the kernel has cleared it away
        }
    }

    /// Whether the process has ended, be it that nobody has taken note of that yet.
    boolean isGone() throws IOException {
        try {
            var state = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return state.contains(") Z ");
        } catch (NoSuchFileException _) {
            return true;
        }
    }

    private static boolean serves(ProcessHandle process, Cluster cluster) {
        return List.of(process.info().arguments().orElse(new String[0]))
                .contains(cluster.data().toString());
    }

    /// Durable, reachable only from this machine and only with the password. It looks often for tables that have
    /// grown, so that a large import is soon read by statistics of its own.
    private static String options(int port) {
        return String.join(
                " -c ",
                "-c listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC",
                "log_timezone=UTC",
                "max_connections=200",
                "autovacuum_naptime=5s",
                "idle_in_transaction_session_timeout=10min",
                "log_min_messages=warning");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String since(Path log, long position) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (var file = Files.newByteChannel(log)) {
            file.position(position);
            var bytes = ByteBuffer.allocate(64 * 1024);
            file.read(bytes);
            return "\n" + new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
