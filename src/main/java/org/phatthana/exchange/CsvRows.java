package org.phatthana.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.phatthana.values.Message;

/// Reads a CSV as a sheet: UTF-8 and UTF-16 with or without their mark, else the Thai encoding of Windows (which
/// holds TIS-620); commas, semicolons or tabs.
final class CsvRows {

    /// What the one sheet of a CSV is called.
    static final String SHEET = "CSV";

    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,8})?");
    private static final long MEBIBYTE = 1024 * 1024;

    private CsvRows() {}

    static Optional<CellNote> read(Path file, WorkbookLimits limits, SheetReader reader) throws IOException {
        var size = Files.size(file);
        if (size > limits.fileBytes()) {
            return refuse("too-large", Math.ceilDiv(size, MEBIBYTE), limits.fileBytes() / MEBIBYTE);
        }
        var text = decoded(Files.readAllBytes(file));
        if (text.isEmpty()) {
            return refuse("encoding");
        }
        reader.sheet(0, SHEET, false);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text.get()))
                .setIgnoreEmptyLines(false)
                .get();
        try (var records = format.parse(new StringReader(text.get()))) {
            for (var record : records) {
                if (record.getRecordNumber() > limits.rows()) {
                    return refuse("too-many-rows", (long) limits.rows());
                }
                if (record.size() > limits.columns()) {
                    return Optional.of(new CellNote(
                            SHEET,
                            (int) record.getRecordNumber(),
                            SheetCell.letter(record.size() - 1),
                            "",
                            Message.of("exchange.workbook.too-many-columns", (long) limits.columns())));
                }
                reader.row(new SheetRow(SHEET, (int) record.getRecordNumber(), cells(record)));
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return refuse("broken-csv");
        }
    }

    private static List<SheetCell> cells(CSVRecord record) {
        var cells = new ArrayList<SheetCell>(record.size());
        for (var column = 0; column < record.size(); column++) {
            var text = record.get(column);
            cells.add(
                    text.isBlank()
                            ? new SheetCell.Blank(column)
                            : NUMBER.matcher(text).matches()
                                    ? new SheetCell.Numeric(column, new BigDecimal(text))
                                    : new SheetCell.Text(column, text));
        }
        return cells;
    }

    private static Optional<String> decoded(byte[] bytes) {
        return (Spreadsheet.isWide(bytes)
                        ? decoded(bytes, StandardCharsets.UTF_16)
                        : decoded(bytes, StandardCharsets.UTF_8))
                .or(() -> decoded(bytes, THAI))
                .map(text -> !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// What parts the columns: what the first line with any has most of, outside of quotes.
    private static char separator(String text) {
        var counts = new int[3];
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && ",;\t".indexOf(letter) >= 0) {
                counts[",;\t".indexOf(letter)]++;
            } else if (!quoted && letter == '\n' && counts[0] + counts[1] + counts[2] > 0) {
                break;
            }
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private static Optional<CellNote> refuse(String word, Object... arguments) {
        return Optional.of(CellNote.ofFile(Message.of("exchange.workbook." + word, arguments)));
    }
}
