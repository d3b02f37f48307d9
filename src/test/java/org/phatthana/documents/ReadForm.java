package org.phatthana.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.phatthana.exchange.Download;
import org.phatthana.values.Money;

/// Reads back what [Forms] has written.
final class ReadForm {

    private final byte[] file;

    private ReadForm(byte[] file) {
        this.file = file;
    }

    static ReadForm of(Download download) {
        var out = new ByteArrayOutputStream();
        try {
            download.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReadForm(out.toByteArray());
    }

    PDDocument document() throws IOException {
        return Loader.loadPDF(file);
    }

    /// The texts of the rows of a sheet as a reader sees them, without empty cells and empty rows.
    List<List<String>> rows(int sheet, Figures figures) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheet(sheet).orElseThrow().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> shown(cell, figures))
                            .filter(text -> !text.isEmpty())
                            .toList())
                    .filter(row -> !row.isEmpty())
                    .toList();
        }
    }

    List<String> sheets() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheets().map(sheet -> sheet.getName()).toList();
        }
    }

    /// The sum of a column's numbers in a sheet.
    BigDecimal sum(int sheet, int column) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheet(sheet).orElseThrow().read().stream()
                    .map(row -> number(row, column))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /// The text of each page in the order in which it was drawn.
    List<String> pages() throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(page -> text(document, page))
                    .toList();
        }
    }

    /// All of a part of the package, as XML with its letters written out.
    String part(String name) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var xml = new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("&#x([0-9a-f]+);")
                    .matcher(xml)
                    .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
        }
    }

    private static String text(PDDocument document, int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(Cell cell, Figures figures) {
        if (cell == null) {
            return "";
        }
        return cell.getType() == CellType.NUMBER ? figures.baht(Money.ofBaht(cell.asNumber())) : cell.getText();
    }

    private static BigDecimal number(Row row, int column) {
        return row.getOptionalCell(column)
                .filter(cell -> cell.getType() == CellType.NUMBER)
                .map(Cell::asNumber)
                .orElse(BigDecimal.ZERO);
    }

    /// A text without blanks and line ends.
    static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
