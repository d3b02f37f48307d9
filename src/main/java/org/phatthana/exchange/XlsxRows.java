package org.phatthana.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// The rows of a table on their way into a workbook. The first of them are held back to find how wide the columns
/// are; what does not fit on one sheet goes on on the next.
final class XlsxRows {

    /// Rows that are looked at to find how wide a column is.
    private static final int MEASURED_ROWS = 200;

    /// A sheet has room for 1,048,576.
    private static final int MOST_ON_A_SHEET = 1_000_000;

    private static final int FLUSHED_EVERY = 1_000;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    private final Workbook workbook;
    private final String name;
    private final List<Table.Column> columns;
    private final Language language;
    private final List<List<@Nullable Object>> first = new ArrayList<>();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    /// @param name of the first sheet; further ones get a number
    XlsxRows(Workbook workbook, String name, List<Table.Column> columns, Language language) {
        this.workbook = workbook;
        this.name = name;
        this.columns = columns;
        this.language = language;
    }

    void add(List<@Nullable Object> cells) {
        if (sheets == 0 && first.size() < MEASURED_ROWS) {
            first.add(cells);
            return;
        }
        writeFirst();
        if (row == MOST_ON_A_SHEET) {
            end();
        }
        write(cells);
    }

    void finish() {
        writeFirst();
        end();
    }

    private void writeFirst() {
        if (sheets == 0) {
            begin();
            first.forEach(this::write);
        }
    }

    private Worksheet begin() {
        sheets++;
        row = 0;
        var begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (var column = 0; column < columns.size(); column++) {
            begun.value(0, column, columns.get(column).name());
            begun.width(column, width(column, columns.get(column).name()));
        }
        begun.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("ECE6F5")
                .set();
        begun.freezePane(0, 1);
        begun.repeatRows(0);
        sheet = begun;
        return begun;
    }

    private void end() {
        try {
            if (sheet != null) {
                sheet.setAutoFilter(0, 0, Math.max(1, row), columns.size() - 1);
                sheet.finish();
                sheet = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<@Nullable Object> cells) {
        var target = sheet == null ? begin() : sheet;
        row++;
        for (var column = 0; column < cells.size(); column++) {
            write(target, row, column, cells.get(column));
        }
        if (row % FLUSHED_EVERY == 0) {
            try {
                target.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(Worksheet target, int at, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Money money -> {
                target.value(at, column, money.baht());
                target.style(at, column).format("#,##0.00").set();
            }
            case BigDecimal decimal -> {
                target.value(at, column, decimal);
                target.style(at, column)
                        .format(decimal.scale() > 2 ? "#,##0.0000" : "#,##0.00")
                        .set();
            }
            case FiscalYear year -> target.value(at, column, year.buddhistEra());
            case Number number -> {
                target.value(at, column, number);
                target.style(at, column).format("#,##0").set();
            }
            case LocalDate date -> {
                target.value(at, column, date);
                target.style(at, column).format("yyyy-mm-dd").set();
            }
            case Boolean truth -> target.value(at, column, truth);
            case Localized localized -> target.value(at, column, CellText.harmless(localized.in(language)));
            default -> target.value(at, column, CellText.harmless(cell.toString()));
        }
    }

    private double width(int column, String heading) {
        var longest = first.stream()
                .mapToInt(cells -> length(cells.get(column)))
                .max()
                .orElse(0);
        return Math.clamp(Math.max(longest, heading.length()) + 3L, NARROWEST, WIDEST);
    }

    private int length(@Nullable Object cell) {
        return switch (cell) {
            case null -> 0;
            case Money money -> money.toPlainString().length() + 4;
            case Localized localized -> localized.in(language).length();
            default -> cell.toString().length();
        };
    }
}
