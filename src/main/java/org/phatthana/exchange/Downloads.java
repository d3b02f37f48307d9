package org.phatthana.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.phatthana.values.Language;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Makes files of tables.
///
/// **CSV** is for programs: UTF-8 with a byte order mark (without it Excel shows Thai as signs), machine names as
/// the only heading, figures without grouping, dates as ISO 8601. Nothing but rows stands in it, so what must
/// travel with the figures (title, unit, source) is on the second sheet of the XLSX beside it, to which the
/// answer's `Link` header points as `describedby`. Sample data is marked in the file itself by a column
/// `is_sample`.
///
/// **XLSX** is for people: the rows under a frozen heading, and a second sheet that tells what they are.
///
/// In both, text that a spreadsheet would run as a formula gets an apostrophe before it.
@Component
public class Downloads {

    /// The endings that [#of] knows.
    public static final List<String> FORMATS = List.of("csv", "xlsx");

    private final Texts texts;
    private final Clock clock;

    Downloads(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /// A table in the format of an ending.
    ///
    /// @param format `csv` or `xlsx`
    public Download of(String format, Table table, Language language) {
        return of(format, table, writer -> table.rows().forEach(writer), language);
    }

    /// A table whose rows are made while they are written.
    ///
    /// @param format `csv` or `xlsx`
    /// @param head the table without its rows
    public Download of(String format, Table head, RowSource rows, Language language) {
        return switch (format) {
            case "csv" -> csv(head, rows, language);
            case "xlsx" -> xlsx(head, rows, language);
            default -> throw new IllegalArgumentException("Tables are written as " + FORMATS + ", not as " + format);
        };
    }

    public Download csv(Table table, Language language) {
        return of("csv", table, language);
    }

    public Download xlsx(Table table, Language language) {
        return of("xlsx", table, language);
    }

    private Download csv(Table table, RowSource rows, Language language) {
        return new Download(
                table.name() + ".csv",
                "text/csv;charset=UTF-8",
                table.name() + ".xlsx",
                out -> new CsvFile(table, rows, language).write(out));
    }

    private Download xlsx(Table table, RowSource rows, Language language) {
        var today = LocalDate.now(clock.withZone(Thailand.ZONE));
        return new Download(
                table.name() + ".xlsx",
                Download.XLSX,
                out -> new XlsxFile(table, rows, language, texts, today).write(out));
    }
}
