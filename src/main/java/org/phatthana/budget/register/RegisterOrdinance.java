package org.phatthana.budget.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.reading.Draft;
import org.phatthana.budget.reading.Findings;
import org.phatthana.budget.reading.Place;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableColumns.Column;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// An ordinance as other systems write it: rows of items with headings of their classification between or beside
/// them.
public final class RegisterOrdinance {

    /// The columns of such a table.
    public static final TableColumns COLUMNS = new TableColumns(
            RegisterColumns.ALL.words(),
            List.of(
                    new Column(Level.AREA.field(), false),
                    new Column(Level.PROGRAMME.field(), false),
                    new Column(Level.TASK.field(), false),
                    new Column(Level.TYPE.field(), false),
                    new Column(Level.CATEGORY.field(), false),
                    new Column(Level.KIND.field(), false),
                    new Column(Level.ITEM.field(), false),
                    new Column(RegisterColumns.APPROPRIATED, true)));

    private RegisterOrdinance() {}

    /// What a table says; what is wrong or odd goes to the findings.
    public static Optional<Draft> read(FoundTable table, Names names, Strategy strategy, Findings findings) {
        var found = new RegisterFindings();
        var lines = new RegisterReader(names, strategy, COLUMNS, found).read(table);
        found.errors().forEach(findings::error);
        table.notes().forEach(findings::note);
        found.notes().forEach(findings::note);
        return found.hasErrors() ? Optional.empty() : Optional.of(draft(lines));
    }

    private static Draft draft(List<RegisterLine> items) {
        var lines = new LinkedHashMap<List<String>, Money>();
        var programmes = new LinkedHashMap<String, LinkedHashMap<String, Money>>();
        var types = new LinkedHashMap<String, Money>();
        for (var item : items) {
            var amount = item.amount(RegisterColumns.APPROPRIATED);
            var area = item.name(Level.AREA);
            var programme = item.name(Level.PROGRAMME);
            var type = item.name(Level.TYPE);
            lines.merge(List.of(area, programme, item.name(Level.TASK), type), amount, Money::plus);
            programmes.computeIfAbsent(area, _ -> new LinkedHashMap<>()).merge(programme, amount, Money::plus);
            types.merge(type, amount, Money::plus);
        }
        var areas = new ArrayList<Ordinance.Area>();
        programmes.forEach(
                (area, shares) -> areas.add(new Ordinance.Area(area, Money.sum(shares.values()), shares(shares))));
        return new Draft(
                Money.sum(types.values()),
                areas,
                shares(types),
                lines.entrySet().stream()
                        .map(line -> new Ordinance.Line(
                                line.getKey().get(0),
                                line.getKey().get(1),
                                line.getKey().get(2),
                                line.getKey().get(3),
                                line.getValue()))
                        .toList(),
                List.of(),
                "",
                null,
                _ -> Place.FILE);
    }

    private static List<Ordinance.Share> shares(Map<String, Money> amounts) {
        return amounts.entrySet().stream()
                .map(share -> new Ordinance.Share(share.getKey(), share.getValue()))
                .toList();
    }

    /// The fiscal year that a title above the table names.
    public static Optional<FiscalYear> year(FoundTable table) {
        return table.above().stream()
                .map(CellText::latinDigits)
                .flatMap(title -> BalancesImporter.TITLE_YEAR.matcher(title).results())
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(FiscalYear::isValid)
                .map(FiscalYear::new)
                .findFirst();
    }
}
