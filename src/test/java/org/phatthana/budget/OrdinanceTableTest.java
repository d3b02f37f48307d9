package org.phatthana.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// Ordinances as other systems write them, in tables of items.
@SpringBootTest
@AutoConfigureMockMvc
class OrdinanceTableTest {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Ordinances ordinances;

    @Test
    void rowsOfItemsUnderHeadingsAreAnOrdinance() throws IOException {
        var file = Files.writeString(folder.resolve("rows.csv"), """
            ข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. ๒๕๙๘,,
            รายการ,หมายเหตุ,จำนวนเงิน (บาท)
            แผนงานบริหารงานทั่วไป,,
            งานบริหารทั่วไป,,"1,600.50"
            งบบุคลากร,,"1,000"
            เงินเดือนพนักงาน,,๙๐๐
            เงินประจำตำแหน่ง,,100
            งบดำเนินงาน,,600.50
            ค่าวัสดุ,,
            วัสดุสำนักงาน,สีฟ้า,600.50
            แผนงานงบกลาง,,-
            เงินสำรองจ่าย,,400
            รวมทั้งสิ้น,,"2,000.50"
            """);
        var stored = (ImportOutcome.Stored) take(file, Map.of("organization", "น่าน"));
        assertThat(stored.sums()).containsEntry("total", new Money(200_050));
        assertThat(stored.counts()).containsEntry("lines", 3L).containsEntry("areas", 2L);
        var ordinance =
                ordinances.of("pao-55", new FiscalYear(2598)).orElseThrow().ordinance();
        assertThat(ordinance.lines())
                .extracting(line -> line.programme() + "/" + line.type() + "/"
                        + line.amount().toPlainString())
                .containsExactly(
                        "บริหารงานทั่วไป/งบบุคลากร/1000.00",
                        "บริหารงานทั่วไป/งบดำเนินงาน/600.50",
                        "งบกลาง/งบกลาง/400.00");
        var wrong = Files.writeString(
                folder.resolve("wrong.csv"), Files.readString(file).replace(",,\"2,000.50\"", ",,\"2,000.51\""));
        assertThat(keys(take(wrong, Map.of("organization", "น่าน")))).containsExactly("budget.balances.total-differs");
    }

    @Test
    void theNoiseInTheLinesOfTheNationalBillIsReported() {
        var file = Path.of(System.getProperty("shared.data", "../shared/data"))
                .resolve("budgets/fy2565_budget_bill_phitsanulok_pao.csv");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not beside this project");
        var options = Map.of("year", "2565", "organization", "phitsanulok");
        var unmapped = imports.attempt("ordinance", new ImportFile(file, "bill.csv", options, "budget-officer"))
                .orElseThrow();
        assertThat(keys(unmapped)).contains("budget.balances.level-missing");
        var mapped = new HashMap<>(options);
        mapped.put("column.area", "MINISTRY");
        var outcome = imports.attempt("ordinance", new ImportFile(file, "bill.csv", mapped, "budget-officer"))
                .orElseThrow();
        assertThat(outcome).isInstanceOf(ImportOutcome.Stored.class);
        var tried = (ImportOutcome.Stored) outcome;
        assertThat(tried.sums()).containsEntry("total", Money.ofBaht(146_929_500));
        assertThat(tried.notes())
                .filteredOn(note -> note.message().key().equals("budget.balances.slip"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.row()).isEqualTo(12);
                    assertThat(note.field()).isEqualTo("item");
                    assertThat(note.message().arguments()).contains("บส่");
                });
        assertThat(tried.notes())
                .extracting(note -> note.message().key())
                .contains("budget.balances.unknown-programme", "exchange.columns.unknown");
    }

    private static List<String> keys(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        return ((ImportOutcome.Refused) outcome)
                .errors().stream()
                        .map(error -> error.message().key())
                        .distinct()
                        .toList();
    }

    private ImportOutcome take(Path file, Map<String, String> options) {
        return imports.take("ordinance", new ImportFile(file, "ordinance.csv", options, "budget-officer"))
                .orElseThrow();
    }
}
