package org.phatthana.budget.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Sums;
import org.phatthana.budget.reading.Template.Column;
import org.phatthana.budget.reading.Template.Section;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetReader;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.Money;

/// An ordinance in the shape of our [Template], told row by row from CSV or XLSX.
public final class TableOrdinance implements SheetReader {

    private static final int ROWS_BEFORE_HEADING = 20;
    private static final int MOST_ROWS = 20_000;
    private static final int LONGEST_TEXT = 300;

    private record LineKey(String area, String programme, String task, String type) {}

    private record Stated(Money amount, Place place) {}

    private final Names names;
    private final Findings findings;
    private final Amounts amounts;
    private final boolean textIsUsual;

    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private String sheet = "";
    private @Nullable String headedSheet;
    private int rows;

    private @Nullable Stated total;
    private final Map<String, Map<String, Optional<Stated>>> areas = new LinkedHashMap<>();
    private final Map<String, Stated> statedAreas = new LinkedHashMap<>();
    private final Map<String, Optional<Stated>> types = new LinkedHashMap<>();
    private final Map<LineKey, Stated> lines = new LinkedHashMap<>();
    private final Map<String, Map<String, Stated>> incomes = new LinkedHashMap<>();
    private final Map<String, Stated> statedKinds = new LinkedHashMap<>();

    public TableOrdinance(Names names, Findings findings, boolean textIsUsual) {
        this.names = names;
        this.findings = findings;
        this.amounts = new Amounts(findings);
        this.textIsUsual = textIsUsual;
    }

    /// Whether a row is the heading of our template.
    public static boolean isHeading(List<SheetCell> cells) {
        var found = cells.stream()
                .flatMap(cell -> Template.columnOf(cell).stream())
                .distinct()
                .toList();
        return found.contains(Column.AMOUNT) && found.contains(Column.SECTION);
    }

    @Override
    public void sheet(int index, String name, boolean hidden) {
        sheet = name;
    }

    @Override
    public void row(SheetRow row) {
        if (headedSheet == null) {
            if (row.number() <= ROWS_BEFORE_HEADING && isHeading(row.cells())) {
                readHeading(row);
                headedSheet = sheet;
            }
        } else if (headedSheet.equals(sheet) && !row.isBlank() && !isRemark(row)) {
            rows++;
            if (rows == MOST_ROWS + 1) {
                findings.error(new Place(sheet, row.number(), ""), "", "too-many-rows", (long) MOST_ROWS);
            } else if (rows <= MOST_ROWS) {
                readRow(row);
            }
        }
    }

    private static boolean isRemark(SheetRow row) {
        return row.filled().getFirst().text().startsWith("#");
    }

    private void readHeading(SheetRow row) {
        for (var cell : row.filled()) {
            var place = new Place(sheet, row.number(), cell.letter());
            Template.columnOf(cell)
                    .ifPresentOrElse(
                            column -> {
                                if (columns.putIfAbsent(column, cell.column()) != null) {
                                    findings.error(place, column.field(), "column-twice", cell.text());
                                }
                            },
                            () -> findings.note(place, "", "unknown-column", Amounts.shortened(cell.text())));
        }
        for (var column : List.of(Column.AREA, Column.PROGRAMME, Column.TASK, Column.TYPE)) {
            if (!columns.containsKey(column)) {
                findings.error(new Place(sheet, row.number(), ""), column.field(), "column-missing", column.title());
            }
        }
    }

    private void readRow(SheetRow row) {
        var section = Section.of(text(row, Column.SECTION));
        if (section.isEmpty()) {
            findings.error(
                    place(row, Column.SECTION), Column.SECTION.field(), "unknown-section", text(row, Column.SECTION));
            return;
        }
        var stated = new Stated(
                amounts.cell(cell(row, Column.AMOUNT), place(row, Column.AMOUNT), Column.AMOUNT.field(), textIsUsual),
                place(row, Column.AMOUNT));
        switch (section.get()) {
            case EXPENDITURE -> readLine(row, stated);
            case INCOME -> readIncome(row, stated);
            case TOTAL -> readTotal(row, stated);
        }
    }

    private void readLine(SheetRow row, Stated stated) {
        var area = names.area(needed(row, Column.AREA)).thai();
        var programme = programme(row);
        var type = type(row);
        var key = new LineKey(area, programme, needed(row, Column.TASK), type);
        areas.computeIfAbsent(area, _ -> new LinkedHashMap<>()).putIfAbsent(programme, Optional.empty());
        types.putIfAbsent(type, Optional.empty());
        if (lines.putIfAbsent(key, stated) != null) {
            findings.error(
                    new Place(sheet, row.number(), ""),
                    Column.TASK.field(),
                    "duplicate",
                    String.join(" · ", area, programme, key.task, type));
        }
    }

    private void readIncome(SheetRow row, Stated stated) {
        var kind = needed(row, Column.INCOME_KIND);
        var category = needed(row, Column.INCOME_CATEGORY);
        if (incomes.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).putIfAbsent(category, stated) != null) {
            findings.error(
                    new Place(sheet, row.number(), ""),
                    Column.INCOME_CATEGORY.field(),
                    "duplicate",
                    kind + " · " + category);
        }
    }

    /// A sum states what its filled columns name; with none of them filled it is the grand total.
    private void readTotal(SheetRow row, Stated stated) {
        var area = names.area(text(row, Column.AREA)).thai();
        var kind = text(row, Column.INCOME_KIND);
        boolean twice;
        if (!kind.isEmpty()) {
            incomes.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
            twice = statedKinds.putIfAbsent(kind, stated) != null;
        } else if (!text(row, Column.TYPE).isEmpty()) {
            twice = state(types, type(row), stated);
        } else if (!text(row, Column.PROGRAMME).isEmpty()) {
            needed(row, Column.AREA);
            var programmes = areas.computeIfAbsent(area, _ -> new LinkedHashMap<>());
            twice = state(programmes, programme(row), stated);
        } else if (!area.isEmpty()) {
            areas.computeIfAbsent(area, _ -> new LinkedHashMap<>());
            twice = statedAreas.putIfAbsent(area, stated) != null;
        } else {
            twice = total != null;
            total = stated;
        }
        if (twice) {
            findings.error(stated.place, Column.SECTION.field(), "total-twice");
        }
    }

    /// Remembers a stated figure.
    ///
    /// @return whether there was one already
    private static boolean state(Map<String, Optional<Stated>> figures, String name, Stated stated) {
        var before = figures.getOrDefault(name, Optional.empty());
        figures.put(name, Optional.of(stated));
        return before.isPresent();
    }

    /// What was told, if it can be an ordinance.
    public @Nullable Draft draft() {
        if (headedSheet == null) {
            findings.error(Place.FILE, "", "heading-missing");
            return null;
        }
        if (rows == 0) {
            findings.error(new Place(headedSheet, 0, ""), "", "no-lines");
        }
        var grand = total;
        if (grand == null) {
            findings.error(new Place(headedSheet, 0, ""), Column.AMOUNT.field(), "total-missing");
            return null;
        }
        var areaList = areas.entrySet().stream()
                .map(area -> area(area.getKey(), area.getValue()))
                .toList();
        var typeList = types.entrySet().stream()
                .map(type -> new Ordinance.Share(
                        type.getKey(),
                        type.getValue()
                                .map(Stated::amount)
                                .orElseGet(() -> sum(key -> key.type.equals(type.getKey())))))
                .toList();
        return new Draft(
                grand.amount, areaList, typeList, lines(), incomes(), "", null, difference -> place(grand, difference));
    }

    private Ordinance.Area area(String name, Map<String, Optional<Stated>> programmes) {
        var shares = programmes.entrySet().stream()
                .map(programme -> new Ordinance.Share(
                        programme.getKey(),
                        programme
                                .getValue()
                                .map(Stated::amount)
                                .orElseGet(() ->
                                        sum(key -> key.area.equals(name) && key.programme.equals(programme.getKey())))))
                .toList();
        var stated = statedAreas.get(name);
        return new Ordinance.Area(
                name,
                stated != null
                        ? stated.amount
                        : Money.sum(shares.stream().map(Ordinance.Share::amount).toList()),
                shares);
    }

    private List<Ordinance.Line> lines() {
        return lines.entrySet().stream()
                .map(line -> new Ordinance.Line(
                        line.getKey().area,
                        line.getKey().programme,
                        line.getKey().task,
                        line.getKey().type,
                        line.getValue().amount))
                .toList();
    }

    private List<Ordinance.IncomeKind> incomes() {
        var kinds = new ArrayList<Ordinance.IncomeKind>();
        incomes.forEach((kind, categories) -> {
            var shares = categories.entrySet().stream()
                    .map(category -> new Ordinance.Share(category.getKey(), category.getValue().amount))
                    .toList();
            var stated = statedKinds.get(kind);
            kinds.add(new Ordinance.IncomeKind(
                    kind,
                    stated != null
                            ? stated.amount
                            : Money.sum(
                                    shares.stream().map(Ordinance.Share::amount).toList()),
                    shares));
        });
        return kinds;
    }

    private Money sum(Function<LineKey, Boolean> which) {
        return Money.sum(lines.entrySet().stream()
                .filter(line -> which.apply(line.getKey()))
                .map(line -> line.getValue().amount)
                .toList());
    }

    private Place place(Stated grand, Sums.Difference difference) {
        var stated = switch (difference.part()) {
            case AREAS, TYPES, TASKS -> grand;
            case AREA -> statedAreas.get(difference.name());
            case PROGRAMME ->
                areas.values().stream()
                        .map(programmes -> programmes.getOrDefault(difference.name(), Optional.empty()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
            case TYPE -> types.getOrDefault(difference.name(), Optional.empty()).orElse(null);
            case INCOME_KIND -> statedKinds.get(difference.name());
        };
        return stated == null ? new Place(Objects.requireNonNullElse(headedSheet, ""), 0, "") : stated.place;
    }

    private String programme(SheetRow row) {
        var name = needed(row, Column.PROGRAMME);
        if (!name.isEmpty() && !names.knowsProgramme(name)) {
            findings.note(place(row, Column.PROGRAMME), Column.PROGRAMME.field(), "unknown-programme", name);
        }
        return names.programme(name).thai();
    }

    private String type(SheetRow row) {
        var name = needed(row, Column.TYPE);
        if (!name.isEmpty() && !names.knowsType(name)) {
            findings.note(place(row, Column.TYPE), Column.TYPE.field(), "unknown-type", name);
        }
        return names.type(name).thai();
    }

    private String needed(SheetRow row, Column column) {
        var text = text(row, column);
        if (text.isEmpty()) {
            findings.error(place(row, column), column.field(), "field-missing", column.title());
        }
        return text;
    }

    private String text(SheetRow row, Column column) {
        var cell = cell(row, column);
        if (cell.shown() instanceof SheetCell.Failed failed) {
            findings.error(place(row, column), column.field(), "cell-failed", failed.code());
            return "";
        }
        var text = CellText.oneLine(cell.text());
        if (text.length() > LONGEST_TEXT) {
            findings.error(place(row, column), column.field(), "text-too-long", (long) LONGEST_TEXT);
        }
        return CellText.isNothing(text) ? "" : text;
    }

    private SheetCell cell(SheetRow row, Column column) {
        var place = columns.get(column);
        return place == null ? new SheetCell.Blank(0) : row.cell(place);
    }

    private Place place(SheetRow row, Column column) {
        var place = columns.get(column);
        return new Place(sheet, row.number(), place == null ? "" : SheetCell.letter(place));
    }
}
