package org.phatthana.plan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.Edition;
import org.phatthana.plan.EditionName;
import org.phatthana.plan.ProjectContent;
import org.phatthana.testing.RawWorkbook;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What offices have of their plans besides one tidy workbook of form ผ.02.
class FilesInTheWildTest {

    private static final Home HOME = new Home(
            text -> text.replace(" ", "").equals("งบอบจ.") ? Optional.of("ordinance") : Optional.empty(),
            (latitude, longitude) -> latitude > 16 && latitude < 18 && longitude > 99 && longitude < 101);

    private static final String HEAD = "ที่,โครงการ,วัตถุประสงค์,เป้าหมาย,ปี 2566,ปี"
            + " 2567,หน่วยงานรับผิดชอบ,แหล่งงบประมาณ,เหตุผลความจำเป็น,หมายเหตุ\n";

    @TempDir
    Path folder;

    @Test
    void fundReasonAndRemarkAreKept() throws IOException {
        var plan = read(HEAD + "1,ถนน,เพื่อสัญจร,สาย ก,100,,กองช่าง,งบ อบจ.,ชำรุด,ทำก่อน\n"
                + "2,ท่อ,เพื่อระบาย,สาย ข,,200,กองช่าง,\"พอช., ประชาชน\",,เดิม\n");
        assertThat(plan.errors()).isEmpty();
        var first = plan.projects().getFirst().details();
        assertThat(List.of(first.fund(), first.reason(), first.remark()))
                .containsExactly("ordinance", "ชำรุด", "ทำก่อน");
        var second = plan.projects().getLast().details();
        assertThat(second.fund()).isEmpty();
        assertThat(second.remark()).isEqualTo("เดิม\nแหล่งงบประมาณ: พอช., ประชาชน");
        assertThat(places(plan, "fund-unknown")).containsExactly("CSV!H3");
    }

    @Test
    void equipmentIsReadFromItsOwnSheetAndCountedApart() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "ครุภัณฑ์",
                        new Object[] {"แบบ ผ.๐๓"},
                        new Object[] {
                            "ที่",
                            "แผนงาน",
                            "หมวด",
                            "ประเภท",
                            "เป้าหมาย (ผลผลิตของครุภัณฑ์)",
                            "งบประมาณ",
                            "",
                            "หน่วยงาน"
                        },
                        new Object[] {"", "", "", "", "", 2566, 2567},
                        new Object[] {
                            1,
                            "แผนงานสาธารณสุข",
                            "ค่าครุภัณฑ์",
                            "ครุภัณฑ์ยานพาหนะ",
                            "รถพยาบาล 1 คัน",
                            2500000,
                            "",
                            "กองสาธารณสุข"
                        },
                        new Object[] {2, "", "", "", "เรือ 1 ลำ...", "", 90000, "กองสาธารณสุข"},
                        new Object[] {"", "รวม 2 รายการ", "", "", "", 2500000, 90000})
                .sheet(
                        "โครงการ",
                        new Object[] {"ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย", 2566, 2567, "หน่วยงาน"},
                        new Object[] {1, "ถนน", "เพื่อสัญจร", "สาย ก", 100, "", "กองช่าง"})
                .bytes());
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projectCount()).isEqualTo(1);
        assertThat(plan.total()).isEqualTo(Money.ofBaht(100));
        assertThat(plan.equipment().count()).isEqualTo(2);
        assertThat(plan.equipment().sums())
                .containsExactly(
                        Map.entry(new FiscalYear(2566), Money.ofBaht(2_500_000)),
                        Map.entry(new FiscalYear(2567), Money.ofBaht(90_000)));
        var boat = plan.projects().get(1);
        assertThat(boat.name()).isEqualTo("ครุภัณฑ์ยานพาหนะ เรือ 1 ลำ...");
        assertThat(boat.details().form()).isEqualTo(ProjectContent.Form.P03);
        assertThat(boat.details().category()).isEqualTo("ค่าครุภัณฑ์");
        assertThat(boat.group().programme()).isEqualTo("แผนงานสาธารณสุข");
        assertThat(places(plan, "cut-short")).containsExactly("ครุภัณฑ์!E5");
        assertThat(plan.sheets().getFirst().agrees()).isTrue();
    }

    @Test
    void projectsOfSmallerBodiesHaveTheirFormAndPlaceOnTheMap() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "ประสาน",
                        new Object[] {"", "", "", "", "", "", "แบบ ผ.02/2"},
                        new Object[] {"ที่", "โครงการ", "เป้าหมาย", "งบประมาณ", "", "อำเภอ", "พิกัด", "", "หน่วยงาน"},
                        new Object[] {"", "", "", 2566, 2567, "", "เริ่มต้น", "สิ้นสุด", ""},
                        row(1, "16.821, 100.265", "16.830 100.270"),
                        row(2, "16.821, 100.265", ""),
                        row(3, "100.265, 16.821", ""),
                        row(4, "13.75, 100.50", ""),
                        row(5, "47Q 633123 1860123", "-"))
                .bytes());
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projects())
                .allMatch(project -> project.details().form() == ProjectContent.Form.P02_2)
                .allMatch(project -> project.place().equals("อ.วังทอง"));
        assertThat(plan.projects().stream().map(project -> project.details().geometry()))
                .containsExactly(
                        "{\"type\":\"LineString\",\"coordinates\":[[100.265,16.821],[100.270,16.830]]}",
                        "{\"type\":\"Point\",\"coordinates\":[100.265,16.821]}",
                        "",
                        "",
                        "");
        assertThat(plan.projects().get(4).details().remark()).isEqualTo("พิกัด: 47Q 633123 1860123");
        assertThat(places(plan, "coordinates-swapped")).containsExactly("ประสาน!G6");
        assertThat(places(plan, "coordinates-outside")).containsExactly("ประสาน!G7");
        assertThat(places(plan, "coordinates-unreadable")).containsExactly("ประสาน!G8");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfSheetsAndColumnsChangesNothing(long seed) throws IOException {
        var heads = List.of(
                List.<Object>of("ที่", "โครงการ", "เป้าหมาย", "๒๕๗๑", "2572", "แผนงาน", "ประเด็นการพัฒนา", "หน่วยงาน"),
                List.<Object>of("no", "name", "target", "budget2571", "budget2572", "planName", "issue", "agency"));
        var first = List.<Object>of("๑", "ถนน", "สาย ก", 100, "๑,๐๐๐", "สาธารณสุข", "เมืองน่าอยู่", "กองช่าง");
        var second = List.<Object>of(2, "ท่อ", "สาย ข", "", 50.25, "การศึกษา", "คนดี", "กองการศึกษา");
        var random = new Random(seed);
        var sheets = new ArrayList<>(List.of("ก", "ข", "ค"));
        Collections.shuffle(sheets, random);
        var workbook = new RawWorkbook();
        for (var sheet : sheets) {
            var columns = new ArrayList<>(IntStream.range(0, 8).boxed().toList());
            Collections.shuffle(columns, random);
            workbook.sheet(
                    sheet,
                    ordered(heads.get(random.nextInt(2)), columns),
                    ordered(first, columns),
                    ordered(second, columns));
        }
        var plan = read(workbook.bytes());
        assertThat(plan.errors()).as("seed " + seed).isEmpty();
        assertThat(plan.issueFormat()).isTrue();
        assertThat(plan.sums())
                .containsExactly(
                        Map.entry(new FiscalYear(2571), Money.ofBaht(300)),
                        Map.entry(new FiscalYear(2572), Money.ofBaht(new java.math.BigDecimal("3150.75"))));
        assertThat(plan.projects().stream()
                        .map(project -> project.sheet()
                                + project.name()
                                + project.target()
                                + project.department()
                                + project.group().strategy()
                                + project.group().programme()))
                .containsExactlyInAnyOrderElementsOf(Stream.of("ก", "ข", "ค")
                        .flatMap(sheet -> Stream.of(
                                sheet + "ถนนสาย กกองช่างเมืองน่าอยู่สาธารณสุข",
                                sheet + "ท่อสาย ขกองการศึกษาคนดีการศึกษา"))
                        .toList());
    }

    private static Object[] ordered(List<Object> cells, List<Integer> columns) {
        return columns.stream().map(cells::get).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-8 BOM", "x-windows-874", "UTF-16"})
    void aCsvIsReadInEveryEncodingThatOfficesWrite(String encoding) throws IOException {
        var text = HEAD + "๑,\"ถนน \"\"ใหญ่\"\"\",เพื่อ,\"ก\nข\",\"๑,๕๐๐\",250.50,กองช่าง\n";
        var bytes = encoding.equals("UTF-8 BOM")
                ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)
                : text.getBytes(Charset.forName(encoding));
        var plan = read(bytes);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projects().getFirst().name()).isEqualTo("ถนน \"ใหญ่\"");
        assertThat(plan.projects().getFirst().target()).isEqualTo("ก\nข");
        assertThat(plan.total().toPlainString()).isEqualTo("1750.50");
        assertThat(places(plan, "exchange.cell.number-as-text")).containsExactly("CSV!E2");
    }

    @Test
    void columnsOfMachinesAreUnderstoodAndAnEmptyCellOfACsvIsEmpty() throws IOException {
        var plan = read("""
            department;budget2023;ordinance2566;name;objective;target;planName;strategyNum;strategyName;sourceRow;owner
            กองช่าง;100;90;ถนน;เพื่อ;ก;แผนงานสาธารณสุข;1;ยุทธศาสตร์สุขภาพ;14;x
            กองช่าง;200;;ท่อ;เพื่อ;ข;;;ยุทธศาสตร์น้ำ;15;
            """);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projects().stream().map(ReadProject::group))
                .containsExactly(
                        new ReadProject.Group("1. ยุทธศาสตร์สุขภาพ", "", "แผนงานสาธารณสุข", ""),
                        new ReadProject.Group("ยุทธศาสตร์น้ำ", "", "", ""));
        assertThat(plan.sums()).containsExactly(Map.entry(new FiscalYear(2566), Money.ofBaht(300)));
        assertThat(plan.projects().getFirst().ordinance()).containsEntry(new FiscalYear(2566), Money.ofBaht(90));
        assertThat(places(plan, "unknown-column")).containsExactly("CSV!K2");
        assertThat(places(plan, "column-not-kept")).containsExactly("CSV!J1");
        assertThat(places(plan, "some-without-programme")).containsExactly("CSV!0");
    }

    @Test
    void aBrokenCellIsReportedWithItsPlaceAndARefusedFileHasNothing() throws IOException {
        assertThat(read(HEAD + "1,ถนน,เพื่อ,ก,เยอะ,200,กองช่าง\n").notes())
                .anyMatch(note -> (note.column() + note.row()).equals("E2")
                        && note.message().key().equals("plan.import.unreadable-money"));
        assertThat(read(HEAD + "1,ถนน,เพื่อ,ก,-5,200,กองช่าง\n").errors())
                .singleElement()
                .extracting(note -> note.column() + note.row())
                .isEqualTo("E2");
        assertThat(read("a,b\n1,2\n").errors()).isNotEmpty();
        assertThat(read(HEAD + "1,\"ถนน\n").errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message().key()).isEqualTo("exchange.workbook.broken-csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "แก้ไข 2/2568, CORRECTED, 2, 2568",
        "แก้ไข ครั้งที่ 2/2568, CORRECTED, 2, 2568",
        "เปลี่ยนแปลงครั้งที่ 3 พ.ศ. 2567, CHANGED, 3, 2567",
        "แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570) เพิ่มเติม ครั้งที่ ๑๐/๒๕๖๗, ADDED, 10, 2567",
        "เพิ่มเติม (ครั้งที่ 1) 2024, ADDED, 1, 2567",
        "เพิ่มเติมกรณีเร่งด่วน ครั้งที่ 1/2567, URGENT, 1, 2567"
    })
    void editionsAreKnownByTheirNames(String text, Edition.Type type, int sequence, int year) {
        assertThat(EditionName.in(text)).contains(new EditionName(type, sequence, year));
    }

    @ParameterizedTest
    @ValueSource(strings = {"แก้ไขเพิ่มเติม 2/2568", "ฉบับ 2", "แก้ไข", "แก้ไข 2/256", "เพิ่มเติม 0/2567"})
    void whatNamesNoEditionIsNotGuessed(String text) {
        assertThat(EditionName.in(text)).isEmpty();
    }

    @Test
    void theStoryOfAProjectIsReadAndWhatContradictsItIsTold() throws IOException {
        var head = "name,objective,target,budget2566,department,amendmentVersion,allAmendments\n";
        var plan = read(head + "ก,เพื่อ,ข,1,ค,original,\n"
                + "ข,เพื่อ,ข,1,ค,แก้ไข 2/2568,แก้ไข 2/2568; เปลี่ยนแปลง 3/2567\n"
                + "ค,เพื่อ,ข,1,ค,เพิ่มเติม 1/2567,\n"
                + "ง,เพื่อ,ข,1,ค,เพิ่มเติม 1/2568,แก้ไข 1/2567; เพิ่มเติม 1/2568\n"
                + "จ,เพื่อ,ข,1,ค,ฉบับพิเศษ,\n");
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projects().stream()
                        .map(project -> project.story().editions().size()))
                .containsExactly(0, 2, 1, 2, 0);
        assertThat(plan.projects().stream().map(project -> project.story().isAmended()))
                .containsExactly(false, true, false, true, false);
        assertThat(plan.editions()).hasSize(5);
        assertThat(places(plan, "edition-order")).containsExactly("CSV!G5");
        assertThat(places(plan, "edition-unknown")).containsExactly("CSV!F6");
    }

    private static Object[] row(int number, String start, String end) {
        return new Object[] {number, "ถนน " + number, "สาย ก", 100, "", "วังทอง", start, end, "กองช่าง"};
    }

    private static List<String> places(ReadPlan plan, String kind) {
        return plan.notes().stream()
                .filter(note -> note.message().key().endsWith(kind))
                .map(FilesInTheWildTest::place)
                .toList();
    }

    private static String place(CellNote note) {
        return note.sheet() + "!" + note.column() + note.row();
    }

    private ReadPlan read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ReadPlan read(byte[] bytes) throws IOException {
        return PlanReader.read(Files.write(folder.resolve("file"), bytes), WorkbookLimits.USUAL, HOME);
    }
}
