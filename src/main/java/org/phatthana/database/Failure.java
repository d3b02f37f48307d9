package org.phatthana.database;

import java.nio.file.Path;
import java.util.stream.Collectors;

/// Reads what a failed program of PostgreSQL printed, and says it in a way that helps.
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

    private static String tail(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .collect(Collectors.joining("\n    ", "    ", ""));
    }
}
