package org.phatthana.results.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.values.FiscalYear;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class ReadinessTest {

    /// Of this year nobody else brings anything in.
    private static final FiscalYear YEAR = new FiscalYear(2521);

    private static final String HEADS = "หน่วยงาน,ตัวชี้วัดสากล,ปีงบประมาณ,ค่า,หน่วย,แหล่งที่มา\n";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Readiness readiness;

    @Autowired
    MockMvcTester browser;

    private ImportOutcome take(String rows) throws IOException {
        var file = Files.writeString(folder.resolve("figures.csv"), HEADS + rows);
        return imports.take("figures", new ImportFile(file, "figures.csv", Map.of(), "planner"))
                .orElseThrow();
    }

    @Test
    void whatOthersPublishStandsBesideOurs() throws IOException {
        assertThat(take("อบจ.ทดสอบ,16.6.1,๒๕๒๑,71.5,ร้อยละ,รายงานประจำปีที่แต่งขึ้น\n"))
                .isInstanceOf(ImportOutcome.Stored.class);
        assertThat(take("อบจ.ทดสอบ,16.6.1,2521,72.5,ร้อยละ,รายงานฉบับแก้ไขที่แต่งขึ้น\n"))
                .isInstanceOf(ImportOutcome.Stored.class);
        var others = readiness.of(YEAR).stream()
                .flatMap(line -> line.compared().stream())
                .flatMap(each -> each.others().stream())
                .toList();
        assertThat(others).isNotEmpty().allSatisfy(other -> {
            assertThat(other.value()).isEqualByComparingTo("72.5");
            assertThat(other.source()).contains("แก้ไข");
        });
        assertThat(browser.get().uri("/readiness?year=2521"))
                .hasStatusOk()
                .bodyText()
                .contains("อบจ.ทดสอบ", "72.5");
    }

    @Test
    void aRowWithoutASourceOrWithAnUnknownIndicatorIsRefusedWithItsPlace() throws IOException {
        var outcome = take("อบจ.ก,99.9,2521,เจ็ดสิบ,ร้อยละ,\n");
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        assertThat(((ImportOutcome.Refused) outcome).errors())
                .allSatisfy(error -> assertThat(error.row()).isEqualTo(2))
                .extracting(error -> error.field())
                .containsExactlyInAnyOrder("reference", "value", "source");
        assertThat(take("")).isInstanceOf(ImportOutcome.Refused.class);
    }

    @Test
    void aMissionIsReadyAsFarAsItsComparableIndicatorsHaveAFigure() {
        var lines = readiness.of(new FiscalYear(2566));
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1).compared()).hasSize(2);
        assertThat(lines.get(1).measured()).isEqualTo(2);
        assertThat(lines.get(1).ready()).hasValue(1.0);
        assertThat(lines.get(4).ready()).isEmpty();
        assertThat(readiness.of(new FiscalYear(2530)).get(1).ready()).hasValue(0.0);
        assertThat(browser.get().uri("/en/readiness")).hasStatusOk().bodyText().contains("SDG 16.6.1", "SDG 1.a.2");
        assertThat(browser.get().uri("/readiness?year=x")).hasStatus(404);
    }
}
