package org.phatthana.results.formulas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a source.
///
/// @param id by which a reader finds what it came from
/// @param values by the name of the column: BigDecimal, String, LocalDate or Boolean. What is missing is not there
public record Row(String id, Map<String, Object> values) {

    public Row {
        values = Map.copyOf(values);
    }

    public @Nullable Object value(String column) {
        return values.get(column);
    }
}
