package org.phatthana.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Reads workbooks that were answered.
public final class Sheets {

    private Sheets() {}

    /// The rows of each sheet, without empty cells and rows.
    public static List<List<List<String>>> texts(MvcTestResult result) throws IOException {
        return read(
                result,
                cell -> cell.getType() == CellType.NUMBER
                        ? cell.asNumber().stripTrailingZeros().toPlainString()
                        : cell.getText());
    }

    /// The numbers of all sheets; what only looks like one is none.
    public static List<BigDecimal> numbers(MvcTestResult result) throws IOException {
        return read(
                        result,
                        cell -> cell.getType() == CellType.NUMBER
                                ? cell.asNumber().toPlainString()
                                : "")
                .stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(BigDecimal::new)
                .toList();
    }

    private static List<List<List<String>>> read(MvcTestResult result, Function<Cell, String> text) throws IOException {
        assertThat(result).hasStatusOk();
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
            var sheets = new ArrayList<List<List<String>>>();
            for (var sheet : workbook.getSheets().toList()) {
                sheets.add(sheet.read().stream()
                        .map(row -> row.stream()
                                .filter(Objects::nonNull)
                                .map(text)
                                .filter(written -> !written.isEmpty())
                                .toList())
                        .filter(row -> !row.isEmpty())
                        .toList());
            }
            return sheets;
        }
    }
}
