package org.phatthana.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The heading of a table in a file: what stands over each of its columns, and what the column is taken for.
///
/// @param sheet the sheet's name
/// @param row where it begins, as the file's own program counts it
/// @param rows over how many rows it goes
/// @param headings from the left
public record TableHead(String sheet, int row, int rows, List<Heading> headings) {

    /// Why a column is taken for a field.
    public enum How {
        /// Whoever hands the file in says so.
        STATED,
        /// Somebody said so of an earlier file with the same headings.
        REMEMBERED,
        /// By its words.
        MEANING,
        /// It is not taken for any.
        UNKNOWN
    }

    /// What stands over a column.
    ///
    /// @param column counted from 0
    /// @param label its words, with `#2` behind them where an earlier column has the same
    /// @param field the key of what it is taken for; empty for nothing
    /// @param example what stands in it first; may be empty
    public record Heading(int column, String label, String field, How how, String example) {

        public String letter() {
            return SheetCell.letter(column);
        }
    }

    public TableHead {
        headings = List.copyOf(headings);
    }

    /// The columns of the fields, counted from 0.
    public Map<String, Integer> columns() {
        return headings.stream()
                .filter(heading -> !heading.field.isEmpty())
                .collect(Collectors.toMap(Heading::field, Heading::column, (first, _) -> first, TreeMap::new));
    }

    public Optional<Heading> of(String field) {
        return headings.stream().filter(heading -> heading.field.equals(field)).findFirst();
    }
}
