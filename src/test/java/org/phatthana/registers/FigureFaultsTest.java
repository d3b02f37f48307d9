package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.Imports;
import org.phatthana.values.Language;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// What stands against files of figures is told where it stands.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class FigureFaultsTest {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Observations observations;

    @Autowired
    EntryRecording entries;

    @Autowired
    Registers registers;

    @Autowired
    Texts texts;

    @Test
    void entriesAreKnownByIdCodeAndNameAndWhatSeveralAreCalledIsNotGuessed() throws IOException {
        var first = office().well("บ่อเดียว", "N-1");
        var north = office().well("บ่อชื่อซ้ำ", "N-2");
        office().well("บ่อชื่อซ้ำ", "N-3", "910201");
        assertThat(stored(office().csv("well-level.csv", """
            id,เดือน,ค่า
            %s,2514-01,1
            N-1,2514-02,2 ม.
            บ่อ เดียว,มี.ค. 14,300 ซม.
            """.formatted(first))).counts())
                .containsEntry("recorded", 3L);
        assertThat(office().value("well-level", first, 1971, 3, 1)).isEqualTo("3");
        assertThat(refused(office().csv("well-level.csv", """
            ชื่อ,เดือน,ค่า
            บ่อชื่อซ้ำ,2514-01,1
            บ่อชื่อซ้ำ,2514-02,1
            บ่อที่ไม่มี,2514-01,1
            """)))
                .extracting(CellNote::row, note -> texts.text(Language.ENGLISH, note.message()))
                .containsExactly(
                        tuple(
                                2,
                                "The register “Wells” has 2 entries called “บ่อชื่อซ้ำ”. Please write the id or the"
                                        + " code, or where it is (2 figures in the file)"),
                        tuple(4, "The register “Wells” has no entry “บ่อที่ไม่มี” (1 figure in the file)"));
        stored(office().csv("well-level.csv", "ชื่อ,ตำบล,อำเภอ,เดือน,ค่า\nบ่อชื่อซ้ำ,ทดสอบกลาง,ต้นทาง,2514-05,4\n"));
        assertThat(office().value("well-level", north, 1971, 5, 1)).isEqualTo("4");
    }

    @Test
    void everythingThatIsWrongIsToldAtItsCellAndNothingIsStored() throws IOException {
        var newest = observations.newest();
        assertThat(refused(office().csv("rain.csv", """
            subject,period,value,method,flag
            910102,1971-09-01,มาก,,
            910102,ก.ย. 2514,1,,
            910102,3057-09-01,1,,
            910102,1971-09-02,1 กก.,,
            910102,1971-09-03,1,,sure
            910102,,1,,
            ,1971-09-04,1,,
            """)))
                .extracting(
                        CellNote::row, CellNote::column, note -> note.message().key())
                .containsExactly(
                        tuple(2, "C", "registers.read.no-number"),
                        tuple(3, "B", "registers.period.no-day"),
                        tuple(4, "B", "registers.period.wrong-era"),
                        tuple(5, "C", "registers.read.other-unit"),
                        tuple(6, "E", "registers.figure-file.no-flag"),
                        tuple(7, "B", "registers.fault.required"),
                        tuple(8, "A", "registers.fault.required"));
        assertThat(refused(office().csv("rain.csv", """
            subject,period,value,method,flag
            910102,1971-09-01,1.25,,
            910102,1971-09-02,1,ถัง,
            910102,9999-09-02,1,,
            """.replace("9999", "2155"))))
                .extracting(
                        CellNote::row, CellNote::column, note -> note.message().key())
                .containsExactly(
                        tuple(2, "C", "registers.observation.decimals"),
                        tuple(3, "D", "registers.fault.no-code"),
                        tuple(4, "B", "registers.fault.future"));
        assertThat(refused(office().csv("rain.csv", """
            subject,period,value
            9101,1971-09-01,1
            ทดสอบบน,1971-09-01,1
            910102,1971-09-01,1
            910102,1 ก.ย. 14,1.0
            ทดสอบกลาง,1/9/2514,2
            """)))
                .extracting(CellNote::row, CellNote::column, note -> texts.text(Language.ENGLISH, note.message()))
                .contains(
                        tuple(
                                2,
                                "A",
                                "“9101” is no code of a place that this series observes (tambon) (1 figure in the"
                                        + " file)"),
                        tuple(6, "C", "Row 4 says 1 for the same subject and period"));
        assertThat(observations.newest()).isEqualTo(newest);
    }

    @Test
    void aTambonThatNobodyCanTellIsToldWithItsAmphoeAndThoseNearIt() throws IOException {
        assertThat(refused(office().csv("rain.csv", """
            ตำบล,อำเภอ,1974-01-01,1974-01-02
            ทดสอบกลาน,ต้นทาง,1,2
            ทดสอบกลาง,ปลายทาง,1,2
            """)))
                .extracting(CellNote::row, CellNote::column, note -> texts.text(Language.THAI, note.message()))
                .containsExactly(
                        tuple(
                                2,
                                "A",
                                "บอกไม่ได้ว่า “ต.ทดสอบกลาน อ.ต้นทาง” คือตำบลใด ชื่อที่ใกล้เคียง: ตำบลทดสอบกลาง"
                                        + " อำเภอต้นทาง (910102) (ในไฟล์มี 2 ค่า)"),
                        tuple(3, "A", "บอกไม่ได้ว่า “ต.ทดสอบกลาง อ.ปลายทาง” คือตำบลใด (ในไฟล์มี 2 ค่า)"));
    }

    @Test
    void faultsOfEveryKindAreToldAtOnceInTheOrderOfTheRows() throws IOException {
        var newest = observations.newest();
        assertThat(refused(office().csv("rain.csv", """
            subject,period,value,method
            910102,1973-09-01,1.25,
            ไม่มีตำบลนี้,1973-09-01,1,
            910102,1973-09-02,มาก,
            910102,1973-09-03,1,ถัง
            910102,1973-09-04,1,
            910102,1973-09-04,2,
            """)))
                .extracting(CellNote::row, note -> note.message().key())
                .containsExactly(
                        tuple(2, "registers.observation.decimals"),
                        tuple(3, "registers.figure-file.unknown"),
                        tuple(4, "registers.read.no-number"),
                        tuple(5, "registers.fault.no-code"),
                        tuple(7, "registers.figure-file.twice"));
        assertThat(observations.newest()).isEqualTo(newest);
        assertThat(keys(refused(office().csv("rain.csv", "subject,period,value\n910102,1973-09-05,1\n910102,x,1\n"))))
                .containsExactly("registers.period.no-day");
        assertThat(observations.newest()).isEqualTo(newest);
    }

    @Test
    void whichSeriesFiguresAreOfMustBeSaid() throws IOException {
        var file = "subject,period,value\n910102,1971-10-01,1\n";
        assertThat(keys(refused(office().csv("x.csv", file)))).containsExactly("registers.figure-file.which-series");
        assertThat(keys(refused(office().csv("x.csv", file, "series", "snow"))))
                .containsExactly("registers.figure-file.no-series");
        assertThat(keys(refused(office().csv("rain.csv", "series,subject,period,value\nsnow,910102,1971-10-01,1\n"))))
                .containsExactly("registers.figure-file.no-series");
        assertThat(keys(refused(office().csv("rain.csv", "ตำบล,ราคา,สี\nทดสอบกลาง,1,แดง\n"))))
                .containsExactly("registers.figure-file.no-form");
        assertThat(keys(refused(office().csv("patients.csv", "รหัสตำบล,ม.ค. 2514,ก.พ. 2514\n910102,1,2\n"))))
                .containsExactly("registers.period.no-year", "registers.period.no-year");
        assertThat(keys(refused(office().csv("rain.csv", "subject,period,value\n910102,1971-10-01,-\n"))))
                .containsExactly("registers.figure-file.empty");
    }

    @Test
    void twentyFiveThousandRowsGoInAndMoreAreRefused() throws IOException {
        var newest = observations.newest();
        var whole = many(25_000);
        var outcome = imports.attempt("observations", FigureOffice.given(whole, "rain.csv", Map.of()))
                .orElseThrow();
        assertThat(stored(outcome).counts()).containsEntry("recorded", 25_000L);
        assertThat(observations.newest()).isEqualTo(newest);
        assertThat(refused(imports.take("observations", FigureOffice.given(many(200_000), "rain.csv", Map.of()))
                        .orElseThrow()))
                .extracting(note -> texts.text(Language.ENGLISH, note.message()))
                .singleElement()
                .asString()
                .contains("30,000");
        var wide = folder.resolve("wide.csv");
        try (var out = Files.newBufferedWriter(wide)) {
            out.write("subject");
            for (var day = 0; day < 90; day++) {
                out.write("," + LocalDate.of(1950, 1, 1).plusDays(day));
            }
            for (var row = 0; row < 1_200; row++) {
                out.write("\nไม่มีใคร" + row + ",1".repeat(90));
            }
        }
        assertThat(keys(refused(imports.take("observations", FigureOffice.given(wide, "rain.csv", Map.of()))
                        .orElseThrow())))
                .containsExactly("registers.figure-file.too-many");
    }

    private Path many(int rows) throws IOException {
        var file = folder.resolve("many" + rows + ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("subject,period,value\n");
            var subjects = List.of("910101", "ต.ทดสอบกลาง อ.ต้นทาง", "910201");
            for (var row = 0; row < rows; row++) {
                out.write(subjects.get(row % 3) + "," + LocalDate.of(1947, 1, 1).plusDays(row / 3) + "," + row % 20
                        + "\n");
            }
        }
        return file;
    }

    private FigureOffice office() {
        return new FigureOffice(folder, imports, entries, registers, observations);
    }
}
