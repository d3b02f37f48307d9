package org.phatthana.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Locks on files. The system releases them when the process that holds them dies, however it dies.
final class Locks {

    private Locks() {}

    /// A lock that is held until it is closed.
    ///
    /// @param lock on the first byte of the file
    record Held(FileLock lock) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            lock.acquiredBy().close();
        }
    }

    /// Takes a lock alone, at once or not at all.
    static @Nullable Held alone(Path file) throws IOException {
        return take(file, false);
    }

    /// Takes a lock alone, waiting for whoever has it.
    ///
    /// @return null if the limit passed before
    static @Nullable Held alone(Path file, Duration limit) throws IOException {
        var end = Instant.now().plus(limit);
        var said = false;
        while (true) {
            var held = take(file, false);
            if (held != null || Instant.now().isAfter(end)) {
                return held;
            }
            if (!said) {
                Progress.say("waiting");
                said = true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    /// Takes a lock that others may have at the same time, but nobody alone.
    static @Nullable Held together(Path file) throws IOException {
        return take(file, true);
    }

    private static @Nullable Held take(Path file, boolean shared) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            var lock = channel.tryLock(0, 1, shared);
            if (lock != null) {
                return new Held(lock);
            }
        } catch (OverlappingFileLockException _) {
            // another thread of this process has it
        }
        channel.close();
        return null;
    }
}
