package org.phatthana.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;

/// A table to take away, as CSV or XLSX ([Downloads]).
///
/// @param name a file name without ending: small letters, digits and hyphens
/// @param title what it shows, for people
/// @param columns its columns in order
/// @param rows its rows; each has a cell per column: text, [Localized], whole number, decimal,
/// [org.phatthana.values.Money] (written in baht), [org.phatthana.values.FiscalYear], date, truth value, or nothing
/// @param notes lines that must travel with the figures: source, year, unit
/// @param sample whether all of it is sample data; then the file itself says so in a column `is_sample`
public record Table(
        String name,
        Localized title,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        List<Localized> notes,
        boolean sample) {

    /// A column.
    ///
    /// @param name its machine name in English, without spaces: `amount_baht`
    /// @param title its heading for people
    public record Column(String name, Localized title) {}

    public Table {
        if (!name.matches("[a-z0-9-]{1,80}")) {
            throw new IllegalArgumentException(
                    "A table's name is small letters, digits and hyphens, not «" + name + "»");
        }
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of %s has %d cells for %d columns".formatted(name, row.size(), columns.size()));
            }
        }
    }

    /// A table of real figures that is called by its file name.
    public Table(String name, List<Column> columns, List<List<@Nullable Object>> rows, List<Localized> notes) {
        this(name, Localized.of(name, name), columns, rows, notes, false);
    }
}
