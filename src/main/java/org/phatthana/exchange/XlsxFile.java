package org.phatthana.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.phatthana.values.Language;
import org.phatthana.web.Texts;

/// A table as a workbook of two sheets: the rows, and what they are.
record XlsxFile(Table table, RowSource rows, Language language, Texts texts, LocalDate today) {

    void write(OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Phatthana", "1.0");
        workbook.setGlobalDefaultFont("Tahoma", 11);
        var written =
                new XlsxRows(workbook, texts.text(language, "exchange.sheet.data"), Cells.columns(table), language);
        rows.each(row -> written.add(Cells.row(table, row)));
        written.finish();
        writeAbout(workbook.newWorksheet(texts.text(language, "exchange.sheet.about")));
        workbook.finish();
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
}
