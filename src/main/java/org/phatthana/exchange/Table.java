package org.phatthana.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;

/// A table to take away.
///
/// @param name a file name without ending: small letters, digits and hyphens
/// @param columns its columns in order
/// @param rows its rows; each has a cell per column: text, whole number, decimal, [org.phatthana.values.Money]
/// (written
/// in
///   baht), date, or nothing
/// @param notes lines that must travel with the figures: source, year, unit, whether it is sample data
public record Table(String name, List<Column> columns, List<List<@Nullable Object>> rows, List<Localized> notes) {

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
}
