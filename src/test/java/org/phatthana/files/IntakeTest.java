package org.phatthana.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.files.Reading.Reason;
import org.phatthana.files.stored.MemoryStore;
import org.phatthana.testing.SmallDisk;
import org.phatthana.values.Message;
import org.springframework.mock.web.MockMultipartFile;

/// What is taken in and what is refused, with a store that is no folder.
class IntakeTest {

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path home;

    @Test
    void theFilesOfAFormAreReadTogetherAndWhereNothingWasChosenThereIsNone() {
        var good = new MockMultipartFile("photographs", "ถนน.jpg", "image/jpeg", Pictures.jpeg(400, 300));
        var empty = new MockMultipartFile("photographs", "", "application/octet-stream", new byte[0]);
        var document = new MockMultipartFile("photographs", "a.pdf", "image/jpeg", PDF);
        assertThat(intake().readAll(List.of(empty), Accepts.PHOTOGRAPHS, Sender.CITIZEN))
                .isEqualTo(new Handed(List.of(), List.of()));
        var handed = intake().readAll(List.of(good, document, good), Accepts.PHOTOGRAPHS, Sender.CITIZEN);
        assertThat(handed.isGood()).isFalse();
        assertThat(handed.files()).hasSize(2);
        assertThat(handed.refusals()).extracting(Message::key).containsExactly("files.refused.not-a-photograph");
    }

    @Test
    void whatACrashLeftWhereFilesAreLookedAtIsSwept() throws IOException {
        var left = Files.createDirectories(home.resolve("intake/1"));
        Files.write(left.resolve("upload"), PDF);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7200)));
        var fresh = Files.createDirectories(home.resolve("intake/2"));
        var anew = new Intake(new MemoryStore(), CLOCK, home);
        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
        anew.read(upload(PDF, "a.pdf"), Accepts.ANY, Sender.CITIZEN);
        assertThat(home.resolve("intake")).isDirectoryContaining("glob:**/2").isDirectoryNotContaining("glob:**/[!2]*");
    }

    @Test
    void aFullDiskIsARefusalBeforeAnythingIsLookedAt() throws IOException {
        try (var _ = SmallDisk.mount(home, 1)) {
            var crowded = new Intake(new MemoryStore(), CLOCK, home);
            var large = Arrays.copyOf(PDF, 2 << 20);
            assertThat(crowded.read(upload(large, "a.pdf"), Accepts.ANY, Sender.CITIZEN))
                    .isInstanceOfSatisfying(
                            Reading.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.FULL));
        }
    }

    @Test
    void aFullStoreIsARefusalAndAnotherStoreTakesItsPlace() {
        var full = new Intake(
                new Store() {
                    @Override
                    public Digest put(InputStream bytes) throws IOException {
                        throw new StoreFull("No room");
                    }

                    @Override
                    public InputStream open(Digest digest) throws IOException {
                        throw new DamagedBytes(digest, "is not there");
                    }
                },
                CLOCK,
                home);
        assertThat(full.read(upload(PDF, "a.pdf"), Accepts.ANY, Sender.CITIZEN))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.FULL));
        var elsewhere = new MemoryStore();
        var reading = new Intake(elsewhere, CLOCK, home).read(upload(PDF, "a.pdf"), Accepts.ANY, Sender.CITIZEN);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Ready.class,
                        ready -> assertThat(elsewhere)
                                .satisfies(place -> assertThat(
                                                place.open(ready.file().digest()))
                                        .hasBinaryContent(PDF)));
    }

    @Test
    void whatIsRefusedSaysWhy() {
        assertRefused(new byte[0], "a.pdf", Accepts.ANY, Reason.EMPTY);
        assertRefused("<html><script>".getBytes(StandardCharsets.UTF_8), "ภาพ.jpg", Accepts.ANY, Reason.TYPE);
        assertRefused(PDF, "a.pdf", Accepts.PHOTOGRAPHS, Reason.NOT_A_PHOTOGRAPH);
        assertRefused(Pictures.jpeg(9, 9), "a.jpg", Accepts.DOCUMENTS, Reason.NOT_A_DOCUMENT);
        var jpeg = Pictures.jpeg(200, 200);
        assertRefused(Arrays.copyOf(jpeg, 60), "a.jpg", Accepts.ANY, Reason.DAMAGED);
        var large = Arrays.copyOf(PDF, (int) Intake.MOST_BYTES + 1);
        assertRefused(large, "a.pdf", Accepts.ANY, Reason.TOO_LARGE);
    }

    private void assertRefused(byte[] content, String name, Accepts accepts, Reason reason) {
        var reading = intake().read(upload(content, name), accepts, Sender.CITIZEN);
        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message().key()).startsWith("files.refused.");
        });
    }

    private Intake intake() {
        return new Intake(new MemoryStore(), CLOCK, home);
    }

    private static Upload upload(byte[] content, String name) {
        return new Upload(name, () -> new ByteArrayInputStream(content));
    }
}
