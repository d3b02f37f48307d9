package org.phatthana.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.phatthana.exchange.columns.Assignment;
import org.phatthana.exchange.columns.ColumnNames;
import org.phatthana.exchange.columns.HeadRows;
import org.phatthana.exchange.columns.HeadRows.Candidate;
import org.phatthana.exchange.columns.Mappings;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Reads tables out of workbooks and CSV files whose columns bear any names in any order.
///
/// The heading is found among the first rows of each sheet. Which column is which is, first, what the options say:
/// `column.<field>` is the heading of its column, or `@F` the column's letter, or `-` for none; second, what was
/// said of an earlier file with the same headings; third, what the words mean. The option `heading` is the row that
/// heads the table, where it is not found.
@Component
public class TableFiles {

    /// What options begin with that say which column is which.
    public static final String COLUMN = "column.";

    /// The option that says which row heads the table.
    public static final String HEADING = "heading";

    private static final long MEBIBYTE = 1024 * 1024;
    private static final WorkbookLimits LIMITS = new WorkbookLimits(8 * MEBIBYTE, 64 * MEBIBYTE, 30_000, 100, 60);
    private static final String NONE = "-";

    /// Amounts that are counted in more than baht: read as baht they would be wrong a thousandfold.
    private static final Pattern UNIT =
            Pattern.compile("หน่วย ?:? ?\\(? ?(?:พัน|หมื่น|แสน|ล้าน)บาท|[(（] ?(?:พัน|หมื่น|แสน|ล้าน)บาท ?[)）]");

    private final Texts texts;
    private final Mappings mappings;

    TableFiles(Texts texts, Mappings mappings) {
        this.texts = texts;
        this.mappings = mappings;
    }

    /// Reads a file.
    ///
    /// @param kind the importer's word, by which earlier files are remembered
    public FoundTable read(ImportFile file, String kind, TableColumns columns) {
        var sheets = new Sheets();
        try {
            var refusal = Spreadsheet.read(file.path(), LIMITS, sheets);
            return refusal.isPresent()
                    ? FoundTable.refused(List.of(refusal.get()))
                    : new Reading(file, columns, mappings.byKey(kind)).read(sheets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What we write over a column ourselves.
    public Localized title(TableColumns columns, String field) {
        return new Localized(texts.languages().stream()
                .collect(Collectors.toMap(
                        Language::code,
                        language -> columns.names(field, language, texts)
                                .split("\\|")[0]
                                .strip())));
    }

    /// Remembers what a file's options say of its columns, if they say anything.
    void remember(ImportFile file, String kind, TableColumns columns) {
        if (file.options().keySet().stream().noneMatch(option -> option.startsWith(COLUMN))) {
            return;
        }
        for (var head : read(file, kind, columns).heads()) {
            var fields = new TreeMap<String, String>();
            columns.columns()
                    .forEach(column -> fields.put(
                            column.key(),
                            head.of(column.key()).map(TableHead.Heading::label).orElse("")));
            head.headings().stream()
                    .filter(heading -> !heading.field().isEmpty())
                    .forEach(heading -> fields.put(heading.field(), heading.label()));
            mappings.remember(
                    kind,
                    head.headings().stream().map(TableHead.Heading::label).toList(),
                    fields,
                    file.name(),
                    file.capacity());
        }
    }

    /// A file's sheets as they are told.
    private static final class Sheets implements SheetReader {

        private final Map<String, List<SheetRow>> rows = new LinkedHashMap<>();
        private final List<String> hidden = new ArrayList<>();
        private String sheet = "";

        @Override
        public void sheet(int index, String name, boolean isHidden) {
            sheet = name;
            if (isHidden) {
                hidden.add(name);
            }
        }

        @Override
        public void row(SheetRow row) {
            if (!row.isBlank()) {
                rows.computeIfAbsent(sheet, _ -> new ArrayList<>()).add(row);
            }
        }
    }

    /// One file on its way in.
    private final class Reading {

        private final ImportFile file;
        private final TableColumns columns;
        private final ColumnNames names;
        private final Map<String, Map<String, String>> remembered;
        private final List<TableHead> heads = new ArrayList<>();
        private final List<FieldRow> found = new ArrayList<>();
        private final List<String> above = new ArrayList<>();
        private final List<CellNote> errors = new ArrayList<>();
        private final List<CellNote> notes = new ArrayList<>();

        Reading(ImportFile file, TableColumns columns, Map<String, Map<String, String>> remembered) {
            this.file = file;
            this.columns = columns;
            this.names = new ColumnNames(columns, texts);
            this.remembered = remembered;
        }

        FoundTable read(Sheets sheets) {
            var stated = statedRow();
            var finder = new HeadRows(
                    names,
                    columns.columns().stream()
                            .filter(TableColumns.Column::needed)
                            .map(TableColumns.Column::key)
                            .collect(Collectors.toSet()),
                    said(),
                    remembered);
            sheets.rows.forEach((sheet, rows) -> {
                if (sheets.hidden.contains(sheet)) {
                    notes.add(of(sheet, "hidden"));
                    return;
                }
                finder.find(rows, stated)
                        .ifPresentOrElse(head -> take(sheet, rows, head), () -> notes.add(of(sheet, "no-table")));
            });
            if (heads.isEmpty() && errors.isEmpty()) {
                errors.add(CellNote.ofFile(Message.of("exchange.columns.no-heading", needed())));
                sheets.rows.entrySet().stream()
                        .filter(sheet -> !sheets.hidden.contains(sheet.getKey()))
                        .flatMap(sheet -> finder.guess(sheet.getValue()).stream()
                                .map(guess -> head(sheet.getKey(), sheet.getValue(), guess)))
                        .findFirst()
                        .ifPresent(heads::add);
            }
            checkOptions();
            return new FoundTable(heads, errors.isEmpty() ? found : List.of(), above, errors, notes);
        }

        /// The labels of columns of which something is said, by their fields.
        private Map<String, String> said() {
            var said = new TreeMap<String, String>();
            file.options().forEach((option, label) -> {
                if (option.startsWith(COLUMN) && !label.isBlank() && !label.equals(NONE)) {
                    said.put(option.substring(COLUMN.length()), label);
                }
            });
            return said;
        }

        private OptionalInt statedRow() {
            var stated = CellText.latinDigits(
                    file.options().getOrDefault(HEADING, "").strip());
            if (stated.isEmpty()) {
                return OptionalInt.empty();
            }
            if (!stated.matches("\\d{1,5}")) {
                errors.add(new CellNote("", 0, "", HEADING, Message.of("exchange.columns.row-unreadable", stated)));
                return OptionalInt.empty();
            }
            return OptionalInt.of(Integer.parseInt(stated));
        }

        private void take(String sheet, List<SheetRow> rows, Candidate candidate) {
            if (heads.isEmpty()) {
                rows.subList(0, candidate.first()).stream()
                        .flatMap(row -> row.filled().stream())
                        .map(cell -> CellText.oneLine(cell.text()))
                        .forEach(above::add);
            }
            rows.subList(0, candidate.last() + 1).stream()
                    .flatMap(row -> row.filled().stream()
                            .filter(cell ->
                                    UNIT.matcher(CellText.oneLine(cell.text())).find())
                            .map(cell -> new CellNote(
                                    sheet,
                                    row.number(),
                                    cell.letter(),
                                    "",
                                    Message.of("exchange.columns.unit", CellText.oneLine(cell.text())))))
                    .forEach(errors::add);
            var head = head(sheet, rows, candidate);
            heads.add(head);
            checkNeeded(head);
            head.headings().stream()
                    .filter(heading -> heading.field().isEmpty() && heading.how() == TableHead.How.UNKNOWN)
                    .forEach(heading -> notes.add(new CellNote(
                            sheet,
                            head.row(),
                            heading.letter(),
                            "",
                            Message.of("exchange.columns.unknown", heading.label()))));
            var heading = rows.subList(candidate.first(), candidate.last() + 1).stream()
                    .map(Reading::bare)
                    .toList();
            var fields = head.columns();
            rows.subList(candidate.last() + 1, rows.size()).stream()
                    .filter(row -> !heading.contains(bare(row)))
                    .forEach(row -> found.add(new FieldRow(row, fields)));
        }

        private static List<String> bare(SheetRow row) {
            return row.filled().stream()
                    .map(cell -> ColumnNames.bare(cell.text()))
                    .toList();
        }

        private TableHead head(String sheet, List<SheetRow> rows, Candidate candidate) {
            var labels = candidate.labels();
            var places = List.copyOf(candidate.columns().keySet());
            var assigned = new Assignment(
                            columns, names, file.options(), remembered.getOrDefault(HeadRows.key(labels), Map.of()))
                    .of(places, labels, List.copyOf(candidate.columns().values()));
            assigned.twice()
                    .forEach((field, headings) -> errors.add(new CellNote(
                            sheet,
                            rows.get(candidate.first()).number(),
                            "",
                            field,
                            Message.of("exchange.columns.twice", title(field), String.join(" · ", headings)))));
            var headings = new ArrayList<TableHead.Heading>();
            for (var i = 0; i < places.size(); i++) {
                var column = places.get(i);
                var example = rows.subList(candidate.last() + 1, rows.size()).stream()
                        .map(row -> CellText.oneLine(row.cell(column).text()))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
                headings.add(new TableHead.Heading(
                        column, labels.get(i), assigned.field(column), assigned.how(column), shortened(example)));
            }
            return new TableHead(
                    sheet, rows.get(candidate.first()).number(), candidate.last() - candidate.first() + 1, headings);
        }

        private void checkNeeded(TableHead head) {
            for (var column : columns.columns()) {
                if (column.needed() && head.of(column.key()).isEmpty()) {
                    errors.add(new CellNote(
                            head.sheet(),
                            head.row(),
                            "",
                            column.key(),
                            Message.of("exchange.columns.missing", title(column.key()))));
                }
            }
        }

        /// Whatever is said of columns must be about a field, and about a column that is there.
        private void checkOptions() {
            file.options().forEach((option, label) -> {
                if (!option.startsWith(COLUMN) || label.isBlank()) {
                    return;
                }
                var field = option.substring(COLUMN.length());
                if (columns.find(field).isEmpty()) {
                    errors.add(CellNote.ofFile(Message.of("exchange.columns.unknown-field", field, fields())));
                } else if (!label.equals(NONE)
                        && !heads.isEmpty()
                        && heads.stream()
                                .noneMatch(head -> head.of(field)
                                        .filter(heading -> heading.how() == TableHead.How.STATED)
                                        .isPresent())) {
                    errors.add(new CellNote("", 0, "", field, Message.of("exchange.columns.no-such", label)));
                }
            });
        }

        /// The names of what the file cannot be read without, in every language.
        private Localized needed() {
            return new Localized(texts.languages().stream()
                    .collect(Collectors.toMap(
                            Language::code,
                            language -> columns.columns().stream()
                                    .filter(TableColumns.Column::needed)
                                    .map(column -> title(column.key()).in(language))
                                    .collect(Collectors.joining(", ")))));
        }

        private String fields() {
            return String.join(
                    ", ",
                    columns.columns().stream().map(TableColumns.Column::key).toList());
        }

        private Localized title(String field) {
            return TableFiles.this.title(columns, field);
        }

        private CellNote of(String sheet, String word) {
            return new CellNote(sheet, 0, "", "", Message.of("exchange.columns." + word));
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }
}
