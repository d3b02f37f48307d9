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
import org.phatthana.plan.ShownPlan;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// The plan as tables to take away.
@Component
class PlanTables {

    private final Strategy strategy;
    private final Texts texts;

    PlanTables(Strategy strategy, Texts texts) {
        this.strategy = strategy;
        this.texts = texts;
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
        plan.at().ifPresent(_ -> columns.add(column("as_of", "ณ วันที่", "As of")));
        var rows = projects.stream().map(project -> row(plan, project)).toList();
        return new Table(
                name(plan, "projects"),
                title(plan, "โครงการในแผนพัฒนา ", "Projects of the development plan "),
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
        plan.at().ifPresent(row::add);
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
                name(plan, "summary"),
                title(plan, "สรุปโครงการพัฒนา (ผ.01) ", "Summary of the plan (form P01) "),
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

    /// Two plans, or one at two times, side by side.
    Table comparison(ComparePages.Sides sides, Comparison comparison) {
        var left = sides.left().found().orElseThrow();
        var right = sides.right().found().orElseThrow();
        var columns = List.of(
                column("key", "รหัส", "Key"),
                column("part", "รายการ", "Part"),
                column("left_projects", "ก จำนวนโครงการ", "A projects"),
                column("left_baht", "ก (บาท)", "A (baht)"),
                column("right_projects", "ข จำนวนโครงการ", "B projects"),
                column("right_baht", "ข (บาท)", "B (baht)"),
                column("more_projects", "โครงการต่างกัน", "Difference in projects"),
                column("more_baht", "ต่างกัน (บาท)", "Difference (baht)"));
        var rows = new ArrayList<List<@Nullable Object>>();
        comparison.rows().forEach(row -> rows.add(row(row)));
        rows.add(row(comparison.total()));
        return new Table(
                "plan-compare-" + comparison.by().code(),
                Localized.of("เปรียบเทียบแผนพัฒนา", "Development plans compared"),
                columns,
                rows,
                List.of(side("ก", "A", left), side("ข", "B", right), source(left.plan()), source(right.plan())),
                left.plan().sample() || right.plan().sample());
    }

    private static List<@Nullable Object> row(Comparison.Row row) {
        return List.of(
                row.key(),
                row.name(),
                row.left().projects(),
                row.left().money(),
                row.right().projects(),
                row.right().money(),
                row.moreProjects(),
                row.more());
    }

    private Localized side(String thai, String english, ShownPlan.Found found) {
        var plan = found.plan();
        return Localized.of(
                thai + ": แผนพัฒนา " + plan.first() + "–" + plan.last() + " "
                        + found.newest().map(edition -> edition.title().thai()).orElse("")
                        + day(plan, " ณ วันที่ ", Language.THAI),
                english + ": development plan " + era(plan) + ", "
                        + found.newest()
                                .map(edition -> edition.title().in(Language.ENGLISH))
                                .orElse("")
                        + day(plan, " as of ", Language.ENGLISH));
    }

    static Localized source(PlanOverview plan) {
        return plan.sample()
                ? Localized.of(
                        "ที่มา: ข้อมูลตัวอย่างที่แต่งขึ้น ไม่ใช่แผนจริง",
                        "Source: invented sample data, not a real plan")
                : Localized.of(
                        "ที่มา: " + plan.name() + (plan.fileName().isEmpty() ? "" : " ไฟล์ " + plan.fileName()),
                        "Source: " + plan.name() + (plan.fileName().isEmpty() ? "" : ", file " + plan.fileName()));
    }

    /// A file's name, which says as of which day it is.
    static String name(PlanOverview plan, String what) {
        return "plan-" + plan.first() + "-" + plan.last() + "-" + what
                + plan.at().map(day -> "-" + day).orElse("");
    }

    private Localized title(PlanOverview plan, String thai, String english) {
        return Localized.of(
                thai + plan.first() + "–" + plan.last() + day(plan, " ณ วันที่ ", Language.THAI),
                english + era(plan) + day(plan, " as of ", Language.ENGLISH));
    }

    private String day(PlanOverview plan, String before, Language language) {
        return plan.at().map(day -> before + texts.numbers(language).date(day)).orElse("");
    }

    private static String era(PlanOverview plan) {
        return plan.first().commonEra() + "–" + plan.last().commonEra();
    }

    private static Table.Column column(String name, String thai, String english) {
        return new Table.Column(name, Localized.of(thai, english));
    }
}
