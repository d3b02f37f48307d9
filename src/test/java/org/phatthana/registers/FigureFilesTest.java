package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.Imports;
import org.phatthana.proof.PublicLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// Figures come from files and go out as files.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class FigureFilesTest {

    private static final String MIDDLE = FigureOffice.MIDDLE;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Observations observations;

    @Autowired
    ObservationRecording recording;

    @Autowired
    EntryRecording entries;

    @Autowired
    Registers registers;

    @Autowired
    PublicLog log;

    @Test
    void eachRowIsAFigureAndTheSameFileAgainChangesNothing() throws IOException {
        var file = """
            ชุดข้อมูล,รายการ,วันที่,ค่า,หน่วย,วิธี,ที่มา,หมายเหตุ
            ปริมาณฝน,910102,1 มิ.ย. 2514,๑๒.๕,มม.,เครื่องวัด,สถานีกลาง,ฝนแรก
            rain,ต.ทดสอบกลาง อ.ต้นทาง,2/6/2514,"1.5 ซม.",,radar,,
            rain,ทดสอบกลาง,1971-06-03,ไม่มี,,,,
            rain,ทดสอบกลาง,1971-06-04,-,,,,
            rain,ทดสอบกลาง,1971-06-05,0,,,,
            """;
        var size = log.size();
        var first = stored(office().csv("figures.csv", file));
        assertThat(first.subject()).isEqualTo("/observations/rain");
        assertThat(first.counts()).containsEntry("recorded", 3L).containsEntry("missing", 2L);
        assertThat(keys(first.notes())).containsExactly("registers.read.converted");
        assertThat(first.notes().getFirst())
                .extracting(CellNote::row, CellNote::column, CellNote::field)
                .containsExactly(3, "D", "value");
        assertThat(office().standing("rain", MIDDLE, 1971, 6, 1))
                .hasValueSatisfying(one -> assertThat(one)
                        .extracting(
                                Observation::value,
                                Observation::method,
                                Observation::source,
                                Observation::note,
                                Observation::capacity)
                        .containsExactly(
                                new BigDecimal("12.5"), Optional.of("gauge"), "สถานีกลาง", "ฝนแรก", "officer"));
        assertThat(office().value("rain", MIDDLE, 1971, 6, 2)).isEqualTo("15");
        assertThat(office().standing("rain", MIDDLE, 1971, 6, 3)).isEmpty();
        assertThat(office().value("rain", MIDDLE, 1971, 6, 5)).isEqualTo("0");
        assertThat(log.size()).isEqualTo(size + 1);

        var again = stored(office().csv("figures.csv", file));
        assertThat(again.counts())
                .containsEntry("recorded", 0L)
                .containsEntry("changed", 0L)
                .containsEntry("unchanged", 3L);
        assertThat(log.size()).isEqualTo(size + 1);
    }

    @Test
    void aRowWhoseStateSaysSoWithdrawsAFigureWithItsReason() throws IOException {
        stored(office().csv("rain.csv", "subject,day,value\n910102,1971-08-01,7\n910102,1971-08-02,8\n"));
        var head = "subject,day,value,flag,note\n";
        assertThat(keys(refused(office().csv("rain.csv", head + "910102,1971-08-01,,withdrawn,\n"))))
                .containsExactly("registers.observation.why");
        assertThat(office().value("rain", MIDDLE, 1971, 8, 1)).isEqualTo("7");

        var file = head + "910102,1971-08-01,,ยกเลิก,วัดผิดสถานี\n910102,1971-08-02,8,,\n";
        var outcome = stored(office().csv("rain.csv", file));
        assertThat(outcome.counts()).containsEntry("changed", 1L).containsEntry("unchanged", 1L);
        assertThat(outcome.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo("7");
            assertThat(change.after()).isEqualTo("");
        });
        var gone = office().standing("rain", MIDDLE, 1971, 8, 1).orElseThrow();
        assertThat(gone.withdrawn()).isTrue();

        var again = stored(office().csv("rain.csv", file));
        assertThat(again.counts()).containsEntry("changed", 0L).containsEntry("unchanged", 2L);
        assertThat(keys(again.notes())).containsExactly("registers.observation.nothing");
    }

    @Test
    void aCorrectionIsToldWithWhatStoodAndWhatTheFileDoesNotSayStays() throws IOException {
        stored(office().csv("rain.csv", "subject,day,value,method,source\n910102,1971-07-01,7,gauge,มือจด\n"));
        var checked = recording.record(
                List.of(new ObservationDraft(
                        "rain",
                        MIDDLE,
                        LocalDate.of(1971, 7, 1),
                        Optional.of(new BigDecimal("7")),
                        Optional.of("gauge"),
                        "มือจด",
                        Flag.CHECKED,
                        "ตรวจแล้ว",
                        OptionalLong.empty())),
                FigureOffice.BY);
        assertThat(checked).isInstanceOf(ObservationOutcome.Recorded.class);
        assertThat(stored(office().csv("rain.csv", "subject,day,value\n910102,1971-07-01,7\n"))
                        .counts())
                .containsEntry("unchanged", 1L)
                .containsEntry("changed", 0L);
        assertThat(office().standing("rain", MIDDLE, 1971, 7, 1))
                .hasValueSatisfying(one -> assertThat(one.flag()).isEqualTo(Flag.CHECKED));

        var corrected = stored(office().csv("rain.csv", "subject,day,value\n910102,1971-07-01,7.5\n"));
        assertThat(corrected.counts()).containsEntry("changed", 1L).containsEntry("recorded", 0L);
        assertThat(corrected.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo("7");
            assertThat(change.after()).isEqualTo("7.5");
            assertThat(change.row()).isEqualTo(2);
        });
        assertThat(observations.history("rain", MIDDLE, LocalDate.of(1971, 7, 1)))
                .hasSize(3);
    }

    @Test
    void aRowForEachSubjectHasAColumnForEachPeriod() throws IOException {
        var outcome = stored(office().xlsx("ปริมาณฝน 2514.xlsx", sheet -> {
            FigureOffice.write(sheet, 0, "ปริมาณฝนรายวัน");
            FigureOffice.write(sheet, 1, "ลำดับ", "ตำบล", "อำเภอ", "10 มิ.ย. 14", 26_095, "12/6/2514", "รวม");
            FigureOffice.write(sheet, 2, 1, "ทดสอบกลาง", "ต้นทาง", 3.1, "", 0.30000000000000004, 3.4);
            FigureOffice.write(sheet, 3, 2, "ทดสอบใต้", "อ.ปลายทาง", "-", "๔.๕", "0.9 ซม.", 13.5);
            FigureOffice.write(sheet, 4, "", "รวม", "", 3.1, 4.5, 9.3, 16.9);
        }));
        assertThat(outcome.counts()).containsEntry("recorded", 4L).containsEntry("missing", 2L);
        assertThat(keys(outcome.notes()))
                .contains("registers.figure-file.total", "registers.read.converted", "exchange.columns.unknown");
        assertThat(office().value("rain", MIDDLE, 1971, 6, 10)).isEqualTo("3.1");
        assertThat(office().value("rain", MIDDLE, 1971, 6, 12)).isEqualTo("0.3");
        assertThat(office().value("rain", "910201", 1971, 6, 11)).isEqualTo("4.5");
        assertThat(office().value("rain", "910201", 1971, 6, 12)).isEqualTo("9");
    }

    @Test
    void yearsAndMonthsStandOverColumnsAlsoWithoutTheirYear() throws IOException {
        var years = stored(office().csv(
                        "x.csv",
                        "รหัสตำบล,2514,ปี ๒๕๑๕,1973\n910102,10,11,\n910201,20,ไม่ทราบ,22\n",
                        "series",
                        "ผู้ป่วย"));
        assertThat(years.counts()).containsEntry("recorded", 4L).containsEntry("missing", 2L);
        assertThat(keys(years.notes())).containsExactly("registers.period.read");
        assertThat(office().value("patients", "910201", 1972, 10, 1)).isEqualTo("22");

        var well = office().well("บ่อรายเดือน", "M-1");
        var months = "ระดับน้ำในบ่อ รายเดือน,,,\nรายการ,ต.ค.,พ.ย.,ม.ค.\nM-1,1.25,1.5,-\n";
        assertThat(refused(office().csv("well-level.csv", months)))
                .extracting(
                        CellNote::row, CellNote::column, note -> note.message().key())
                .containsExactly(
                        tuple(2, "B", "registers.figure-file.no-year"), tuple(2, "C", "registers.figure-file.no-year"));
        assertThat(stored(office().csv("well-level.csv", months, "year", "๒๕๑๕"))
                        .counts())
                .containsEntry("recorded", 2L);
        assertThat(stored(office().csv("well-level.csv", months.replace("รายเดือน", "ปีงบประมาณ พ.ศ. 2515")))
                        .counts())
                .containsEntry("unchanged", 2L);
        assertThat(office().value("well-level", well, 1971, 10, 1)).isEqualTo("1.25");
        assertThat(office().value("well-level", well, 1971, 11, 1)).isEqualTo("1.5");
    }

    @Test
    void doubledRowsAreToldAndDoubtfulFiguresAreKeptAndFlagged() throws IOException {
        var outcome = stored(office().csv("rain.csv", """
            subject,period,value
            910102,1971-11-01,5
            ทดสอบกลาง,1 พ.ย. 2514,5.0
            910102,1971-11-02,501
            """));
        assertThat(outcome.counts())
                .containsEntry("recorded", 2L)
                .containsEntry("doubled", 1L)
                .containsEntry("flagged", 1L);
        assertThat(outcome.notes())
                .extracting(
                        CellNote::row, CellNote::column, note -> note.message().key())
                .containsExactlyInAnyOrder(
                        tuple(3, "C", "registers.figure-file.doubled"),
                        tuple(4, "C", "registers.figure-file.impossible"));
        assertThat(office().standing("rain", MIDDLE, 1971, 11, 2))
                .hasValueSatisfying(one -> assertThat(one.flag()).isEqualTo(Flag.IMPOSSIBLE));
        var well = office().well("บ่อที่ระดับกระโดด", "J-1");
        var jump = stored(office().csv("well-level.csv", "subject,2514-01,2514-02\n" + well + ",1,40\n"));
        assertThat(jump.notes())
                .extracting(note -> note.message().key(), CellNote::field)
                .contains(tuple("registers.figure-file.unlikely", "1971-02"));
    }

    @Test
    void sampleFiguresOfAFileAreNeverTakenForRealOnes() throws IOException {
        var outcome = stored(office().csv("rain.csv", """
            subject,period,value,is_sample
            910102,1971-12-01,5,true
            910102,1971-12-02,6,false
            """));
        assertThat(outcome.counts()).containsEntry("samples", 1L).containsEntry("recorded", 1L);
        assertThat(office().standing("rain", MIDDLE, 1971, 12, 1)).isEmpty();
    }

    private FigureOffice office() {
        return new FigureOffice(folder, imports, entries, registers, observations);
    }
}
