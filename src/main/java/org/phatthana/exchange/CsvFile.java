package org.phatthana.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// A table as RFC 4180 CSV.
record CsvFile(Table table, RowSource rows, Language language) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    void write(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        // Not closed: whoever opened the stream closes it.
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(
                Cells.columns(table).stream().map(Table.Column::name).toList());
        rows.each(row -> print(printer, Cells.row(table, row)));
        printer.flush();
    }

    private void print(CSVPrinter printer, List<@Nullable Object> row) {
        try {
            for (var cell : row) {
                printer.print(text(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Money money -> money.toPlainString();
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            case FiscalYear year -> year.toString();
            case Localized localized -> CellText.harmless(localized.in(language));
            case String text -> CellText.harmless(text);
            default -> cell.toString();
        };
    }
}
