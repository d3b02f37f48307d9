package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What phones send of figures, in the invented province: the water levels of wells, month by month.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class FieldFiguresTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final EntryRecording.By BY = new EntryRecording.By(new UUID(0, 19), "officer");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Registers registers;

    @Autowired
    EntryRecording entryRecording;

    @Autowired
    ObservationRecording recording;

    @Autowired
    Observations observations;

    @Autowired
    PublicLog log;

    private final Acting officer = acting(Role.OFFICER);

    @Test
    void theFormOffersTheSeriesOfItsRegister() {
        assertThat(text(new SignedIn(browser).get("/registers/wells/field", officer)))
                .contains("data-figure-form=\"well-level\"");
        assertThat(text(new SignedIn(browser).get("/registers/zones/field", officer)))
                .doesNotContain("data-figures");
    }

    @Test
    void theSameSentAgainIsOneFigure() {
        var well = well("บ่อส่งซ้ำ");
        var key = UUID.randomUUID().toString();
        var first = send(key, well, "day", "ม.ค. ๒๕๔๐", "value", "๓.๒๕ ม.");
        assertThat(first).hasStatus(201);
        assertThat(read(first).get("address").stringValue())
                .isEqualTo("/observations/well-level/" + well + "?day=1997-01-01#figure");
        var size = log.size();
        var again = send(key, well, "day", "ม.ค. ๒๕๔๐", "value", "๓.๒๕ ม.");
        assertThat(again).hasStatus(200);
        assertThat(read(again).get("address")).isEqualTo(read(first).get("address"));
        assertThat(log.size()).isEqualTo(size);
        assertThat(history(well))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).isEqualByComparingTo("3.25"));
    }

    @Test
    void whatStandsAlreadyJustSoIsToldAndNotRecordedTwice() {
        var well = well("บ่อจดแล้ว");
        stands(well, "3");
        var sent = send(UUID.randomUUID().toString(), well, "day", "1997-01", "value", "3");
        assertThat(sent).hasStatus(201);
        assertThat(read(sent).get("said").stringValue()).contains("ไม่ได้บันทึกซ้ำ");
        assertThat(history(well)).hasSize(1);
    }

    @Test
    void aFigureThatStandsIsShownBesideAndReplacedOnlyForAReason() {
        var well = well("บ่อมีคนจด");
        stands(well, "3");
        var overtaken = send(UUID.randomUUID().toString(), well, "day", "1997-01", "value", "4");
        assertThat(overtaken).hasStatus(409);
        var standing = read(overtaken).get("standing");
        assertThat(standing.get("value").stringValue()).contains("3 ม.");
        assertThat(history(well)).hasSize(1);
        var seen = standing.get("number").asString();
        var noReason = send(UUID.randomUUID().toString(), well, "day", "1997-01", "value", "4", "seen", seen);
        assertThat(noReason).hasStatus(422);
        assertThat(read(noReason).get("problems").get(0).get("field").stringValue())
                .isEqualTo("note");
        assertThat(send(
                        UUID.randomUUID().toString(),
                        well,
                        "day",
                        "1997-01",
                        "value",
                        "4",
                        "seen",
                        seen,
                        "note",
                        "วัดใหม่ด้วยสายวัด"))
                .hasStatus(201);
        assertThat(history(well)).hasSize(2).first().satisfies(one -> {
            assertThat(one.value()).isEqualByComparingTo("4");
            assertThat(one.note()).isEqualTo("วัดใหม่ด้วยสายวัด");
        });
        assertThat(send(
                        UUID.randomUUID().toString(),
                        well,
                        "day",
                        "1997-01",
                        "value",
                        "5",
                        "seen",
                        seen,
                        "note",
                        "เห็นค่าเก่า"))
                .hasStatus(409);
    }

    @Test
    void whatWasMendedBeforeTheAnswerCameIsDecidedUponWhatWasRecorded() {
        var well = well("บ่อแก้ก่อนตอบ");
        var key = UUID.randomUUID().toString();
        assertThat(send(key, well, "day", "1997-01", "value", "3")).hasStatus(201);
        var mended = send(key, well, "day", "1997-01", "value", "4");
        assertThat(mended).hasStatus(409);
        assertThat(read(mended).get("standing").get("value").stringValue()).contains("3 ม.");
        assertThat(history(well)).hasSize(1);
    }

    @Test
    void thereIsNoFigureAfterAllOnlyForAReason() {
        var well = well("บ่อแห้ง");
        stands(well, "3");
        var seen = Long.toString(history(well).getFirst().number());
        assertThat(send(UUID.randomUUID().toString(), well, "day", "1997-01", "withdraw", "yes", "seen", seen))
                .hasStatus(422);
        assertThat(send(UUID.randomUUID().toString(), well, "day", "1997-01", "withdraw", "yes", "note", "อ่านผิด"))
                .hasStatus(409);
        assertThat(send(
                        UUID.randomUUID().toString(),
                        well,
                        "day",
                        "1997-01",
                        "withdraw",
                        "yes",
                        "seen",
                        seen,
                        "note",
                        "อ่านผิดบ่อ"))
                .hasStatus(201);
        assertThat(history(well).getFirst().withdrawn()).isTrue();
        var gone = send(
                UUID.randomUUID().toString(), well, "day", "1997-01", "value", "4", "seen", seen, "note", "วัดใหม่");
        assertThat(gone).hasStatus(409);
        assertThat(read(gone).get("standing").isNull()).isTrue();
    }

    @Test
    void anUnlikelyFigureIsKeptAndTold() {
        var well = well("บ่อลึกผิดปกติ");
        stands(well, "3");
        var sent = send(UUID.randomUUID().toString(), well, "day", "1997-02", "value", "300");
        assertThat(sent).hasStatus(201);
        assertThat(read(sent).get("said").stringValue()).contains("ผิดปกติ");
    }

    @Test
    void whatCannotBeReadIsToldAtItsFieldAndNothingIsRecorded() {
        var well = well("บ่อกรอกผิด");
        var size = log.size();
        var refused = send(UUID.randomUUID().toString(), well, "day", "เมื่อวาน", "value", "ตื้น");
        assertThat(refused).hasStatus(422);
        assertThat(read(refused).get("problems").values().stream()
                        .map(problem -> problem.get("field").stringValue()))
                .containsExactlyInAnyOrder("day", "value");
        assertThat(send(UUID.randomUUID().toString(), well, "day", "1997-01", "value", "3.123"))
                .hasStatus(422);
        assertThat(log.size()).isEqualTo(size);
    }

    @Test
    void onlyOfficersSendAndNobodyUnderTheKeyOfAnother() {
        var well = well("บ่อของเจ้าหน้าที่");
        var key = UUID.randomUUID().toString();
        assertThat(send(acting(Role.COUNCIL), key, well, "day", "1997-01", "value", "3"))
                .hasStatus(403);
        assertThat(history(well)).isEmpty();
        assertThat(send(key, well, "day", "1997-01", "value", "3")).hasStatus(201);
        assertThat(send(acting(Role.OFFICER), key, well, "day", "1997-01", "value", "3"))
                .hasStatus(409);
    }

    @Test
    void aSeriesOfSomethingElseIsNotTaken() {
        var well = well("บ่อผิดชุด");
        var key = UUID.randomUUID().toString();
        assertThat(send(key, well, "day", "1997-01", "value", "3", "series", "rain"))
                .hasStatus(404);
        assertThat(send(key, "nobody", "day", "1997-01", "value", "3")).hasStatus(404);
        assertThat(send("no-key", well, "day", "1997-01", "value", "3")).hasStatus(400);
    }

    private String well(String name) {
        var draft =
                EntryDraft.of(Map.of("name", name), LocalDate.of(1990, 1, 1)).in(new PlaceCode("910101"));
        var recorded = (RecordingOutcome.Recorded)
                entryRecording.record(registers.find("wells").orElseThrow(), List.of(draft), BY);
        return recorded.entries().getFirst().id();
    }

    private void stands(String well, String value) {
        recording.record(
                List.of(ObservationDraft.of("well-level", well, LocalDate.of(1997, 1, 1), new BigDecimal(value))), BY);
    }

    private List<Observation> history(String well) {
        return observations.history("well-level", well, LocalDate.of(1997, 1, 1));
    }

    private MvcTestResult send(String key, String well, String... fields) {
        return send(officer, key, well, fields);
    }

    private MvcTestResult send(Acting who, String key, String well, String... fields) {
        var all = new LinkedHashMap<>(Map.of("series", "well-level", "key", key, "entry", well, "seen", "0"));
        for (var i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return new SignedIn(browser)
                .post(
                        "/registers/wells/field/figures",
                        who,
                        all.entrySet().stream()
                                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                                .toArray(String[]::new));
    }

    private static Acting acting(Role role) {
        return new Acting(UUID.randomUUID(), false, "ครูทดสอบ", Set.of(role), false);
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
