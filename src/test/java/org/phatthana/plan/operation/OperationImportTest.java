package org.phatthana.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.workbook.OperationReader;
import org.phatthana.plan.workbook.ReadOperation;
import org.phatthana.proof.LogEntry;
import org.phatthana.proof.PublicLog;
import org.phatthana.testing.RawWorkbook;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Operation plans as offices keep them (ผด.02).
@SpringBootTest
class OperationImportTest {

    @Autowired
    Imports imports;

    @Autowired
    Operations operations;

    @Autowired
    OperationForms forms;

    @Autowired
    PublicLog log;

    @TempDir
    Path folder;

    private static RawWorkbook office(int year) {
        return new RawWorkbook()
                .sheet(
                        "ผด.02",
                        new Object[] {"บัญชีจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ"},
                        new Object[] {"แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. " + year},
                        new Object[] {"1. ยุทธศาสตร์น้ำ"},
                        new Object[] {"1.1 แผนงานการเกษตร"},
                        new Object[] {
                            "ลำดับที่",
                            "โครงการ/กิจกรรม",
                            "รายละเอียดของโครงการ/กิจกรรม",
                            "งบประมาณ (บาท)",
                            "สถานที่ดำเนินการ",
                            "หน่วยงานรับผิดชอบหลัก",
                            "พ.ศ. " + (year - 1),
                            "",
                            "",
                            "พ.ศ. " + year
                        },
                        new Object[] {
                            "", "", "", "", "", "", "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.",
                            "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."
                        },
                        new Object[] {
                            "๑", "ขุดสระ", "กว้าง 10 ม.", "๑๐๐,๐๐๐.-", "ต.วังทอง", "กองช่าง", "", "", "x", "x", "", "x"
                        },
                        new Object[] {"", "", "ลึก 3 ม."},
                        new Object[] {"2", "อบรมชาวนา", "1 รุ่น", 5000, "อ.วังทอง", "สำนักปลัด"},
                        new Object[] {"รวม", "2 โครงการ", "", 105000});
    }

    @Test
    void anOfficesWorkbookBecomesActivitiesOfTheYear() throws IOException {
        plan(2586);
        var file = office(2586).writeTo(folder.resolve("pd02.xlsx"));
        var stored = (ImportOutcome.Stored) take(file, Map.of("ordinance", "2042-09-15"));
        assertThat(stored.counts()).containsEntry("activities", 2L).containsEntry("unmatched", 1L);
        assertThat(stored.sums()).containsEntry("total", Money.ofBaht(105_000));
        assertThat(stored.notes().stream().map(note -> note.message().key()))
                .contains("plan.import.activity-unmatched", "plan.import.no-months", "exchange.cell.number-as-text");
        var operation = operations.find(new FiscalYear(2586)).orElseThrow();
        assertThat(operation.ordinance()).contains(LocalDate.of(2042, 9, 15));
        var activities = operations.activities(operation);
        assertThat(activities).hasSize(2);
        var pond = activities.getFirst();
        assertThat(pond.project()).isPresent();
        assertThat(pond.content())
                .isEqualTo(new Activity.Content(
                        "ยุทธศาสตร์ที่ 1 น้ำ",
                        "แผนงานการเกษตร",
                        "ขุดสระ",
                        "กว้าง 10 ม.\nลึก 3 ม.",
                        Money.ofBaht(100_000),
                        "ต.วังทอง",
                        "กองช่าง",
                        List.of(3, 4, 6)));
        var training = activities.getLast();
        assertThat(training.project()).isEmpty();
        assertThat(training.content().strategy()).isEqualTo("1. ยุทธศาสตร์น้ำ");
        assertThat(training.content().months()).as("no month is marked").hasSize(12);
        assertThat(log.newest(Long.MAX_VALUE, 1).getFirst())
                .returns("plan.ordinance-dated", LogEntry::kind)
                .returns("planner", LogEntry::capacity);
        var again = (ImportOutcome.Stored) take(file, Map.of("ordinance", "2042-09-16"));
        assertThat(operations.find(new FiscalYear(2586)).orElseThrow().ordinance())
                .as("a day that is stated later counts")
                .contains(LocalDate.of(2042, 9, 16));
        assertThat(again.counts()).containsEntry("activities", 0L);
        assertThat(operations.activities(operation)).hasSize(2);
    }

    @Test
    void theProgramsOwnFormIsReadAsItWasWritten() throws Exception {
        plan(2587);
        assertThat(take(office(2587).writeTo(folder.resolve("pd02.xlsx")), Map.of()))
                .isInstanceOf(ImportOutcome.Stored.class);
        var operation = operations.find(new FiscalYear(2587)).orElseThrow();
        var activities = operations.activities(operation);
        var paper =
                forms.file("pd02", "xlsx", operation, activities, Language.THAI).orElseThrow();
        var answer = new MockHttpServletResponse();
        paper.render(Map.of(), new MockHttpServletRequest(), answer);
        var read = OperationReader.read(
                Files.write(folder.resolve("own.xlsx"), answer.getContentAsByteArray()), WorkbookLimits.USUAL);
        assertThat(read.errors()).isEmpty();
        assertThat(read.year()).contains(new FiscalYear(2587));
        assertThat(read.activities().stream().map(OperationImportTest::content))
                .containsExactlyElementsOf(
                        activities.stream().map(Activity::content).toList());
    }

    @Test
    void anArrowThatIsWrittenIntoTwoCellsMeansTheMonthsBetween() throws IOException {
        var file = new RawWorkbook()
                .sheet(
                        "ผด.02",
                        new Object[] {"แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2589"},
                        new Object[] {
                            "ที่",
                            "โครงการ",
                            "งบประมาณ",
                            "หน่วยงาน",
                            "ต.ค.",
                            "พ.ย.",
                            "ธ.ค.",
                            "ม.ค.",
                            "ก.พ.",
                            "มี.ค.",
                            "เม.ย.",
                            "พ.ค."
                        },
                        new Object[] {"1", "ขุดสระ", 100, "กองช่าง", "", "←", "", "", "→", "", "x"},
                        new Object[] {"2", "อบรม", 100, "กองช่าง", "<", "", ">", "", "", "", "<->"})
                .writeTo(folder.resolve("arrows.xlsx"));
        assertThat(OperationReader.read(file, WorkbookLimits.USUAL).activities())
                .extracting(ReadOperation.Activity::months)
                .containsExactly(List.of(2, 3, 4, 5, 7), List.of(1, 2, 3, 7));
    }

    private static Activity.Content content(ReadOperation.Activity row) {
        return new Activity.Content(
                row.strategy(),
                row.programme(),
                row.name(),
                row.detail(),
                row.budget(),
                row.place(),
                row.department(),
                row.months());
    }

    @Test
    void whatCannotBeTakenInIsRefusedAndNothingIsStored() throws IOException {
        var file = office(2610).writeTo(folder.resolve("pd02.xlsx"));
        assertThat(refusal(file, Map.of())).isEqualTo("plan.import.no-plan-for-year");
        assertThat(refusal(file, Map.of("year", "25"))).isEqualTo("plan.import.no-operation-year");
        plan(2588);
        assertThat(refusal(file, Map.of("year", "2588", "ordinance", "เมื่อวาน")))
                .isEqualTo("plan.import.date-unreadable");
        var other =
                new RawWorkbook().sheet("a", new Object[] {"ที่", "โครงการ"}).writeTo(folder.resolve("other.xlsx"));
        assertThat(refusal(other, Map.of("year", "2588"))).isEqualTo("plan.import.no-operation-sheet");
        assertThat(operations.find(new FiscalYear(2588))).isEmpty();
    }

    private String refusal(Path file, Map<String, String> options) {
        return ((ImportOutcome.Refused) take(file, options))
                .errors()
                .getFirst()
                .message()
                .key();
    }

    private ImportOutcome take(Path file, Map<String, String> options) {
        return imports.take("operation", new ImportFile(file, "pd02.xlsx", options, "planner"))
                .orElseThrow();
    }

    private void plan(int year) throws IOException {
        var file = Files.writeString(folder.resolve("plan.csv"), """
            ยุทธศาสตร์,แผนงาน,โครงการ,วัตถุประสงค์,เป้าหมาย,ปี %d,หน่วยงาน
            ยุทธศาสตร์ที่ 1 น้ำ,แผนงานการเกษตร,ขุดสระ,เพื่อน้ำ %s,1 สระ,120000,กองช่าง
            """.formatted(year, UUID.randomUUID()));
        assertThat(imports.take("plan", new ImportFile(file, "plan.csv", Map.of(), "planner")))
                .get()
                .isInstanceOf(ImportOutcome.Stored.class);
    }
}
