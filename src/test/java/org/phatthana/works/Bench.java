package org.phatthana.works;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A plan with one project, and money for it in the books of a year long ago: all of it sample data.
public record Bench(JdbcClient jdbc, Ledger ledger, PublicIds ids, TransactionTemplate transaction) {

    public static final FiscalYear YEAR = new FiscalYear(2534);
    public static final LocalDate DAY = YEAR.firstDay().plusDays(40);

    private static final UUID OWNER = new UUID(0, 77);

    /// A project of a plan of its own.
    ///
    /// @return its public id
    public String project(String name) {
        var plan = ids.next();
        var project = ids.next();
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, imported_at, is_sample)
            values (:plan, 'แผนทดสอบงาน', 2534, 2538, 'strategy', '', now(), true);
            insert into plan.edition (plan_id, number, type, sequence, year, label, state, is_estimated, in_force_from, is_sample)
            values (:plan, 0, 'base', 0, 0, '', 'announced', false, '1990-10-01', true);
            insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)
            values (:plan, 0, 'ยุทธศาสตร์ที่ 1', '1.1', 'แผนงานอุตสาหกรรมและการโยธา', '', '', true);
            """).param("plan", plan).update();
        jdbc.sql("""
            insert into plan.version (project_id, edition, next_edition, act, form, ordinal, plan_id, heading, goal, sequence, name,
                name_en, objective, target, target_en, kpi, kpi_en, result, department, department_as_written, place_text,
                total_satang, searched, sheet, sheet_row, years, satang, ordinance_satang, places, places_certain,
                places_found_as, is_sample)
            values (:id, 0, null, 'add', 'p02', 0, :plan, 0, 'G8', '', :name, 'A road', 'เพื่อการเดินทาง', '1 สาย', '', '', '', '',
                'กองช่าง', 'กองช่าง', '', 100000000, '', '', 0, array[2534], array[100000000]::bigint[], array[null]::bigint[],
                array['650101'], array[true], array['ในเมือง'], true)
            """)
                .param("id", project)
                .param("plan", plan)
                .param("name", name)
                .update();
        return project;
    }

    /// Removes the plans with their works; what is in the books stays.
    public void remove() {
        jdbc.sql("delete from works.work where id in (select work from works.fact where content ->> 'year' = '2534')")
                .update();
        jdbc.sql("delete from works.disclosure where month like '1990%'").update();
        jdbc.sql("delete from plan.plan where first_year = 2534 and is_sample").update();
    }

    /// A line that pays for a project, with so much allotted.
    ///
    /// @return its public id
    public String line(String project, long baht) {
        return line(project, YEAR, baht);
    }

    String line(String project, FiscalYear year, long baht) {
        var id = ids.next();
        transaction.executeWithoutResult(_ -> {
            ledger.open(year, true, "budget-officer");
            ledger.open(new BookLine(
                    id,
                    year,
                    "ด้านการเศรษฐกิจ",
                    "แผนงานอุตสาหกรรมและการโยธา",
                    "งานก่อสร้าง",
                    "งบลงทุน",
                    "ค่าที่ดินและสิ่งก่อสร้าง",
                    "",
                    "ก่อสร้างถนน " + project,
                    BookLine.ORDINANCE,
                    project,
                    "กองช่าง",
                    true));
            if (baht > 0) {
                post(
                        move(
                                id,
                                year,
                                TransactionKind.APPROPRIATION,
                                Stage.APPROPRIATED,
                                Stage.UNALLOTTED,
                                baht,
                                "council",
                                "ordinance"),
                        move(
                                id,
                                year,
                                TransactionKind.ALLOTMENT,
                                Stage.UNALLOTTED,
                                Stage.ALLOTTED,
                                baht,
                                "executive",
                                "memo"));
            }
        });
        return id;
    }

    /// Carries what is owed on a line over to a line of the next year.
    void carryOver(String line, String next, long baht) {
        var money = Money.ofBaht(baht);
        transaction.executeWithoutResult(_ -> post(new Transaction(
                TransactionKind.CARRY_OVER,
                YEAR.lastDay(),
                "executive",
                DocumentReference.of("memo", "9/" + YEAR),
                "",
                OptionalLong.empty(),
                List.of(
                        new Entry(new AccountId(line, Stage.COMMITTED), money.negated()),
                        new Entry(new AccountId(line, Stage.CARRIED_OVER), money),
                        new Entry(new AccountId(next, Stage.CARRIED_IN), money.negated()),
                        new Entry(new AccountId(next, Stage.COMMITTED), money)))));
    }

    /// Lets what is set aside on a line lapse at the end of the year.
    void lapse(String line, long baht) {
        transaction.executeWithoutResult(_ -> post(Transaction.move(
                TransactionKind.LAPSE,
                line,
                Stage.RESERVED,
                Stage.LAPSED,
                Money.ofBaht(baht),
                YEAR.lastDay(),
                "executive",
                DocumentReference.of("memo", "8/" + YEAR))));
    }

    private void post(Transaction... transactions) {
        var outcome = ledger.postWithin(new Posting(ids.next(), OWNER, "budget-officer", List.of(transactions)));
        if (outcome instanceof PostingOutcome.Refused refused) {
            throw new IllegalStateException(Objects.toString(refused));
        }
    }

    private static Transaction move(
            String line,
            FiscalYear year,
            TransactionKind kind,
            Stage from,
            Stage to,
            long baht,
            String authority,
            String document) {
        return Transaction.move(
                kind,
                line,
                from,
                to,
                Money.ofBaht(baht),
                year.firstDay(),
                authority,
                DocumentReference.of(document, "1/" + year));
    }
}
