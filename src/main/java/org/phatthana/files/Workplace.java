package org.phatthana.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// Where files lie while they are looked at, each in a folder of its own that is gone afterwards: they hold what is
/// not to be kept, where a citizen lives for example. What a crash left behind is removed at the next start.
final class Workplace {

    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

    /// Nobody looks at a file for so long.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Path place;

    Workplace(Path place) {
        this.place = place;
        sweep();
    }

    /// What is done with a folder.
    @FunctionalInterface
    interface Work<T> {
        T in(Path folder) throws IOException;
    }

    /// Works in a new folder that is then removed.
    ///
    /// @throws StoreFull if the disk has no room for the work
    <T> T with(Work<T> work) throws IOException {
        try {
            Files.createDirectories(place);
            var folder = Files.createTempDirectory(place, "");
            try {
                return work.in(folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw StoreFull.orOther(e);
        }
    }

    private void sweep() {
        if (!Files.isDirectory(place)) {
            return;
        }
        var oldest = Instant.now().minus(LONGEST);
        try (var left = Files.newDirectoryStream(place)) {
            for (var folder : left) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            LOG.warn("What was left in {} could not be removed: {}", place, e.toString());
        }
    }
}
