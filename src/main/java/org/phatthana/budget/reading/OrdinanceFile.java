package org.phatthana.budget.reading;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.exchange.Workbook;
import org.phatthana.exchange.WorkbookLimits;

/// A file that is said to be an ordinance. What it is, is seen from its content and not from its name.
public final class OrdinanceFile {

    private static final long MEBIBYTE = 1024L * 1024;

    /// The largest text file; the largest real ordinance has 24 kB.
    private static final long MOST_TEXT_BYTES = 4 * MEBIBYTE;

    private static final WorkbookLimits WORKBOOK = new WorkbookLimits(8 * MEBIBYTE, 64 * MEBIBYTE, 25_000, 100, 50);
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final Names names;
    private final Findings findings;

    public OrdinanceFile(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /// Reads the file; what is wrong with it goes to the findings.
    public @Nullable Draft read(Path file) throws IOException {
        var bytes = Files.size(file);
        if (bytes == 0) {
            findings.error(Place.FILE, "", "empty-file");
            return null;
        }
        if (isArchive(file)) {
            return readWorkbook(file);
        }
        if (bytes > MOST_TEXT_BYTES) {
            findings.error(Place.FILE, "", "too-large", bytes / MEBIBYTE, MOST_TEXT_BYTES / MEBIBYTE);
            return null;
        }
        var text = decode(Files.readAllBytes(file));
        if (text == null) {
            return null;
        }
        var first = text.stripLeading();
        return first.startsWith("{") || first.startsWith("[")
                ? JsonOrdinance.read(text, names, findings)
                : readCsv(text);
    }

    /// XLSX, the old XLS and password-protected workbooks all begin with one of two signatures; which of them may
    /// pass is for [Workbook] to say.
    private static boolean isArchive(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            return head.length == 4
                    && ((head[0] == 'P' && head[1] == 'K') || ((head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf));
        }
    }

    private @Nullable Draft readWorkbook(Path file) throws IOException {
        var reader = new TableOrdinance(names, findings, false);
        var refusal = Workbook.read(file, WORKBOOK, reader);
        if (refusal.isPresent()) {
            findings.error(refusal.get());
            return null;
        }
        return reader.draft();
    }

    private @Nullable String decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                findings.error(Place.FILE, "", "not-text-file");
                return null;
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            findings.error(Place.FILE, "", "wrong-encoding");
            return null;
        }
    }

    private @Nullable Draft readCsv(String text) throws IOException {
        var reader = new TableOrdinance(names, findings, true);
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator(text)).get();
        reader.sheet(0, "", false);
        var line = 0L;
        try (var parser = format.parse(new StringReader(text))) {
            for (var record : parser) {
                reader.row(row(record, Math.toIntExact(line + 1)));
                line = parser.getCurrentLineNumber();
            }
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException _) {
            findings.error(new Place("", Math.toIntExact(line + 1), ""), "", "csv-broken");
            return null;
        }
        return reader.draft();
    }

    /// The separator under which the file has our heading.
    private static char separator(String text) {
        for (var separator : SEPARATORS) {
            var isOurs = text.lines().limit(20).anyMatch(line -> {
                var cells = new ArrayList<SheetCell>();
                for (var part : line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1)) {
                    cells.add(new SheetCell.Text(cells.size(), part.replace("\"", "")));
                }
                return TableOrdinance.isHeading(cells);
            });
            if (isOurs) {
                return separator;
            }
        }
        return ',';
    }

    private static SheetRow row(CSVRecord record, int number) {
        var cells = new ArrayList<SheetCell>();
        for (var value : record) {
            var text = unescaped(value);
            cells.add(text.isBlank() ? new SheetCell.Blank(cells.size()) : new SheetCell.Text(cells.size(), text));
        }
        return new SheetRow("", number, cells);
    }

    /// Takes away the apostrophe that our own files put before text that looks like a formula.
    private static String unescaped(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && "=+-@".indexOf(value.charAt(1)) >= 0
                ? value.substring(1)
                : value;
    }
}
