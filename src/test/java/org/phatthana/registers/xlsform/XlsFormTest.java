package org.phatthana.registers.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.Entries;
import org.phatthana.registers.EntryQuery;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.Registers;
import org.phatthana.values.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Forms of ODK and Kobo become registers.
@SpringBootTest
@AutoConfigureMockMvc
class XlsFormTest {

    static final String PONDS = """
        type|name|label::Thai (th)|label::English (en)|hint::Thai (th)|required|constraint|relevant|appearance|privacy|calculation|parameters
        start|start
        note|hello|ขอบคุณที่ช่วยสำรวจ|Thank you
        text|pond_name|ชื่อสระ|Name of pond||yes||||public
        geopoint|where|ตำแหน่งสระ|Position|||||
        begin_group|water|น้ำ|Water
        select_one kind|kind|ชนิด|Kind|||||| public
        select_multiple uses|uses|การใช้น้ำ|Uses||yes||${kind} != 'dry'||public
        decimal|depth|ความลึก (เมตร)|Depth (metres)|วัดจากขอบสระ||. >= 0 and . <= 40|||public
        integer|households|ครัวเรือนที่ใช้|Households||yes|. > 0||
        end_group
        date|dug|ปีที่ขุด|Year dug|||||year|public
        dateTime|seen_at|เวลาที่สำรวจ|Seen at
        text|phone|โทรศัพท์ผู้ดูแล|Telephone|||regex(., '0[0-9]{8,9}')|||personal
        range|quality|คุณภาพน้ำ|Quality||||||public||start=1 end=5 step=1
        image|photo|ภาพสระ|Photograph
        calculate|per_home|||||||||${depth} div ${households}
        begin_repeat|fish|ปลา|Fish
        text|species|ชนิดปลา|Species
        end_repeat
        """;
    static final String LISTS = """
        list_name|name|label::Thai (th)|label::English (en)
        kind|pond|สระขุด|Dug pond
        kind|weir_pond|ฝายชะลอน้ำ|Weir
        kind|dry|แห้ง|Dry
        uses|drink|ดื่ม|Drinking
        uses|farm|เกษตร|Farming
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
    PublicLog log;

    @Autowired
    MockMvcTester program;

    @Test
    void aFormBecomesARegisterWithItsFieldsListsAndRanges() throws IOException {
        var outcome = stored(take(form("survey_ponds")));
        assertThat(outcome.subject()).isEqualTo("/registers/survey-ponds");
        var ponds = registers.find("survey-ponds").orElseThrow();
        assertThat(ponds.title().thai()).isEqualTo("สระน้ำสาธารณะ");
        assertThat(ponds.geometry()).isEqualTo(GeometryKind.POINT);
        assertThat(ponds.nameField()).isEqualTo("pond_name");
        assertThat(ponds.fields())
                .extracting(Field::code, Field::type, Field::required, Field::privacy)
                .containsExactly(
                        tuple("pond_name", FieldType.TEXT, true, Privacy.PUBLIC),
                        tuple("kind", FieldType.CODE, false, Privacy.PUBLIC),
                        tuple("uses", FieldType.CODES, true, Privacy.PUBLIC),
                        tuple("depth", FieldType.NUMBER, false, Privacy.PUBLIC),
                        tuple("households", FieldType.INTEGER, true, Privacy.STAFF),
                        tuple("dug", FieldType.YEAR, false, Privacy.PUBLIC),
                        tuple("seen_at", FieldType.DATE, false, Privacy.STAFF),
                        tuple("phone", FieldType.TEXT, false, Privacy.PERSONAL),
                        tuple("quality", FieldType.INTEGER, false, Privacy.PUBLIC),
                        tuple("per_home", FieldType.TEXT, false, Privacy.STAFF),
                        tuple("submission", FieldType.TEXT, false, Privacy.PUBLIC));
        var depth = ponds.field("depth").orElseThrow();
        assertThat(depth.label().in(Language.ENGLISH)).isEqualTo("Depth (metres)");
        assertThat(depth.hint().thai()).isEqualTo("วัดจากขอบสระ");
        assertThat(depth.most()).hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("40"));
        assertThat(ponds.field("households").orElseThrow().least())
                .hasValueSatisfying(least -> assertThat(least).isEqualByComparingTo("1"));
        assertThat(ponds.field("phone").orElseThrow().pattern()).hasValue("0[0-9]{8,9}");
        assertThat(ponds.field("kind").orElseThrow().codes().orElseThrow().find("weir-pond"))
                .hasValueSatisfying(value -> assertThat(value.label().thai()).isEqualTo("ฝายชะลอน้ำ"));
        assertThat(log.newestAbout("/registers/survey-ponds").orElseThrow().kind())
                .isEqualTo("registers.register-declared");
    }

    @Test
    void whatCannotBeCarriedIsToldAtItsCellAndNothingIsSilent() throws IOException {
        var outcome = stored(attempt(form("told_ponds")));
        assertThat(outcome.notes())
                .extracting(
                        CellNote::row,
                        CellNote::column,
                        note -> note.message().key().replace("registers.xlsform.", ""))
                .contains(
                        tuple(2, "A", "left.sending"),
                        tuple(3, "A", "left.note"),
                        tuple(13, "A", "left.moment"),
                        tuple(16, "A", "left.photograph"),
                        tuple(17, "A", "left.worked-out"),
                        tuple(18, "A", "left.repeat"),
                        tuple(19, "B", "left.repeated"),
                        tuple(1, "I", "left.column"));
        assertThat(registers.find("told-ponds")).isEmpty();
        assertThat(outcome.changes())
                .filteredOn(change -> change.field().equals("depth"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.row()).isEqualTo(9);
                    assertThat(change.about().thai()).isEqualTo("ความลึก (เมตร)");
                });
        assertThat(outcome.changes())
                .filteredOn(change -> change.sheet().equals("choices"))
                .hasSize(5);
        assertThat(outcome.changes())
                .filteredOn(change -> change.field().equals("geometry"))
                .singleElement()
                .satisfies(change -> assertThat(change.row()).isEqualTo(5));
        assertThat(keys(outcome.notes())).startsWith("registers.xlsform.note.becomes", "registers.xlsform.note.closed");
    }

    @Test
    void everyFaultOfAFormIsToldAtItsCell() throws IOException {
        assertThat(refused(take(Forms.survey("""
            type|name|label|constraint|relevant
            text|name|ชื่อ
            txt|kind|ชนิด
            select_one|how|อย่างไร
            select_one colour|colour|สี
            text|name|ชื่ออีกครั้ง
            text|two words|สองคำ
            text||ไม่มีชื่อ
            |lost|ไม่มีชนิด
            integer|n|จำนวน|. >= (0
            integer|m|จำนวน|. <= 5|${nowhere} = 1
            end_group
            begin_group|g|กลุ่ม
            end_repeat
            begin_group|h|กลุ่ม
            select_multiple size|size|ขนาด
            """).choices("""
                list_name|name|label
                size|a b|มีช่องว่าง
                size|big|ใหญ่
                size|big|ใหญ่
                size||ไม่มีชื่อ
                |small|ไม่มีรายการ
                """))))
                .extracting(
                        CellNote::sheet,
                        CellNote::row,
                        CellNote::column,
                        note -> note.message().key().replace("registers.xlsform.wrong.", ""))
                .containsExactlyInAnyOrder(
                        tuple("survey", 3, "A", "type"),
                        tuple("survey", 4, "A", "no-list"),
                        tuple("survey", 5, "A", "list"),
                        tuple("survey", 6, "B", "name-twice"),
                        tuple("survey", 7, "B", "name"),
                        tuple("survey", 8, "B", "no-name"),
                        tuple("survey", 9, "A", "no-type"),
                        tuple("survey", 10, "D", "expression-ends"),
                        tuple("survey", 11, "E", "question"),
                        tuple("survey", 12, "A", "not-begun"),
                        tuple("survey", 14, "A", "other-end"),
                        tuple("survey", 15, "A", "not-ended"),
                        tuple("choices", 2, "B", "choice-space"),
                        tuple("choices", 4, "B", "choice-twice"),
                        tuple("choices", 5, "B", "choice-without-name"),
                        tuple("choices", 6, "A", "choice-without-list"));
    }

    @Test
    void aWorkbookThatIsNoFormIsRefusedWithWhatItLacks() throws IOException {
        assertThat(keys(refused(take(Forms.survey("name|label\nx|y").sheet("other", "a|b")))))
                .containsExactly("registers.xlsform.wrong.no-heading");
        assertThat(keys(refused(take("type,name\ntext,x".getBytes(StandardCharsets.UTF_8), "x.xlsx"))))
                .allMatch(key -> key.startsWith("exchange.workbook."));
        assertThat(keys(refused(take(Forms.survey("type|name|label|label\ntext|x|a|b")))))
                .containsExactly("registers.xlsform.wrong.heading-twice");
        assertThat(keys(refused(take(Forms.survey("type|name|label\ninteger|x|a")))))
                .containsExactly("registers.xlsform.wrong.no-text");
        assertThat(keys(refused(take(Forms.survey("type|name|label\nnote|x|a")))))
                .containsExactly("registers.xlsform.wrong.no-questions");
        assertThat(keys(refused(take(Forms.survey("type|name|label\nselect_one k|x|a")))))
                .containsExactly("registers.xlsform.wrong.no-choices");
    }

    @Test
    void aRegisterOfAFormIsUsedOnEveryScreenAtOnce() throws Exception {
        stored(take(form("used_ponds")));
        var csv = """
            ชื่อสระ,ชนิด,การใช้น้ำ,ความลึก (เมตร),ครัวเรือนที่ใช้,ปีที่ขุด,โทรศัพท์ผู้ดูแล,ละติจูด,ลองจิจูด
            สระหลวง,สระขุด,"ดื่ม, เกษตร",๔ ,๑๒,2540,0812345678,16.8211,100.2659
            """;
        var file = Files.writeString(folder.resolve("ponds.csv"), csv);
        stored(imports.take("register-used-ponds", given(file)).orElseThrow());
        var ponds = registers.find("used-ponds").orElseThrow();
        var pond = entries.page(ponds, EntryQuery.first(5)).entries().getFirst();
        assertThat(pond.codes("uses")).containsExactly("drink", "farm");
        assertThat(pond.place()).isPresent();
        for (var address : List.of(
                "/registers",
                "/registers/used-ponds",
                "/en/registers/used-ponds?kind=pond",
                "/registers/used-ponds/entries.csv",
                "/registers/used-ponds/entries.geojson",
                "/api/v1/registers/used-ponds/entries",
                pond.address())) {
            assertThat(program.get().uri(address)).as(address).hasStatusOk();
        }
        assertThat(program.get().uri("/registers/used-ponds"))
                .bodyText()
                .contains("สระหลวง", "สระน้ำสาธารณะ")
                .doesNotContain("0812345678");
        var wrong = Files.writeString(
                folder.resolve("wrong.csv"), csv.replace("0812345678", "12").replace("๔ ", "400"));
        assertThat(keys(refused(
                        imports.take("register-used-ponds", given(wrong)).orElseThrow())))
                .containsExactlyInAnyOrder("registers.fault.pattern", "registers.fault.most");
    }

    @Test
    void aChangedFormIsAnotherVersionAndWhatWouldLoseValuesIsRefused() throws IOException {
        stored(take(form("changed_ponds")));
        assertThat(keys(stored(take(form("changed_ponds"))).notes())).contains("registers.xlsform.note.same");
        var more = form(
                "changed_ponds",
                PONDS.replace("ชนิด|Kind", "ชนิดของสระ|Kind") + "text|owner|เจ้าของ|Owner\n",
                LISTS + "kind|river|แม่น้ำ|River\n");
        var second = stored(take(more));
        assertThat(second.counts()).containsEntry("version", 2L);
        assertThat(second.changes())
                .extracting(change -> change.field())
                .containsExactlyInAnyOrder("kind", "owner", "kind");
        assertThat(registers.find("changed-ponds").orElseThrow().field("owner")).isPresent();
        var file = Files.writeString(
                folder.resolve("one.csv"),
                "ชื่อสระ,kind,ครัวเรือนที่ใช้,ละติจูด,ลองจิจูด\nสระเดียว,แห้ง,3,16.8211,100.2659\n");
        stored(imports.take("register-changed-ponds", given(file)).orElseThrow());
        var losing = form(
                "changed_ponds",
                PONDS.replaceAll("(?m)^decimal.*\\n", "")
                        .replace("${depth} div ${households}", "1")
                        .replace("integer|households", "text|households")
                        .replace(". > 0", "")
                        .replace("geopoint", "geoshape"),
                LISTS);
        assertThat(keys(refused(take(losing))))
                .containsExactlyInAnyOrder(
                        "registers.xlsform.loss.geometry",
                        "registers.xlsform.loss.field",
                        "registers.xlsform.loss.field",
                        "registers.xlsform.loss.type",
                        "registers.xlsform.loss.choice");
        assertThat(registers.find("changed-ponds").orElseThrow().geometry()).isEqualTo(GeometryKind.POINT);
    }

    @Test
    void noFormTakesTheCodeOfAnotherRegister() throws IOException {
        assertThat(refused(take(form("Schools")))).singleElement().satisfies(note -> {
            assertThat(note.message().key()).isEqualTo("registers.xlsform.wrong.taken");
            assertThat(note.sheet()).isEqualTo("settings");
            assertThat(note.column()).isEqualTo("A");
        });
        stored(take(form("near_ponds")));
        assertThat(keys(refused(take(form("near ponds"))))).containsExactly("registers.xlsform.wrong.other-form");
    }

    @Test
    void aFormInOneLanguageAndWithOddNamesIsTakenToo() throws IOException {
        var outcome = stored(take(Forms.survey("""
            type|name|label|label::Klingon
            text|ชื่อ|ชื่อวัด
            begin group|a|อาคาร
            integer|count|จำนวน
            end group
            begin group|b|พระสงฆ์
            integer|count|จำนวน
            end group
            select_one yn or_other|_001|มีลานจอดรถ
            acknowledge|seen|ตรวจแล้ว
            """).choices("""
                list name|name|label
                yn|1|มี
                yn|0|ไม่มี
                """).settings("""
                    form_title|form_id|instance_name
                    วัด|odd_temples|${ชื่อ}
                    """)));
        assertThat(keys(outcome.notes())).contains("registers.xlsform.note.no-english");
        var temples = registers.find("odd-temples").orElseThrow();
        assertThat(temples.fields())
                .extracting(field -> field.label().thai())
                .containsExactly(
                        "ชื่อวัด",
                        "อาคาร · จำนวน",
                        "พระสงฆ์ · จำนวน",
                        "มีลานจอดรถ",
                        "มีลานจอดรถ (อื่น ๆ โปรดระบุ)",
                        "ตรวจแล้ว",
                        "รหัสการส่งแบบ");
        assertThat(temples.fields())
                .extracting(Field::code)
                .contains("a_count", "b_count", "q_001", "q_001_other", "q_seen");
        assertThat(temples.field("q_001").orElseThrow().codes().orElseThrow().values())
                .extracting(value -> value.code())
                .containsExactly("1", "0", "other");
    }

    private static Forms form(String id) {
        return form(id, PONDS, LISTS);
    }

    static Forms form(String id, String survey, String lists) {
        return Forms.survey(survey).choices(lists).settings("""
            form_id|form_title|version
            %s|สระน้ำสาธารณะ|1
            """.formatted(id));
    }

    private ImportOutcome take(Forms form) throws IOException {
        return take(form.bytes(), "form.xlsx");
    }

    private ImportOutcome take(byte[] bytes, String name) throws IOException {
        return imports.take("xlsform", given(Files.write(folder.resolve(name), bytes)))
                .orElseThrow();
    }

    private ImportOutcome attempt(Forms form) throws IOException {
        return imports.attempt("xlsform", given(Files.write(folder.resolve("form.xlsx"), form.bytes())))
                .orElseThrow();
    }

    private static ImportFile given(Path file) {
        return new ImportFile(file, file.getFileName().toString(), Map.of(), "administrator");
    }
}
