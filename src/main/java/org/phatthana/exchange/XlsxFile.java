package org.phatthana.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;

/// A table as a workbook of two sheets: the rows, and what they are.
record XlsxFile(Table table, Language language, Texts texts, LocalDate today) {

    /// Rows that are looked at to find how wide a column is.
    private static final int MEASURED_ROWS = 200;

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    void write(OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Phatthana", "1.0");
        workbook.setGlobalDefaultFont("Tahoma", 11);
        writeRows(workbook.newWorksheet(texts.text(language, "exchange.sheet.data")));
        writeAbout(workbook.newWorksheet(texts.text(language, "exchange.sheet.about")));
        workbook.finish();
    }

    private void writeRows(Worksheet sheet) throws IOException {
        var columns = Cells.columns(table);
        for (var column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column).name());
            sheet.width(column, width(column, columns.get(column).name()));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("ECE6F5")
                .set();
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, Math.max(1, table.rows().size()), columns.size() - 1);
        sheet.repeatRows(0);
        for (var row = 0; row < table.rows().size(); row++) {
            var cells = Cells.row(table, table.rows().get(row));
            for (var column = 0; column < cells.size(); column++) {
                write(sheet, row + 1, column, cells.get(column));
            }
            if (row % 1000 == 999) {
                sheet.flush();
            }
        }
    }

    private void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Money money -> {
                sheet.value(row, column, money.baht());
                sheet.style(row, column).format("#,##0.00").set();
            }
            case BigDecimal decimal -> {
                sheet.value(row, column, decimal);
                sheet.style(row, column)
                        .format(decimal.scale() > 2 ? "#,##0.0000" : "#,##0.00")
                        .set();
            }
            case FiscalYear year -> sheet.value(row, column, year.buddhistEra());
            case Number number -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format("#,##0").set();
            }
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Boolean truth -> sheet.value(row, column, truth);
            case Localized localized -> sheet.value(row, column, CellText.harmless(localized.in(language)));
            default -> sheet.value(row, column, CellText.harmless(cell.toString()));
        }
    }

    private void writeAbout(Worksheet sheet) throws IOException {
        sheet.width(0, 28);
        sheet.width(1, 44);
        sheet.width(2, 44);
        sheet.value(0, 0, table.title().in(language));
        sheet.style(0, 0).bold().fontSize(14).set();
        var row = 1;
        for (var note : table.notes()) {
            sheet.value(row++, 0, CellText.harmless(note.in(language)));
        }
        if (table.sample()) {
            sheet.value(row, 0, texts.text(language, "exchange.sheet.sample"));
            sheet.style(row++, 0).bold().set();
        }
        sheet.value(row++, 0, texts.text(language, "exchange.sheet.written", today));
        row++;
        var heads = List.of("exchange.sheet.column", "exchange.sheet.thai", "exchange.sheet.english");
        for (var column = 0; column < heads.size(); column++) {
            sheet.value(row, column, texts.text(language, heads.get(column)));
            sheet.style(row, column).bold().fillColor("ECE6F5").set();
        }
        for (var column : Cells.columns(table)) {
            row++;
            sheet.value(row, 0, column.name());
            sheet.value(row, 1, column.title().thai());
            sheet.value(row, 2, column.title().in(Language.ENGLISH));
        }
    }

    private double width(int column, String heading) {
        var longest = IntStream.range(0, Math.min(MEASURED_ROWS, table.rows().size()))
                .map(row -> length(Cells.row(table, table.rows().get(row)).get(column)))
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
