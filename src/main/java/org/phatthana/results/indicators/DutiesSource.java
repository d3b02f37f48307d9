package org.phatthana.results.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.phatthana.duties.Obligation;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.places.Places;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.springframework.stereotype.Component;

/// `duties`: what the law wanted done by a day that has come, or that was done before it. They are the
/// organization's as a whole. Sample data and what fell due before the public log began do not count.
@Component
class DutiesSource implements FigureSource {

    private static final Source SOURCE = new Source(
            "duties",
            List.of(
                    Column.of("duty", Type.of(Kind.CODE)),
                    Column.of("due", Type.of(Kind.DATE)),
                    Column.of("done", Type.YES_NO),
                    Column.of("in_time", Type.YES_NO)),
            "due",
            true);

    private final StatutoryClock clock;
    private final Places places;

    DutiesSource(StatutoryClock clock, Places places) {
        this.clock = clock;
        this.places = places;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public List<Figures.PlacedRow> rows() {
        return clock.dated().stream()
                .filter(obligation -> obligation.state().isDone() || obligation.state() == Obligation.State.OVERDUE)
                .map(this::row)
                .toList();
    }

    private Figures.PlacedRow row(Obligation obligation) {
        var values = new HashMap<String, Object>();
        values.put("duty", obligation.duty().id());
        values.put("due", obligation.due().orElseThrow());
        values.put("done", obligation.state().isDone());
        if (obligation.state() != Obligation.State.ON_RECORD) {
            values.put("in_time", obligation.state() == Obligation.State.IN_TIME);
        }
        return new Figures.PlacedRow(
                Row.of(id(obligation), values), places.province().code(), false);
    }

    private static String id(Obligation obligation) {
        return obligation.duty().id() + "/" + obligation.period().key();
    }

    @Override
    public Optional<Origin> origin(String id) {
        return clock.dated().stream()
                .filter(obligation -> id(obligation).equals(id))
                .findFirst()
                .map(obligation -> new Origin(
                        obligation.duty().name(),
                        obligation.address(),
                        obligation.done().map(Obligation.Evidence::subject).orElse("")));
    }
}
