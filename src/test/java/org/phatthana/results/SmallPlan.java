package org.phatthana.results;

import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A plan small enough to count by hand, whose first year is over: three projects with money in the year, one
/// without, equipment; an addition within the year, one whose day is estimated, and a change after it; an operation
/// plan.
record SmallPlan(JdbcClient jdbc) {

    static final String ID = "0000000000000000000000eval";
    static final FiscalYear YEAR = new FiscalYear(2521);

    static void put(JdbcClient jdbc) {
        new SmallPlan(jdbc).put();
    }

    static void remove(JdbcClient jdbc) {
        jdbc.sql("delete from plan.plan where id = :plan").param("plan", ID).update();
    }

    private void put() {
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, imported_at, is_sample)
            values (:plan, 'แผนทดสอบ', 2521, 2525, 'strategy', '', now(), true);
            insert into plan.edition (plan_id, number, type, sequence, year, label, state, is_estimated, in_force_from, is_sample)
            values (:plan, 0, 'base', 0, 0, '', 'announced', false, '1977-10-01', true),
                (:plan, 1, 'added', 1, 2521, '', 'announced', false, '1978-03-01', true),
                (:plan, 2, 'added', 2, 2521, '', 'announced', true, '1978-06-01', true),
                (:plan, 3, 'changed', 1, 2521, '', 'announced', false, '1978-11-01', true);
            insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)
            values (:plan, 0, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานการศึกษา', '', '', true),
                (:plan, 1000, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานสาธารณสุข', '', '', true),
                (:plan, 2000, 'ยุทธศาสตร์ที่ 2', '2.1', 'แผนงานสาธารณสุข', '', '', true);
            """).param("plan", ID).update();
        // Later the first project loses its indicator: at the end of the year it still had one.
        version("a", 3, null, 0, "p02", "G1", "วัตถุประสงค์", "", "ผล", "กองช่าง", 1_000_000_00, 500_000_00L, true);
        version(
                "a",
                0,
                3,
                0,
                "p02",
                "G1",
                "วัตถุประสงค์",
                "ร้อยละ 80",
                "ผล",
                "กองช่าง",
                1_000_000_00,
                500_000_00L,
                true);
        version("b", 0, null, 1000, "p02", "G1", "วัตถุประสงค์", "-", "", "", 2_000_000_00, 0L, null);
        version("c", 0, null, 2000, "p02", "G3", "วัตถุประสงค์", "ร้อยละ 80", "ผล", "กองช่าง", 0, null, null);
        version("d", 1, null, 1000, "p02", "G2", "", "ร้อยละ 80", "ผล", "กองช่าง", 3_000_000_00, null, false);
        version("e", 0, null, 1000, "p03", "G4", "", "", "", "กองช่าง", 100_000_00, null, null);
        jdbc.sql("""
            insert into plan.operation (plan_id, year, amendment, reason, state, ordinance_on, opened_at, is_sample)
            values (:plan, 2521, 0, '', 'open', '1977-09-30', now(), true);
            insert into plan.activity (id, plan_id, year, amendment, project_id, strategy, programme, name, detail, satang, place, department,
                months, revision, created_at, changed_at, is_sample)
            select gen_random_uuid(), :plan, 2521, 0, project, '', '', 'กิจกรรม', '', satang, '', '', '{1,12}', 1, now(), now(), true
            from (values (:a, 40000000), (:a, 10000000), (null, 9900)) as activities (project, satang);
            update plan.operation set state = 'announced', announced_at = '1977-10-20' where plan_id = :plan;
            """).param("plan", ID).param("a", project("a")).update();
    }

    private static String project(String letter) {
        return "000000000000000000000000e" + letter;
    }

    private void version(
            String letter,
            int edition,
            @Nullable Integer next,
            int heading,
            String form,
            String goal,
            String objective,
            String kpi,
            String result,
            String department,
            long satang,
            @Nullable Long ordinance,
            @Nullable Boolean place) {
        jdbc.sql("""
            insert into plan.version (project_id, edition, next_edition, act, form, ordinal, plan_id, heading, goal, sequence, name,
                name_en, objective, target, target_en, kpi, kpi_en, result, department, department_as_written, place_text,
                total_satang, searched, sheet, sheet_row, years, satang, ordinance_satang, places, places_certain,
                places_found_as, is_sample)
            values (:id, :edition, :next, case when :edition = 3 then 'change' else 'add' end, :form, :ordinal, :plan, :heading, :goal,
                '', :name, '', :objective, 'เป้าหมาย', '', :kpi, '', :result, :department, :department, '', :satang, '', '', 0,
                array[2521, 2522], array[:satang, 100]::bigint[], array[cast(:ordinance as bigint), null],
                case when :placed then array['650101'] else '{}' end,
                case when :placed then array[cast(:place as boolean)] else '{}' end,
                case when :placed then array['ในเมือง'] else '{}' end, true)
            """)
                .param("id", project(letter))
                .param("edition", edition)
                .param("next", next, java.sql.Types.INTEGER)
                .param("form", form)
                .param("ordinal", letter.charAt(0) - 'a')
                .param("plan", ID)
                .param("heading", heading)
                .param("goal", goal)
                .param("name", "โครงการ " + letter)
                .param("objective", objective)
                .param("kpi", kpi)
                .param("result", result)
                .param("department", department)
                .param("satang", satang)
                .param("ordinance", ordinance, java.sql.Types.BIGINT)
                .param("placed", place != null)
                .param("place", place, java.sql.Types.BOOLEAN)
                .update();
    }
}
