package org.phatthana.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file of rows that comes from anywhere: an XLSX, or a CSV in whatever encoding the office's program writes.
public final class Spreadsheet {

    private static final int HEAD = 4096;

    private Spreadsheet() {}

    /// Tells the file's sheets and rows to a reader, in order; a CSV is one sheet of the name [CsvRows#SHEET].
    ///
    /// @return why the file is refused, if it is; the reader may then have heard a part of it, and forgets it
    /// @throws IOException if the file cannot be read from disk
    public static Optional<CellNote> read(Path file, WorkbookLimits limits, SheetReader reader) throws IOException {
        return isText(file) ? CsvRows.read(file, limits, reader) : Workbook.read(file, limits, reader);
    }

    /// Whether the file is text with columns: no workbook is, and nothing else can be read as a table.
    public static boolean isText(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (isWide(head)) {
            return true;
        }
        var separators = 0;
        for (var letter : head) {
            if (letter == ',' || letter == ';' || letter == '\t') {
                separators++;
            } else if (letter >= 0 && letter < ' ' && letter != '\n' && letter != '\r') {
                return false;
            }
        }
        return separators > 0 && !(head[0] == 'P' && head[1] == 'K');
    }

    /// Whether bytes begin with the mark of UTF-16.
    static boolean isWide(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
    }
}
