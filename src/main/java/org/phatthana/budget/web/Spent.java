package org.phatthana.budget.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// How far the money of a year has come, from its books: by type of expenditure and stage. Each figure opens to the
/// lines behind it.
///
/// @param lines the lines of the books with what stands in their stages
public record Spent(FiscalYear year, Map<BookLine, Balances> lines) {

    public Spent {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /// A type of expenditure.
    public record Row(String type, Balances balances) {}

    /// Whether all of it is sample data.
    public boolean sample() {
        return lines.keySet().stream().anyMatch(BookLine::sample);
    }

    /// By type, in the order of the books.
    public List<Row> rows() {
        var sums = new LinkedHashMap<String, Balances>();
        lines.forEach((line, balances) -> sums.merge(line.type(), balances, Balances::plus));
        var rows = new ArrayList<Row>();
        sums.forEach((type, balances) -> rows.add(new Row(type, balances)));
        return rows;
    }

    public Balances total() {
        return lines.values().stream().reduce(Balances.NONE, Balances::plus);
    }

    /// The stages in which money stands, in the order in which it moves: those that have none at all are left out,
    /// but for what everyone asks for.
    public List<Stage> stages() {
        var total = total();
        return List.of(
                        Stage.DISBURSED,
                        Stage.COMMITTED,
                        Stage.RESERVED,
                        Stage.ALLOTTED,
                        Stage.UNALLOTTED,
                        Stage.CARRIED_OVER,
                        Stage.LAPSED)
                .stream()
                .filter(stage -> !total.of(stage).isZero() || stage == Stage.DISBURSED || stage == Stage.COMMITTED)
                .toList();
    }

    /// What the lines of an area, programme and type may spend; what is empty does not restrict.
    Money authorised(String area, String programme, String type) {
        return Money.sum(lines.entrySet().stream()
                .filter(entry -> area.isEmpty() || entry.getKey().area().equals(area))
                .filter(entry ->
                        programme.isEmpty() || entry.getKey().programme().equals(programme))
                .filter(entry -> type.isEmpty() || entry.getKey().type().equals(type))
                .map(entry -> entry.getValue().authorised())
                .toList());
    }
}
