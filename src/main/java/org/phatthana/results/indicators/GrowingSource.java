package org.phatthana.results.indicators;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;

/// A source with too many rows to be read for every figure: the sums of formulas over it are kept and moved by the
/// differences of what changes ([KeptSums]).
interface GrowingSource extends FigureSource {

    /// Reads every row, as it is now or was at an instant.
    void each(Optional<Instant> at, Consumer<Figures.PlacedRow> rows);

    /// The rows of a place, and of all places in it, in a fiscal year, as they are now.
    List<Figures.PlacedRow> within(PlaceCode place, FiscalYear year);

    @Override
    default List<Figures.PlacedRow> rows() {
        return all(Optional.empty());
    }

    @Override
    default Optional<List<Figures.PlacedRow>> rows(Instant at) {
        return Optional.of(all(Optional.of(at)));
    }

    private List<Figures.PlacedRow> all(Optional<Instant> at) {
        var all = new ArrayList<Figures.PlacedRow>();
        each(at, all::add);
        return all;
    }
}
