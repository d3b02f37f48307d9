package org.phatthana.files.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.phatthana.files.DamagedBytes;
import org.phatthana.files.Digest;
import org.phatthana.files.Store;
import org.phatthana.files.StoreFull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder in which each content is one file, named by its digest: `ab/cd/abcd…`. What is being written lies in
/// `unfinished` until it is whole and on the disk; then it takes its name in one step. Several processes may use
/// the folder at a time.
public final class FolderStore implements Store {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);
    private static final int BUFFER_BYTES = 64 * 1024;

    /// A file that is written to is locked from its first moments on; only one that is older than this and not
    /// locked was left behind.
    private static final Duration FIRST_MOMENTS = Duration.ofMinutes(1);

    private final Path folder;
    private final Path unfinished;
    private final long reserveBytes;

    /// Folders that the folders around them name on the disk.
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    /// A store in a folder, which is made with the first file. What earlier processes left half written is removed.
    ///
    /// @param reserveBytes how much of the disk stays free, for the database beside it
    public FolderStore(Path folder, long reserveBytes) {
        this.folder = folder;
        this.unfinished = folder.resolve("unfinished");
        this.reserveBytes = reserveBytes;
        sweep();
    }

    @Override
    public Digest put(InputStream bytes) throws IOException {
        try {
            Files.createDirectories(unfinished);
            requireRoom();
            var file = Files.createTempFile(unfinished, "", ".part");
            try {
                var digest = write(bytes, file);
                place(file, digest);
                return digest;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw StoreFull.orOther(e);
        }
    }

    @Override
    public InputStream open(Digest digest) throws IOException {
        var file = path(digest);
        try {
            return new VerifiedStream(Files.newInputStream(file), Files.size(file), digest);
        } catch (NoSuchFileException _) {
            throw new DamagedBytes(digest, "is not in " + folder);
        }
    }

    private void requireRoom() throws IOException {
        var usable = Files.getFileStore(unfinished).getUsableSpace();
        if (usable < reserveBytes) {
            throw new StoreFull("The disk of %s has %d bytes left, of which %d are kept for the database"
                    .formatted(folder, usable, reserveBytes));
        }
    }

    private static Digest write(InputStream bytes, Path file) throws IOException {
        var counter = Digest.counter();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var buffer = new byte[BUFFER_BYTES];
            for (var count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                counter.update(buffer, 0, count);
                for (var part = ByteBuffer.wrap(buffer, 0, count); part.hasRemaining(); ) {
                    channel.write(part);
                }
            }
            channel.force(true);
        }
        return Digest.of(counter);
    }

    /// Gives a whole file its name. Where the same content is there already, that one stays if it is undamaged.
    private void place(Path file, Digest digest) throws IOException {
        var place = path(digest);
        var inner = folderOf(place);
        if (!isWhole(digest)) {
            Files.createDirectories(inner);
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        }
        // Also where another process has just placed it: what is told to be kept is on the disk.
        sync(inner);
        for (var outer = inner; !outer.equals(folder); outer = folderOf(outer)) {
            if (!known.contains(outer)) {
                sync(folderOf(outer));
                known.add(outer);
            }
        }
    }

    private boolean isWhole(Digest digest) throws IOException {
        if (!Files.exists(path(digest))) {
            return false;
        }
        try (var in = open(digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (DamagedBytes e) {
            LOG.warn("{}; it was handed in again and is replaced", e.getMessage());
            return false;
        }
    }

    private Path path(Digest digest) {
        var hex = digest.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private static Path folderOf(Path file) {
        var parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void sweep() {
        if (!Files.isDirectory(unfinished)) {
            return;
        }
        try (var left = Files.newDirectoryStream(unfinished, "*.part")) {
            for (var file : left) {
                if (isLeftBehind(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("What is unfinished in {} could not be removed: {}", unfinished, e.toString());
        }
    }

    private static boolean isLeftBehind(Path file) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(FIRST_MOMENTS))) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException _) {
            return false;
        }
    }
}
