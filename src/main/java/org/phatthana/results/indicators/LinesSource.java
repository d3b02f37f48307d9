package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Stage;
import org.phatthana.places.Places;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.proof.PublicLog;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// `lines`: the lines of the budget's books, each in its fiscal year, with what stands in their stages. A line that
/// pays for a project serves its goal and is where it is; any other serves the goal that its programme most likely
/// serves, and is in the province as a whole.
@Component
class LinesSource implements FigureSource {

    private static final List<String> MONEY = List.of(
            "appropriated",
            "supplemented",
            "transferred",
            "authorised",
            "reserved",
            "committed",
            "disbursed",
            "carried_over",
            "lapsed",
            "left");

    /// The rows, and the size of the public log of which they speak: every entry in the books is an act.
    private record Read(long version, List<Figures.PlacedRow> rows) {}

    private final Ledger ledger;
    private final Plans plans;
    private final Places places;
    private final PublicLog log;
    private final Classification classification;
    private final Source source;
    private volatile Read read = new Read(-1, List.of());

    LinesSource(Ledger ledger, Plans plans, Places places, PublicLog log, Strategy strategy) {
        this.ledger = ledger;
        this.plans = plans;
        this.places = places;
        this.log = log;
        this.classification = strategy.classification();
        var goals = strategy.goals().stream().map(Goal::id).collect(Collectors.toSet());
        var columns = new ArrayList<Column>();
        columns.add(new Column("goal", Type.of(Kind.CODE), goals));
        columns.add(Column.of("planned", Type.YES_NO));
        columns.addAll(OrdinanceSource.classified(classification));
        MONEY.forEach(name -> columns.add(Column.of(name, Type.number("baht"))));
        columns.add(Column.of("begins", Type.of(Kind.DATE)));
        this.source = new Source("lines", columns, "begins", true);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public List<Figures.PlacedRow> rows() {
        var version = log.version();
        var last = read;
        if (last.version == version && !TransactionSynchronizationManager.isActualTransactionActive()) {
            return last.rows;
        }
        var rows = rows(ledger::lines);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            read = new Read(version, rows);
        }
        return rows;
    }

    @Override
    public Optional<List<Figures.PlacedRow>> rows(Instant at) {
        return Optional.of(rows(year -> ledger.lines(year, at)));
    }

    private List<Figures.PlacedRow> rows(Function<FiscalYear, Map<BookLine, Balances>> books) {
        var lines = new LinkedHashMap<BookLine, Balances>();
        ledger.years().forEach(year -> lines.putAll(books.apply(year)));
        var paidFor = lines.keySet().stream()
                .map(BookLine::project)
                .filter(project -> !project.isEmpty())
                .collect(Collectors.toSet());
        var projects = plans.projects(paidFor).stream().collect(Collectors.toMap(PlanProject::id, Function.identity()));
        return lines.entrySet().stream()
                .map(line -> row(
                        line.getKey(),
                        line.getValue(),
                        Optional.ofNullable(projects.get(line.getKey().project()))))
                .toList();
    }

    private Figures.PlacedRow row(BookLine line, Balances money, Optional<PlanProject> project) {
        var values = new HashMap<String, Object>();
        project.map(PlanProject::goal)
                .filter(goal -> !goal.isEmpty())
                .or(() ->
                        classification.suggestion(line.programme()).map(suggestion -> suggestion.goalFor(line.item())))
                .ifPresent(goal -> values.put("goal", goal));
        values.put("planned", !line.project().isEmpty());
        OrdinanceSource.classify(classification, line.area(), line.programme(), line.type(), values);
        values.put("appropriated", baht(money.appropriated()));
        values.put("supplemented", baht(money.supplemented()));
        values.put("transferred", baht(money.transferred()));
        values.put("authorised", baht(money.authorised()));
        values.put("reserved", baht(money.reserved()));
        values.put("committed", baht(money.committed()));
        values.put("disbursed", baht(money.disbursed()));
        values.put("carried_over", baht(money.of(Stage.CARRIED_OVER)));
        values.put("lapsed", baht(money.of(Stage.LAPSED)));
        values.put("left", baht(money.left()));
        values.put("begins", line.year().firstDay());
        var certain = project.map(PlanProject::places).orElse(List.of()).stream()
                .filter(PlanProject.Where::certain)
                .map(PlanProject.Where::place)
                .toList();
        return new Figures.PlacedRow(Row.of(line.address(), values), Whereabouts.of(certain, places), line.sample());
    }

    private static BigDecimal baht(Money money) {
        return BigDecimal.valueOf(money.satang(), 2);
    }

    @Override
    public Optional<Origin> origin(String id) {
        return ledger.line(id.substring(id.lastIndexOf('/') + 1))
                .map(line -> new Origin(
                        Localized.thai(line.item().isEmpty() ? line.task() + " · " + line.type() : line.item()),
                        id,
                        id));
    }
}
