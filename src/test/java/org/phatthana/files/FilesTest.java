package org.phatthana.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Acting;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.Localized;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// Files from the hand of whoever sends them to the reader who opens them.
class FilesTest extends PeopleTest {

    private static final Localized TITLE = Localized.of("สัญญาจ้าง", "Contract");
    private static final Acting OFFICER = acting(Role.OFFICER);
    private static final Acting CITIZEN = acting(Role.CITIZEN);
    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Intake intake;

    @Autowired
    KeptFiles files;

    @Autowired
    Store store;

    @Autowired
    PublicLog log;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aPublicDocumentIsServedAsItWasSentAndEntersTheLog() throws IOException {
        var before = log.size();
        var file = kept(PDF, "C:\\งาน\\สัญญา จ้าง.PDF", OFFICER, Filing.forEveryone(TITLE));
        assertThat(file.name()).isEqualTo("สัญญา จ้าง.pdf");
        assertThat(file.isPublic()).isTrue();

        var answer = get(file.address());
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(answer)
                .hasHeader("ETag", "\"" + file.digest().hex() + "\"")
                .hasHeader("Cache-Control", "max-age=86400, public, immutable")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Accept-Ranges", "bytes");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''%E0%B8%AA%E0%B8%B1%E0%B8%8D%E0%B8%8D%E0%B8%B2%20");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src");

        assertThat(log.size()).isEqualTo(before + 1);
        var entry = log.newestAbout(file.about()).orElseThrow();
        assertThat(entry.kind()).isEqualTo("files.kept");
        assertThat(entry.canonical())
                .contains(file.digest().hex(), "\"bytes\":" + PDF.length, "application/pdf", "Contract")
                .doesNotContain("สัญญา จ้าง", OFFICER.id().toString());
        assertThat(get("/api/v1/files/" + file.id()))
                .bodyText()
                .contains("\"sha256\":\"" + file.digest().hex(), "\"isPublic\":true")
                .doesNotContain(OFFICER.id().toString());
        assertThat(get(file.about()))
                .bodyText()
                .contains(file.digest().hex(), "sha256sum", "entry-" + entry.position());
        assertThat(get(file.about())).hasHeader("Cache-Control", "no-cache");
        assertThat(get("/en" + file.about())).bodyText().contains("About the file", "Contract");
    }

    @Test
    void aReaderWhoHasItIsToldSoAndMayAskForAPart() {
        var file = kept(PDF, "a.pdf", OFFICER, Filing.forEveryone(TITLE));
        assertThat(program.get()
                        .uri(file.address())
                        .header("If-None-Match", "\"" + file.digest().hex() + "\"")
                        .exchange())
                .hasStatus(304);
        var part =
                program.get().uri(file.address()).header("Range", "bytes=1-3").exchange();
        assertThat(part).hasStatus(206).hasHeader("Content-Range", "bytes 1-3/" + PDF.length);
        assertThat(part).bodyText().isEqualTo("PDF");
        assertThat(program.get()
                        .uri(file.address())
                        .header("Range", "bytes=900000-")
                        .exchange())
                .hasStatus(416);
    }

    @Test
    void whatABrowserWouldRunIsHandedOverAsAFile() {
        var file = kept("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "งบ.csv", OFFICER, Filing.forEveryone(TITLE));
        var answer = get(file.address());
        assertThat(answer).hasContentType("text/csv");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(answer, "Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void whatIsNotPublicIsForTheStaffAndItsSender() {
        var file = kept(PDF, "a.pdf", CITIZEN, Filing.forTheStaff(TITLE));
        var photograph = kept(Pictures.jpeg(400, 300), "a.jpg", CITIZEN, Filing.forTheStaff(TITLE));
        for (var address :
                List.of(file.address(), file.about(), "/api/v1/files/" + file.id(), photograph.addressAtLeast(320))) {
            assertThat(get(address)).as(address).hasStatus(404);
            for (var role : Role.values()) {
                var answer = browser().get(address, acting(role));
                assertThat(answer).as("%s as %s", address, role).hasStatus(role.isOfStaff() ? 200 : 404);
            }
            assertThat(browser().get(address, CITIZEN))
                    .as("%s as its sender", address)
                    .hasStatusOk();
        }
        assertThat(browser().get(file.address(), OFFICER))
                .hasHeader("Cache-Control", "no-store, private")
                .hasHeader("Cross-Origin-Resource-Policy", "same-origin");
        assertThat(browser().get(file.about(), OFFICER)).hasHeader("Cache-Control", "private, no-store");
        assertThat(log.newestAbout(file.about())).isEmpty();

        var published = files.publish(file.id(), Sender.of(OFFICER));
        assertThat(published.isPublic()).isTrue();
        assertThat(get(file.address())).hasStatusOk();
        assertThat(log.newestAbout(file.about())).isPresent();
        var size = log.size();
        files.publish(file.id(), Sender.of(OFFICER));
        assertThat(log.size()).as("published once").isEqualTo(size);
    }

    @Test
    void aWithdrawnFileIsClosedAndSaysWhoWhenAndWhy() {
        var file = kept(Pictures.jpeg(1100, 800), "a.jpg", OFFICER, Filing.forEveryone(TITLE));
        assertThat(get(file.addressAtLeast(1024))).hasStatusOk().hasContentType("image/jpeg");
        files.withdraw(file.id(), Sender.of(OFFICER), "มีป้ายทะเบียนรถอยู่ในภาพ");
        for (var address : List.of(file.address(), file.addressAtLeast(1024))) {
            assertThat(get(address))
                    .hasStatus(410)
                    .bodyText()
                    .contains("มีป้ายทะเบียนรถอยู่ในภาพ", file.digest().hex());
            assertThat(browser().get(address, OFFICER)).hasStatus(410);
        }
        assertThat(get("/api/v1/files/" + file.id()))
                .bodyText()
                .contains(
                        "\"isPublic\":false",
                        "มีป้ายทะเบียนรถอยู่ในภาพ",
                        file.digest().hex());
        assertThat(log.newestAbout(file.about()).orElseThrow().kind()).isEqualTo("files.withdrawn");
        assertThatThrownBy(() -> files.publish(file.id(), Sender.of(OFFICER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.withdraw(file.id(), Sender.of(OFFICER), " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereAPhotographWasTakenIsKeptOfAnOfficersAndDroppedOfACitizens() throws IOException {
        var sent = Pictures.noted(Pictures.jpeg(1200, 900), 6, 16.8211, 100.2659, "2026:05:01 08:30:00");
        assertThat(Pictures.metadata(sent)).contains("SECRET-CAMERA", "GPSLatitude");

        var theirs = kept(sent, "ถนน.JPEG", OFFICER, Filing.forEveryone(TITLE));
        var photograph = theirs.photograph().orElseThrow();
        assertThat(photograph.width()).isEqualTo(900);
        assertThat(photograph.height()).isEqualTo(1200);
        assertThat(photograph.takenAt()).contains(Instant.parse("2026-05-01T01:30:00Z"));
        var position = photograph.position().orElseThrow();
        assertThat(position.latitude()).isCloseTo(16.8211, Offset.offset(0.00001));
        assertThat(position.longitude()).isCloseTo(100.2659, Offset.offset(0.00001));
        assertThat(get(theirs.about())).bodyText().contains("16.82110", "100.26590", "1 พฤษภาคม 2569", "srcset=");

        for (var sender : List.of(Sender.of(CITIZEN), Sender.CITIZEN)) {
            var ours = kept(sent, "บ้าน.jpg", sender, Filing.forEveryone(TITLE))
                    .photograph()
                    .orElseThrow();
            assertThat(ours.takenAt()).isEmpty();
            assertThat(ours.position()).isEmpty();
            assertThat(ours.width()).isEqualTo(900);
        }
        for (var address : List.of(theirs.address(), theirs.addressAtLeast(320))) {
            var bytes = get(address).getResponse().getContentAsByteArray();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "SECRET-CAMERA");
            assertThat(Pictures.metadata(bytes)).doesNotContain("GPS", "Orientation");
        }
    }

    @Test
    void theSchemaKeepsNoPlaceOfACitizen() {
        assertThatThrownBy(() -> jdbc.sql("""
            insert into files.file (id, sha256, media_type, bytes, name, capacity, of_staff, at, is_sample, width,
                                    height, latitude, longitude)
            values (repeat('0', 26), repeat('0', 64), 'image/jpeg', 1, 'a.jpg', 'citizen', false, now(), false, 1,
                    1, 16.8, 100.2)
            """).update()).hasMessageContaining("check constraint");
    }

    @Test
    void theSameContentIsOneInTheStoreAndTwoInTheRecords() {
        var first = kept(PDF, "a.pdf", OFFICER, Filing.forEveryone(TITLE));
        var second = kept(PDF, "b.pdf", CITIZEN, Filing.forTheStaff(TITLE));
        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.id()).isNotEqualTo(first.id());
        files.withdraw(first.id(), Sender.of(OFFICER), "ส่งผิด");
        assertThat(browser().get(second.address(), CITIZEN))
                .as("the other is open still")
                .hasStatusOk();
        assertThat(files.find(List.of(second.id(), "none", first.id())))
                .extracting(KeptFile::id)
                .containsExactly(second.id(), first.id());
    }

    @Test
    void aFileAndTheFactThatItBelongsToLandTogetherOrNotAtAll() {
        var before = log.size();
        var ready = ready(PDF, "a.pdf", Sender.of(OFFICER));
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    files.keep(ready, Filing.forEveryone(TITLE));
                    throw new IllegalStateException("The room above refuses");
                }))
                .hasMessage("The room above refuses");
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void recordsAreNeverChangedAndOnlySampleDataIsRemoved() {
        var file = kept(Pictures.jpeg(400, 300), "a.jpg", OFFICER, Filing.forEveryone(TITLE));
        for (var change : List.of(
                "update files.file set name = 'x.jpg' where id = :id",
                "delete from files.file where id = :id",
                "update files.size set bytes = 1 where file = :id",
                "delete from files.size where file = :id",
                "update files.act set reason = 'x' where file = :id",
                "delete from files.act where file = :id")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("id", file.id()).update())
                    .as(change)
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> jdbc.sql("truncate files.act").update()).hasMessageContaining("append-only");
        var sample = kept(
                Pictures.jpeg(400, 300),
                "a.jpg",
                OFFICER,
                Filing.forEveryone(TITLE).asSample());
        assertThat(get(sample.about())).bodyText().contains("pill-sample");
        assertThat(files.removeSample(List.of(sample.id(), file.id()))).isEqualTo(1);
        assertThat(files.find(sample.id())).isEmpty();
        assertThat(get(file.address())).hasStatusOk();
    }

    @Test
    void aDamagedFileIsAnErrorAndNoneOfItIsSent() throws IOException {
        var content = "ข้อความหนึ่ง".getBytes(StandardCharsets.UTF_8);
        var file = kept(content, "a.txt", OFFICER, Filing.forEveryone(TITLE));
        var hex = file.digest().hex();
        var path = Path.of("target/test-home/files", hex.substring(0, 2), hex.substring(2, 4), hex);
        content[0] ^= 1;
        Files.write(path, content);
        var answer = get(file.address());
        assertThat(answer).hasStatus(500);
        assertThat(answer.getResponse().getHeader("ETag")).isNull();
        assertThat(header(answer, "Cache-Control")).doesNotContain("immutable");
        Files.delete(path);
        assertThat(get(file.address())).hasStatus(500);
    }

    @Test
    void whatIsNotPublicIsLeftOutOfAPageForEveryone() {
        var open = kept(PDF, "a.pdf", OFFICER, Filing.forEveryone(TITLE)).id();
        var closed = kept(PDF, "b.pdf", OFFICER, Filing.forTheStaff(TITLE)).id();
        assertThat(files.findFor(Optional.empty(), List.of(closed, open)))
                .extracting(KeptFile::id)
                .containsExactly(open);
        assertThat(files.findFor(Optional.of(CITIZEN), List.of(closed, open))).hasSize(1);
        assertThat(files.findFor(Optional.of(OFFICER), List.of(closed, open))).hasSize(2);
    }

    @Test
    void whateverASenderCallsAFileTheCommandThatChecksItRunsNothingElse() {
        var file = kept(PDF, "-x'; $(reboot) `id`.pdf", OFFICER, Filing.forEveryone(TITLE));
        assertThat(file.check()).isEqualTo("sha256sum -- '-x'\\''_ $(reboot) `id`.pdf'");
    }

    private KeptFile kept(byte[] content, String name, Acting sender, Filing filing) {
        return kept(content, name, Sender.of(sender), filing);
    }

    private KeptFile kept(byte[] content, String name, Sender sender, Filing filing) {
        return files.keep(ready(content, name, sender), filing);
    }

    private ReadyFile ready(byte[] content, String name, Sender sender) {
        var reading = intake.read(upload(content, name), Accepts.ANY, sender);
        assertThat(reading).isInstanceOf(Reading.Ready.class);
        return ((Reading.Ready) reading).file();
    }

    private static Upload upload(byte[] content, String name) {
        return new Upload(name, () -> new ByteArrayInputStream(content));
    }

    private SignedIn browser() {
        return new SignedIn(program);
    }

    private MvcTestResult get(String address) {
        return program.get().uri(address).exchange();
    }

    private static String header(MvcTestResult answer, String name) {
        return Optional.ofNullable(answer.getResponse().getHeader(name)).orElse("");
    }

    private static Acting acting(Role role) {
        return new Acting(UUID.randomUUID(), false, "สมชาย", Set.of(role), false);
    }
}
