package org.phatthana.registers.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/// Writes forms as workbooks: a line for each row, `|` between cells.
public final class Forms {

    private final Map<String, String> sheets = new LinkedHashMap<>();

    private Forms() {}

    public static Forms survey(String rows) {
        return new Forms().sheet("survey", rows);
    }

    public Forms choices(String rows) {
        return sheet("choices", rows);
    }

    public Forms settings(String rows) {
        return sheet("settings", rows);
    }

    public Forms sheet(String name, String rows) {
        sheets.put(name, rows);
        return this;
    }

    public byte[] bytes() {
        try (var out = new ByteArrayOutputStream()) {
            var workbook = new Workbook(out, "Phatthana", "1.0");
            sheets.forEach((name, rows) -> {
                var sheet = workbook.newWorksheet(name);
                var lines = rows.lines().toList();
                for (var row = 0; row < lines.size(); row++) {
                    var cells = lines.get(row).split("\\|", -1);
                    for (var column = 0; column < cells.length; column++) {
                        if (!cells[column].isBlank()) {
                            sheet.value(row, column, cells[column].strip());
                        }
                    }
                }
            });
            workbook.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
