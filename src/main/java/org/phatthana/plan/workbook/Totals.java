package org.phatthana.plan.workbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// Adds up a sheet's projects and compares its totals rows. A totals row may be about the page, the programme, the
/// sheet or the whole workbook: it is right if it equals one of these.
final class Totals {

    private static final Pattern WORDS = Pattern.compile(
            "^(ยอด|ผล)?รวม(งบประมาณ|ทั้งสิ้น|ทั้งหมด|ทั้ง|จำนวน|จํานวน|เป็นเงิน|เงิน|แผนงาน|ยุทธศาสตร์|กลยุทธ์|ประเด็น|ด้าน|หน้า|ยกไป|ยกมา|ปี|โครงการ|\\s|\\d|:|$).*",
            Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile("(\\d{1,3}(?:,\\d{3})|\\d{1,5})\\s*โครงการ");

    private final Findings findings;
    private final MoneyCells cells;
    private final Sums sinceTotal = new Sums();
    private final Sums sinceGroup = new Sums();
    private final Sums sheet = new Sums();
    private final Sums whole;
    private Map<FiscalYear, Money> own = Map.of();
    private int ownCount = -1;
    private boolean afterTotal;

    Totals(Findings findings, MoneyCells cells, Sums whole) {
        this.findings = findings;
        this.cells = cells;
        this.whole = whole;
    }

    /// Whether a row without a number is one of totals.
    static boolean isTotal(SheetRow row, Heading table) {
        var filled = row.filled();
        var label = filled.getFirst();
        var isLabel = WORDS.matcher(CellText.latinDigits(label.text())).matches();
        var described = !table.text(row, Field.OBJECTIVE).isEmpty()
                && !table.text(row, Field.DEPARTMENT).isEmpty();
        var onlyFigures = filled.stream().skip(1).allMatch(Totals::isFigure);
        return isLabel && !described && (onlyFigures || label.text().length() < 60);
    }

    private static boolean isFigure(SheetCell cell) {
        return !(Amount.of(cell) instanceof Amount.Unreadable)
                || COUNT.matcher(cell.text()).find()
                || cell.text().length() < 15;
    }

    void add(FiscalYear year, Money money) {
        sinceTotal.add(year, money);
        sinceGroup.add(year, money);
        sheet.add(year, money);
        whole.add(year, money);
    }

    void count() {
        if (afterTotal) {
            sinceTotal.clear();
            afterTotal = false;
        }
        List.of(sinceTotal, sinceGroup, sheet, whole).forEach(sums -> sums.projects++);
    }

    void beginGroup() {
        sinceGroup.clear();
    }

    void row(SheetRow row, Heading table, int projectsSoFar) {
        var said = new TreeMap<FiscalYear, Money>();
        table.years().forEach((column, year) -> {
            var cell = row.cell(column);
            if (!cell.isBlank()) {
                said.put(year, cells.read(row, cell, () -> "total_" + year).orElse(Money.ZERO));
            }
        });
        var count = countIn(row, table, said.isEmpty());
        if (count >= 0) {
            ownCount = count;
            if (sums().stream().noneMatch(sums -> sums.projects == count)) {
                findings.note(row, Findings.message("count-differs", (long) count, (long) projectsSoFar));
            }
        }
        if (!said.isEmpty()) {
            own = said;
            if (sums().stream().noneMatch(sums -> sums.equal(said))) {
                differ(row, table, said);
            }
        }
        afterTotal = true;
    }

    private void differ(SheetRow row, Heading table, Map<FiscalYear, Money> said) {
        table.years().forEach((column, year) -> {
            var sum = sheet.money.getOrDefault(year, Money.ZERO);
            var total = said.get(year);
            if (total != null && !total.equals(sum)) {
                findings.note(
                        row,
                        row.cell(column),
                        "total_" + year,
                        Findings.message("total-differs", total, sum, sum.minus(total)));
            }
        });
    }

    private List<Sums> sums() {
        return List.of(sheet, sinceTotal, sinceGroup, whole);
    }

    private static int countIn(SheetRow row, Heading table, boolean hasNoMoney) {
        for (var cell : row.filled()) {
            var text = CellText.latinDigits(cell.text());
            var inText = COUNT.matcher(text);
            if (inText.find()) {
                return Integer.parseInt(inText.group(1).replace(",", ""));
            }
        }
        var label = row.filled().getFirst().text();
        if (hasNoMoney && (label.contains("จำนวน") || label.contains("จํานวน") || label.contains("โครงการ"))) {
            for (var cell : row.filled()) {
                if (!table.years().containsKey(cell.column())
                        && Amount.of(cell) instanceof Amount.Plain(var number)
                        && number.satang() % 100 == 0
                        && number.satang() < 10_000_000) {
                    return (int) (number.satang() / 100);
                }
            }
        }
        return -1;
    }

    Sums sheet() {
        return sheet;
    }

    Map<FiscalYear, Money> own() {
        return own;
    }

    int ownCount() {
        return ownCount;
    }
}
