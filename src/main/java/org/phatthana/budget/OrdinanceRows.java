package org.phatthana.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One ordinance as the rows of its tables. Sums of areas and of kinds of income are not stored: they follow.
record OrdinanceRows(JdbcClient jdbc, JsonMapper json) {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    long insert(Ordinance ordinance, int version, String capacity, Timestamp at) {
        var people = ordinance.people();
        var id = jdbc.sql("""
            insert into budget.ordinance (organization, organization_name, fiscal_year, version, total_satang, people,
                people_as_of, source, file_name, capacity, imported_at)
            values (:organization, :name::jsonb, :year, :version, :total, :people, :asOf, :source::jsonb, :file,
                :capacity, :at)
            returning id
            """)
                .param("organization", ordinance.body().id())
                .param("name", json.writeValueAsString(ordinance.body().name().sorted()))
                .param("year", ordinance.year().buddhistEra())
                .param("version", version)
                .param("total", ordinance.total().satang())
                .param("people", people == null ? null : people.count())
                .param("asOf", people == null ? null : people.asOf())
                .param(
                        "source",
                        json.writeValueAsString(ordinance.source().text().sorted()))
                .param("file", ordinance.source().file())
                .param("capacity", capacity)
                .param("at", at)
                .query(Long.class)
                .single();
        insertProgrammes(id, ordinance.programmes());
        insertTypes(id, ordinance.types());
        insertLines(id, ordinance.lines());
        insertIncomes(id, ordinance.incomes());
        return id;
    }

    private void insertProgrammes(long id, List<Ordinance.Programme> programmes) {
        for (var position = 0; position < programmes.size(); position++) {
            var programme = programmes.get(position);
            jdbc.sql("""
                insert into budget.programme (ordinance, position, area, name, amount_satang)
                values (?, ?, ?, ?, ?)
                """)
                    .params(
                            id,
                            position,
                            programme.area(),
                            programme.name(),
                            programme.amount().satang())
                    .update();
        }
    }

    private void insertTypes(long id, List<Ordinance.Share> types) {
        for (var position = 0; position < types.size(); position++) {
            var type = types.get(position);
            jdbc.sql("""
                insert into budget.expenditure_type (ordinance, position, name, amount_satang) values (?, ?, ?, ?)
                """)
                    .params(id, position, type.name(), type.amount().satang())
                    .update();
        }
    }

    private void insertLines(long id, List<Ordinance.Line> lines) {
        for (var position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            jdbc.sql("""
                insert into budget.line (ordinance, position, area, programme, task, type, amount_satang)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                    .params(
                            id,
                            position,
                            line.area(),
                            line.programme(),
                            line.task(),
                            line.type(),
                            line.amount().satang())
                    .update();
        }
    }

    private void insertIncomes(long id, List<Ordinance.IncomeKind> kinds) {
        var position = 0;
        for (var kind : kinds) {
            for (var category : kind.categories()) {
                jdbc.sql("""
                    insert into budget.income (ordinance, position, kind, category, amount_satang)
                    values (?, ?, ?, ?, ?)
                    """)
                        .params(
                                id,
                                position++,
                                kind.name(),
                                category.name(),
                                category.amount().satang())
                        .update();
            }
        }
    }

    Ordinance read(ResultSet row, Ordinance.@Nullable People people) throws SQLException {
        var id = row.getLong("id");
        return new Ordinance(
                new Body(
                        row.getString("organization"),
                        new Localized(json.readValue(row.getString("organization_name"), TEXTS))),
                new FiscalYear(row.getInt("fiscal_year")),
                new Money(row.getLong("total_satang")),
                areas(id),
                types(id),
                lines(id),
                incomes(id),
                people,
                new Ordinance.Source(
                        new Localized(json.readValue(row.getString("source"), TEXTS)), row.getString("file_name")));
    }

    private List<Ordinance.Area> areas(long id) {
        var areas = new LinkedHashMap<String, List<Ordinance.Share>>();
        jdbc.sql("select area, name, amount_satang from budget.programme where ordinance = ? order by position")
                .param(id)
                .query((row, _) -> areas.computeIfAbsent(row.getString("area"), _ -> new ArrayList<>())
                        .add(share(row)))
                .list();
        return areas.entrySet().stream()
                .map(area -> new Ordinance.Area(area.getKey(), sum(area.getValue()), area.getValue()))
                .toList();
    }

    private List<Ordinance.Share> types(long id) {
        return jdbc.sql("select name, amount_satang from budget.expenditure_type where ordinance = ? order by position")
                .param(id)
                .query((row, _) -> share(row))
                .list();
    }

    private List<Ordinance.Line> lines(long id) {
        return jdbc.sql("""
            select area, programme, task, type, amount_satang from budget.line where ordinance = ? order by position
            """)
                .param(id)
                .query((row, _) -> new Ordinance.Line(
                        row.getString("area"),
                        row.getString("programme"),
                        row.getString("task"),
                        row.getString("type"),
                        new Money(row.getLong("amount_satang"))))
                .list();
    }

    private List<Ordinance.IncomeKind> incomes(long id) {
        var kinds = new LinkedHashMap<String, List<Ordinance.Share>>();
        jdbc.sql("select kind, category as name, amount_satang from budget.income where ordinance = ? order by"
                        + " position")
                .param(id)
                .query((row, _) -> kinds.computeIfAbsent(row.getString("kind"), _ -> new ArrayList<>())
                        .add(share(row)))
                .list();
        return kinds.entrySet().stream()
                .map(kind -> new Ordinance.IncomeKind(kind.getKey(), sum(kind.getValue()), kind.getValue()))
                .toList();
    }

    private static Ordinance.Share share(ResultSet row) throws SQLException {
        return new Ordinance.Share(row.getString("name"), new Money(row.getLong("amount_satang")));
    }

    private static Money sum(List<Ordinance.Share> shares) {
        return Money.sum(shares.stream().map(Ordinance.Share::amount).toList());
    }
}
