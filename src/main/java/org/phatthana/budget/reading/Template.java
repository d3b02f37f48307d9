package org.phatthana.budget.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.Table;
import org.phatthana.values.Localized;

/// Our own shape for an ordinance in a spreadsheet: one row per figure, found by its heading, in any order of
/// columns.
///
/// A row that begins with `#` is a remark. The section says what a row states: a line of expenditure, a line of
/// income, or a sum to check against.
public final class Template {

    /// What a row states.
    enum Section {
        EXPENDITURE("expenditure", "รายจ่าย", "รายจ่าย"),
        INCOME("income", "รายรับ", "รายได้"),
        TOTAL("total", "รวม", "ยอดรวม");

        private final String word;
        private final String thai;
        private final String alias;

        Section(String word, String thai, String alias) {
            this.word = word;
            this.thai = thai;
            this.alias = alias;
        }

        static Optional<Section> of(String text) {
            var typed = text.toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(section ->
                            typed.equals(section.word) || typed.equals(section.thai) || typed.equals(section.alias))
                    .findFirst();
        }

        public String thai() {
            return thai;
        }
    }

    /// A column, in the order in which we write them.
    enum Column {
        SECTION(
                "section",
                "ส่วน",
                "Section",
                "รายจ่าย รายรับ หรือ รวม",
                "รายจ่าย (expenditure), รายรับ (income) or รวม (a total)"),
        AREA("area", "ด้าน", "Area", "ชื่อด้าน เช่น ด้านบริหารทั่วไป", "The area"),
        PROGRAMME("programme", "แผนงาน", "Programme", "ชื่อแผนงาน เช่น การศึกษา", "The programme"),
        TASK("task", "งาน", "Task", "ชื่องาน เช่น ระดับมัธยมศึกษา", "The task"),
        TYPE("expenditure_type", "งบ", "Expenditure type", "ชื่องบ เช่น งบลงทุน", "The expenditure type"),
        INCOME_KIND(
                "income_kind",
                "ประเภทรายได้",
                "Kind of income",
                "เฉพาะแถวรายรับ เช่น รายได้จัดเก็บเอง",
                "For income only"),
        INCOME_CATEGORY(
                "income_category",
                "หมวดรายได้",
                "Category of income",
                "เฉพาะแถวรายรับ เช่น หมวดภาษีอากร",
                "For income only"),
        AMOUNT(
                "amount_baht",
                "จำนวนเงิน (บาท)",
                "Amount (baht)",
                "ตัวเลข ทศนิยมไม่เกิน 2 ตำแหน่ง",
                "A number, at most 2 decimals");

        private final String name;
        private final String thai;
        private final String english;
        private final String explainedThai;
        private final String explainedEnglish;

        Column(String name, String thai, String english, String explainedThai, String explainedEnglish) {
            this.name = name;
            this.thai = thai;
            this.english = english;
            this.explainedThai = explainedThai;
            this.explainedEnglish = explainedEnglish;
        }

        String field() {
            return name;
        }

        Localized explanation() {
            return Localized.of(explainedThai, explainedEnglish);
        }

        Localized title() {
            return Localized.of(thai, english);
        }

        Table.Column toTableColumn() {
            return new Table.Column(name, title());
        }

        private boolean isHeadedBy(String heading) {
            var typed = normal(heading);
            return typed.equals(normal(name))
                    || typed.equals(normal(thai))
                    || typed.equals(normal(english))
                    || (this == AMOUNT && (typed.equals("จำนวนเงิน") || typed.equals("amount")));
        }

        private static String normal(String heading) {
            return CellText.oneLine(heading).toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
        }
    }

    private Template() {}

    /// The column that a cell heads, if any.
    static Optional<Column> columnOf(SheetCell heading) {
        var text = heading.text();
        return Arrays.stream(Column.values())
                .filter(column -> !text.isEmpty() && column.isHeadedBy(text))
                .findFirst();
    }

    /// The columns as a table to write.
    static List<Table.Column> tableColumns() {
        return Arrays.stream(Column.values()).map(Column::toTableColumn).toList();
    }
}
