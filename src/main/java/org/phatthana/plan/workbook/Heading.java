package org.phatthana.plan.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.FiscalYear;

/// The heading of a table: which column holds what. It may stand over several rows, as merged cells do.
///
/// @param columns the column of each field that was found
/// @param years the columns of the plan's money, by year
/// @param ordinance the columns of what ordinances gave, by year
/// @param unknown columns with a heading that no field has
/// @param known all columns whose meaning is known
/// @param unit in what its money is counted, where it says so
record Heading(
        Map<Field, Integer> columns,
        Map<Integer, FiscalYear> years,
        Map<Integer, FiscalYear> ordinance,
        Map<Integer, String> unknown,
        Set<Integer> known,
        Optional<Unit> unit) {

    private static final Pattern YEAR = Pattern.compile("(?:25|26)\\d\\d");
    private static final Pattern COMMON_YEAR = Pattern.compile("20[2-9]\\d");
    // Two digits are a year only behind the word: ปี 66, พ.ศ. 66.
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<=(?:ปี|ศ\\.?|งบประมาณ) ?)[4-9]\\d(?!\\d)");
    private static final Pattern DIGITS_OF_YEAR = Pattern.compile("\\d{4}|\\d{2}");
    private static final Pattern AROUND_YEAR = Pattern.compile(
            "(ปี|พ\\.?ศ\\.?|ปีงบประมาณ|ประจำปี|งบประมาณ|(พัน|หมื่น|แสน|ล้าน)?บาท|ข้อบัญญัติ|เทศบัญญัติ)+");
    private static final Pattern BRACKETED = Pattern.compile("\\([^()]{1,60}\\)");
    private static final Set<String> FRAGMENTS = Set.of(
            "บาท",
            "kpi",
            "ผลผลิตของโครงการ",
            "รับผิดชอบ",
            "รับผิดชอบหลัก",
            "หลัก",
            "ของโครงการ",
            "โครงการ",
            "ได้รับ",
            "จะได้รับ",
            "ที่คาดว่าจะได้รับ",
            "คาดว่าจะได้รับ",
            "พ.ศ.",
            "ปี",
            "ปีงบประมาณ",
            "ที่รับผิดชอบ",
            "ที่รับผิดชอบหลัก",
            "กิจกรรม",
            "พันบาท",
            "หมื่นบาท",
            "แสนบาท",
            "ล้านบาท",
            "หน่วย:บาท");
    /// What a column is whose heading another one bears already.
    private static final Map<Field, Field> SECOND =
            Map.of(Field.START_LAT, Field.END_LAT, Field.START_LON, Field.END_LON);

    private static final List<Field> NOT_KEPT = List.of(Field.SOURCE_SHEET, Field.SOURCE_ROW, Field.STATUS);
    private static final List<Field> NEEDED = List.of(Field.OBJECTIVE, Field.TARGET, Field.DEPARTMENT);

    /// Whether a row begins a heading: it names the project's column and at least two more, or four without it.
    static boolean begins(SheetRow row) {
        var fields = fields(row);
        return fields.contains(Field.NAME) ? fields.size() >= 3 : fields.size() >= 4;
    }

    /// Whether a row goes on with a heading: years, units, the second halves of words, or the columns' numbers.
    static boolean continues(SheetRow row) {
        var filled = row.filled();
        if (filled.isEmpty() || isNumbering(filled)) {
            return !filled.isEmpty();
        }
        var years = 0;
        for (var cell : filled) {
            if (yearIn(cell).isPresent()) {
                years++;
            } else if (!isFragment(cell.text()) && Field.of(cell.text()).isEmpty()) {
                return false;
            }
        }
        return years != 1 || filled.size() >= 2;
    }

    /// Whether a cell only goes on with the words above it: known ends of words, or anything in brackets.
    private static boolean isFragment(String text) {
        return BRACKETED.matcher(text.strip()).matches() || FRAGMENTS.contains(Field.bare(text));
    }

    private static boolean isNumbering(List<SheetCell> cells) {
        if (cells.size() < 5) {
            return false;
        }
        for (var i = 0; i < cells.size(); i++) {
            var number = CellText.latinDigits(cells.get(i).text()).replaceAll("[()\\s]", "");
            if (!number.equals(Integer.toString(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static Set<Field> fields(SheetRow row) {
        var fields = EnumSet.noneOf(Field.class);
        for (var cell : row.cells()) {
            if (cell.shown() instanceof SheetCell.Text text) {
                Field.of(text.text()).ifPresent(fields::add);
            }
        }
        return fields;
    }

    /// The fiscal year that a heading's cell names, if it names exactly one.
    static Optional<FiscalYear> yearIn(SheetCell cell) {
        var text = CellText.latinDigits(cell.text());
        if (text.isEmpty() || text.length() > 60) {
            return Optional.empty();
        }
        var found = Stream.of(
                        years(YEAR, text, 0),
                        years(COMMON_YEAR, text, FiscalYear.OFFSET),
                        years(SHORT_YEAR, text, 2500))
                .filter(years -> !years.isEmpty())
                .findFirst()
                .orElse(List.of());
        return found.size() == 1 && FiscalYear.isValid(found.getFirst()) && isHeadingOfYear(text)
                ? Optional.of(new FiscalYear(found.getFirst()))
                : Optional.empty();
    }

    private static List<Integer> years(Pattern pattern, String text, int offset) {
        return pattern.matcher(text)
                .results()
                .map(match -> Integer.parseInt(match.group()) + offset)
                .distinct()
                .toList();
    }

    private static boolean isHeadingOfYear(String text) {
        var words = DIGITS_OF_YEAR.matcher(Field.bare(text)).replaceAll("");
        return words.isEmpty()
                || isFragment(words)
                || Field.of(words).isPresent()
                || AROUND_YEAR.matcher(words).matches();
    }

    /// Puts together what the rows of a heading say.
    static Heading of(List<SheetRow> rows) {
        var texts = new TreeMap<Integer, List<String>>();
        var groups = new TreeMap<Integer, Field>();
        var yearCells = new TreeMap<Integer, FiscalYear>();
        var groupOfYear = new HashMap<Integer, Field>();
        for (var row : rows) {
            if (isNumbering(row.filled())) {
                continue;
            }
            for (var cell : row.filled()) {
                var year = yearIn(cell);
                var field = Field.of(cell.text().replaceAll("[0-9๐-๙]{4}", ""));
                if (year.isPresent()) {
                    yearCells.put(cell.column(), year.get());
                    field.filter(Heading::isGroup).ifPresent(group -> groupOfYear.put(cell.column(), group));
                } else if (field.filter(Heading::isGroup).isPresent()) {
                    groups.put(cell.column(), field.get());
                } else {
                    texts.computeIfAbsent(cell.column(), _ -> new ArrayList<>()).add(cell.text());
                }
            }
        }
        var unit = rows.stream()
                .flatMap(row -> row.filled().stream())
                .flatMap(cell -> Unit.inHeading(cell.text()).stream())
                .findFirst();
        return assemble(texts, groups, yearCells, groupOfYear, unit);
    }

    private static Heading assemble(
            Map<Integer, List<String>> texts,
            TreeMap<Integer, Field> groups,
            TreeMap<Integer, FiscalYear> yearCells,
            Map<Integer, Field> groupOfYear,
            Optional<Unit> unit) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        var unknown = new TreeMap<Integer, String>();
        texts.forEach((column, parts) -> {
            var whole = String.join("", parts);
            var field = Field.of(whole)
                    .or(() -> Field.of(parts.getFirst()))
                    .map(found -> columns.containsKey(found) ? SECOND.getOrDefault(found, found) : found);
            if (field.isPresent() && !columns.containsKey(field.get())) {
                columns.put(field.get(), column);
            } else if (!yearCells.containsKey(column)) {
                unknown.put(column, CellText.oneLine(whole));
            }
        });
        var years = new TreeMap<Integer, FiscalYear>();
        var ordinance = new TreeMap<Integer, FiscalYear>();
        yearCells.forEach((column, year) -> {
            var left = groups.floorEntry(column);
            var group = groupOfYear.getOrDefault(column, left == null ? Field.BUDGET : left.getValue());
            var isOrdinance = group == Field.ORDINANCE || (group == Field.BUDGET && years.containsValue(year));
            (isOrdinance ? ordinance : years).put(column, year);
        });
        var known = new HashSet<Integer>(columns.values());
        known.addAll(years.keySet());
        known.addAll(ordinance.keySet());
        return new Heading(columns, years, ordinance, unknown, known, unit);
    }

    private static boolean isGroup(Field field) {
        return field == Field.BUDGET || field == Field.ORDINANCE;
    }

    /// Whether this heads a list of projects.
    boolean isOfProjects() {
        return columns.containsKey(Field.NAME) && !years.isEmpty();
    }

    /// Whether this heads a list of equipment (ผ.03), which has kinds instead of names.
    boolean isOfEquipment() {
        return !columns.containsKey(Field.NAME)
                && columns.containsKey(Field.KIND)
                && columns.containsKey(Field.TARGET)
                && !years.isEmpty();
    }

    /// Whether this heads another form: a summary that counts projects (ผ.01), or something with categories.
    boolean isOfAnotherForm() {
        return columns.containsKey(Field.CATEGORY)
                || columns.containsKey(Field.KIND)
                || columns.containsKey(Field.COUNT);
    }

    /// Whether there are columns of coordinates.
    boolean isDrawn() {
        return columns.containsKey(Field.START)
                || columns.containsKey(Field.START_LAT)
                || columns.containsKey(Field.END)
                || columns.containsKey(Field.END_LAT);
    }

    /// What a row calls its project or its equipment.
    String name(SheetRow row) {
        return isOfEquipment() ? text(row, Field.KIND) + text(row, Field.TARGET) : text(row, Field.NAME);
    }

    /// What a list of projects cannot be read without and this heading lacks.
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (!columns.containsKey(Field.NAME)) {
            missing.add("โครงการ");
        }
        if (years.isEmpty()) {
            missing.add("งบประมาณรายปี");
        }
        return missing;
    }

    /// What the form has and this heading lacks, though projects can be read without it.
    List<Field> lacking() {
        return NEEDED.stream()
                .filter(field -> !columns.containsKey(field) && !(field == Field.OBJECTIVE && isOfEquipment()))
                .toList();
    }

    /// Columns that are understood and of no use here.
    List<Field> notKept() {
        return NOT_KEPT.stream().filter(columns::containsKey).toList();
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    SheetCell cell(SheetRow row, Field field) {
        var column = columns.get(field);
        return column == null ? new SheetCell.Blank(-1) : row.cell(column);
    }

    String text(SheetRow row, Field field) {
        return columns.containsKey(field) ? cell(row, field).text() : "";
    }
}
