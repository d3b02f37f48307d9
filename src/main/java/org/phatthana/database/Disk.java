package org.phatthana.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Room on the disk. A PostgreSQL that runs out of it stops in the middle, so it is looked at before each start.
final class Disk {

    static final long MEBIBYTE = 1 << 20;

    /// Programs (61 MiB), an empty cluster (40 MiB) and its first write-ahead log.
    static final long FIRST_START_BYTES = 256 * MEBIBYTE;

    static final long LATER_START_BYTES = 64 * MEBIBYTE;

    private Disk() {}

    /// @throws Refusal if less than so many bytes can be written under the folder
    static void requireSpace(Path folder, long bytes) throws IOException {
        var usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw Refusal.of("disk-full", folder.toString(), usable / MEBIBYTE, bytes / MEBIBYTE);
        }
    }
}
