package org.phatthana.exchange;

import java.util.List;

/// What was found in a file that ought to hold a table.
///
/// @param heads the headings, one for each sheet that has the table
/// @param rows the rows below them in order, without blank ones and headings that are repeated on every printed
///   page
/// @param above what stands above the first heading: titles, the year, the day
/// @param errors why it cannot be read, if it cannot; then there are no rows
/// @param notes what was odd and how it was understood
public record FoundTable(
        List<TableHead> heads, List<FieldRow> rows, List<String> above, List<CellNote> errors, List<CellNote> notes) {

    public FoundTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        above = List.copyOf(above);
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    static FoundTable refused(List<CellNote> errors) {
        return new FoundTable(List.of(), List.of(), List.of(), errors, List.of());
    }
}
