package org.phatthana.results.scorecards;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.phatthana.values.FiscalYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What other organizations publish of indicators that ours compare with. Of each organization, reference and year
/// the newest row holds.
@Component
public class PublishedFigures {

    /// @param reference the international indicator, for example `16.6.1`
    /// @param source where it was published
    public record Published(
            String organization, String reference, FiscalYear year, BigDecimal value, String unit, String source) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PublishedFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Those of a reference and year, in the order of the organizations' names.
    public List<Published> of(String reference, FiscalYear year) {
        return jdbc.sql("""
            select distinct on (organization) organization, reference, year, value, unit, source
            from results.published_figure where reference = :reference and year = :year
            order by organization, id desc
            """)
                .param("reference", reference)
                .param("year", year.buddhistEra())
                .query((row, _) -> new Published(
                        row.getString("organization"),
                        row.getString("reference"),
                        new FiscalYear(row.getInt("year")),
                        row.getBigDecimal("value"),
                        row.getString("unit"),
                        row.getString("source")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(List<Published> all) {
        var now = Timestamp.from(clock.instant());
        for (var one : all) {
            jdbc.sql("""
                insert into results.published_figure (organization, reference, year, value, unit, source, at)
                values (:organization, :reference, :year, :value, :unit, :source, :now)
                """)
                    .param("organization", one.organization())
                    .param("reference", one.reference())
                    .param("year", one.year().buddhistEra())
                    .param("value", one.value())
                    .param("unit", one.unit())
                    .param("source", one.source())
                    .param("now", now)
                    .update();
        }
    }
}
