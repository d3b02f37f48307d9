package org.phatthana.budget.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.budget.Stage;
import org.phatthana.exchange.Table;
import org.phatthana.values.Localized;

/// The books of a year as a file: a row per line, no sums.
final class BooksTable {

    private BooksTable() {}

    static Table of(Book book, List<BooksView.Row> rows, Names names) {
        var cells = new ArrayList<List<@Nullable Object>>();
        rows.forEach(row -> cells.add(row(row, names)));
        return new Table(
                "budget-books-" + book.year(),
                Localized.of(
                        "บัญชีคุมงบประมาณ ปีงบประมาณ พ.ศ. " + book.year(),
                        "Budget books of fiscal year " + book.year().commonEra()),
                columns(),
                cells,
                List.of(Localized.of("หน่วย: บาท", "Unit: baht")),
                book.sample());
    }

    private static List<Table.Column> columns() {
        return List.of(
                column("line", "รหัสรายการ", "Line"),
                column("fiscal_year", "ปีงบประมาณ พ.ศ.", "Fiscal year (Buddhist Era)"),
                column("area", "ด้าน", "Area"),
                column("programme", "แผนงาน", "Programme"),
                column("task", "งาน", "Task"),
                column("expenditure_type", "งบ", "Expenditure type"),
                column("category", "หมวด", "Category"),
                column("kind", "ประเภท", "Kind"),
                column("item", "รายการ", "Item"),
                column("fund_source", "แหล่งเงิน", "Source of funds"),
                column("project", "รหัสโครงการ", "Project"),
                column("department", "หน่วยงาน", "Department"),
                column("appropriated_baht", "ตั้งไว้ (บาท)", "Appropriated (baht)"),
                column("supplemented_baht", "เพิ่มเติม (บาท)", "Supplemented (baht)"),
                column("transferred_baht", "โอนเพิ่ม (ลด) (บาท)", "Transferred (baht)"),
                column("carried_in_baht", "เงินกันรับมา (บาท)", "Carried in (baht)"),
                column("unallotted_baht", "ยังไม่จัดสรร (บาท)", "Unallotted (baht)"),
                column("allotted_baht", "จัดสรรแล้ว (บาท)", "Allotted and free (baht)"),
                column("reserved_baht", "กันวงเงิน (บาท)", "Reserved (baht)"),
                column("committed_baht", "ผูกพัน (บาท)", "Committed (baht)"),
                column("disbursed_baht", "เบิกจ่าย (บาท)", "Disbursed (baht)"),
                column("carried_over_baht", "กันเหลื่อมปี (บาท)", "Carried over (baht)"),
                column("lapsed_baht", "ตกเป็นเงินสะสม (บาท)", "Lapsed (baht)"),
                column("left_baht", "คงเหลือ (บาท)", "Left (baht)"));
    }

    private static List<@Nullable Object> row(BooksView.Row row, Names names) {
        var line = row.line();
        var balances = row.balances();
        return Arrays.asList(
                line.id(),
                line.year(),
                names.area(line.area()),
                names.programme(line.programme()),
                names.task(line.task()),
                names.type(line.type()),
                line.category(),
                line.kind(),
                line.item(),
                line.fundSource(),
                line.project(),
                line.department(),
                balances.appropriated(),
                balances.supplemented(),
                balances.transferred(),
                balances.carriedIn(),
                balances.of(Stage.UNALLOTTED),
                balances.of(Stage.ALLOTTED),
                balances.reserved(),
                balances.committed(),
                balances.disbursed(),
                balances.of(Stage.CARRIED_OVER),
                balances.of(Stage.LAPSED),
                balances.left());
    }

    private static Table.Column column(String name, String thai, String english) {
        return new Table.Column(name, Localized.of(thai, english));
    }
}
