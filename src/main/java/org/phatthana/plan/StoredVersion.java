package org.phatthana.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// Reads a version of a project with its heading out of the database.
final class StoredVersion {

    private StoredVersion() {}

    static PlanProject project(ResultSet row, int number) throws SQLException {
        var amounts = new TreeMap<FiscalYear, Money>();
        var ordinance = new TreeMap<FiscalYear, Money>();
        var years = values(row, "years");
        var given = values(row, "ordinance_satang");
        var satang = values(row, "satang");
        for (var i = 0; i < years.length; i++) {
            var year = new FiscalYear(((Number) years[i]).intValue());
            amounts.put(year, new Money(((Number) satang[i]).longValue()));
            if (given[i] instanceof Long ofOrdinance) {
                ordinance.put(year, new Money(ofOrdinance));
            }
        }
        var codes = values(row, "places");
        var certain = values(row, "places_certain");
        var foundAs = values(row, "places_found_as");
        var places = IntStream.range(0, codes.length)
                .mapToObj(i -> new PlanProject.Where(
                        new PlaceCode((String) codes[i]), (Boolean) certain[i], (String) foundAs[i]))
                .sorted(Comparator.comparing(where -> where.place().code()))
                .toList();
        return new PlanProject(
                row.getString("project_id"),
                row.getString("plan_id"),
                row.getInt("heading"),
                row.getInt("ordinal"),
                row.getInt("edition"),
                row.getString("goal"),
                row.getString("strategy"),
                row.getString("tactic"),
                row.getString("programme"),
                row.getString("sequence"),
                localized(row.getString("name"), row.getString("name_en")),
                row.getString("objective"),
                localized(row.getString("target"), row.getString("target_en")),
                amounts,
                ordinance,
                localized(row.getString("kpi"), row.getString("kpi_en")),
                row.getString("result"),
                row.getString("department"),
                row.getString("department_as_written"),
                places,
                new PlanProject.Source(row.getString("sheet"), row.getInt("sheet_row")),
                row.getBoolean("is_sample"),
                ProjectContent.Form.of(row.getString("form")).orElseThrow(),
                funding(row, amounts),
                row.getString("category"),
                row.getString("kind"),
                Objects.requireNonNullElse(row.getString("geometry"), ""),
                Stream.of(values(row, "powers")).map(Integer.class::cast).toList(),
                row.getString("reason"),
                row.getString("remark"),
                new PlanProject.Decision(
                        Edition.Act.of(row.getString("act")).orElseThrow(),
                        Optional.ofNullable((Integer) row.getObject("next_edition")),
                        Optional.ofNullable(row.getString("merged_into")),
                        Optional.ofNullable(row.getString("split_from")),
                        row.getBoolean("is_text_known")));
    }

    /// Money by source as far as it is said, and what is left of each year without one.
    private static List<Funding> funding(ResultSet row, Map<FiscalYear, Money> amounts) throws SQLException {
        var years = values(row, "fund_years");
        var sources = values(row, "fund_sources");
        var satang = values(row, "fund_satang");
        var rest = new TreeMap<>(amounts);
        var funding = new ArrayList<Funding>();
        for (var i = 0; i < years.length; i++) {
            var year = new FiscalYear((Integer) years[i]);
            var money = new Money((Long) satang[i]);
            funding.add(new Funding(year, (String) sources[i], money));
            rest.computeIfPresent(year, (_, amount) -> amount.minus(money));
        }
        rest.forEach((year, amount) -> {
            if (!amount.isZero()) {
                funding.add(new Funding(year, "", amount));
            }
        });
        return funding;
    }

    static Object[] values(ResultSet row, String column) throws SQLException {
        return (Object[]) row.getArray(column).getArray();
    }

    private static Localized localized(String thai, String english) {
        return english.isEmpty() ? Localized.thai(thai) : Localized.of(thai, english);
    }
}
