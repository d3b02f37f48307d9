package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.Message;

/// A sheet of a form: its first row says what stands in its columns.
final class FormSheet {

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "list name", "list_name",
            "readonly", "read_only",
            "read only", "read_only",
            "relevance", "relevant",
            "calculate", "calculation",
            "required message", "required_message",
            "constraint message", "constraint_message",
            "value", "name");

    private final String name;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<CellNote> errors = new ArrayList<>();
    private boolean hasHeading;

    FormSheet(String name) {
        this.name = name;
    }

    /// A row below the heading.
    record Row(FormSheet sheet, SheetRow cells) {

        /// The text of a column; empty where it has none, or the sheet has no such column.
        String text(String column) {
            return sheet.column(column)
                    .map(at -> CellText.meant(cells.cell(at).text()))
                    .orElse("");
        }

        String line(String column) {
            return CellText.oneLine(text(column));
        }

        int number() {
            return cells.number();
        }

        CellNote note(String column, Message message) {
            return new CellNote(
                    sheet.name,
                    number(),
                    sheet.column(column).map(SheetCell::letter).orElse(""),
                    column,
                    message);
        }
    }

    void add(SheetRow row) {
        if (row.isBlank()) {
            return;
        }
        if (hasHeading) {
            rows.add(new Row(this, row));
            return;
        }
        hasHeading = true;
        for (var cell : row.filled()) {
            var heading = heading(cell.text());
            if (columns.putIfAbsent(heading, cell.column()) != null) {
                errors.add(new CellNote(
                        name,
                        row.number(),
                        cell.letter(),
                        heading,
                        Message.of("registers.xlsform.wrong.heading-twice", heading)));
            }
        }
    }

    /// A heading as all write it: small letters but for the name of a language behind `::`.
    private static String heading(String written) {
        var parts = CellText.oneLine(written).split("\\s*::?\\s*", 2);
        var base = parts[0].toLowerCase(Locale.ROOT);
        var known = OTHER_NAMES.getOrDefault(base, base);
        return parts.length == 1 ? known : known + "::" + parts[1];
    }

    String name() {
        return name;
    }

    List<Row> rows() {
        return rows;
    }

    /// What its columns are called.
    List<String> headings() {
        return List.copyOf(columns.keySet());
    }

    /// Where a column is, counted from 0.
    Optional<Integer> column(String heading) {
        return Optional.ofNullable(columns.get(heading));
    }

    boolean has(String heading) {
        return columns.containsKey(heading);
    }

    /// Whether anything is written in a column.
    boolean uses(String heading) {
        return rows.stream().anyMatch(row -> !row.text(heading).isEmpty());
    }

    /// Headings that say two columns are the same.
    List<CellNote> errors() {
        return errors;
    }

    /// A note about a column, or about the sheet where it has none.
    CellNote note(String heading, Message message) {
        return new CellNote(
                name,
                column(heading).isPresent() ? 1 : 0,
                column(heading).map(SheetCell::letter).orElse(""),
                "",
                message);
    }
}
