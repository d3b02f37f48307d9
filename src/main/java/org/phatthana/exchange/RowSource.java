package org.phatthana.exchange;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where the rows of a table come from, one after the other, so that a long table never stands in memory as a
/// whole.
@FunctionalInterface
public interface RowSource {

    /// Hands over every row, in order; each has a cell per column, as those of [Table] have.
    void each(Consumer<List<@Nullable Object>> writer);
}
