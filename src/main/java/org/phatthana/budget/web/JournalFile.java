package org.phatthana.budget.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.exchange.RowSource;
import org.phatthana.exchange.Table;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;

/// The journal as a file: a row for every entry, the oldest first, read while it is written.
final class JournalFile implements RowSource {

    private static final List<Table.Column> COLUMNS = Stream.of(
                    new String[] {"transaction", "รายการที่", "Transaction"},
                    new String[] {"posted_at", "ลงบัญชีเมื่อ (ISO 8601, UTC)", "Entered at (ISO 8601, UTC)"},
                    new String[] {"day", "วันที่", "Day"},
                    new String[] {"fiscal_year", "ปีงบประมาณ พ.ศ.", "Fiscal year (Buddhist Era)"},
                    new String[] {"kind", "ชนิดรายการ", "Kind"},
                    new String[] {"authority", "ผู้อนุมัติ", "Allowed by"},
                    new String[] {"capacity", "ลงบัญชีในฐานะ", "Entered as"},
                    new String[] {"document_kind", "ชนิดเอกสาร", "Kind of document"},
                    new String[] {"document_number", "เลขที่เอกสาร", "Number of the document"},
                    new String[] {"document_date", "วันที่ของเอกสาร", "Date of the document"},
                    new String[] {"reason", "เหตุผล", "Reason"},
                    new String[] {"reverses", "กลับรายการที่", "Reverses transaction"},
                    new String[] {"account", "บัญชี", "Account"},
                    new String[] {"line", "รหัสรายการงบประมาณ", "Id of the budget line"},
                    new String[] {"stage", "ขั้นของเงิน", "Stage of the money"},
                    new String[] {"programme", "แผนงาน", "Programme"},
                    new String[] {"task", "งาน", "Task"},
                    new String[] {"expenditure_type", "งบ", "Expenditure type"},
                    new String[] {"item", "รายการ", "Item"},
                    new String[] {"debit_baht", "เดบิต (บาท)", "Debit (baht)"},
                    new String[] {"credit_baht", "เครดิต (บาท)", "Credit (baht)"},
                    new String[] {"balance_baht", "ยอดคงเหลือหลังรายการ (บาท)", "Balance after it (baht)"},
                    new String[] {"log_entry", "ลำดับในบันทึกสาธารณะ", "Position in the public log"},
                    new String[] {"is_sample", "เป็นข้อมูลตัวอย่าง", "Is sample data"})
            .map(names -> new Table.Column(names[0], Localized.of(names[1], names[2])))
            .toList();

    private final Ledger ledger;
    private final LedgerWords words;
    private final JournalQuery query;

    JournalFile(Ledger ledger, LedgerWords words, JournalQuery query) {
        this.ledger = ledger;
        this.words = words;
        this.query = query;
    }

    /// The table without its rows.
    Table head(@Nullable FiscalYear year) {
        return new Table(
                year == null ? "ledger" : "ledger-" + year,
                Localized.of("สมุดรายวันของบัญชีคุมงบประมาณ", "Journal of the budget ledger"),
                COLUMNS,
                List.of(),
                List.of(
                        Localized.of("หน่วย: บาท", "Unit: baht"),
                        Localized.of(
                                "ยอดคงเหลือคือเดบิตหักเครดิต บัญชีแหล่งที่มามียอดติดลบ",
                                "A balance is debits less credits; that of a source is negative"),
                        Localized.of(
                                "ทุกรายการอยู่ในบันทึกสาธารณะ (/proof) ตามลำดับใน log_entry",
                                "Every transaction stands in the public log (/proof) at its log_entry")),
                false);
    }

    @Override
    public void each(Consumer<List<@Nullable Object>> writer) {
        ledger.journal(query, posted -> write(posted, writer));
    }

    private void write(PostedTransaction posted, Consumer<List<@Nullable Object>> writer) {
        var transaction = posted.transaction();
        var document = transaction.document();
        var reverses = transaction.reverses();
        for (var i = 0; i < posted.balances().size(); i++) {
            var entry = transaction.entries().get(i);
            var line = words.line(entry.account().line());
            var place = words.place(line);
            var isCredit = entry.amount().isNegative();
            writer.accept(Arrays.asList(
                    posted.number(),
                    posted.postedAt().toString(),
                    transaction.day(),
                    transaction.year(),
                    transaction.kind().code(),
                    transaction.authority(),
                    posted.capacity(),
                    document.kind(),
                    document.number(),
                    document.date().orElse(null),
                    transaction.reason(),
                    reverses.isPresent() ? reverses.getAsLong() : null,
                    entry.account().toString(),
                    line.id(),
                    entry.account().stage().code(),
                    place.get(1),
                    place.get(2),
                    place.get(3),
                    line.item(),
                    isCredit ? null : entry.amount(),
                    isCredit ? entry.amount().negated() : null,
                    posted.balances().get(i),
                    posted.logEntry(),
                    posted.sample()));
        }
    }
}
