package org.phatthana.results.formulas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a source.
public interface Row {

    /// By which a reader finds what it came from.
    String id();

    /// What it says in a column: BigDecimal, String, LocalDate or Boolean; null where that is missing.
    @Nullable
    Object value(String column);

    /// A row whose numbers are whole millionths already, so that sums over many of them need no decimals in
    /// between.
    interface Exact extends Row {

        /// Whether a column is always there and known in millionths.
        boolean isExact(String column);

        /// @throws IllegalArgumentException if it is not
        long millionths(String column);
    }

    /// @param values by the name of the column
    static Row of(String id, Map<String, Object> values) {
        return new Filled(id, values);
    }

    /// A row of any source.
    record Filled(String id, Map<String, Object> values) implements Row {

        public Filled {
            values = Map.copyOf(values);
        }

        @Override
        public @Nullable Object value(String column) {
            return values.get(column);
        }
    }
}
