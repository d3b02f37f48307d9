package org.phatthana.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Message;

/// Reads an XLSX that comes from anywhere, as a stream of rows. Whatever is wrong with the file is an answer, not
/// an exception.
public final class Workbook {

    private static final ReadingOptions TOLERANT = new ReadingOptions(false, true);

    private final WorkbookLimits limits;
    private final SheetReader reader;

    private Workbook(WorkbookLimits limits, SheetReader reader) {
        this.limits = limits;
        this.reader = reader;
    }

    /// Tells the file's sheets and rows to a reader, in order.
    ///
    /// @return why the file is refused, if it is; the reader may then have heard a part of it, and forgets it
    /// @throws IOException if the file cannot be read from disk
    public static Optional<CellNote> read(Path file, WorkbookLimits limits, SheetReader reader) throws IOException {
        var objection = Archive.objection(file, limits);
        return objection.isPresent() ? objection.map(CellNote::ofFile) : new Workbook(limits, reader).read(file);
    }

    private Optional<CellNote> read(Path file) throws IOException {
        List<Sheet> sheets;
        try (var workbook = new ReadableWorkbook(file.toFile(), TOLERANT)) {
            sheets = workbook.getSheets().toList();
            if (sheets.size() > limits.sheets()) {
                return refuse("too-many-sheets", (long) sheets.size(), (long) limits.sheets());
            }
            for (var sheet : sheets) {
                tell(() -> reader.sheet(
                        sheet.getIndex(), sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE));
                var refusal = read(sheet);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            return Optional.empty();
        } catch (SheetReaderFailed failed) {
            throw failed.cause;
        } catch (IOException | RuntimeException e) {
            return refuse("broken-xml", "xl/workbook.xml");
        }
    }

    private Optional<CellNote> read(Sheet sheet) {
        var last = 0;
        try (var stream = sheet.openStream()) {
            Iterator<Row> rows = stream.iterator();
            while (rows.hasNext()) {
                var row = row(sheet.getName(), rows.next());
                last = row.number();
                if (row.cells().size() > limits.columns()) {
                    return Optional.of(new CellNote(
                            sheet.getName(),
                            row.number(),
                            SheetCell.letter(row.cells().size() - 1),
                            "",
                            Message.of("exchange.workbook.too-many-columns", (long) limits.columns())));
                }
                if (!row.cells().isEmpty()) {
                    tell(() -> reader.row(row));
                }
            }
            return Optional.empty();
        } catch (SheetReaderFailed failed) {
            throw failed;
        } catch (IOException | RuntimeException e) {
            return Optional.of(new CellNote(
                    sheet.getName(), last, "", "", Message.of("exchange.workbook.broken-xml", sheet.getName())));
        }
    }

    /// A reader's own failure is a bug and passes through; only the file's faults become answers.
    private static void tell(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException e) {
            throw new SheetReaderFailed(e);
        }
    }

    private static SheetRow row(String sheet, Row row) {
        var cells = new ArrayList<SheetCell>();
        for (var column = 0; column < row.getCellCount(); column++) {
            var cell = row.getCell(column);
            cells.add(cell == null ? new SheetCell.Blank(column) : cell(column, cell));
        }
        while (!cells.isEmpty() && cells.getLast() instanceof SheetCell.Blank) {
            cells.removeLast();
        }
        return new SheetRow(sheet, row.getRowNum(), cells);
    }

    private static SheetCell cell(int column, Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> new SheetCell.Blank(column);
            case ERROR -> failed(column, cell);
            case FORMULA -> {
                var expression = cell.getFormula();
                yield new SheetCell.Formula(
                        column, expression == null ? "" : expression, value(column, cell.getValue()));
            }
            case NUMBER, STRING, BOOLEAN -> value(column, cell.getValue());
        };
    }

    private static SheetCell failed(int column, Cell cell) {
        var code = cell.getRawValue();
        return new SheetCell.Failed(column, code == null || code.isEmpty() ? "#?" : code);
    }

    private static SheetCell value(int column, @Nullable Object value) {
        return switch (value) {
            case null -> new SheetCell.Blank(column);
            case BigDecimal number -> new SheetCell.Numeric(column, number);
            case String text when isError(text) -> new SheetCell.Failed(column, text);
            case String text -> text.isEmpty() ? new SheetCell.Blank(column) : new SheetCell.Text(column, text);
            default -> new SheetCell.Text(column, value.toString());
        };
    }

    private static boolean isError(String text) {
        return switch (text) {
            case "#REF!",
                    "#DIV/0!",
                    "#N/A",
                    "#NAME?",
                    "#NULL!",
                    "#NUM!",
                    "#VALUE!",
                    "#SPILL!",
                    "#CALC!",
                    "#GETTING_DATA" -> true;
            default -> false;
        };
    }

    private static Optional<CellNote> refuse(String word, Object... arguments) {
        return Optional.of(CellNote.ofFile(Message.of("exchange.workbook." + word, arguments)));
    }

    private static final class SheetReaderFailed extends RuntimeException {

        final RuntimeException cause;

        SheetReaderFailed(RuntimeException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
