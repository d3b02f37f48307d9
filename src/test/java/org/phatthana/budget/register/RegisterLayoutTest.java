package org.phatthana.budget.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.testing.RawWorkbook;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// Registers as other offices write them: merged cells, headings between rows, totals, digits of all kinds.
@SpringBootTest
@AutoConfigureMockMvc
class RegisterLayoutTest {

    private static final String HEADS =
            "ด้าน,แผนงาน,งาน,งบ,หมวด,ประเภท,รายการ,งบประมาณอนุมัติ,โอนเพิ่ม,โอนลด,ผูกพัน,เบิกจ่ายแล้ว,คงเหลือ\n";

    private static final String ROAD =
            "ด้านการเศรษฐกิจ,แผนงานอุตสาหกรรมและการโยธา,งานก่อสร้าง,งบลงทุน,ค่าที่ดินและสิ่งก่อสร้าง,อาคาร,ถนนสาย 1,";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Ledger ledger;

    @Test
    void mergedCellsLeaveGapsBelowThemAndSignsTellTransfersApart() throws IOException {
        var year = new FiscalYear(2640);
        var text = """
            ลำดับ,ด้าน,แผนงาน,งาน,งบ,หมวด/ประเภท,งบประมาณที่ตั้งไว้,โอน (+),โอน (-),งบหลังโอน,เบิกจ่ายสะสม,คงเหลือ,ร้อยละ
            1,บริหารทั่วไป,บริหารงานทั่วไป,งานบริหารทั่วไป,งบดำเนินงาน,ค่าวัสดุ,"1,000.00",0.00,100,900,450.25,449.75,50
            2,,,,,ค่าใช้สอย,500,100,-,600,50,550,8
            3,,การศึกษา,งานระดับมัธยมศึกษา,งบลงทุน,ค่าครุภัณฑ์,๒๐๐.๕๐,,,๒๐๐.๕๐,,๒๐๐.๕๐,0
            ,,,,,รวม,"1,700.50",100,100,"1,700.50",500.25,"1,200.25",
            """;
        assertThat(stored(take(csv(text), year)).counts()).containsEntry("lines", 3L);
        assertThat(ledger.lines(year).keySet())
                .extracting(BookLine::category)
                .containsExactly("ค่าวัสดุ", "ค่าใช้สอย", "ค่าครุภัณฑ์");
        assertThat(ledger.lines(year).keySet())
                .extracting(BookLine::area)
                .containsExactly("ด้านบริหารทั่วไป", "ด้านบริหารทั่วไป", "ด้านบริการชุมชนและสังคม");
    }

    @Test
    void amountsThatAreNotCountedInBahtAreRefused() throws IOException {
        assertThat(keys(refused(
                        take(csv("หน่วย : พันบาท,,,,,,,,,,,,\n" + HEADS + ROAD + "1,,,,0,1\n"), new FiscalYear(2609)))))
                .containsExactly("exchange.columns.unit");
    }

    @Test
    void headingsBetweenRowsMergedHeadsTotalsThaiDigitsAndDashesAreUnderstood() {
        var year = new FiscalYear(2567);
        var file = new RawWorkbook()
                .sheet(
                        "ทะเบียน",
                        new Object[] {"องค์การบริหารส่วนจังหวัดทดสอบ"},
                        new Object[] {"ทะเบียนคุมงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"},
                        new Object[] {"ณ วันที่ 31 มีนาคม 2567"},
                        new Object[] {
                            "ที่",
                            "รายการ",
                            "งบประมาณ",
                            "การโอนงบประมาณ",
                            "",
                            "ก่อหนี้ผูกพัน",
                            "เบิกจ่ายแล้ว",
                            "คงเหลือ"
                        },
                        new Object[] {"", "", "(บาท)", "เพิ่ม", "ลด", "(บาท)", "(บาท)", "(บาท)"},
                        new Object[] {"", "แผนงานบริหารงานทั่วไป"},
                        new Object[] {"", "งานบริหารทั่วไป"},
                        new Object[] {"", "งบดำเนินงาน", 1500, 0, 100, 0, 300, 1100},
                        new Object[] {"", "ค่าวัสดุ"},
                        new Object[] {1, "วัสดุสำนักงาน", "๑,๐๐๐", " - ", 100, "-", 300, 600},
                        new Object[] {
                            "ที่",
                            "รายการ",
                            "งบประมาณ",
                            "การโอนงบประมาณ",
                            "",
                            "ก่อหนี้ผูกพัน",
                            "เบิกจ่ายแล้ว",
                            "คงเหลือ"
                        },
                        new Object[] {2, "วัสดุคอมพิวเตอร์", 500, "-", "-", "-", "-", 500},
                        new Object[] {"", "รวมงบดำเนินงาน", 1500, 0, 100, 0, 300, 1100},
                        new Object[] {"", "แผนงานอุตสาหกรรมและการโยธา"},
                        new Object[] {"", "งานก่อสร้าง"},
                        new Object[] {"", "งบลงทุน"},
                        new Object[] {"", "ค่าที่ดินและสิ่งก่อสร้าง"},
                        new Object[] {3, "งานก่อสร้างสะพาน", 2000.5, 100, "", 1000, "", 1100.5},
                        new Object[] {"", "รวมทั้งสิ้น", 3500.5, 100, 100, 1000, 300, 2200.5},
                        new Object[] {"", "ลงชื่อ ผู้จัดทำ"})
                .writeTo(folder.resolve("elaas.xlsx"));
        var stored = stored(imports.take("balances", new ImportFile(file, "elaas.xlsx", Map.of(), "budget-officer"))
                .orElseThrow());
        assertThat(stored.counts()).containsEntry("lines", 3L).containsEntry("opened", 3L);
        assertThat(stored.sums()).containsEntry("left", new Money(220_050));
        var material = only(year, "วัสดุสำนักงาน");
        assertThat(material.area()).isEqualTo("ด้านบริหารทั่วไป");
        assertThat(material.type()).isEqualTo("งบดำเนินงาน");
        assertThat(material.category()).isEqualTo("ค่าวัสดุ");
        assertThat(only(year, "งานก่อสร้างสะพาน").task()).isEqualTo("งานก่อสร้าง");
        assertThat(keys(stored.notes())).contains("budget.balances.row-not-read");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), text);
    }

    private ImportFile given(Path file, FiscalYear year) {
        return new ImportFile(file, file.getFileName().toString(), Map.of("year", year.toString()), "budget-officer");
    }

    private ImportOutcome take(Path file, FiscalYear year) {
        return imports.take("balances", given(file, year)).orElseThrow();
    }

    private BookLine only(FiscalYear year, String item) {
        return ledger.lines(year).keySet().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
