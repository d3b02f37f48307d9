package org.phatthana.plan.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// The real plan of a neighbouring city, against the table that was made of it by others.
class RealPlanTest {

    private static final Path PLANS = Path.of(System.getProperty("shared.data", "../shared/data"), "plans");

    @Test
    void everyProjectAndEveryBahtOfTheRealPlanIsRead() throws IOException {
        var plan = read();
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.sheets()).hasSize(33).allMatch(sheet -> sheet.kind() == ReadSheet.Kind.PLAN);
        assertThat(plan.projects()).hasSize(548);
        assertThat(plan.total()).isEqualTo(Money.ofBaht(2_393_838_700L));
        assertThat(plan.sums().values())
                .containsExactly(
                        Money.ofBaht(409_883_820),
                        Money.ofBaht(443_281_520),
                        Money.ofBaht(678_100_920),
                        Money.ofBaht(490_597_720),
                        Money.ofBaht(371_974_720));
        assertThat(plan.title()).isEqualTo("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)");
        assertThat(plan.issueFormat()).isFalse();
        assertThat(plan.sheets()).allMatch(ReadSheet::hasOwnSums).allMatch(sheet -> sheet.ownCount() >= 0);
    }

    @Test
    void everyFieldOfEveryProjectEqualsTheTableThatOthersMade() throws IOException {
        var plan = read();
        var file = PLANS.resolve("nakhonsawan_municipality_plan_2566_2570_projects.csv");
        var compared = 0;
        try (var reader = Files.newBufferedReader(file);
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            for (var row : rows) {
                var sheet = row.toMap().entrySet().stream()
                        .filter(cell -> cell.getKey().endsWith("sourceSheet"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
                var own = plan.projects().stream()
                        .filter(project -> project.sheet().equals(sheet)
                                && project.name().equals(CellText.oneLine(row.get("name")))
                                && even(project.target()).equals(even(row.get("target")))
                                && even(project.objective()).equals(even(row.get("objective")))
                                && even(project.kpi()).equals(even(row.get("kpi")))
                                && even(project.department()).equals(even(row.get("department")))
                                && amounts(project).equals(amounts(row.toMap())))
                        .toList();
                assertThat(own)
                        .as("%s row %s %s", sheet, row.get("sourceRow"), row.get("name"))
                        .isNotEmpty();
                compared++;
            }
        }
        assertThat(compared).isEqualTo(548);
        System.out.println(">> notes " + plan.notes().size() + " " + kinds(plan));
        plan.sheets().stream().filter(sheet -> !sheet.agrees()).forEach(sheet -> System.out.println(">> " + sheet));
    }

    private static Map<String, Integer> kinds(ReadPlan plan) {
        var kinds = new TreeMap<String, Integer>();
        plan.notes().forEach(note -> kinds.merge(note.message().key(), 1, Integer::sum));
        return kinds;
    }

    private static String even(String text) {
        return CellText.oneLine(text).replace(" ", "");
    }

    private static Map<FiscalYear, Money> amounts(ReadProject project) {
        var amounts = new TreeMap<>(project.amounts());
        amounts.values().removeIf(Money::isZero);
        return amounts;
    }

    private static Map<FiscalYear, Money> amounts(Map<String, String> row) {
        var amounts = new TreeMap<FiscalYear, Money>();
        for (var year = 2566; year <= 2570; year++) {
            var text = row.getOrDefault("budget" + year, "");
            if (!text.isEmpty() && !text.equals("0")) {
                amounts.put(new FiscalYear(year), Money.ofBaht(new java.math.BigDecimal(text)));
            }
        }
        return amounts;
    }

    private static ReadPlan read() throws IOException {
        var file = PLANS.resolve("plan_2566_2570_por02.xlsx");
        assumeTrue(Files.exists(file), "the shared plan workbook is not at " + file);
        return PlanReader.read(file, WorkbookLimits.USUAL, Home.ANYWHERE);
    }
}
