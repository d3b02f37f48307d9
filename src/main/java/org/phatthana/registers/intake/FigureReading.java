package org.phatthana.registers.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FieldRow;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.TableHead;
import org.phatthana.registers.Flag;
import org.phatthana.registers.Series;
import org.phatthana.registers.reading.PeriodReading;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.registers.reading.ValueReading;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;

/// Reads the rows of a file as figures, in the long form and in the wide one.
final class FigureReading {

    /// The option that says of which series figures are.
    static final String SERIES = FigureColumns.SERIES;

    /// The option that says of which fiscal year months without a year are.
    static final String YEAR = "year";

    /// Figures of one file at most.
    static final int MOST = 100_000;

    private static final Set<String> TOTALS = Set.of(
            "รวม",
            "รวมทั้งสิ้น",
            "รวมทั้งหมด",
            "รวมทั้งจังหวัด",
            "ยอดรวม",
            "เฉลี่ย",
            "ค่าเฉลี่ย",
            "total",
            "sum",
            "average");
    private static final Pattern FISCAL_YEAR = Pattern.compile("ปีงบประมาณ\\s*(?:พ\\.?\\s*ศ\\.?)?\\s*(\\d{4})");

    /// What binary fractions leave behind is smaller than this.
    private static final BigDecimal CRUMB = new BigDecimal("0.0000001");

    /// The state of a figure that is none after all.
    private static final Set<String> WITHDRAWN = Set.of("withdrawn", "ยกเลิก", "ยกเลิกค่า");

    private final ImportFile file;
    private final FoundTable table;
    private final SeriesNames names;
    private final ValueReading values;
    private final WherePlaces where;
    private final Map<String, Optional<Series>> called = new HashMap<>();
    private final Map<String, ReadValue> headed = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final List<GivenFigure> figures = new ArrayList<>();
    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();
    private long missing;
    private long samples;

    FigureReading(ImportFile file, FoundTable table, SeriesNames names, ValueReading values, WherePlaces where) {
        this.file = file;
        this.table = table;
        this.names = names;
        this.values = values;
        this.where = where;
    }

    /// Reads all rows.
    List<GivenFigure> read() {
        var heads = new HashMap<String, List<TableHead>>();
        table.heads()
                .forEach(head -> heads.computeIfAbsent(head.sheet(), _ -> new ArrayList<>())
                        .add(head));
        table.heads().forEach(this::check);
        if (!errors.isEmpty()) {
            return figures;
        }
        for (var row : table.rows()) {
            read(row, heads.getOrDefault(row.sheet(), List.of()).getFirst());
            if (figures.size() > MOST) {
                errors.clear();
                figures.clear();
                errors.add(CellNote.ofFile(message("too-many", MOST)));
                return figures;
            }
        }
        if (figures.isEmpty() && errors.isEmpty()) {
            errors.add(CellNote.ofFile(message("empty")));
        }
        return figures;
    }

    private static List<String> periods(TableHead head) {
        return FigureColumns.periods(
                        head.headings().stream().map(TableHead.Heading::field).filter(field -> !field.isEmpty()))
                .toList();
    }

    private static boolean isLong(TableHead head) {
        return head.of(FigureColumns.VALUE).isPresent();
    }

    /// A table has one form: a column of values with one of periods, or a column for each period.
    private void check(TableHead head) {
        var periods = periods(head);
        if (isLong(head) ? head.of(FigureColumns.PERIOD).isEmpty() : periods.isEmpty()) {
            errors.add(at(head, "", message("no-form")));
        }
        if (isLong(head)) {
            periods.stream()
                    .flatMap(period -> head.of(period).stream())
                    .forEach(heading -> notes.add(
                            at(head, heading.field(), Message.of("exchange.columns.unknown", heading.label()))));
        }
        if (Stream.of(FigureColumns.SUBJECT, FigureColumns.NAME, IntakeColumns.TAMBON, IntakeColumns.AMPHOE)
                .noneMatch(field -> head.of(field).isPresent())) {
            errors.add(at(head, FigureColumns.SUBJECT, message("no-subject-column")));
        }
    }

    private static CellNote at(TableHead head, String field, Message message) {
        return new CellNote(
                head.sheet(),
                head.row(),
                head.of(field).map(TableHead.Heading::letter).orElse(""),
                field,
                message);
    }

    private void read(FieldRow row, TableHead head) {
        if (row.text(FigureColumns.SAMPLE).equalsIgnoreCase("true")) {
            samples++;
            return;
        }
        var fields = isLong(head) ? List.of(FigureColumns.VALUE) : periods(head);
        var name = FigureSubjects.text(row);
        var isEmpty = fields.stream().noneMatch(row::isFilled);
        if (TOTALS.contains(name.toLowerCase(Locale.ROOT))) {
            notes.add(row.note(FigureSubjects.column(row), message("total", name)));
        } else if (isEmpty && (!isLong(head) || !row.isFilled(FigureColumns.PERIOD))) {
            notes.add(row.note("", Message.of("registers.file.not-read")));
        } else {
            series(row).ifPresent(series -> fields.forEach(field -> figure(row, head, series, field)));
        }
    }

    /// The series of a row: as it says itself, as is stated beside the file, as the sheet or the file is called.
    private Optional<Series> series(FieldRow row) {
        var said = row.text(FigureColumns.SERIES);
        if (!said.isEmpty()) {
            return called.computeIfAbsent(said, text -> {
                var found = names.exactly(text);
                if (found.isEmpty()) {
                    errors.add(row.note(FigureColumns.SERIES, message("no-series", text, names.codes())));
                }
                return found;
            });
        }
        return called.computeIfAbsent("/" + row.sheet(), _ -> {
            var stated = file.options().getOrDefault(SERIES, "").strip();
            var found = stated.isEmpty()
                    ? names.begun(row.sheet()).or(() -> names.begun(file.name()))
                    : names.exactly(stated);
            if (found.isEmpty()) {
                errors.add(new CellNote(
                        "",
                        0,
                        "",
                        SERIES,
                        stated.isEmpty()
                                ? message("which-series", names.codes())
                                : message("no-series", stated, names.codes())));
            }
            return found;
        });
    }

    private void figure(FieldRow row, TableHead head, Series series, String at) {
        var isWithdrawn = WITHDRAWN.contains(state(row));
        var value = isWithdrawn ? Optional.<BigDecimal>empty() : value(row, series, at);
        if (value.isEmpty() && !isWithdrawn) {
            return;
        }
        var day = isLong(head)
                ? day(row, FigureColumns.PERIOD, PeriodReading.read(series.every(), row.cell(FigureColumns.PERIOD)))
                : day(head, series, at);
        var wanted = FigureSubjects.Wanted.of(series.of(), row, where);
        if (wanted.isEmpty()) {
            errors.add(row.note(FigureSubjects.column(row), Message.of("registers.fault.required")));
        }
        var flag = isWithdrawn ? Optional.<Flag>empty() : flag(row);
        if (day.isPresent() && !wanted.isEmpty()) {
            figures.add(new GivenFigure(
                    row,
                    at,
                    series,
                    wanted,
                    day.get(),
                    value,
                    method(row, series),
                    text(row, FigureColumns.SOURCE),
                    flag,
                    text(row, FigureColumns.NOTE)));
        }
    }

    private Optional<BigDecimal> value(FieldRow row, Series series, String at) {
        var written = row.cell(at).text();
        var unit = row.text(FigureColumns.UNIT);
        var whole = unit.isEmpty() || CellText.number(written).isEmpty() ? written : written + " " + unit;
        return switch (values.read(series.valueField(), whole)) {
            case ReadValue.Value(BigDecimal number, var how) -> {
                how.ifPresent(message -> notes.add(row.note(at, message)));
                yield Optional.of(exact(number, series.decimals()));
            }
            case ReadValue.Unreadable(var why) -> {
                errors.add(row.note(at, why));
                yield Optional.empty();
            }
            case ReadValue.Value _, ReadValue.Nothing _ -> {
                missing++;
                yield Optional.empty();
            }
        };
    }

    /// The number that a workbook means by its nearest binary fraction.
    private static BigDecimal exact(BigDecimal number, int decimals) {
        var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        return rounded.subtract(number).abs().compareTo(CRUMB) < 0 ? rounded : number;
    }

    private Optional<LocalDate> day(FieldRow row, String at, ReadValue read) {
        return switch (read) {
            case ReadValue.Value(LocalDate day, var how) -> {
                how.filter(message -> told.add(message.toString()))
                        .ifPresent(message -> notes.add(row.note(at, message)));
                yield Optional.of(day);
            }
            case ReadValue.Unreadable(var why) -> {
                errors.add(row.note(at, why));
                yield Optional.empty();
            }
            case ReadValue.Value _, ReadValue.Nothing _ -> {
                errors.add(row.note(at, Message.of("registers.fault.required")));
                yield Optional.empty();
            }
        };
    }

    /// What a column stands for; whatever there is to say of it is said once, at its heading.
    private Optional<LocalDate> day(TableHead head, Series series, String at) {
        var read = headed.computeIfAbsent(head.sheet() + "/" + series.code() + "/" + at, _ -> {
            var fresh = headed(head, series, at);
            switch (fresh) {
                case ReadValue.Unreadable(var why) -> errors.add(at(head, at, why));
                case ReadValue.Value(var _, var how) -> how.ifPresent(message -> notes.add(at(head, at, message)));
                case ReadValue.Nothing() -> {}
            }
            return fresh;
        });
        return read instanceof ReadValue.Value(LocalDate day, var _) ? Optional.of(day) : Optional.empty();
    }

    private ReadValue headed(TableHead head, Series series, String at) {
        var label = head.of(at).map(TableHead.Heading::label).orElse(at);
        var period = PeriodReading.heading(at);
        if (period.isPresent()) {
            return PeriodReading.read(series.every(), label, period.get());
        }
        var year = year();
        if (year.isEmpty()) {
            return new ReadValue.Unreadable("registers.figure-file.no-year", label);
        }
        var month = PeriodReading.month(Month.valueOf(at.toUpperCase(Locale.ROOT)), year.get());
        return switch (PeriodReading.read(series.every(), label, month)) {
            case ReadValue.Value(var day, var _) ->
                new ReadValue.Value(day, Optional.of(Message.of("registers.period.read", label, month.shown())));
            case ReadValue other -> other;
        };
    }

    /// The fiscal year of months that say none: as it is stated beside the file, or stands above the table.
    private Optional<FiscalYear> year() {
        var stated = CellText.latinDigits(file.options().getOrDefault(YEAR, "").strip());
        return Stream.concat(
                        Stream.of("ปีงบประมาณ " + stated),
                        table.above().stream().map(CellText::latinDigits))
                .map(FISCAL_YEAR::matcher)
                .filter(Matcher::find)
                .map(year -> Integer.parseInt(year.group(1)))
                .filter(FiscalYear::isValid)
                .findFirst()
                .map(FiscalYear::new);
    }

    private static String state(FieldRow row) {
        return row.text(FigureColumns.FLAG).toLowerCase(Locale.ROOT);
    }

    private Optional<Flag> flag(FieldRow row) {
        var word = state(row);
        var flag =
                Stream.of(Flag.values()).filter(one -> one.code().equals(word)).findFirst();
        if (flag.isEmpty() && !word.isEmpty()) {
            errors.add(row.note(FigureColumns.FLAG, message("no-flag", word)));
        }
        // Those are found by the program itself.
        return flag.filter(one -> !one.isWaiting());
    }

    private static Optional<String> method(FieldRow row, Series series) {
        var text = row.text(FigureColumns.METHOD);
        var bare = Standing.bare(text);
        return text.isEmpty()
                ? Optional.empty()
                : series.methods().stream()
                        .filter(method -> method.title().texts().values().stream()
                                .anyMatch(title -> Standing.bare(title).equals(bare)))
                        .map(Series.Method::code)
                        .findFirst()
                        .or(() -> Optional.of(text));
    }

    private static String text(FieldRow row, String field) {
        return row.text(field).isEmpty() ? "" : CellText.meant(row.cell(field).text());
    }

    private static Message message(String word, Object... arguments) {
        return Message.of(FigureColumns.WORDS + word, arguments);
    }

    List<CellNote> errors() {
        return errors;
    }

    List<CellNote> notes() {
        return notes;
    }

    long missing() {
        return missing;
    }

    long samples() {
        return samples;
    }
}
