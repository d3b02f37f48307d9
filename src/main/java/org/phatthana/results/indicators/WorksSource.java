package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.phatthana.places.Places;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
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
                        Column.of("bidders", Type.of(Kind.INTEGER)),
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
        return works.all().stream()
                .filter(work -> work.state() != WorkState.CANCELLED)
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
        if (!work.bids().isEmpty()) {
            values.put("bidders", BigDecimal.valueOf(work.bids().size()));
        }
        values.put("opened", work.opening().day());
        work.contract().ifPresent(contract -> values.put("contracted", contract.day()));
        work.ends().ifPresent(ends -> values.put("ends", ends));
        work.handOver().ifPresent(delivered -> values.put("delivered", delivered.day()));
        return new Figures.PlacedRow(new Row(work.address(), values), place(work), work.sample());
    }

    /// The smallest place in which all of them lie.
    private PlaceCode place(Work work) {
        var province = places.province().code();
        var all = work.opened().places();
        return all.stream()
                .reduce((one, two) -> {
                    var at = one;
                    while (!two.isWithin(at)) {
                        at = at.parent().orElse(province);
                    }
                    return at;
                })
                .filter(place -> place.isWithin(province))
                .map(place -> place.level() == PlaceCode.Level.VILLAGE
                        ? place.parent().orElseThrow()
                        : place)
                .orElse(province);
    }

    private static BigDecimal baht(Money money) {
        return BigDecimal.valueOf(money.satang(), 2);
    }
}
