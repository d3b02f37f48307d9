package org.phatthana.plan.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.MonthColumns;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetReader;
import org.phatthana.exchange.SheetRow;
import org.phatthana.exchange.Spreadsheet;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// Understands the sheets of a yearly operation plan (ผด.02): activities below lines of strategy and programme,
/// with a column for each month. Marks in cells tell the months; arrows that are drawn over cells are not in them.
public final class OperationReader implements SheetReader {

    private static final Pattern YEAR = Pattern.compile("ปีงบประมาณ\\s*(?:พ\\.?\\s*ศ\\.?)?\\s*(2[56]\\d\\d)");
    private static final Pattern TOTAL = Pattern.compile("^(ยอด)?รวม.*", Pattern.DOTALL);
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,4}[.)]?");
    private static final Pattern DETAIL = Pattern.compile("^(รายละเอียด|กิจกรรมที่|ลักษณะ|description|details?).*");

    private final Findings findings = new Findings();
    private final List<ReadOperation.Activity> activities = new ArrayList<>();
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private MoneyCells money = new MoneyCells(findings);
    private String sheet = "";
    private String strategy = "";
    private String programme = "";
    private int detail = -1;
    private @Nullable MonthColumns months;
    private @Nullable Row open;

    /// An activity while its rows go by.
    private static final class Row {
        final SheetRow first;
        final Map<Field, String> texts = new EnumMap<>(Field.class);
        final TreeSet<Integer> months = new TreeSet<>();
        String detail = "";
        Money budget = Money.ZERO;

        Row(SheetRow first) {
            this.first = first;
        }
    }

    private OperationReader() {}

    /// Reads a workbook or a CSV, whatever it may be.
    ///
    /// @throws IOException if the file cannot be read from disk
    public static ReadOperation read(Path file, WorkbookLimits limits) throws IOException {
        var reader = new OperationReader();
        var refusal = Spreadsheet.read(file, limits, reader);
        return refusal.map(error -> new ReadOperation(Optional.empty(), List.of(), List.of(), List.of(error)))
                .orElseGet(reader::done);
    }

    @Override
    public void sheet(int index, String name, boolean hidden) {
        finish();
        sheet = name;
        columns.clear();
        months = null;
        detail = -1;
        strategy = "";
        programme = "";
        money = new MoneyCells(findings);
    }

    @Override
    public void row(SheetRow row) {
        var named = MonthColumns.in(row);
        if (isHeading(row)) {
            finish();
            heading(row);
            named.ifPresent(found -> months = found);
        } else if (named.isPresent() && !columns.isEmpty()) {
            months = named.get();
        } else if (columns.isEmpty() || months == null) {
            row.filled().forEach(this::line);
        } else {
            inTable(row, months);
        }
    }

    private static boolean isHeading(SheetRow row) {
        var fields = row.filled().stream()
                .flatMap(cell -> Field.of(cell.text()).stream())
                .toList();
        return fields.contains(Field.NAME) && (fields.contains(Field.BUDGET) || fields.contains(Field.DEPARTMENT));
    }

    private void heading(SheetRow row) {
        columns.clear();
        months = null;
        detail = -1;
        for (var cell : row.filled()) {
            var field = Field.of(cell.text());
            if (field.isPresent()) {
                columns.putIfAbsent(field.get(), cell.column());
            } else if (DETAIL.matcher(CellText.oneLine(cell.text())).matches()) {
                detail = cell.column();
            }
            Unit.inHeading(cell.text()).ifPresent(unit -> money.countIn(unit, sheet));
        }
    }

    /// A line around the table.
    ///
    /// @return whether it was understood
    private boolean line(SheetCell cell) {
        var text = CellText.oneLine(cell.text());
        var year = YEAR.matcher(CellText.latinDigits(text));
        while (year.find()) {
            years.add(Integer.parseInt(year.group(1)));
        }
        Unit.ofLine(text).ifPresent(unit -> money.countIn(unit, sheet));
        var line = Preamble.of(text);
        line.ifPresent(found -> {
            switch (found.kind()) {
                case STRATEGY, ISSUE -> {
                    strategy = found.text();
                    programme = "";
                }
                case PROGRAMME -> programme = found.text();
                case TITLE, FORM, ALIGNMENT, TACTIC -> {}
            }
        });
        return line.isPresent();
    }

    private void inTable(SheetRow row, MonthColumns months) {
        var filled = row.filled();
        var sequence = CellText.latinDigits(text(row, Field.SEQUENCE));
        var isNumbered = SEQUENCE.matcher(sequence).matches();
        if (!isNumbered
                && filled.size() <= 2
                && filled.stream().allMatch(cell -> Preamble.of(cell.text()).isPresent())) {
            finish();
            filled.forEach(this::line);
        } else if (!isNumbered
                && filled.stream()
                        .limit(2)
                        .anyMatch(cell ->
                                TOTAL.matcher(CellText.oneLine(cell.text())).matches())) {
            finish();
        } else if (!text(row, Field.NAME).isEmpty() && (isNumbered || !columns.containsKey(Field.SEQUENCE))) {
            finish();
            open = new Row(row);
            take(row, open, months);
        } else if (open != null) {
            take(row, open, months);
        } else {
            filled.forEach(cell -> findings.note(
                    row, cell, "", Findings.message("not-understood", MoneyCells.shortened(cell.text()))));
        }
    }

    private void take(SheetRow row, Row activity, MonthColumns months) {
        for (var field : List.of(Field.NAME, Field.PLACE, Field.DEPARTMENT, Field.PROGRAMME, Field.STRATEGY)) {
            var text = CellText.oneLine(text(row, field));
            if (!text.isEmpty()) {
                activity.texts.merge(field, text, (above, below) -> above + " " + below);
            }
        }
        var described = detail < 0 ? text(row, Field.TARGET) : row.cell(detail).text();
        if (!described.isEmpty()) {
            activity.detail = activity.detail.isEmpty() ? described : activity.detail + "\n" + described;
        }
        var budget = columns.get(Field.BUDGET);
        if (budget != null) {
            money.read(row, row.cell(budget), () -> "budget")
                    .ifPresent(amount -> activity.budget = activity.budget.plus(amount));
        }
        activity.months.addAll(months.marked(row));
    }

    private String text(SheetRow row, Field field) {
        var column = columns.get(field);
        return column == null ? "" : row.cell(column).text();
    }

    private void finish() {
        var done = open;
        if (done == null) {
            return;
        }
        open = null;
        if (done.months.isEmpty()) {
            findings.note(done.first, Findings.message("no-months"));
        }
        activities.add(new ReadOperation.Activity(
                sheet,
                done.first.number(),
                done.texts.getOrDefault(Field.STRATEGY, strategy),
                done.texts.getOrDefault(Field.PROGRAMME, programme),
                done.texts.getOrDefault(Field.NAME, ""),
                done.detail,
                done.budget,
                done.texts.getOrDefault(Field.PLACE, ""),
                done.texts.getOrDefault(Field.DEPARTMENT, ""),
                done.months.isEmpty() ? MonthColumns.ALL : List.copyOf(done.months)));
    }

    private ReadOperation done() {
        finish();
        if (activities.isEmpty() && findings.errors.isEmpty()) {
            findings.refuse(CellNote.ofFile(Findings.message("no-operation-sheet")));
        }
        return new ReadOperation(
                years.size() == 1 ? Optional.of(new FiscalYear(years.first())) : Optional.empty(),
                activities,
                findings.notes,
                findings.errors);
    }
}
