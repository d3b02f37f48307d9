package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Areas that are drawn in the field or typed at a desk, in the invented province: its flood zones.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class FieldShapesTest {

    private static final String FIELD = "/registers/zones/field";
    private static final String SQUARE = "6.04, 99.04\r\n๖.๐๔ ๙๙.๐๖\r\n\r\n6.06 99.06\r\n6.06,99.04";
    private static final String BOW_TIE = "6.04, 99.04\r\n6.06, 99.06\r\n6.04, 99.06\r\n6.06, 99.04";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Entries entries;

    private final Acting officer = new Acting(UUID.randomUUID(), false, "ครูทดสอบ", Set.of(Role.OFFICER), false);

    @Test
    void anAreaOfPointsIsRecordedAndStaysUntilItIsDrawnAnew() {
        var entry = recorded(send("name", "เขตจากภาคสนาม", "shape", SQUARE));
        var drawn = entry.geometry().orElseThrow();
        assertThat(drawn.getGeometryType()).isEqualTo("Polygon");
        assertThat(drawn.getNumPoints()).isEqualTo(5);
        assertThat(entry.place()).isPresent();
        var renamed = recorded(send("entry", entry.id(), "seen", "1", "name", "เขตเปลี่ยนชื่อ", "shape", ""));
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(renamed.geometry())
                .hasValueSatisfying(now -> assertThat(now.equalsTopo(drawn)).isTrue());
        var redrawn = recorded(send(
                "entry",
                entry.id(),
                "seen",
                "2",
                "name",
                "เขตเปลี่ยนชื่อ",
                "shape",
                "6.04,99.04\n6.04,99.05\n6.05,99.05"));
        assertThat(redrawn.geometry().orElseThrow().getArea()).isLessThan(drawn.getArea());
    }

    @Test
    void theShapeThatStandsGoesAlong() {
        var entry = recorded(send("name", "เขตไปด้วย", "shape", SQUARE));
        var taken = new SignedIn(browser)
                .get(FIELD + "/entries?place=" + entry.place().orElseThrow(), officer);
        var shape = read(taken).get("items").values().stream()
                .filter(one -> one.get("id").stringValue().equals(entry.id()))
                .map(one -> JsonMapper.shared().readTree(one.get("shape").stringValue()))
                .findFirst()
                .orElseThrow();
        assertThat(shape.get("type").stringValue()).isEqualTo("Polygon");
        assertThat(shape.get("coordinates").get(0).size()).isEqualTo(5);
    }

    @Test
    void whatIsNoAreaIsToldAtItsFieldAndNotRecorded() {
        for (var wrong : List.of(BOW_TIE, "6.04, 99.04\r\nที่นี่\r\n6.06, 99.06", "6.04, 99.04\r\n6.06, 99.06")) {
            var refused = send("name", "เขตผิด", "shape", wrong);
            assertThat(refused).as(wrong).hasStatus(422);
            var problem = read(refused).get("problems").get(0);
            assertThat(problem.get("field").stringValue()).isEqualTo("shape");
        }
        assertThat(read(send("name", "เขตผิด", "shape", "6.04, 99.04\nที่นี่\n6.06, 99.06"))
                        .get("problems")
                        .get(0)
                        .get("message")
                        .stringValue())
                .contains("ที่นี่");
    }

    @Test
    void theFormAtADeskTakesPointsToo() {
        var desk = new SignedIn(browser)
                .post(
                        "/registers/zones/new",
                        officer,
                        "name",
                        "เขตจากโต๊ะ",
                        "holds_from",
                        "2021-01-01",
                        "shape",
                        SQUARE);
        assertThat(desk).hasStatus(303);
        var refused = new SignedIn(browser)
                .post("/registers/zones/new", officer, "name", "เขตไขว้", "holds_from", "2021-01-01", "shape", BOW_TIE);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("6.04, 99.04", "id=\"f-shape-error\"");
    }

    private MvcTestResult send(String... fields) {
        var all = new ArrayList<>(List.of("key", UUID.randomUUID().toString(), "holds_from", "2021-01-01"));
        all.addAll(List.of(fields));
        return new SignedIn(browser).post(FIELD, officer, all.toArray(String[]::new));
    }

    private Entry recorded(MvcTestResult sent) {
        assertThat(sent).hasStatus(201);
        var address = read(sent).get("address").stringValue();
        return entries.find(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(MvcTestResult result) {
        return JsonMapper.shared().readTree(text(result));
    }
}
