package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Reads workbooks that were answered, as text.
final class SheetTexts {

    private SheetTexts() {}

    /// The rows of each sheet that hold something, cells apart by `|`, without empty ones at the end.
    static List<List<String>> read(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            var sheets = new ArrayList<List<String>>();
            for (var sheet : workbook.getSheets().toList()) {
                sheets.add(sheet.read().stream()
                        .map(SheetTexts::text)
                        .filter(row -> !row.isEmpty())
                        .toList());
            }
            return sheets;
        }
    }

    private static String text(Row row) {
        return row.stream()
                .map(SheetTexts::text)
                .reduce((left, right) -> left + "|" + right)
                .orElse("")
                .replaceFirst("\\|+$", "");
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText().replace('\n', ' ');
    }

    /// The money by year of the row of the grand total.
    static Map<Integer, Double> grandTotal(List<List<String>> sheets, int first, int apart) {
        var row = sheets.stream()
                .flatMap(List::stream)
                .filter(one -> one.startsWith("รวมทั้งสิ้น"))
                .findFirst()
                .orElseThrow();
        var cells = Stream.of(row.split("\\|", -1)).toList();
        var sums = new TreeMap<Integer, Double>();
        IntStream.range(0, 5).forEach(year -> sums.put(year, Double.valueOf(cells.get(first + year * apart))));
        return sums;
    }
}
