package org.phatthana.budget.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.values.Money;

/// The lines of a year's books as a page shows them: in the order of the classification, with sums.
///
/// @param filter which lines are shown
/// @param groups the lines by programme
/// @param total what all of them have together
/// @param found how many lines there are, also those that do not fit on the page
public record BooksView(Filter filter, List<Group> groups, Balances total, int found, boolean whole) {

    /// The most lines that one page shows; a programme or type chosen finds the others.
    static final int MOST = 600;

    /// Which lines. What is empty does not restrict.
    ///
    /// @param stage lines that have money in this stage
    public record Filter(String programme, String type, Optional<Stage> stage, String project) {

        static final Filter ALL = new Filter("", "", Optional.empty(), "");

        boolean lets(BookLine line, Balances balances) {
            return (programme.isEmpty() || line.programme().equals(programme))
                    && (type.isEmpty() || line.type().equals(type))
                    && (project.isEmpty() || line.project().equals(project))
                    && stage.map(wanted -> !balances.of(wanted).isZero()).orElse(true);
        }

        public boolean isAll() {
            return equals(ALL);
        }
    }

    /// A line with what it has.
    public record Row(BookLine line, Balances balances) {}

    /// The lines of a programme.
    public record Group(String area, String programme, List<Row> rows, Balances sum) {

        public Group {
            rows = List.copyOf(rows);
        }
    }

    public BooksView {
        groups = List.copyOf(groups);
    }

    static BooksView of(Map<BookLine, Balances> lines, Filter filter) {
        var rows = rows(lines, filter);
        var groups = new ArrayList<Group>();
        byProgramme(rows.stream().limit(MOST).toList())
                .forEach((first, those) ->
                        groups.add(new Group(first.line().area(), first.line().programme(), those, sum(those))));
        return new BooksView(filter, groups, sum(rows), rows.size(), rows.size() <= MOST);
    }

    /// The lines that a filter lets through, in the order in which the ordinance names their tasks and types; the
    /// items of a task and type follow what they were written out of.
    static List<Row> rows(Map<BookLine, Balances> lines, Filter filter) {
        var order = new LinkedHashMap<List<String>, Integer>();
        lines.keySet().forEach(line -> {
            order.putIfAbsent(List.of(line.area()), order.size());
            order.putIfAbsent(List.of(line.area(), line.programme()), order.size());
            order.putIfAbsent(List.of(line.area(), line.programme(), line.task()), order.size());
            order.putIfAbsent(List.of(line.area(), line.programme(), line.task(), line.type()), order.size());
        });
        return lines.entrySet().stream()
                .filter(entry -> filter.lets(entry.getKey(), entry.getValue()))
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Row row) -> order.get(List.of(row.line.area())))
                        .thenComparing(row -> order.get(List.of(row.line.area(), row.line.programme())))
                        .thenComparing(
                                row -> order.get(List.of(row.line.area(), row.line.programme(), row.line.task())))
                        .thenComparing(row -> order.get(
                                List.of(row.line.area(), row.line.programme(), row.line.task(), row.line.type()))))
                .toList();
    }

    private static Map<Row, List<Row>> byProgramme(List<Row> rows) {
        var groups = new LinkedHashMap<List<String>, List<Row>>();
        rows.forEach(
                row -> groups.computeIfAbsent(List.of(row.line.area(), row.line.programme()), _ -> new ArrayList<>())
                        .add(row));
        var byFirst = new LinkedHashMap<Row, List<Row>>();
        groups.values().forEach(those -> byFirst.put(those.getFirst(), those));
        return byFirst;
    }

    private static Balances sum(List<Row> rows) {
        return rows.stream().map(Row::balances).reduce(Balances.NONE, Balances::plus);
    }

    /// Whether some of the money left the year: then the page shows where it went.
    public boolean hasEnded() {
        return !total.of(Stage.CARRIED_OVER).isZero() || !total.of(Stage.LAPSED).isZero();
    }

    /// How much of what may be spent is in a stage, between 0 and 1.
    public double share(Stage stage) {
        return total.of(stage).shareOf(total.authorised());
    }

    /// What may be spent and is neither allotted nor anything else yet, and what is allotted and free.
    public Money free() {
        return total.left();
    }
}
