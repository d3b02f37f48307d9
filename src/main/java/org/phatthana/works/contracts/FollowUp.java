package org.phatthana.works.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FieldRow;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.MonthColumns;
import org.phatthana.exchange.SheetCell;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.works.Schedule.Reached;

/// How far works have come by the months of a sheet of ผด.02 that offices follow up: each of the works has a row of
/// what was planned (แผน) and below it one of what was done (ผล). In the row of what was done stand percentages,
/// each what is done in all by the end of its month, or marks in the months in which something was done. Marks make
/// a share of the months that were planned; where they are more than these they say nothing that could be reckoned.
/// A row without another below is the plan alone.
final class FollowUp {

    /// The keys of the columns of the months, from October on.
    static final List<String> MONTHS =
            List.of("oct", "nov", "dec", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep");

    private static final Pattern PLANNED = Pattern.compile("แผน(งาน)?|ตามแผน|plan|planned");
    private static final Pattern DONE =
            Pattern.compile("ผล|ผลงาน|ผลการดำเนินงาน|ผลการดำเนินการ|ปฏิบัติจริง|actual|done");
    private static final Pattern YEAR = Pattern.compile("ปีงบประมาณ\\s*(?:พ\\.?\\s*ศ\\.?)?\\s*(2[56]\\d\\d)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FoundTable table;
    private final LocalDate day;
    private final FiscalYear year;
    private final Map<String, MonthColumns> columns = new HashMap<>();

    /// Works that stand in the table.
    ///
    /// @param row where they begin
    /// @param isByMonths whether the table has months
    /// @param reached how far they have come by them, and when, if the months say so
    record Followed(
            FieldRow row, boolean isByMonths, Optional<Reached> reached, List<CellNote> errors, List<CellNote> notes) {}

    /// @param day on which it stood as the sheet says
    FollowUp(FoundTable table, LocalDate day) {
        this.table = table;
        this.day = day;
        this.year = table.above().stream()
                .flatMap(title -> YEAR.matcher(CellText.latinDigits(title)).results())
                .map(found -> new FiscalYear(Integer.parseInt(found.group(1))))
                .findFirst()
                .orElseGet(() -> FiscalYear.containing(day));
        table.heads().forEach(head -> {
            var months = new TreeMap<Integer, Integer>();
            for (var month = 1; month <= MONTHS.size(); month++) {
                var named = head.columns().get(MONTHS.get(month - 1));
                if (named != null) {
                    months.put(named, month);
                }
            }
            columns.put(head.sheet(), new MonthColumns(months));
        });
    }

    List<Followed> works() {
        var works = new ArrayList<Followed>();
        var group = new ArrayList<FieldRow>();
        for (var row : table.rows()) {
            var begins = !isByMonths(row)
                    || (row.isFilled(ContractColumns.NAME) && part(row, DONE).isEmpty());
            if (begins && !group.isEmpty()) {
                works.add(followed(group));
                group.clear();
            }
            if (begins || !group.isEmpty()) {
                group.add(row);
            }
        }
        if (!group.isEmpty()) {
            works.add(followed(group));
        }
        return works;
    }

    private boolean isByMonths(FieldRow row) {
        return !columns(row).months().isEmpty();
    }

    private MonthColumns columns(FieldRow row) {
        return columns.getOrDefault(row.sheet(), new MonthColumns(Collections.emptySortedMap()));
    }

    private Followed followed(List<FieldRow> rows) {
        var row = rows.getFirst();
        if (!isByMonths(row)) {
            return new Followed(row, false, Optional.empty(), List.of(), List.of());
        }
        var done = rows.stream().filter(one -> part(one, DONE).isPresent()).findFirst();
        if (done.isEmpty()) {
            return said(row, columns(row).marked(row.row()).isEmpty() ? "says-nothing" : "plan-alone");
        }
        var numbers = numbers(done.get());
        if (!numbers.isEmpty()) {
            return byNumbers(row, done.get(), numbers);
        }
        var planned = rows.stream()
                .filter(one -> part(one, PLANNED).isPresent())
                .findFirst()
                .orElse(row);
        return byMarks(row, planned, done.get());
    }

    /// The newest percentage of a month that has begun.
    private Followed byNumbers(FieldRow row, FieldRow done, NavigableMap<Integer, BigDecimal> numbers) {
        if (numbers.lastKey() > current()) {
            return refused(row, done, numbers.lastKey());
        }
        var newest = numbers.lastEntry();
        var end = year.firstDay().plusMonths(newest.getKey()).minusDays(1);
        return reached(row, newest.getValue(), end.isAfter(day) ? day : end);
    }

    private Followed byMarks(FieldRow row, FieldRow planned, FieldRow done) {
        var plan = marked(planned);
        var marks = marked(done);
        if (!marks.isEmpty() && marks.last() > current()) {
            return refused(row, done, marks.last());
        }
        if (marks.isEmpty() || plan.isEmpty() || planned.number() == done.number()) {
            return said(row, "says-nothing");
        }
        if (marks.size() > plan.size()) {
            return said(row, "longer");
        }
        var share = BigDecimal.valueOf(marks.size())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(plan.size()), 2, RoundingMode.HALF_UP);
        return reached(row, share, day);
    }

    private SortedSet<Integer> marked(FieldRow row) {
        return columns(row).marked(row.row());
    }

    /// The percentages in the months of a row; none if anything else stands there.
    private NavigableMap<Integer, BigDecimal> numbers(FieldRow row) {
        var numbers = new TreeMap<Integer, BigDecimal>();
        for (var column : columns(row).months().entrySet()) {
            var cell = row.row().cell(column.getKey());
            if (cell.isBlank()) {
                continue;
            }
            var number = CellText.number(cell.text().replace("%", "").strip());
            if (number.filter(value -> value.signum() >= 0 && value.compareTo(HUNDRED) <= 0)
                    .isEmpty()) {
                return new TreeMap<>();
            }
            numbers.put(column.getValue(), number.get());
        }
        return areFractions(row, numbers) ? hundredfold(numbers) : numbers;
    }

    /// Whether percentages are kept as workbooks keep them: 45 % is 0.45.
    private boolean areFractions(FieldRow row, NavigableMap<Integer, BigDecimal> numbers) {
        return columns(row).months().keySet().stream()
                        .map(column -> row.row().cell(column))
                        .anyMatch(cell -> cell.shown() instanceof SheetCell.Numeric)
                && numbers.values().stream().allMatch(number -> number.compareTo(BigDecimal.ONE) <= 0);
    }

    private static NavigableMap<Integer, BigDecimal> hundredfold(NavigableMap<Integer, BigDecimal> numbers) {
        numbers.replaceAll((_, number) -> number.multiply(HUNDRED));
        return numbers;
    }

    /// The month in which the day lies: 0 before the year, 12 at its end and after it.
    private int current() {
        var of = FiscalYear.containing(day);
        if (of.equals(year)) {
            return Math.floorMod(day.getMonthValue() - 10, MONTHS.size()) + 1;
        }
        return of.buddhistEra() > year.buddhistEra() ? MONTHS.size() : 0;
    }

    private static Optional<String> part(FieldRow row, Pattern words) {
        return row.row().filled().stream()
                .map(cell -> CellText.oneLine(cell.text()).toLowerCase(Locale.ROOT))
                .filter(text -> words.matcher(text).matches())
                .findFirst();
    }

    private static Followed reached(FieldRow row, BigDecimal percent, LocalDate day) {
        return new Followed(
                row,
                true,
                Optional.of(new Reached(day, percent.setScale(2, RoundingMode.HALF_UP))),
                List.of(),
                List.of());
    }

    private static Followed said(FieldRow row, String key) {
        var note = row.note(
                ContractColumns.NAME, Message.of("works.progress-file." + key, row.text(ContractColumns.NAME)));
        return new Followed(row, true, Optional.empty(), List.of(), List.of(note));
    }

    private Followed refused(FieldRow row, FieldRow done, int month) {
        var error = done.note(
                MONTHS.get(month - 1), Message.of("works.progress-file.not-yet", row.text(ContractColumns.NAME), day));
        return new Followed(row, true, Optional.empty(), List.of(error), List.of());
    }
}
