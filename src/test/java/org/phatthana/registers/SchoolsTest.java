package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/// The schools of the province come in from files, and go out again.
@SpringBootTest
@AutoConfigureMockMvc
class SchoolsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SCHOOLS = Path.of("../shared/data/schools/phitsanulok_schools.csv");

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Autowired
    MockMvcTester program;

    @Test
    void theSchoolsPlaceThemselvesAndTheSameFileChangesNothing() throws IOException {
        assumeTrue(Files.exists(SCHOOLS), "the schools are not here");
        var rows = Files.readAllLines(SCHOOLS).size() - 1;
        var first = stored(imports.take("register-schools", given(SCHOOLS)).orElseThrow());
        var there = new ArrayList<Entry>();
        entries.each(register(), there::add);
        assertThat(count(first, "added")
                        + count(first, "changed")
                        + count(first, "doubled")
                        + count(first, "unchanged"))
                .isEqualTo(rows);
        assertThat(there.stream().filter(entry -> entry.place().isPresent()).count())
                .isGreaterThan(rows * 95L / 100);
        assertThat(entries.placeless(register())).isGreaterThanOrEqualTo(count(first, "placeless"));
        assertThat(keys(first.notes()).stream()
                        .filter("registers.file.place-unknown"::equals)
                        .count())
                .isEqualTo(count(first, "placeless"));
        assertThat(there)
                .filteredOn(entry -> entry.text("name").orElse("").equals("โรงเรียนจ่านกร้อง"))
                .singleElement()
                .satisfies(school -> {
                    assertThat(school.place().orElseThrow().code()).isEqualTo("650101");
                    assertThat(school.codes("levels")).containsExactly("lower-secondary", "upper-secondary");
                });

        var again = stored(imports.take("register-schools", given(SCHOOLS)).orElseThrow());
        assertThat(again.counts()).containsEntry("added", 0L).containsEntry("changed", 0L);
    }

    @Test
    void whatGoesOutComesInAgainAndChangesNothing() throws Exception {
        stored(csv("name,tambon,amphoe,level,pupils\nโรงเรียนไปกลับ,ในเมือง,เมืองพิษณุโลก,ประถม,๑๒๐ คน\n"));
        for (var format : List.of("csv", "xlsx", "geojson")) {
            var answer =
                    program.get().uri("/registers/schools/entries." + format).exchange();
            assertThat(answer).hasStatusOk();
            var file = Files.write(
                    folder.resolve("schools." + format), answer.getResponse().getContentAsByteArray());
            var outcome = stored(imports.take("register-schools", given(file)).orElseThrow());
            assertThat(outcome.counts()).as(format).containsEntry("added", 0L).containsEntry("changed", 0L);
            assertThat(count(outcome, "unchanged")).isPositive();
        }
    }

    @Test
    void aRowThatSaysOtherwiseIsANewVersionAndFieldsWithoutAColumnStay() throws IOException {
        stored(csv("name,tambon,amphoe,level,pupils\nโรงเรียนสองฉบับ,ในเมือง,เมืองพิษณุโลก,ประถม,120\n"));
        var changed =
                stored(csv("ชื่อโรงเรียน,ตำบล,อำเภอ,จำนวนนักเรียน\nโรงเรียนสองฉบับ,ต.ในเมือง,อ.เมืองพิษณุโลก,121\n"));
        assertThat(changed.counts()).containsEntry("changed", 1L).containsEntry("added", 0L);
        assertThat(changed.changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("pupils");
            assertThat(change.before()).isEqualTo("120");
            assertThat(change.after()).isEqualTo("121");
        });
        var there = new ArrayList<Entry>();
        entries.each(register(), there::add);
        assertThat(there)
                .filteredOn(entry -> entry.text("name").orElse("").equals("โรงเรียนสองฉบับ"))
                .singleElement()
                .satisfies(school -> {
                    assertThat(school.version()).isEqualTo(2);
                    assertThat(school.codes("levels")).containsExactly("primary");
                    assertThat(entries.history(school.id())).hasSize(2);
                });
    }

    @Test
    void whatIsWrongIsToldAtItsCellAndNothingIsStored() throws IOException {
        var before = entries.count(register());
        var errors = refused(csv("""
            name,tambon,amphoe,level,pupils,lat,lon
            โรงเรียนผิด 1,ในเมือง,เมืองพิษณุโลก,ประถม,12 กม.,,
            โรงเรียนผิด 2,ในเมือง,เมืองพิษณุโลก,วิทยาลัย,ไม่มี,,
            โรงเรียนผิด 3,ในเมือง,เมืองพิษณุโลก,ประถม,-,เหนือ,100.2
            โรงเรียนผิด 4,ในเมือง,เมืองพิษณุโลก,ประถม,20001,16.82,
            โรงเรียนผิด 5,ในเมือง,เมืองพิษณุโลก,ประถม,100,100.26,16.82
            ,ในเมือง,เมืองพิษณุโลก,ประถม,100,,
            """));
        assertThat(errors)
                .extracting(
                        CellNote::row, CellNote::column, note -> note.message().key())
                .containsExactlyInAnyOrder(
                        tuple(2, "E", "registers.read.other-unit"),
                        tuple(3, "D", "registers.read.no-code"),
                        tuple(4, "F", "registers.read.no-number"),
                        tuple(5, "E", "registers.fault.most"),
                        tuple(5, "G", "registers.read.half-position"),
                        tuple(6, "F", "registers.fault.swapped"),
                        tuple(7, "A", "registers.fault.required"));
        assertThat(refused(csv("""
            name,tambon,amphoe,lat,lon
            โรงเรียนสลับ,ในเมือง,เมืองพิษณุโลก,100.26,16.82
            โรงเรียนไกล,ในเมือง,เมืองพิษณุโลก,13.75,100.5
            """)))
                .extracting(CellNote::row, note -> note.message().key())
                .containsExactly(tuple(2, "registers.fault.swapped"), tuple(3, "registers.fault.outside"));
        assertThat(entries.count(register())).isEqualTo(before);
    }

    @Test
    void aRowThatLiesElsewhereThanItSaysIsTold() throws IOException {
        var outcome = stored(csv("""
            name,tambon,amphoe,lat,lon
            โรงเรียนขัดพิกัด,นครไทย,นครไทย,16.82,100.26
            โรงเรียนตรงพิกัด,ในเมือง,เมืองพิษณุโลก,16.82,100.26
            """));
        assertThat(outcome.notes())
                .extracting(
                        CellNote::row, CellNote::column, note -> note.message().key())
                .containsExactly(tuple(2, "B", "registers.file.elsewhere"));
    }

    @Test
    void aFileOfAMillionRowsIsRefusedBeforeItIsInMemory() throws IOException {
        var file = folder.resolve("million.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("name,tambon,amphoe\n");
            for (var row = 0; row < 1_000_000; row++) {
                out.write("s" + row + ",a,b\n");
            }
        }
        var before = entries.count(register());
        assertThat(refused(imports.take("register-schools", given(file)).orElseThrow()))
                .hasSize(1);
        assertThat(entries.count(register())).isEqualTo(before);
    }

    @Test
    void doubledRowsAndPlacesThatNobodyKnowsAreFlagged() throws IOException {
        var outcome = stored(csv("""
            name,tambon,amphoe,level
            โรงเรียนซ้ำ,ในเมือง,เมืองพิษณุโลก,ประถม
            โรงเรียนซ้ำ,ในเมือง,เมืองพิษณุโลก,ประถม
            โรงเรียนกำกวม,บ้านที่ไม่มี,เมืองพิษณุโลก,ประถม
            """));
        assertThat(outcome.counts())
                .containsEntry("added", 2L)
                .containsEntry("doubled", 1L)
                .containsEntry("placeless", 1L);
        assertThat(keys(outcome.notes())).contains("registers.file.doubled", "registers.file.place-unknown");
        var there = new ArrayList<Entry>();
        entries.each(register(), there::add);
        assertThat(there)
                .filteredOn(entry -> entry.text("name").orElse("").equals("โรงเรียนกำกวม"))
                .singleElement()
                .satisfies(school -> assertThat(school.placeSaid()).isEqualTo("ต.บ้านที่ไม่มี อ.เมืองพิษณุโลก"));
    }

    @Test
    void whatIsOfPersonsIsInNoPublicAnswer() throws Exception {
        stored(csv("name,tambon,amphoe,ผู้อำนวยการ\nโรงเรียนลับ,ในเมือง,เมืองพิษณุโลก,นางสาวลับเฉพาะ\n"));
        var there = new ArrayList<Entry>();
        entries.each(register(), there::add);
        var school = there.stream()
                .filter(entry -> entry.text("name").orElse("").equals("โรงเรียนลับ"))
                .findFirst()
                .orElseThrow();
        assertThat(entries.personal(school)).containsEntry("director", "นางสาวลับเฉพาะ");
        for (var address : List.of(
                school.address(),
                "/registers/schools?q=ลับ",
                "/registers/schools/entries.csv",
                "/registers/schools/entries.geojson",
                "/api/v1/registers/schools/entries?q=ลับ",
                "/api/v1/registers/schools/entries/" + school.id())) {
            var answer = program.get().uri(address).exchange();
            assertThat(answer).as(address).hasStatusOk();
            assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                    .as(address)
                    .contains("โรงเรียนลับ")
                    .doesNotContain("ลับเฉพาะ");
        }
    }

    @Test
    void programsPageThroughEntriesAndAreToldWhatIsWrong() throws Exception {
        stored(csv("""
            name,tambon,amphoe,level
            โรงเรียนหน้า 1,วังทอง,วังทอง,ประถม
            โรงเรียนหน้า 2,วังทอง,วังทอง,มัธยม
            โรงเรียนหน้า 3,วังทอง,วังทอง,อนุบาล
            """));
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    JSON.readTree(body("/api/v1/registers/schools/entries?q=หน้า&place=6508&limit=2&cursor=" + cursor));
            page.path("items")
                    .forEach(item -> names.add(item.path("values").path("name").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(names)
                .contains("โรงเรียนหน้า 1", "โรงเรียนหน้า 2", "โรงเรียนหน้า 3")
                .doesNotHaveDuplicates();
        assertThat(body("/api/v1/registers")).contains("\"schools\"").doesNotContain("director");
        assertThat(program.get().uri("/api/v1/registers/schools/entries?cursor=nobody"))
                .hasStatus(400);
        assertThat(program.get().uri("/api/v1/registers/schools/entries?place=99"))
                .hasStatus(400);
        assertThat(program.get().uri("/api/v1/registers/none/entries")).hasStatus(404);
    }

    @Test
    void whatMakesNoSenseInAnAddressRestrictsNothingOrIsRefused() {
        for (var query : List.of("levels=none", "internet=perhaps", "after=nobody", "place=99")) {
            assertThat(program.get().uri(URI.create("/registers/schools?" + query)))
                    .as(query)
                    .hasStatusOk();
        }
        for (var query : List.of("q=%00", "levels=%00", "after=%00", "place=%00")) {
            assertThat(program.get().uri(URI.create("/registers/schools?" + query)))
                    .as(query)
                    .hasStatus(400);
        }
        for (var query : List.of("cursor=%00", "place=%00", "limit=0", "limit=1001", "limit=x")) {
            assertThat(program.get().uri(URI.create("/api/v1/registers/schools/entries?" + query)))
                    .as(query)
                    .hasStatus(400)
                    .hasContentTypeCompatibleWith("application/problem+json");
        }
    }

    private String body(String address) {
        var answer = program.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Register register() {
        return registers.find("schools").orElseThrow();
    }

    private ImportOutcome csv(String text) throws IOException {
        return imports.take("register-schools", given(Files.writeString(folder.resolve("schools.csv"), text)))
                .orElseThrow();
    }

    private static ImportFile given(Path file) {
        return new ImportFile(file, file.getFileName().toString(), Map.of(), "officer");
    }

    private static long count(ImportOutcome.Stored stored, String what) {
        return stored.counts().getOrDefault(what, 0L);
    }
}
