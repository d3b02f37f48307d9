package org.phatthana.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.testing.SmallDisk;

/// On small file systems in memory, which only root can mount.
class DiskTest {

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsNamedBeforeAnythingIsWritten() throws Exception {
        try (var _ = SmallDisk.mount(folder, 100)) {
            var refusal = catchThrowableOfType(Refusal.class, () -> EmbeddedPostgres.start(folder));
            assertThat(refusal.key()).isEqualTo("disk-full");
            assertThat(refusal).hasMessageContaining("256 MiB").hasMessageContaining("โปรดเพิ่มที่ว่าง");
            assertThat(folder.resolve("postgres/binaries")).doesNotExist();
        }
    }

    @Test
    void aDiskThatFillsUpLaterIsNamedAndWhatIsStoredIsThereAgainWhenThereIsRoom() throws Exception {
        try (var _ = SmallDisk.mount(folder, 400)) {
            EmbeddedPostgres.start(folder).close();
            var ballast = folder.resolve("ballast");
            fill(ballast, Files.getFileStore(folder).getUsableSpace() - 20 * Disk.MEBIBYTE);
            assertThat(catchThrowableOfType(Refusal.class, () -> EmbeddedPostgres.start(folder))
                            .key())
                    .isEqualTo("disk-full");
            Files.delete(ballast);
            EmbeddedPostgres.start(folder).close();
        }
    }

    @Test
    void whatPostgresSaysOfAFullDiskIsTranslated() throws Exception {
        try (var _ = SmallDisk.mount(folder, 100)) {
            var binaries = Binaries.unpack(folder.resolve("binaries"));
            fill(folder.resolve("ballast"), Files.getFileStore(folder).getUsableSpace() - 5 * Disk.MEBIBYTE);
            var programs = new Programs(binaries, Account.choose(binaries), folder.resolve("launcher.log"));
            var refusal =
                    catchThrowableOfType(Refusal.class, () -> new Cluster(folder.resolve("data")).initialize(programs));
            assertThat(refusal.key()).isEqualTo("disk-full-while");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        var chunk = new byte[(int) Disk.MEBIBYTE];
        try (var out = Files.newOutputStream(file)) {
            for (var written = 0L; written < bytes; written += chunk.length) {
                out.write(chunk);
            }
        }
    }
}
