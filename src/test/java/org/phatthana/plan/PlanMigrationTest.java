package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.FreshDatabase;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PlanMigrationTest {

    private static final String PLAN = "0123456789abcdefghjkmnpqrs";
    private static final String PROJECT = "1123456789abcdefghjkmnpqrs";

    /// A home of the time when money and places were rows of their own loses nothing.
    @Test
    void moneyAndPlacesMoveIntoTheirVersion() {
        var source = new DriverManagerDataSource(FreshDatabase.create());
        var jdbc = JdbcClient.create(source);
        migrate(source, MigrationVersion.fromVersion("20261124.0501"));
        for (var sql : new String[] {
            "insert into plan.plan values ('%s', 'แผน', 2566, 2570, 'strategy', 'f', null, now(), true)",
            "insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)"
                    + " values ('%s', 7, 'ย', 'ก', 'ผ', '', '', true)",
            "insert into plan.project values ('%2$s', '%s', true)",
            "insert into plan.version select '%2$s', 0, true, 3, id, 'G8', '1', 'ถนน', '', '', '', '', '', '', '', '',"
                    + " '', '', 300, '', 's', 4, true from plan.heading",
            "insert into plan.amount values ('%2$s', 0, 2567, 200, null, true), ('%2$s', 0, 2566, 100, 90, true)",
            "insert into plan.project_place values ('%2$s', 0, '650801', true, 'ต.ก', true),"
                    + " ('%2$s', 0, '650101', false, 'ต.ข', false)"
        }) {
            jdbc.sql(sql.formatted(PLAN, PROJECT)).update();
        }
        migrate(source, MigrationVersion.LATEST);

        var project = new Plans(jdbc, Clock.systemUTC()).project(PROJECT).orElseThrow();
        assertThat(project.plan()).isEqualTo(PLAN);
        assertThat(project.strategy()).isEqualTo("ย");
        assertThat(project.amounts())
                .isEqualTo(Map.of(new FiscalYear(2566), new Money(100), new FiscalYear(2567), new Money(200)));
        assertThat(project.ordinance()).isEqualTo(Map.of(new FiscalYear(2566), new Money(90)));
        assertThat(project.places())
                .extracting(where -> where.place().code() + where.certain() + where.foundAs())
                .containsExactly("650101falseต.ข", "650801trueต.ก");
        jdbc.sql("delete from plan.plan").update();
        assertThat(jdbc.sql("select count(*) from plan.version")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void migrate(DriverManagerDataSource source, MigrationVersion target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:org/phatthana")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
