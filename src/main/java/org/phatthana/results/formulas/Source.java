package org.phatthana.results.formulas;

import java.util.List;
import java.util.Optional;

/// What formulas count over: the projects of the plan, works, places, a register.
///
/// @param name as formulas write it
/// @param dated the column of kind DATE that says in which period a row counts, unless the formula names another;
///     empty if rows count in every period
/// @param complete whether it holds all that there is: then a place without rows has none, otherwise nobody knows
/// @param ofPeople whether its rows count people whom nobody may make out
public record Source(String name, List<Column> columns, String dated, boolean complete, boolean ofPeople) {

    public Source {
        columns = List.copyOf(columns);
    }

    /// A source that everyone may read row by row.
    public Source(String name, List<Column> columns, String dated, boolean complete) {
        this(name, columns, dated, complete, false);
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
}
