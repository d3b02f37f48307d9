package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.places.Places;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Money;
import org.phatthana.works.Work;
import org.phatthana.works.WorkState;
import org.phatthana.works.Works;
import org.springframework.stereotype.Component;

/// `works`: all works that were not given up, by the day on which they were opened unless a formula says otherwise.
/// Works in several places are where all of them lie: in one amphoe, or in the province.
@Component
class WorksSource implements FigureSource {

    private final Works works;
    private final Places places;
    private final Source source;

    WorksSource(Works works, Places places, Strategy strategy) {
        this.works = works;
        this.places = places;
        var goals = strategy.goals().stream().map(Goal::id).collect(Collectors.toSet());
        this.source = new Source(
                "works",
                List.of(
                        new Column("goal", Type.of(Kind.CODE), goals),
                        new Column("state", Type.of(Kind.CODE), states()),
                        Column.of("amount", Type.number("baht")),
                        Column.of("price", Type.number("baht")),
                        Column.of("paid", Type.number("baht")),
                        Column.of("median", Type.number("baht")),
                        Column.of("bidders", Type.of(Kind.INTEGER)),
                        Column.of("owned", Type.YES_NO),
                        Column.of("opened", Type.of(Kind.DATE)),
                        Column.of("contracted", Type.of(Kind.DATE)),
                        Column.of("ends", Type.of(Kind.DATE)),
                        Column.of("delivered", Type.of(Kind.DATE))),
                "opened",
                true);
    }

    private static Set<String> states() {
        return Arrays.stream(WorkState.values()).map(WorksSource::code).collect(Collectors.toSet());
    }

    private static String code(WorkState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public List<Figures.PlacedRow> rows() {
        return rows(works.all().stream());
    }

    @Override
    public Optional<List<Figures.PlacedRow>> rows(Instant at) {
        return Optional.of(rows(works.all().stream().flatMap(work -> work.asOf(at).stream())));
    }

    private List<Figures.PlacedRow> rows(Stream<Work> all) {
        return all.filter(work -> work.state() != WorkState.CANCELLED)
                .map(this::row)
                .toList();
    }

    private Figures.PlacedRow row(Work work) {
        var values = new HashMap<String, Object>();
        values.put("goal", work.opened().goal());
        values.put("state", code(work.state()));
        values.put("amount", baht(work.amount()));
        work.price().ifPresent(price -> values.put("price", baht(price)));
        values.put("paid", baht(work.paid()));
        work.median().ifPresent(median -> values.put("median", baht(median)));
        values.put("owned", work.owner().isPresent());
        if (!work.bids().isEmpty()) {
            values.put("bidders", BigDecimal.valueOf(work.bids().size()));
        }
        values.put("opened", work.opening().day());
        work.contract().ifPresent(contract -> values.put("contracted", contract.day()));
        work.ends().ifPresent(ends -> values.put("ends", ends));
        work.handOver().ifPresent(delivered -> values.put("delivered", delivered.day()));
        return new Figures.PlacedRow(
                Row.of(work.address(), values), Whereabouts.of(work.opened().places(), places), work.sample());
    }

    private static BigDecimal baht(Money money) {
        return BigDecimal.valueOf(money.satang(), 2);
    }

    @Override
    public Optional<Origin> origin(String id) {
        return works.find(id.substring(id.lastIndexOf('/') + 1)).map(work -> new Origin(work.name(), id, id));
    }
}
