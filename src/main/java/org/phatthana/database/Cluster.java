package org.phatthana.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.springframework.util.FileSystemUtils;

/// The data of a PostgreSQL server: the folder that `initdb` makes, with the password of its one user in it.
///
/// @param data the folder
record Cluster(Path data) {

    static final String USER = "phatthana";

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(10);
    private static final String PASSWORD = "phatthana.password";

    boolean exists() {
        return Files.exists(data);
    }

    /// @throws Refusal if the data were made by another major version than the one that this program carries
    void requireVersion() throws IOException {
        var made = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!made.equals(Binaries.MAJOR)) {
            throw Refusal.of("version", data.toString(), made, Binaries.MAJOR);
        }
    }

    /// Makes the folder. It appears whole, written to disk and with its password, or not at all; what an
    /// interrupted attempt left is thrown away.
    void initialize(Programs programs) throws IOException {
        Progress.say("initializing");
        var unfinished = data.resolveSibling("data.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        programs.account().own(unfinished);
        var password = data.resolveSibling("password.unfinished");
        Files.deleteIfExists(password);
        writeNewPassword(password);
        programs.account().own(password);
        var outcome = programs.run(
                INITDB_LIMIT,
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--text-search-config=simple",
                "--data-checksums");
        if (!outcome.ok()) {
            FileSystemUtils.deleteRecursively(unfinished);
            throw Failure.of("initdb", outcome.output(), programs.log(), data);
        }
        Files.move(password, unfinished.resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(data.resolve(PASSWORD)).strip();
    }

    private static void writeNewPassword(Path file) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
    }
}
