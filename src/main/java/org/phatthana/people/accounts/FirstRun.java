package org.phatthana.people.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The code by which whoever started the program makes the first administrator, and nobody else does.
///
/// It stands in a file that only the program's user may read, so that it stays the same over a restart, and is gone
/// with the first administrator.
@Component
public class FirstRun {

    private static final String FILE = "first-run-code";
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    /// 24 of 31 letters are 118 bits.
    private static final int LENGTH = 24;

    private final Path file;
    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    FirstRun(@Value("${phatthana.home}") Path home, Accounts accounts) {
        this.file = home.toAbsolutePath().resolve(FILE);
        this.accounts = accounts;
    }

    /// Whether there is no administrator yet.
    public boolean isDue() {
        return !accounts.hasAdministrator();
    }

    /// The code, made at the first asking.
    public synchronized String code() {
        try {
            Files.createDirectories(file.getParent());
            try {
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } else {
                    Files.createFile(file);
                }
                Files.writeString(file, made());
            } catch (FileAlreadyExistsException _) {
                // Made at an earlier start.
            }
            var code = Files.readString(file).strip();
            if (code.length() != LENGTH) {
                throw new IllegalStateException(file + " does not hold a code; delete it and start again");
            }
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether what somebody typed is the code.
    public boolean accepts(String typed) {
        return MessageDigest.isEqual(
                code().getBytes(StandardCharsets.UTF_8), typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    /// Forgets the code, once there is an administrator.
    public synchronized void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String made() {
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return code.toString();
    }
}
