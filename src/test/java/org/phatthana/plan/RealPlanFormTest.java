package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.workbook.Home;
import org.phatthana.plan.workbook.PlanReader;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Form ผ.02 of the real plan, taken in again.
@SpringBootTest
@AutoConfigureMockMvc
class RealPlanFormTest {

    private static final Path REAL =
            Path.of(System.getProperty("shared.data", "../shared/data"), "plans", "plan_2566_2570_por02.xlsx");

    @TempDir
    Path folder;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Plans plans;

    @Autowired
    PlanImporter importer;

    @Test
    void theRealPlanIsTheSameAfterItsExportIsImported() throws IOException {
        assumeTrue(Files.exists(REAL), "the shared plan workbook is not at " + REAL);
        var first = PlanReader.read(REAL, WorkbookLimits.USUAL, Home.ANYWHERE);
        var taken = importer.take(new ImportFile(REAL, "por02.xlsx", Map.of(), "planner"));
        assertThat(taken).isInstanceOf(ImportOutcome.Stored.class);
        var plan = plans.all().stream()
                .filter(one -> one.fileName().equals("por02.xlsx"))
                .findFirst()
                .orElseThrow()
                .id();
        var again = PlanReader.read(
                Files.write(
                        folder.resolve("p02.xlsx"),
                        browser.get()
                                .uri("/plan/forms/p02.xlsx?plan=" + plan)
                                .exchange()
                                .getResponse()
                                .getContentAsByteArray()),
                WorkbookLimits.USUAL,
                Home.ANYWHERE);
        assertThat(again.errors()).isEmpty();
        assertThat(again.projects()).hasSize(548);
        assertThat(again.total()).isEqualTo(Money.ofBaht(2_393_838_700L));
        assertThat(again.sums()).isEqualTo(first.sums());
        assertThat(again.title()).isEqualTo(first.title());
        assertThat(told(again)).containsExactlyInAnyOrderElementsOf(told(first));
    }

    private static List<List<Object>> told(ReadPlan read) {
        return read.projects().stream()
                .map(project -> {
                    var amounts = new TreeMap<>(project.amounts());
                    amounts.values().removeIf(Money::isZero);
                    return List.<Object>of(
                            project.name(),
                            project.objective(),
                            project.target(),
                            amounts,
                            project.kpi(),
                            project.result(),
                            project.department(),
                            project.group().strategy(),
                            project.group().tactic(),
                            project.group().programme());
                })
                .toList();
    }
}
