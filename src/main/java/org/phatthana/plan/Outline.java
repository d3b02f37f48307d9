package org.phatthana.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The headings under which a plan's projects stand, so that its forms can be told heading by heading.
@Component
public class Outline {

    private final JdbcClient jdbc;

    Outline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A heading with projects under it.
    ///
    /// @param number its number in the plan
    /// @param projects how many
    public record Section(int number, String strategy, String tactic, String programme, long projects) {}

    /// The headings with projects of one form, in the plan's order.
    public List<Section> of(Standing standing, ProjectContent.Form form) {
        return standing(standing, """
            select h.ordinal, h.strategy, h.tactic, h.programme, count(*) as projects from plan.version v
            join plan.heading h on h.plan_id = v.plan_id and h.ordinal = v.heading
            """ + Plans.STANDING + """
            and v.form = :form group by h.ordinal, h.strategy, h.tactic, h.programme order by h.ordinal
            """)
                .param("form", form.code())
                .query((row, _) -> new Section(
                        row.getInt("ordinal"),
                        row.getString("strategy"),
                        row.getString("tactic"),
                        row.getString("programme"),
                        row.getLong("projects")))
                .list();
    }

    /// How many projects of a plan stand on each form.
    public Map<ProjectContent.Form, Long> counts(Standing standing) {
        var counts = new EnumMap<ProjectContent.Form, Long>(ProjectContent.Form.class);
        standing(
                        standing,
                        "select v.form, count(*) as projects from plan.version v" + Plans.STANDING + " group by v.form")
                .query((row, _) -> counts.put(
                        ProjectContent.Form.of(row.getString("form")).orElseThrow(), row.getLong("projects")))
                .list();
        return counts;
    }

    /// Whether the plan says of any project what ordinances gave.
    public boolean hasOrdinance(Standing standing) {
        return standing(
                        standing,
                        "select exists (select 1 from plan.version v" + Plans.STANDING
                                + " and exists (select 1 from unnest(v.ordinance_satang) as o (satang) where o.satang"
                                + " is not null))")
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec standing(Standing standing, String sql) {
        return jdbc.sql(sql)
                .param("plan", standing.plan())
                .param("editions", standing.editions().toArray(Integer[]::new));
    }
}
