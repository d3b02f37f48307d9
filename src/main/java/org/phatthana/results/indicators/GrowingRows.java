package org.phatthana.results.indicators;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// Rows of sources that are too many to be read for every figure. They are numbered in the order in which they were
/// recorded: who knows them up to a number asks for what came after it.
interface GrowingRows {

    /// What became of a row.
    ///
    /// @param source its name
    /// @param before as it was; empty if it was not there
    /// @param after as it is; empty if it is there no more
    record Change(String source, Optional<Figures.PlacedRow> before, Optional<Figures.PlacedRow> after) {

        /// Whether it was there and still is, in the same place.
        boolean staysInPlace() {
            return before.isPresent()
                    && after.isPresent()
                    && before.get().place().equals(after.get().place())
                    && before.get().sample() == after.get().sample();
        }
    }

    /// What is given to a reader of all rows.
    ///
    /// @param source its name
    record Given(String source, Figures.PlacedRow row) {}

    /// The sources that they are rows of.
    Collection<? extends FigureSource> sources();

    /// The number of what was recorded last; 0 if nothing was.
    long newest();

    /// Reads every row as it is now, all at one instant.
    ///
    /// @return the number up to which everything was read
    long each(Consumer<Given> rows);

    /// Reads what was recorded after a number, in its order.
    ///
    /// @return the number up to which everything was read
    long since(long number, Consumer<Change> changes);
}
