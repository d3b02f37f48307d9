package org.phatthana.budget.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.reading.TemplateFile;
import org.phatthana.exchange.Table;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;

/// The tables of an ordinance's page as files. They hold rows only, no sums, so that a sum over a column is the
/// total.
final class Tables {

    private static final Table.Column YEAR = column("fiscal_year", "ปีงบประมาณ พ.ศ.", "Fiscal year (Buddhist Era)");
    private static final Table.Column ORGANIZATION = column("organization", "หน่วยงาน", "Organization");
    private static final Table.Column AREA = column("area", "ด้าน", "Area");
    private static final Table.Column PROGRAMME = column("programme", "แผนงาน", "Programme");
    private static final Table.Column TYPE = column("expenditure_type", "งบ", "Expenditure type");
    private static final Table.Column AMOUNT = column("amount_baht", "จำนวนเงิน (บาท)", "Amount (baht)");
    private static final Table.Column SHARE = column("share", "สัดส่วนของทั้งหมด (0–1)", "Share of the whole (0–1)");
    private static final Table.Column PER_HEAD = column("baht_per_head", "บาทต่อคน", "Baht per head");
    private static final Table.Column BEFORE = column("amount_baht_year_before", "ปีก่อน (บาท)", "Year before (baht)");
    private static final Table.Column CHANGE = column("change_baht", "เปลี่ยนแปลง (บาท)", "Change (baht)");

    private final YearView view;
    private final Comparison comparison;
    private final Names names;
    private final Ordinance ordinance;

    Tables(YearView view, Comparison comparison, Names names) {
        this.view = view;
        this.comparison = comparison;
        this.names = names;
        this.ordinance = view.ordinance();
    }

    /// The table of a name, if there is one.
    Optional<Table> named(String name) {
        Map<String, Supplier<Table>> tables = Map.of(
                "programmes", this::programmes,
                "tasks", this::tasks,
                "types", this::types,
                "income", this::income,
                "compare", this::compare,
                "ordinance", () -> TemplateFile.of(ordinance));
        return Optional.ofNullable(tables.get(name)).map(Supplier::get);
    }

    private Table programmes() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var area : view.areas()) {
            area.programmes()
                    .forEach(programme ->
                            rows.add(figures(programme.programme(), area.area().name())));
        }
        return table(
                "programmes",
                Localized.of("งบประมาณตามด้านและแผนงาน", "Budget by area and programme"),
                List.of(YEAR, AREA, PROGRAMME, AMOUNT, SHARE, PER_HEAD, BEFORE, CHANGE),
                rows);
    }

    private Table tasks() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : ordinance.lines()) {
            rows.add(Arrays.asList(
                    ordinance.year(),
                    names.area(line.area()),
                    names.programme(line.programme()),
                    names.task(line.task()),
                    names.type(line.type()),
                    line.amount()));
        }
        return table(
                "tasks",
                Localized.of("งบประมาณตามงานและงบ", "Budget by task and expenditure type"),
                List.of(YEAR, AREA, PROGRAMME, column("task", "งาน", "Task"), TYPE, AMOUNT),
                rows);
    }

    private Table types() {
        return table(
                "types",
                Localized.of("งบประมาณตามงบรายจ่าย", "Budget by expenditure type"),
                List.of(YEAR, TYPE, AMOUNT, SHARE, PER_HEAD, BEFORE, CHANGE),
                view.types().stream().map(this::figures).toList());
    }

    private Table income() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var kind : view.incomes()) {
            kind.categories()
                    .forEach(category -> rows.add(figures(category, kind.kind().name())));
        }
        return table(
                "income",
                Localized.of("ประมาณการรายรับ", "Expected income"),
                List.of(
                        YEAR,
                        column("income_kind", "ประเภทรายได้", "Kind of income"),
                        column("income_category", "หมวดรายได้", "Category of income"),
                        AMOUNT,
                        SHARE,
                        PER_HEAD,
                        BEFORE,
                        CHANGE),
                rows);
    }

    private Table compare() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var column : comparison.columns()) {
            var other = column.ordinance();
            var people = other.people();
            for (var programme : other.programmes()) {
                rows.add(Arrays.asList(
                        other.year(),
                        other.body().id(),
                        other.body().name(),
                        people == null ? null : people.count(),
                        names.area(programme.area()),
                        names.programme(programme.name()),
                        programme.amount(),
                        share(programme.amount().shareOf(other.total())),
                        people == null ? null : programme.amount().per(people.count()),
                        other.source().file()));
            }
        }
        return table(
                "compare",
                Localized.of("เทียบกับ อบจ. อื่น ตามแผนงาน", "Beside other PAOs, by programme"),
                List.of(
                        YEAR,
                        column("organization_id", "รหัสหน่วยงาน", "Organization id"),
                        ORGANIZATION,
                        column("people", "ประชากร (คน)", "People"),
                        AREA,
                        PROGRAMME,
                        AMOUNT,
                        SHARE,
                        PER_HEAD,
                        column("source_file", "ไฟล์ต้นทาง", "Source file")),
                rows);
    }

    private List<@Nullable Object> figures(YearView.Row row, Localized... within) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(ordinance.year());
        cells.addAll(List.of(within));
        cells.add(row.name());
        cells.add(row.amount());
        cells.add(share(row.share()));
        cells.add(row.perHead());
        cells.add(row.before());
        cells.add(row.change());
        return cells;
    }

    private Table table(String name, Localized title, List<Table.Column> columns, List<List<@Nullable Object>> rows) {
        var year = ordinance.year();
        return new Table(
                name + "-" + year,
                Localized.of(
                        title.thai() + " ปี " + year + " "
                                + ordinance.body().name().thai(),
                        title.in(Language.ENGLISH) + ", fiscal year " + year.commonEra() + ", "
                                + ordinance.body().name().in(Language.ENGLISH)),
                columns,
                rows,
                notes(),
                false);
    }

    private List<Localized> notes() {
        var source = ordinance.source();
        var notes = new ArrayList<Localized>();
        notes.add(Localized.of("หน่วย: บาท", "Unit: baht"));
        notes.add(Localized.of(
                "ที่มา: " + source.text().thai() + " (ไฟล์ " + source.file() + ")",
                "Source: " + source.text().in(Language.ENGLISH) + " (file " + source.file() + ")"));
        var people = ordinance.people();
        if (people != null) {
            var asOf = people.asOf();
            notes.add(Localized.of(
                    "บาทต่อคนคิดจากประชากร %,d คน%s".formatted(people.count(), asOf == null ? "" : " ณ " + asOf),
                    "Per head of %,d people%s".formatted(people.count(), asOf == null ? "" : " on " + asOf)));
        }
        return notes;
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }

    private static Table.Column column(String name, String thai, String english) {
        return new Table.Column(name, Localized.of(thai, english));
    }
}
