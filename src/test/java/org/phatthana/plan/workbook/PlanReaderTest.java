package org.phatthana.plan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.testing.PlanSheet;
import org.phatthana.testing.RawWorkbook;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

class PlanReaderTest {

    private static final Object[] HEAD = PlanSheet.head();
    private static final Object[] YEARS = PlanSheet.years();

    @TempDir
    Path folder;

    @Test
    void columnsAreFoundByTheirWordsInAnyOrder() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "แผน",
                        new Object[] {"บัญชีโครงการตามประเด็นการพัฒนา"},
                        new Object[] {"ประเด็นการพัฒนาที่ ๑ เมืองน่าอยู่"},
                        new Object[] {"แผนงานการศึกษา"},
                        new Object[] {
                            "ลำดับที่",
                            "หน่วยงานที่รับผิดชอบ",
                            "ชื่อโครงการ",
                            "ปี ๒๕๗๑ (บาท)",
                            "ปี ๒๕๗๒ (บาท)",
                            "ปี ๒๕๗๓ (บาท)",
                            "ปี ๒๕๗๔ (บาท)",
                            "ปี ๒๕๗๕ (บาท)",
                            "เป้าหมาย (ผลผลิต)",
                            "วัตถุประสงค์"
                        },
                        new Object[] {"๑", "กองการศึกษา", "ห้องสมุด", "๑,๕๐๐", 0, "-", "", 250.50, "1 แห่ง", "เพื่ออ่าน"
                        }));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.issueFormat()).isTrue();
        assertThat(plan.years()).extracting(FiscalYear::buddhistEra).containsExactly(2571, 2572, 2573, 2574, 2575);
        var project = plan.projects().getFirst();
        assertThat(project.name()).isEqualTo("ห้องสมุด");
        assertThat(project.total().toPlainString()).isEqualTo("1750.50");
        assertThat(project.department()).isEqualTo("กองการศึกษา");
        assertThat(project.group().programme()).isEqualTo("แผนงานการศึกษา");
        assertThat(keys(plan)).contains("exchange.cell.number-as-text", "plan.import.dash");
    }

    @Test
    void yearsOfTwoDigitsAreUnderstoodBehindTheirWord() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "แผน",
                        new Object[] {"แผนงานการศึกษา"},
                        new Object[] {
                            "ที่",
                            "โครงการ",
                            "วัตถุประสงค์",
                            "เป้าหมาย",
                            "ปี 66",
                            "พ.ศ. ๖๗",
                            "งบประมาณปี 68",
                            "หน่วยงาน"
                        },
                        new Object[] {1, "ห้องสมุด", "เพื่ออ่าน", "1 แห่ง", "1,500.-", 2, 3, "กองการศึกษา"}));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.years()).extracting(FiscalYear::buddhistEra).containsExactly(2566, 2567, 2568);
        assertThat(plan.total().toPlainString()).isEqualTo("1505.00");
    }

    @Test
    void moneyIsCountedInTheUnitThatTheTableNames() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "พัน",
                        new Object[] {"แผนงานการศึกษา"},
                        new Object[] {"", "(หน่วย : พันบาท)"},
                        new Object[] {"ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย", "2566", "2567", "หน่วยงาน"},
                        new Object[] {1, "ห้องสมุด", "เพื่ออ่าน", "1 แห่ง", "1,500", 0.12345, "กองการศึกษา"},
                        new Object[] {"รวม", "1 โครงการ", "", "", 1500, 0.12345})
                .sheet(
                        "ล้าน",
                        new Object[] {"แผนงานการศึกษา"},
                        new Object[] {
                            "ที่",
                            "โครงการ",
                            "วัตถุประสงค์",
                            "เป้าหมาย",
                            "2566\n(ล้านบาท)",
                            "2567\n(ล้านบาท)",
                            "หน่วยงาน"
                        },
                        new Object[] {1, "โรงเรียน", "เพื่อเรียน", "1 แห่ง", 2.5, "", "กองการศึกษา"})
                .sheet(
                        "บาท",
                        new Object[] {"แผนงานการศึกษา"},
                        new Object[] {
                            "ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย", "2566 (บาท)", "2567 (บาท)", "หน่วยงาน"
                        },
                        new Object[] {1, "สนาม", "เพื่อเล่น", "1 แห่ง", 7, "", "กองการศึกษา"}));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projects())
                .extracting(project -> project.total().toPlainString())
                .containsExactly("1500123.45", "2500000.00", "7.00");
        assertThat(plan.notes())
                .filteredOn(note -> note.message().key().equals("plan.import.unit"))
                .extracting(CellNote::sheet)
                .containsExactly("พัน", "ล้าน");
        assertThat(keys(plan)).doesNotContain("plan.import.total-differs");
    }

    @Test
    void whoPaysIsReadInBracketsBehindTheMoneyAndSecondLinesOfHeadingsInBracketsToo() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "ผ.03",
                        new Object[] {
                            "ที่",
                            "แผนงาน",
                            "หมวด",
                            "ประเภท",
                            "วัตถุประสงค์",
                            "เป้าหมาย",
                            "งบประมาณ",
                            "",
                            "หน่วยงานรับผิดชอบหลัก"
                        },
                        new Object[] {"", "", "", "", "", "(ผลผลิตของครุภัณฑ์)", "2566", "2567"},
                        new Object[] {
                            1,
                            "บริหารงานทั่วไป",
                            "ค่าครุภัณฑ์",
                            "ครุภัณฑ์คอมพิวเตอร์",
                            "เพื่อใช้",
                            "5 เครื่อง",
                            "100,000\n(อื่น ๆ)",
                            "",
                            "สำนักปลัด"
                        }));
        assertThat(plan.errors()).isEmpty();
        var computers = plan.projects().getFirst();
        assertThat(computers.isEquipment()).isTrue();
        assertThat(computers.total().toPlainString()).isEqualTo("100000.00");
        assertThat(computers.details().remark()).contains("อื่น ๆ");
    }

    @Test
    void ordinanceColumnsStandBesideThePlansMoneyAndAreNotAddedToIt() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "แผน",
                        new Object[] {"ที่", "โครงการ", "เป้าหมาย", "งบประมาณ", "", "ข้อบัญญัติ", "", "หน่วยงาน"},
                        new Object[] {"", "", "", 2566, 2567, 2566, 2567},
                        new Object[] {1, "ก", "1 แห่ง", 100, 200, 90, "", "กองช่าง"}));
        var project = plan.projects().getFirst();
        assertThat(project.total()).isEqualTo(Money.ofBaht(300));
        assertThat(project.ordinance()).containsExactly(java.util.Map.entry(new FiscalYear(2566), Money.ofBaht(90)));
    }

    @Test
    void rowsWithoutANumberGoOnWithTheProjectAboveThem() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "แผน",
                        HEAD,
                        YEARS,
                        new Object[] {1, "ถนน", "เพื่อสัญจร", "สาย ก", 100},
                        new Object[] {"", "(ต่อ)", "", "สาย ข", "", 50},
                        HEAD,
                        YEARS,
                        new Object[] {"", "", "", "สาย ค"},
                        new Object[] {2, "สะพาน", "เพื่อข้าม", "1 แห่ง", "", 70},
                        new Object[] {"", "รวม 2 โครงการ", "", "", 100, 120, 0, 0, 0}));
        assertThat(plan.projects()).hasSize(2);
        assertThat(plan.projects().getFirst().name()).isEqualTo("ถนน (ต่อ)");
        assertThat(plan.projects().getFirst().target()).isEqualTo("สาย ก\nสาย ข\nสาย ค");
        assertThat(plan.projects().getFirst().total()).isEqualTo(Money.ofBaht(150));
        assertThat(keys(plan))
                .contains("plan.import.continued", "plan.import.money-continued")
                .doesNotContain("plan.import.total-differs");
        assertThat(plan.sheets().getFirst().ownCount()).isEqualTo(2);
    }

    @Test
    void totalsThatDoNotAddUpAreReportedWithTheDifference() throws IOException {
        var plan = read(new RawWorkbook().sheet("แผน", HEAD, YEARS, project(1, 100), project(2, 50), new Object[] {
            "", "รวมงบประมาณ", "", "", 160, 0, 0, 0, 0
        }));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.notes())
                .filteredOn(note -> note.message().key().equals("plan.import.total-differs"))
                .singleElement()
                .satisfies(note -> assertThat(note.column() + note.row()).isEqualTo("E5"))
                .satisfies(note -> assertThat(note.message().arguments()).contains(Money.ofBaht(-10)));
        assertThat(plan.sheets().getFirst().agrees()).isFalse();
    }

    @Test
    void aFormulaInErrorInAMoneyCellRefusesTheWorkbookNamingTheCell() throws IOException {
        var plan = read(new RawWorkbook().sheet("แผน", HEAD, YEARS, project(1, "=Z9→#REF!")));
        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.sheet()).isEqualTo("แผน");
            assertThat(error.column() + error.row()).isEqualTo("E3");
            assertThat(error.message().key()).isEqualTo("plan.import.money-error");
        });
        assertThat(keysOfErrors(read(new RawWorkbook().sheet("แผน", HEAD, YEARS, project(1, "=SUM(A1)")))))
                .containsExactly("plan.import.money-uncomputed");
        assertThat(read(new RawWorkbook().sheet("แผน", HEAD, YEARS, project(1, "=2+3→5")))
                        .total())
                .isEqualTo(Money.ofBaht(5));
    }

    @Test
    void aMissingHeadingIsRefusedNamingTheColumns() throws IOException {
        var head = HEAD.clone();
        head[1] = "เรื่อง";
        var plan = read(new RawWorkbook().sheet("แผน", head, YEARS, project(1, 5)));
        assertThat(plan.errors().getFirst().message().arguments()).containsExactly("โครงการ");
        assertThat(keysOfErrors(read(new RawWorkbook().sheet("แผน", project(1, 5)))))
                .containsExactly("plan.import.missing-heading");
        assertThat(keysOfErrors(read(new RawWorkbook().sheet("ว่าง")))).containsExactly("plan.import.no-plan-sheet");
    }

    @Test
    void sheetsOfOtherFormsAndEmptyOnesAreReportedAndLeftAlone() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet("ปก", new Object[] {"แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)"}, new Object[] {"อบจ. ตัวอย่าง"})
                .sheet("ว่าง")
                .sheet("ผ.01", new Object[] {"ที่", "แผนงาน", "จำนวนโครงการ", "งบประมาณ", "หน่วยงาน"}, new Object[] {
                    1, "การศึกษา", 12, 5000, "กองการศึกษา"
                })
                .sheet("แผน", HEAD, YEARS, project(1, 5)));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projects()).hasSize(1);
        assertThat(plan.sheets())
                .extracting(ReadSheet::kind)
                .containsExactly(ReadSheet.Kind.OTHER, ReadSheet.Kind.EMPTY, ReadSheet.Kind.OTHER, ReadSheet.Kind.PLAN);
        assertThat(plan.title()).isEqualTo("แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)");
        assertThat(keys(plan)).contains("plan.import.other-sheet", "plan.import.empty-sheet");
    }

    @Test
    void headsOverThreeRowsAndColumnNumbersAreOneHeading() throws IOException {
        var plan = read(new RawWorkbook()
                .sheet(
                        "แผน",
                        new Object[] {
                            "ที่",
                            "โครงการ",
                            "วัตถุประสงค์",
                            "เป้าหมาย",
                            "งบประมาณและที่ผ่านมา",
                            "",
                            "ตัวชี้วัด",
                            "ผลที่คาดว่า",
                            "หน่วยงาน"
                        },
                        new Object[] {
                            "",
                            "",
                            "",
                            "(ผลผลิตของโครงการ)",
                            "พ.ศ. 2566",
                            "พ.ศ. 2567",
                            "(KPI)",
                            "จะได้รับ",
                            "รับผิดชอบหลัก"
                        },
                        new Object[] {"", "", "", "", "(บาท)", "(บาท)"},
                        new Object[] {"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"},
                        new Object[] {1, "ก", "ข", "ค", 10, 20, "ง", "จ", "ฉ"}));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.projects()).singleElement().satisfies(project -> {
            assertThat(project.result()).isEqualTo("จ");
            assertThat(project.kpi()).isEqualTo("ง");
            assertThat(project.total()).isEqualTo(Money.ofBaht(30));
        });
        assertThat(plan.notes()).noneMatch(note -> note.message().key().contains("unknown"));
    }

    @Test
    void whatIsNotUnderstoodIsSaidCellByCell() throws IOException {
        var plan =
                read(new RawWorkbook().sheet("แผน", HEAD, YEARS, new Object[] {"หมายเหตุ", "ดูหน้า 4"}, new Object[] {
                    1, "ก", "ข", "ค", "ตามจริง", 1, "", "", "", "", "", "", "นอกตาราง"
                }));
        assertThat(keys(plan))
                .contains("plan.import.not-understood", "plan.import.unreadable-money", "plan.import.unknown-column");
        assertThat(plan.total()).isEqualTo(Money.ofBaht(1));
    }

    private static Object[] project(int number, Object money) {
        return new Object[] {
            number,
            "โครงการที่ " + number,
            "เพื่อพัฒนาจังหวัด",
            "จำนวนหนึ่งแห่ง",
            money,
            "",
            "",
            "",
            "",
            "ร้อยละ 80",
            "ประชาชนได้ประโยชน์",
            "กองช่าง"
        };
    }

    private ReadPlan read(RawWorkbook workbook) throws IOException {
        return PlanReader.read(workbook.writeTo(folder.resolve("plan.xlsx")), WorkbookLimits.USUAL, Home.ANYWHERE);
    }

    private static List<String> keys(ReadPlan plan) {
        return plan.notes().stream()
                .map(note -> note.message().key())
                .distinct()
                .toList();
    }

    private static List<String> keysOfErrors(ReadPlan plan) {
        return plan.errors().stream()
                .map(note -> note.message().key())
                .distinct()
                .toList();
    }
}
