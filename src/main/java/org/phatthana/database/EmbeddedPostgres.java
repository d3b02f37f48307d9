package org.phatthana.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// A PostgreSQL server of our own, with its data under a folder, reached over a loopback port.
public final class EmbeddedPostgres implements AutoCloseable {

    private final Path binaries;
    private final Path data;
    private final int port;

    private EmbeddedPostgres(Path binaries, Path data, int port) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
    }

    /// Starts the server, making its folder at the first start.
    public static EmbeddedPostgres start(Path home) {
        try {
            var binaries = unpack(home);
            var data = home.resolve("postgres");
            int port;
            try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            var server = new EmbeddedPostgres(binaries, data, port);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                server.call(
                        "initdb",
                        "-D",
                        data.toString(),
                        "-U",
                        "phatthana",
                        "-E",
                        "UTF8",
                        "--auth=trust",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C");
            }
            server.call(
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-w",
                    "-l",
                    home.resolve("postgres.log").toString(),
                    "-o",
                    "-p " + port + " -k '' -h 127.0.0.1",
                    "start");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=phatthana";
    }

    @Override
    public void close() {
        call("pg_ctl", "-D", data.toString(), "-w", "-m", "fast", "stop");
    }

    private static Path unpack(Path home) throws IOException {
        var target = home.resolve("binaries").toAbsolutePath();
        if (Files.exists(target.resolve("bin/postgres"))) {
            return target;
        }
        var stream = EmbeddedPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        try (var tar = new TarArchiveInputStream(new XZInputStream(stream))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        file.toFile().setExecutable(true);
                    }
                }
            }
        }
        return target;
    }

    private void call(String program, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling("launcher.log").toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed; see " + data.resolveSibling("launcher.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
