package org.phatthana.budget.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.reading.Template.Column;
import org.phatthana.budget.reading.Template.Section;
import org.phatthana.exchange.Table;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// Our template as a table to take away: empty with examples, or filled with an ordinance. Both can be imported.
public final class TemplateFile {

    private static final List<Localized> NOTES = List.of(
            Localized.of(
                    "แถวที่ขึ้นต้นด้วย # เป็นคำอธิบาย โปรแกรมไม่อ่าน สลับลำดับคอลัมน์ได้ แต่ห้ามเปลี่ยนชื่อหัวคอลัมน์",
                    "Rows that begin with # are remarks and are not read. Columns may stand in any order; keep their"
                            + " headings."),
            Localized.of(
                    "ต้องมีแถว “รวม” หนึ่งแถวที่กรอกเฉพาะจำนวนเงิน คือยอดรวมรายจ่ายทั้งข้อบัญญัติ"
                            + " ยอดรวมอื่นใส่หรือไม่ใส่ก็ได้ ถ้าใส่จะถูกตรวจ",
                    "One row “รวม” (total) with nothing but an amount is needed: the whole expenditure. Other totals"
                            + " are optional and are checked."),
            Localized.of(
                    "ตั้งชื่อไฟล์ว่า ปี_pao-จังหวัด เช่น 2566_pao-ชื่อจังหวัด.xlsx หรือระบุปีและหน่วยงานเมื่อนำเข้า",
                    "Name the file year_pao-province, for example 2566_pao-ชื่อจังหวัด.xlsx, or state year and"
                            + " organization when importing."));

    private TemplateFile() {}

    /// The empty template, every column explained and exemplified in remarks.
    public static Table empty(Language language) {
        var rows = new ArrayList<List<@Nullable Object>>();
        var explanations = new EnumMap<Column, Object>(Column.class);
        for (var column : Column.values()) {
            explanations.put(column, column.explanation().in(language));
        }
        explanations.put(Column.SECTION, "# " + Column.SECTION.explanation().in(language));
        rows.add(row(explanations));
        rows.add(row(Map.of(Column.SECTION, "# รวม", Column.AMOUNT, Money.ofBaht(1_500_000))));
        rows.add(row(Map.of(
                Column.SECTION, "# รายจ่าย",
                Column.AREA, "ด้านบริการชุมชนและสังคม",
                Column.PROGRAMME, "การศึกษา",
                Column.TASK, "ระดับมัธยมศึกษา",
                Column.TYPE, "งบลงทุน",
                Column.AMOUNT, Money.ofBaht(1_500_000))));
        rows.add(row(Map.of(
                Column.SECTION, "# รายรับ",
                Column.INCOME_KIND, "รายได้จัดเก็บเอง",
                Column.INCOME_CATEGORY, "หมวดภาษีอากร",
                Column.AMOUNT, Money.ofBaht(1_500_000))));
        return new Table(
                "ordinance-template",
                Localized.of("แบบไฟล์ข้อบัญญัติงบประมาณ", "Budget ordinance template"),
                Template.tableColumns(),
                rows,
                NOTES,
                false);
    }

    /// An ordinance in the template's shape; importing it gives the same ordinance again.
    public static Table of(Ordinance ordinance) {
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(total(Map.of(), ordinance.total()));
        for (var area : ordinance.areas()) {
            rows.add(total(Map.of(Column.AREA, area.name()), area.total()));
            area.programmes()
                    .forEach(programme -> rows.add(total(
                            Map.of(Column.AREA, area.name(), Column.PROGRAMME, programme.name()), programme.amount())));
        }
        ordinance.types().forEach(type -> rows.add(total(Map.of(Column.TYPE, type.name()), type.amount())));
        ordinance.incomes().forEach(kind -> rows.add(total(Map.of(Column.INCOME_KIND, kind.name()), kind.total())));
        ordinance
                .lines()
                .forEach(line -> rows.add(row(Map.of(
                        Column.SECTION, Section.EXPENDITURE.thai(),
                        Column.AREA, line.area(),
                        Column.PROGRAMME, line.programme(),
                        Column.TASK, line.task(),
                        Column.TYPE, line.type(),
                        Column.AMOUNT, line.amount()))));
        for (var kind : ordinance.incomes()) {
            kind.categories()
                    .forEach(category -> rows.add(row(Map.of(
                            Column.SECTION, Section.INCOME.thai(),
                            Column.INCOME_KIND, kind.name(),
                            Column.INCOME_CATEGORY, category.name(),
                            Column.AMOUNT, category.amount()))));
        }
        var notes = new ArrayList<>(NOTES);
        notes.addFirst(ordinance.source().text());
        return new Table(
                "ordinance",
                Localized.of(
                        "ข้อบัญญัติงบประมาณ %s ปี %s"
                                .formatted(ordinance.body().name().thai(), ordinance.year()),
                        "Budget ordinance of %s for %d"
                                .formatted(
                                        ordinance.body().name().in(Language.ENGLISH),
                                        ordinance.year().commonEra())),
                Template.tableColumns(),
                rows,
                notes,
                false);
    }

    private static List<@Nullable Object> total(Map<Column, Object> of, Money amount) {
        var cells = new EnumMap<Column, Object>(Column.class);
        cells.putAll(of);
        cells.put(Column.SECTION, Section.TOTAL.thai());
        cells.put(Column.AMOUNT, amount);
        return row(cells);
    }

    private static List<@Nullable Object> row(Map<Column, ?> cells) {
        return Arrays.stream(Column.values()).<@Nullable Object>map(cells::get).toList();
    }
}
