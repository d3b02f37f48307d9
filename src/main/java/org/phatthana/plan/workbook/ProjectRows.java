package org.phatthana.plan.workbook;

import java.util.Set;
import java.util.regex.Pattern;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.Money;

/// Takes the cells of a project's rows into its draft, and says of every cell that it could not take.
final class ProjectRows {

    private static final Set<Field> REACHING_DOWN = Set.of(Field.CATEGORY, Field.KIND);
    private static final Pattern CUT = Pattern.compile(".*(?:\\.{3}|…)", Pattern.DOTALL);

    private final Findings findings;
    private final Totals totals;
    private final MoneyCells money;
    private final Drawing drawing;
    private final Stories stories;
    private final Home home;
    private final Surroundings around;

    ProjectRows(Findings findings, MoneyCells money, Totals totals, Home home, Surroundings around) {
        this.findings = findings;
        this.totals = totals;
        this.money = money;
        this.drawing = new Drawing(findings, home);
        this.stories = new Stories(findings);
        this.home = home;
        this.around = around;
    }

    /// Whether a row has anything but blanks and dashes where money stands.
    boolean hasMoney(SheetRow row, Heading table) {
        for (var column : table.years().keySet()) {
            if (!(Amount.of(row.cell(column)) instanceof Amount.Nothing)) {
                return true;
            }
        }
        return false;
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
        reachDown(row, table, draft);
        texts(row, table, draft);
        fund(row, table, draft);
        stories.take(row, table, draft);
        if (table.isDrawn()) {
            drawing.take(row, table, draft);
        }
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
        for (var entry : table.columns().entrySet()) {
            var field = entry.getKey();
            var cell = row.cell(entry.getValue());
            if (cell.isBlank()) {
                continue;
            }
            if (cell.shown() instanceof SheetCell.Failed failed && field != Field.TOTAL) {
                findings.note(row, cell, field.word(), Findings.message("text-error", failed.code()));
            } else if (field == Field.COUNT) {
                findings.note(row, cell, field.word(), Findings.message("not-kept", MoneyCells.shortened(cell.text())));
            } else if (field.isText()) {
                var text = cell.text();
                if (field == Field.TARGET && CUT.matcher(text).matches()) {
                    findings.note(row, cell, field.word(), Findings.message("cut-short", MoneyCells.shortened(text)));
                }
                draft.add(field, text);
            }
        }
    }

    /// The merged cells of equipment's category and kind.
    private void reachDown(SheetRow row, Heading table, Draft draft) {
        if (!table.isOfEquipment()) {
            return;
        }
        for (var field : REACHING_DOWN) {
            var own = table.text(row, field);
            var text = around.reachingDown(field, own);
            if (own.isEmpty() && !text.isEmpty()) {
                draft.add(field, text);
            }
        }
    }

    /// One source of funds that is known is the source of all the project's money; other words are kept as they
    /// are.
    private void fund(SheetRow row, Heading table, Draft draft) {
        var cell = table.cell(row, Field.FUND);
        if (!cell.isBlank() && cell.shown() instanceof SheetCell.Text text) {
            fund(row, cell, text.text(), draft);
        }
    }

    private void fund(SheetRow row, SheetCell cell, String source, Draft draft) {
        var known = home.fund().apply(source);
        if (known.isPresent() && (draft.fund.isEmpty() || draft.fund.equals(known.get()))) {
            draft.fund = known.get();
        } else {
            findings.note(row, cell, Field.FUND.word(), Findings.message("fund-unknown", MoneyCells.shortened(source)));
            draft.add(Field.REMARK, "แหล่งงบประมาณ: " + CellText.oneLine(source));
        }
    }

    private void amounts(SheetRow row, Heading table, Draft draft, boolean isMore) {
        for (var entry : table.years().entrySet()) {
            var year = entry.getValue();
            var cell = row.cell(entry.getKey());
            var amount = money.read(row, cell, () -> "budget_" + year);
            if (amount.isPresent()) {
                if (isMore && !amount.get().isZero()) {
                    findings.note(row, cell, "budget_" + year, Findings.message("money-continued", amount.get(), (long)
                            draft.row));
                }
                // Who pays often stands in brackets behind the money.
                Amount.remark(cell).ifPresent(source -> fund(row, cell, source, draft));
                draft.amounts.merge(year, amount.get(), Money::plus);
                totals.add(year, amount.get());
            }
        }
        for (var entry : table.ordinance().entrySet()) {
            var year = entry.getValue();
            money.read(row, row.cell(entry.getKey()), () -> "ordinance_" + year)
                    .ifPresent(amount -> draft.ordinance.merge(year, amount, Money::plus));
        }
    }

    private void compareTotal(SheetRow row, Heading table, Draft draft) {
        if (!table.has(Field.TOTAL)) {
            return;
        }
        var cell = table.cell(row, Field.TOTAL);
        var sum = Money.sum(draft.amounts.values());
        money.read(row, cell, () -> "total")
                .filter(total -> !total.equals(sum))
                .ifPresent(
                        total -> findings.note(row, cell, "total", Findings.message("row-total-differs", total, sum)));
    }

    private void unknown(SheetRow row, Heading table) {
        for (var cell : row.cells()) {
            if (!table.known().contains(cell.column()) && !cell.isBlank()) {
                findings.note(row, cell, "", Findings.message("unknown-column", MoneyCells.shortened(cell.text())));
            }
        }
    }
}
