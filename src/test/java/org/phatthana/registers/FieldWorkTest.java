package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.phatthana.files.Intake;
import org.phatthana.files.Pictures;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What phones send from the field, in the invented province.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class FieldWorkTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FIELD = "/registers/wells/field";
    private static final EntryRecording.By BY = new EntryRecording.By(new UUID(0, 9), "officer");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Autowired
    EntryRecording recording;

    @Autowired
    FieldRecording fieldwork;

    @Autowired
    PublicLog log;

    private final Acting officer = officer();

    private static Acting officer() {
        return new Acting(UUID.randomUUID(), false, "ครูทดสอบ", Set.of(Role.OFFICER), false);
    }

    @Test
    void theSameSentAgainIsRecordedOnceAndAnsweredAlike() {
        var key = UUID.randomUUID().toString();
        var first = send(key, "name", "บ่อจากภาคสนาม", "place", "910101");
        assertThat(first).hasStatus(201);
        var address = read(first).get("address").stringValue();
        var size = log.size();
        var again = send(key, "name", "บ่อจากภาคสนาม", "place", "910101");
        assertThat(again).hasStatus(200);
        assertThat(read(again).get("address").stringValue()).isEqualTo(address);
        assertThat(log.size()).isEqualTo(size);
        var entry =
                entries.find(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
        assertThat(entry.text("name")).hasValue("บ่อจากภาคสนาม");
        assertThat(entry.version()).isOne();
    }

    @Test
    void aKeyThatSomebodyElseHasUsedIsRefused() {
        var key = UUID.randomUUID().toString();
        assertThat(send(key, "name", "บ่อหนึ่ง", "place", "910101")).hasStatus(201);
        var other = officer();
        assertThat(send(other, key, new MockMultipartFile[0], "name", "บ่อสอง", "place", "910101"))
                .hasStatus(409);
    }

    @Test
    void whatWasMendedBeforeTheAnswerCameIsDecidedUponWhatWasRecorded() {
        var key = UUID.randomUUID().toString();
        assertThat(send(key, "name", "บ่อแก้ทีหลัง", "depth", "5", "place", "910101"))
                .hasStatus(201);
        var size = log.size();
        var mended = send(key, "name", "บ่อแก้ทีหลัง", "depth", "6", "place", "910101");
        assertThat(mended).hasStatus(409);
        assertThat(log.size()).isEqualTo(size);
        var now = read(mended).get("now");
        assertThat(now.get("texts").get("depth").stringValue()).isEqualTo("5");
        assertThat(send(
                        UUID.randomUUID().toString(),
                        "entry",
                        now.get("id").stringValue(),
                        "seen",
                        "1",
                        "name",
                        "บ่อแก้ทีหลัง",
                        "depth",
                        "6",
                        "place",
                        "910101"))
                .hasStatus(201);
    }

    @Test
    void onlyOfficersSend() {
        var citizen = new Acting(UUID.randomUUID(), false, "ประชาชน", Set.of(Role.CITIZEN), false);
        assertThat(send(
                        citizen,
                        UUID.randomUUID().toString(),
                        new MockMultipartFile[0],
                        "name",
                        "บ่อของใครก็ได้",
                        "place",
                        "910101"))
                .hasStatus(403);
    }

    @Test
    void aPhotographThatIsTooLargeIsRefusedAtItsField() {
        var large = Arrays.copyOf(Pictures.jpeg(400, 300), (int) Intake.MOST_BYTES + 1);
        var refused = send(
                officer,
                UUID.randomUUID().toString(),
                new MockMultipartFile[] {photograph("ใหญ่.jpg", large)},
                "name",
                "บ่อภาพใหญ่",
                "place",
                "910101");
        assertThat(refused).hasStatus(422);
        var problem = read(refused).get("problems").get(0);
        assertThat(problem.get("field").stringValue()).isEqualTo("photographs");
        assertThat(problem.get("message").stringValue()).contains("ใหญ่.jpg", "20");
    }

    @Test
    void whoeverWasOvertakenSeesHowTheEntryStandsAndSendsAgainUponIt() {
        var entry = well("บ่อแซง");
        var key = UUID.randomUUID().toString();
        recording.record(wells(), List.of(draft("บ่อแซง", "depth", "7").of(entry)), BY);
        var overtaken = send(key, "entry", entry.id(), "seen", "1", "name", "บ่อแซง", "depth", "9", "place", "910101");
        assertThat(overtaken).hasStatus(409);
        var now = read(overtaken).get("now");
        assertThat(read(overtaken).get("state").stringValue()).isEqualTo("overtaken");
        assertThat(now.get("version").intValue()).isEqualTo(2);
        assertThat(now.get("texts").get("depth").stringValue()).isEqualTo("7");
        assertThat(send(key, "entry", entry.id(), "seen", "2", "name", "บ่อแซง", "depth", "9", "place", "910101"))
                .hasStatus(201);
        assertThat(entries.find(entry.id()).orElseThrow().number("depth"))
                .hasValueSatisfying(depth -> assertThat(depth).isEqualByComparingTo("9"));
    }

    @Test
    void whatStandsAgainstItIsToldAtItsFieldAndNothingIsKept() {
        var size = log.size();
        var key = UUID.randomUUID().toString();
        var refused = send(
                officer,
                key,
                new MockMultipartFile[] {photograph("ภาพ.jpg", "ไม่ใช่ภาพ".getBytes(StandardCharsets.UTF_8))},
                "name",
                "บ่อผิด",
                "depth",
                "ลึกมาก",
                "place",
                "910101");
        assertThat(refused).hasStatus(422);
        assertThat(read(refused).get("problems").values().stream()
                        .map(problem -> problem.get("field").stringValue()))
                .containsExactlyInAnyOrder("depth", "photographs");
        assertThat(log.size()).isEqualTo(size);
        assertThat(send(key, "name", "บ่อผิด", "depth", "900", "place", "910101"))
                .hasStatus(422);
        assertThat(send(key, "name", "บ่อถูก", "depth", "๙ ม.", "place", "910101"))
                .hasStatus(201);
    }

    @Test
    void whatAnEntrySaysOfPersonsDoesNotGoAlongAndStaysAsItIs() {
        var entry = ((RecordingOutcome.Recorded) recording.record(
                        wells(),
                        List.of(EntryDraft.of(
                                        Map.of("name", "บ่อมีผู้ดูแล", "caretaker", "นางสาวลับ", "fault", "รั่ว"),
                                        LocalDate.of(2020, 1, 1))
                                .in(new PlaceCode("910102"))),
                        BY))
                .entries()
                .getFirst();
        var taken = browser.get()
                .uri(FIELD + "/entries?place=910102")
                .with(signedIn(officer))
                .exchange();
        assertThat(taken).hasStatusOk();
        assertThat(text(taken)).contains("บ่อมีผู้ดูแล", "รั่ว").doesNotContain("นางสาวลับ");
        assertThat(send(
                        UUID.randomUUID().toString(),
                        "entry",
                        entry.id(),
                        "seen",
                        "1",
                        "name",
                        "บ่อมีผู้ดูแล",
                        "fault",
                        "ซ่อมแล้ว",
                        "caretaker",
                        "",
                        "place",
                        "910102"))
                .hasStatus(201);
        var now = entries.find(entry.id()).orElseThrow();
        assertThat(now.text("fault")).hasValue("ซ่อมแล้ว");
        assertThat(entries.personal(now)).containsEntry("caretaker", "นางสาวลับ");
    }

    @Test
    void photographsAreKeptWithTheEntryForTheStaffOrForEveryone() {
        for (var shown : List.of("true", "false")) {
            var sent = send(
                    officer,
                    UUID.randomUUID().toString(),
                    new MockMultipartFile[] {photograph("1.jpg", Pictures.jpeg(400, 300))},
                    "name",
                    "บ่อมีภาพ " + shown,
                    "place",
                    "910101",
                    "showPhotographs",
                    shown);
            assertThat(sent).hasStatus(201);
            var address = read(sent).get("address").stringValue();
            var id = address.substring(address.lastIndexOf('/') + 1);
            assertThat(fieldwork.photographs(id)).hasSize(1);
            var file = "/files/" + fieldwork.photographs(id).getFirst();
            var page = text(browser.get().uri(address).exchange());
            if (shown.equals("true")) {
                assertThat(page).contains(file);
            } else {
                assertThat(page).doesNotContain(file);
                assertThat(text(browser.get()
                                .uri(address)
                                .cookie(new Cookie("session", "theirs"))
                                .with(signedIn(officer))
                                .exchange()))
                        .contains(file);
            }
        }
    }

    @Test
    void moreThanSixPhotographsAreRefused() {
        var photographs = new MockMultipartFile[7];
        Arrays.setAll(photographs, i -> photograph(i + ".jpg", Pictures.jpeg(40, 30)));
        assertThat(send(officer, UUID.randomUUID().toString(), photographs, "name", "บ่อภาพมาก", "place", "910101"))
                .hasStatus(422);
    }

    @Test
    void thePageIsInstalledByAManifestAndAWorkerThatAnyoneMayRead() {
        assertThat(browser.get().uri(FIELD + "/app.webmanifest"))
                .hasStatusOk()
                .hasContentType("application/manifest+json")
                .bodyJson()
                .extractingPath("$.start_url")
                .isEqualTo(FIELD);
        assertThat(browser.get().uri("/en" + FIELD + "/app.webmanifest"))
                .bodyJson()
                .extractingPath("$.start_url")
                .isEqualTo("/en" + FIELD);
        assertThat(browser.get().uri("/service-worker.js")).hasStatusOk();
        assertThat(browser.get().uri(FIELD)).hasStatus(303);
        assertThat(browser.get().uri(FIELD + "/session")).hasStatus(303);
    }

    @Test
    void nonsenseIsNoErrorOfTheServer() {
        assertThat(send(UUID.randomUUID().toString(), "entry", "nobody", "name", "บ่อ", "place", "910101"))
                .hasStatus(404);
        assertThat(send("no-key", "name", "บ่อ")).hasStatus(400);
        for (var field : List.of("name", "entry", "note")) {
            assertThat(send(UUID.randomUUID().toString(), field, "บ่อ\0ศูนย์"))
                    .as(field)
                    .hasStatus(400);
        }
    }

    private Register wells() {
        return registers.find("wells").orElseThrow();
    }

    private static EntryDraft draft(String name, String field, String value) {
        return EntryDraft.of(Map.of("name", name, field, new BigDecimal(value)), LocalDate.of(2020, 1, 1))
                .in(new PlaceCode("910101"));
    }

    private Entry well(String name) {
        return ((RecordingOutcome.Recorded) recording.record(wells(), List.of(draft(name, "depth", "5")), BY))
                .entries()
                .getFirst();
    }

    private static MockMultipartFile photograph(String name, byte[] bytes) {
        return new MockMultipartFile("photographs", name, "image/jpeg", bytes);
    }

    /// Without photographs.
    private MvcTestResult send(String key, String... fields) {
        return send(officer, key, new MockMultipartFile[0], fields);
    }

    private MvcTestResult send(Acting who, String key, MockMultipartFile[] photographs, String... fields) {
        var request = browser.post().uri(FIELD).multipart();
        for (var photograph : photographs) {
            request = request.file(photograph);
        }
        request =
                request.with(signedIn(who)).with(formToken()).param("key", key).param("holds_from", "2021-01-01");
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static RequestPostProcessor signedIn(Acting who) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                who,
                "",
                AuthorityUtils.createAuthorityList(
                        who.roles().stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new))));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(MvcTestResult result) {
        return JSON.readTree(text(result));
    }
}
