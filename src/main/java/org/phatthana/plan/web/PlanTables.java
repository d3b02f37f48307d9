package org.phatthana.plan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Table;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectSums;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// The plan as tables to take away.
@Component
class PlanTables {

    private final Strategy strategy;

    PlanTables(Strategy strategy) {
        this.strategy = strategy;
    }

    Table projects(PlanOverview plan, List<PlanProject> projects) {
        var columns = new ArrayList<Table.Column>();
        columns.add(column("project_id", "รหัสโครงการ", "Project"));
        columns.add(column("goal", "เป้าหมาย", "Goal"));
        columns.add(column("goal_name", "ชื่อเป้าหมาย", "Goal’s name"));
        columns.add(column("strategy", "ยุทธศาสตร์", "Strategy"));
        columns.add(column("tactic", "กลยุทธ์", "Tactic"));
        columns.add(column("programme", "แผนงาน", "Programme"));
        columns.add(column("project", "โครงการ", "Project’s name"));
        columns.add(column("objective", "วัตถุประสงค์", "Objective"));
        columns.add(column("target", "เป้าหมายโครงการ", "Target"));
        plan.years()
                .forEach(year ->
                        columns.add(column("baht_" + year, "พ.ศ. " + year + " (บาท)", year.commonEra() + " (baht)")));
        columns.add(column("baht_total", "รวม (บาท)", "Total (baht)"));
        columns.add(column("kpi", "ตัวชี้วัด", "Indicator"));
        columns.add(column("result", "ผลที่คาดว่าจะได้รับ", "Expected result"));
        columns.add(column("department", "หน่วยงานรับผิดชอบ", "Department"));
        columns.add(column("places", "รหัสพื้นที่", "Place codes"));
        columns.add(column("source_sheet", "แผ่นงานต้นทาง", "Source sheet"));
        columns.add(column("source_row", "แถวต้นทาง", "Source row"));
        var rows = projects.stream().map(project -> row(plan, project)).toList();
        return new Table(
                "plan-" + plan.first() + "-" + plan.last() + "-projects",
                Localized.of(
                        "โครงการในแผนพัฒนา " + plan.first() + "–" + plan.last(),
                        "Projects of the development plan " + era(plan)),
                columns,
                rows,
                List.of(source(plan)),
                plan.sample());
    }

    private List<@Nullable Object> row(PlanOverview plan, PlanProject project) {
        var row = new ArrayList<@Nullable Object>();
        row.add(project.id());
        row.add(project.goal());
        row.add(strategy.goal(project.goal()).map(goal -> goal.name()).orElse(Localized.thai("")));
        row.add(project.strategy());
        row.add(project.tactic());
        row.add(project.programme());
        row.add(project.name());
        row.add(project.objective());
        row.add(project.target());
        plan.years().forEach(year -> row.add(project.amount(year)));
        row.add(project.total());
        row.add(project.kpi());
        row.add(project.result());
        row.add(project.department());
        row.add(project.places().stream()
                .filter(PlanProject.Where::certain)
                .map(where -> where.place().code())
                .collect(Collectors.joining(" ")));
        row.add(project.source().sheet());
        row.add((long) project.source().row());
        return row;
    }

    Table summary(PlanOverview plan, List<Plans.SummaryLine> lines) {
        var columns = new ArrayList<Table.Column>();
        columns.add(column("strategy", "ยุทธศาสตร์", "Strategy"));
        columns.add(column("programme", "แผนงาน", "Programme"));
        for (var year : plan.years()) {
            columns.add(column("projects_" + year, "พ.ศ. " + year + " จำนวนโครงการ", year.commonEra() + " projects"));
            columns.add(column("baht_" + year, "พ.ศ. " + year + " (บาท)", year.commonEra() + " (baht)"));
        }
        columns.add(column("projects_total", "รวมจำนวนโครงการ", "Projects in all"));
        columns.add(column("baht_total", "รวม (บาท)", "Total (baht)"));
        var rows = new ArrayList<List<@Nullable Object>>();
        var parts = Summary.parts(lines);
        for (var part : parts) {
            Object title = part.equipment() ? Localized.of("ครุภัณฑ์ (ผ.03)", "Equipment (form P03)") : part.strategy();
            part.lines().forEach(line -> rows.add(summaryRow(plan.years(), title, line.programme(), line.sums())));
            rows.add(summaryRow(plan.years(), title, Localized.of("รวม", "Sum"), part.sums()));
        }
        rows.add(summaryRow(
                plan.years(), Localized.of("รวมโครงการ (ผ.02)", "All projects (form P02)"), "", Summary.total(parts)));
        if (Summary.hasEquipment(parts)) {
            rows.add(summaryRow(
                    plan.years(),
                    Localized.of("รวมโครงการและครุภัณฑ์", "Projects and equipment"),
                    "",
                    Summary.whole(parts)));
        }
        return new Table(
                "plan-" + plan.first() + "-" + plan.last() + "-summary",
                Localized.of(
                        "สรุปโครงการพัฒนา (ผ.01) " + plan.first() + "–" + plan.last(),
                        "Summary of the plan (form P01) " + era(plan)),
                columns,
                rows,
                List.of(source(plan)),
                plan.sample());
    }

    private static List<@Nullable Object> summaryRow(
            List<FiscalYear> years, Object strategy, Object programme, ProjectSums sums) {
        var row = new ArrayList<@Nullable Object>();
        row.add(strategy);
        row.add(programme);
        for (var year : years) {
            row.add(sums.year(year).projects());
            row.add(sums.year(year).money());
        }
        row.add(sums.projects());
        row.add(sums.money());
        return row;
    }

    static Localized source(PlanOverview plan) {
        return plan.sample()
                ? Localized.of(
                        "ที่มา: ข้อมูลตัวอย่างที่แต่งขึ้น ไม่ใช่แผนจริง",
                        "Source: invented sample data, not a real plan")
                : Localized.of(
                        "ที่มา: " + plan.name() + " ไฟล์ " + plan.fileName(),
                        "Source: " + plan.name() + ", file " + plan.fileName());
    }

    private static String era(PlanOverview plan) {
        return plan.first().commonEra() + "–" + plan.last().commonEra();
    }

    private static Table.Column column(String name, String thai, String english) {
        return new Table.Column(name, Localized.of(thai, english));
    }
}
