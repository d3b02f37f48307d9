package org.phatthana.files.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.files.DamagedBytes;
import org.phatthana.files.Digest;
import org.phatthana.files.Store;
import org.phatthana.files.StoreFull;
import org.phatthana.testing.SmallDisk;

/// What every store owes, asked of the folder and of one that is not a folder; and what the folder owes besides.
class StoreTest {

    private static final long SEED = 20261125;
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void bytesThatGoInComeOutUnderTheirDigest() throws IOException {
        for (var store : List.of(folderStore(), new MemoryStore())) {
            assertThat(put(store, "abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(new Digest(ABC));
            for (var size : new int[] {0, 1, 2, 63, 64, 65, 65_535, 65_536, 65_537, random.nextInt(1 << 21)}) {
                var content = bytes(size);
                var digest = put(store, content);
                assertThat(read(store, digest))
                        .as("%s, %d bytes, seed %d", store, size, SEED)
                        .isEqualTo(content);
                assertThat(put(store, content)).isEqualTo(digest);
            }
        }
    }

    @Test
    void whatWasSkippedIsCountedToo() throws IOException {
        for (var store : List.of(folderStore(), new MemoryStore())) {
            var content = bytes(200_000);
            try (var in = store.open(put(store, content))) {
                in.skipNBytes(150_000);
                assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 150_000, 200_000));
            }
        }
    }

    @Test
    void whatWasNeverKeptIsNotThere() {
        for (var store : List.of(folderStore(), new MemoryStore())) {
            assertThatThrownBy(() -> store.open(new Digest(ABC))).isInstanceOf(DamagedBytes.class);
        }
    }

    @Test
    void theSameContentIsKeptOnceHoweverManySendItAtATime() throws Exception {
        var store = folderStore();
        var content = bytes(300_000);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Digest> sending = () -> put(store, content);
            var digests = senders.invokeAll(Collections.nCopies(16, sending)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(digests).hasSize(1);
            assertThat(read(store, digests.getFirst())).isEqualTo(content);
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void damageIsNoticedBeforeTheLastBytesAreGivenOut() throws IOException {
        var store = folderStore();
        for (var damage : List.of("changed", "shorter", "longer", "gone")) {
            var content = bytes(100_000);
            var digest = put(store, content);
            damage(file(digest), damage);
            var given = new ByteArrayOutputStream();
            assertThatThrownBy(() -> {
                        try (var in = store.open(digest)) {
                            in.transferTo(given);
                        }
                    })
                    .as(damage)
                    .isInstanceOf(DamagedBytes.class)
                    .hasMessageContaining(digest.hex());
            assertThat(given.size()).as(damage).isLessThan(content.length);

            put(store, content);
            assertThat(read(store, digest))
                    .as("handed in again after it was %s", damage)
                    .isEqualTo(content);
        }
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() throws IOException {
        var breaking = new FilterInputStream(new ByteArrayInputStream(bytes(100_000))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var count = super.read(buffer, offset, length);
                if (count < 0) {
                    throw new IOException("The connection is gone");
                }
                return count;
            }
        };
        assertThatThrownBy(() -> folderStore().put(breaking)).hasMessage("The connection is gone");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatACrashLeftHalfWrittenIsSweptAndWhatIsBeingWrittenIsNot() throws IOException {
        var unfinished = Files.createDirectories(folder.resolve("files/unfinished"));
        var anHourAgo = FileTime.from(Instant.now().minusSeconds(3600));
        var left = Files.setLastModifiedTime(Files.write(unfinished.resolve("1.part"), bytes(10)), anHourAgo);
        var fresh = Files.write(unfinished.resolve("2.part"), bytes(10));
        folderStore();
        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void anotherProcessesFileIsLeftAlone() throws Exception {
        var unfinished = Files.createDirectories(folder.resolve("files/unfinished"));
        var theirs = Files.write(unfinished.resolve("3.part"), bytes(10));
        Files.setLastModifiedTime(theirs, FileTime.from(Instant.now().minusSeconds(3600)));
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        theirs.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(writer.getInputStream().read()).isEqualTo('!');
            folderStore();
            assertThat(theirs).exists();
        } finally {
            writer.destroyForcibly().waitFor();
        }
        folderStore();
        assertThat(theirs).doesNotExist();
    }

    /// A process that is writing until it is killed.
    static final class Writer {
        static void main(String[] arguments) throws IOException, InterruptedException {
            try (var channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                System.out.print("!");
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void aFullDiskRefusesAndKeepsNothingHalf() throws IOException {
        try (var _ = SmallDisk.mount(folder, 4)) {
            var store = new FolderStore(folder.resolve("files"), 0);
            var small = bytes(100_000);
            var digest = put(store, small);
            assertThatThrownBy(() -> put(store, bytes(6 << 20))).isInstanceOf(StoreFull.class);
            assertThat(files()).hasSize(1);
            assertThat(read(store, digest)).isEqualTo(small);
            put(store, bytes(1 << 20));
            assertThat(files()).hasSize(2);
        }
    }

    @Test
    void theLastOfTheDiskIsLeftToTheDatabase() {
        var store = new FolderStore(folder.resolve("files"), Long.MAX_VALUE);
        assertThatThrownBy(() -> put(store, bytes(1))).isInstanceOf(StoreFull.class);
    }

    private FolderStore folderStore() {
        return new FolderStore(folder.resolve("files"), 0);
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Digest put(Store store, byte[] content) throws IOException {
        return store.put(new ByteArrayInputStream(content));
    }

    private static byte[] read(Store store, Digest digest) throws IOException {
        try (var in = store.open(digest)) {
            return in.readAllBytes();
        }
    }

    private Path file(Digest digest) {
        var hex = digest.hex();
        return folder.resolve("files")
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    private static void damage(Path file, String how) throws IOException {
        var content = Files.readAllBytes(file);
        switch (how) {
            case "changed" -> {
                content[content.length / 2] ^= 1;
                Files.write(file, content);
            }
            case "shorter" -> Files.write(file, Arrays.copyOf(content, content.length - 1));
            case "longer" -> Files.write(file, Arrays.copyOf(content, content.length + 1));
            default -> Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
