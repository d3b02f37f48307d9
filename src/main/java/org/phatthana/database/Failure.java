package org.phatthana.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reads what a failed program of PostgreSQL printed, or why a file could not be used, and says it in a way that
/// helps.
final class Failure {

    private static final int LINES = 12;

    private Failure() {}

    /// @param program which one failed
    /// @param output what it printed, and what the server logged
    /// @param log where all of it is
    /// @param data the folder of the data
    static Refusal of(String program, String output, Path log, Path data) {
        if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
            return Refusal.of("disk-full-while", data.toString());
        }
        if (output.contains("incompatible with server")) {
            return Refusal.of("version", data.toString(), "?", Binaries.MAJOR);
        }
        if (output.contains("has wrong ownership") || output.contains("Permission denied")) {
            return Refusal.of("permission", data.toString(), tail(output));
        }
        return Refusal.of("failed", program, tail(output), log.toString());
    }

    /// @param failure of a file in the folder
    /// @param folder what the program keeps its data in
    static RuntimeException of(IOException failure, Path folder) {
        if (String.valueOf(failure.getMessage()).contains("No space left on device")) {
            return Refusal.because(failure, "disk-full-while", folder.toString());
        }
        if (failure instanceof AccessDeniedException denied) {
            var file = Path.of(Objects.requireNonNullElse(denied.getFile(), folder.toString()));
            return Refusal.because(failure, "access", System.getProperty("user.name"), file.toString(), owner(file));
        }
        if (failure instanceof FileSystemException of) {
            var reason = Objects.requireNonNullElse(
                    of.getReason(), failure.getClass().getSimpleName());
            return Refusal.because(failure, "folder", folder.toString(), reason);
        }
        return new UncheckedIOException(failure);
    }

    /// Whose a file is, or the nearest folder around it that there is.
    private static String owner(Path file) {
        for (var place = file; place != null; place = place.getParent()) {
            try {
                return Files.getOwner(place).getName();
            } catch (IOException _) {
                // not there, or not to be seen: the folder around it says whose it is
            }
        }
        return "?";
    }

    private static String tail(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .collect(Collectors.joining("\n    ", "    ", ""));
    }
}
