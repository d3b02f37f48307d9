package org.phatthana.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.phatthana.testing.SignedIn.as;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Matter;
import org.phatthana.approvals.Outcome;
import org.phatthana.approvals.State;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.testing.Accounts;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.FiscalYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A small plan in force with the operation plan of a year, and the people who carry it along its route.
record SmallOffice(MockMvcTester browser, JdbcClient jdbc, Operations operations, Approvals approvals) {

    static final FiscalYear YEAR = new FiscalYear(2511);
    static final String BASE = "/plan/operations/2511";
    static final String WORK = BASE + "/work";

    /// Two programmes and three projects, of which one has no money in the year.
    void put() {
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, imported_at, is_sample)
            values ('0000000000000000000000test', 'แผนทดสอบ', 2511, 2515, 'strategy', '', now(), true);
            insert into plan.edition (plan_id, number, type, sequence, year, label, state, is_estimated, in_force_from, is_sample)
            values ('0000000000000000000000test', 0, 'base', 0, 0, '', 'announced', false, now(), true);
            insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)
            values ('0000000000000000000000test', 0, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานการศึกษา', '', '', true),
                ('0000000000000000000000test', 1000, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานสาธารณสุข', '', '', true);
            """).update();
        project("a", 0, "อบรมครู", "กองการศึกษา", 1_000_000_00, null);
        project("b", 1000, "ตรวจสุขภาพ", "กองสาธารณสุข", 2_000_000_00, 3_000_000_50L);
        project("c", 1000, "ปีนี้ไม่ทำ", "กองสาธารณสุข", 0, null);
    }

    void remove() {
        jdbc.sql("delete from plan.plan where id = '0000000000000000000000test'")
                .update();
    }

    private void project(
            String letter, int heading, String name, String department, long satang, @Nullable Long ordinance) {
        jdbc.sql("""
            insert into plan.version (project_id, edition, ordinal, plan_id, heading, goal, sequence, name, name_en, objective,
                target, target_en, kpi, kpi_en, result, department, department_as_written, place_text, total_satang, searched,
                sheet, sheet_row, years, satang, ordinance_satang, places, places_certain, places_found_as, is_sample)
            values (:id, 0, :ordinal, '0000000000000000000000test', :heading, 'G1', '', :name, '', '', 'เป้าหมาย', '', '', '', '',
                :department, :department, '', :satang, '', '', 0, array[2511], array[:satang]::bigint[],
                array[cast(:ordinance as bigint)], '{}', '{}', '{}', true)
            """)
                .param("id", "000000000000000000000000" + "z" + letter)
                .param("ordinal", letter.charAt(0) - 'a')
                .param("heading", heading)
                .param("name", name)
                .param("department", department)
                .param("satang", satang)
                .param("ordinance", ordinance, java.sql.Types.BIGINT)
                .update();
    }

    SignedIn signedIn() {
        return new SignedIn(browser);
    }

    Accounts accounts() {
        return new Accounts(jdbc);
    }

    void begin(Acting planner) {
        assertThat(signedIn().post("/plan/operations", planner, "year", "2511", "ordinance", "1967-09-30"))
                .hasStatus(303);
    }

    List<Activity> activities() {
        return operations.activities(operations.find(YEAR).orElseThrow());
    }

    static String address(Activity activity) {
        return BASE + "/activities/" + activity.id();
    }

    Matter matter() {
        return approvals
                .find(Announcing.KIND, operations.find(YEAR).orElseThrow().subject())
                .orElseThrow();
    }

    void decide(Acting who) {
        act(who, Act.Kind.APPROVE);
    }

    void act(Acting who, Act.Kind kind) {
        var matter = matter();
        assertThat(approvals.act(matter.id(), who, Ask.of(kind, "เหตุผล", matter.acts())))
                .isInstanceOf(Outcome.Done.class);
        var after = approvals.find(matter.id()).orElseThrow();
        if (after.state() == State.OPEN && after.step().equals(matter.step())) {
            approvals.act(matter.id(), who, Ask.of(Act.Kind.CLOSE_VOTE, "", after.acts()));
        }
    }

    void passCommittees() {
        var chair = accounts().add("chair", Role.OFFICER);
        for (var body : List.of("support-committee", "development-committee")) {
            accounts().unseat(body);
            accounts().seat(chair, body, "chair");
            decide(chair);
        }
    }

    MvcTestResult save(Acting who, String address, int revision, boolean isFragment, String... fields) {
        var request =
                browser.post().uri(address).with(as(who)).with(formToken()).param("revision", "" + revision);
        if (isFragment) {
            request.header("HX-Request", "true");
        }
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
