package org.phatthana.plan.workbook;

import java.util.Set;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.Money;

/// Takes the cells of a project's rows into its draft, and says of every cell that it could not take.
final class ProjectRows {

    private static final Set<Field> NOT_KEPT =
            Set.of(Field.FUND, Field.REASON, Field.REMARK, Field.CATEGORY, Field.COUNT);

    private final Findings findings;
    private final Totals totals;
    private final MoneyCells money;

    ProjectRows(Findings findings, Totals totals) {
        this.findings = findings;
        this.totals = totals;
        this.money = new MoneyCells(findings);
    }

    /// Whether a row has anything but blanks and dashes where money stands.
    boolean hasMoney(SheetRow row, Heading table) {
        return table.years().keySet().stream()
                .anyMatch(column -> !(Amount.of(row.cell(column)) instanceof Amount.Nothing));
    }

    /// Whether a row can be the rest of the project above it: it says something in the columns of text or money.
    boolean canContinue(SheetRow row, Heading table) {
        var hasText = table.columns().entrySet().stream()
                .anyMatch(column ->
                        column.getKey().isText() && !row.cell(column.getValue()).isBlank());
        return hasText || hasMoney(row, table);
    }

    /// The first row of a project.
    void take(SheetRow row, Heading table, Draft draft) {
        texts(row, table, draft);
        amounts(row, table, draft, false);
        compareTotal(row, table, draft);
        unknown(row, table);
    }

    /// A further row of the same project: text goes on, money is added.
    void goOn(SheetRow row, Heading table, Draft draft) {
        texts(row, table, draft);
        amounts(row, table, draft, true);
        unknown(row, table);
    }

    private void texts(SheetRow row, Heading table, Draft draft) {
        table.columns().forEach((field, column) -> {
            var cell = row.cell(column);
            if (cell.isBlank()) {
                return;
            }
            if (cell.shown() instanceof SheetCell.Failed failed && field != Field.TOTAL) {
                findings.note(row, cell, field.word(), Findings.message("text-error", failed.code()));
            } else if (NOT_KEPT.contains(field)) {
                findings.note(row, cell, field.word(), Findings.message("not-kept", MoneyCells.shortened(cell.text())));
            } else if (field.isText()) {
                draft.add(field, cell.text());
            }
        });
    }

    private void amounts(SheetRow row, Heading table, Draft draft, boolean isMore) {
        table.years()
                .forEach((column, year) -> money.read(row, row.cell(column), "budget_" + year)
                        .ifPresent(amount -> {
                            if (isMore && !amount.isZero()) {
                                findings.note(
                                        row,
                                        row.cell(column),
                                        "budget_" + year,
                                        Findings.message("money-continued", amount, (long) draft.row));
                            }
                            draft.amounts.merge(year, amount, Money::plus);
                            totals.add(year, amount);
                        }));
        table.ordinance()
                .forEach((column, year) -> money.read(row, row.cell(column), "ordinance_" + year)
                        .ifPresent(amount -> draft.ordinance.merge(year, amount, Money::plus)));
    }

    private void compareTotal(SheetRow row, Heading table, Draft draft) {
        if (!table.has(Field.TOTAL)) {
            return;
        }
        var cell = table.cell(row, Field.TOTAL);
        var sum = Money.sum(draft.amounts.values());
        money.read(row, cell, "total")
                .filter(total -> !total.equals(sum))
                .ifPresent(
                        total -> findings.note(row, cell, "total", Findings.message("row-total-differs", total, sum)));
    }

    private void unknown(SheetRow row, Heading table) {
        for (var cell : row.filled()) {
            var column = cell.column();
            if (!table.columns().containsValue(column)
                    && !table.years().containsKey(column)
                    && !table.ordinance().containsKey(column)) {
                findings.note(row, cell, "", Findings.message("unknown-column", MoneyCells.shortened(cell.text())));
            }
        }
    }
}
