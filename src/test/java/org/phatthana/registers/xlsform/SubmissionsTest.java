package org.phatthana.registers.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Field;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// Answers that ODK Central and Kobo export for a form go into the register that was made of it.
@SpringBootTest
class SubmissionsTest {

    private static final String SURVEY = """
        type|name|label
        text|wat|ชื่อวัด
        begin_group|place_group|ที่ตั้ง
        geopoint|where|ที่ตั้งวัด
        end_group
        begin_group|use|การใช้งาน
        select_multiple uses|uses|ใช้ทำอะไร
        acknowledge|checked|ตรวจแล้ว
        end_group
        """;
    private static final String LISTS = """
        list_name|name|label
        uses|school_room|สอนหนังสือ
        uses|shelter|ที่พักพิง
        """;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Autowired
    Texts texts;

    @Test
    void anExportOfOdkCentralIsTakenInAndAgainChangesNothing() throws IOException {
        form("odk_temples", "geopoint");
        var csv = """
            SubmissionDate,wat,place_group-where-Latitude,place_group-where-Longitude,place_group-where-Altitude,place_group-where-Accuracy,use-uses,use-checked,KEY,SubmitterID
            2026-03-01T19:05:06.789Z,วัดหนึ่ง,16.8211,100.2659,40.1,4.5,school_room shelter,OK,uuid:1111-aaaa,7
            2026-03-03T04:05:06.789Z,วัดหนึ่ง,16.8212,100.2660,40.1,4.5,shelter,,uuid:2222-bbbb,7
            """;
        var first = stored(take("odk-temples", csv));
        assertThat(first.counts()).containsEntry("added", 2L).containsEntry("placeless", 0L);
        assertThat(all("odk-temples"))
                .extracting(
                        entry -> entry.text("submission").orElse(""),
                        entry -> entry.codes("uses"),
                        entry -> entry.values().get("checked"),
                        Entry::holdsFrom)
                .containsExactlyInAnyOrder(
                        tuple("uuid:1111-aaaa", List.of("school-room", "shelter"), true, LocalDate.of(2026, 3, 2)),
                        tuple("uuid:2222-bbbb", List.of("shelter"), null, LocalDate.of(2026, 3, 3)));
        assertThat(all("odk-temples")).allSatisfy(entry -> {
            assertThat(entry.place()).isPresent();
            assertThat(entry.geometry().orElseThrow().getCoordinate().y).isBetween(16.82, 16.83);
        });
        assertThat(stored(take("odk-temples", csv)).counts())
                .containsEntry("added", 0L)
                .containsEntry("unchanged", 2L);
    }

    @Test
    void anExportOfKoboIsTakenInWithItsNumbersAndCombinedPositions() throws IOException {
        form("kobo_temples", "geopoint");
        var csv = """
            wat;place_group/where;_place_group/where_latitude;_place_group/where_longitude;use/uses;use/uses/shelter;_id;_uuid;_submission_time
            วัดสอง;16.8211 100.2659 40 4;16.8211;100.2659;shelter;1;123456;3333-cccc;2026-03-02T04:05:06
            """;
        assertThat(stored(take("kobo-temples", csv)).counts()).containsEntry("added", 1L);
        assertThat(stored(take("kobo-temples", csv)).counts()).containsEntry("unchanged", 1L);
        var combined = "wat;where;_uuid\nวัดสาม;16.8300 100.2700 0 0;4444-dddd\n";
        assertThat(stored(take("kobo-temples", combined)).counts()).containsEntry("added", 1L);
        assertThat(all("kobo-temples"))
                .extracting(entry -> entry.geometry().orElseThrow().getCoordinate().x)
                .containsExactlyInAnyOrder(100.2659, 100.27);
    }

    @Test
    void tracesAndShapesAreLinesAndAreas() throws IOException {
        form("traced", "geotrace");
        form("shaped", "geoshape");
        var line = "wat,where\nเส้น,16.8211 100.2659 0 0;16.8221 100.2669 0 0;16.8231 100.2659 0 0\n";
        stored(take("traced", line));
        stored(take("shaped", line.replace("เส้น", "แปลง")));
        assertThat(all("traced").getFirst().geometry().orElseThrow().getGeometryType())
                .isEqualTo("LineString");
        assertThat(all("shaped").getFirst().geometry().orElseThrow().getGeometryType())
                .isEqualTo("Polygon");
        for (var wrong : List.of("16.8", "16.8211 100.2659", "north east;south west", "16.8 100.2 1 2 3; 1 2")) {
            assertThat(refused(take("traced", "wat,where\nผิด," + wrong + "\n")))
                    .as(wrong)
                    .extracting(
                            CellNote::row,
                            CellNote::column,
                            note -> note.message().key())
                    .containsExactly(tuple(2, "B", "registers.read.no-position"));
        }
    }

    @Test
    void anAnswerThatIsNoChoiceIsToldAtItsCell() throws IOException {
        form("odd_answers", "geopoint");
        assertThat(keys(refused(take("odd-answers", "wat,uses\nวัด,shelter palace\n"))))
                .containsExactly("registers.read.no-code");
    }

    @Test
    void everyRegisterGivesAFormAndTheFormOfOneMakesTheSameFields() throws IOException {
        form("there_and_back", "geopoint");
        var register = registers.find("there-and-back").orElseThrow();
        stored(takeForm(written(register)));
        var again = registers.find("there-and-back").orElseThrow();
        assertThat(again.fields())
                .filteredOn(field -> !field.code().equals("checked"))
                .extracting(Field::code, Field::type, Field::label, Field::required, Field::privacy)
                .containsExactlyElementsOf(register.fields().stream()
                        .filter(field -> !field.code().equals("checked"))
                        .map(field ->
                                tuple(field.code(), field.type(), field.label(), field.required(), field.privacy()))
                        .toList());
        assertThat(again.geometry()).isEqualTo(register.geometry());
    }

    @Test
    void whatIsCollectedByTheFormOfARegisterOfThePackGoesIn() throws IOException {
        assertThat(keys(refused(takeForm(written(registers.find("schools").orElseThrow())))))
                .containsExactly("registers.xlsform.wrong.taken");
        var csv = """
            name,map_position-Latitude,map_position-Longitude,levels,internet
            โรงเรียนจากแบบฟอร์ม,16.8211,100.2659,primary upper-secondary,yes
            """;
        assertThat(stored(take("schools", csv)).counts()).containsEntry("added", 1L);
        assertThat(all("schools"))
                .filteredOn(entry -> entry.text("name").orElse("").equals("โรงเรียนจากแบบฟอร์ม"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.geometry()).isPresent();
                    assertThat(entry.codes("levels")).containsExactly("primary", "upper-secondary");
                    assertThat(entry.values()).containsEntry("internet", true);
                });
    }

    private byte[] written(Register register) throws IOException {
        var out = new ByteArrayOutputStream();
        new FormWriting(register, texts).writeTo(out);
        return out.toByteArray();
    }

    private ImportOutcome takeForm(byte[] form) throws IOException {
        var file = Files.write(folder.resolve("form.xlsx"), form);
        return imports.take("xlsform", new ImportFile(file, "form.xlsx", Map.of("public", "true"), "administrator"))
                .orElseThrow();
    }

    private void form(String id, String position) throws IOException {
        stored(takeForm(Forms.survey(SURVEY.replace("geopoint", position))
                .choices(LISTS)
                .settings("form_id|form_title\n%s|วัด".formatted(id))
                .bytes()));
    }

    private ImportOutcome take(String register, String csv) throws IOException {
        var file = Files.writeString(folder.resolve("answers.csv"), csv);
        return imports.take("register-" + register, new ImportFile(file, "answers.csv", Map.of(), "officer"))
                .orElseThrow();
    }

    private List<Entry> all(String register) {
        var all = new ArrayList<Entry>();
        entries.each(registers.find(register).orElseThrow(), all::add);
        return all;
    }
}
