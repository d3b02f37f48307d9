package org.phatthana.plan.workbook;

import java.util.Optional;
import java.util.function.Supplier;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.Money;

/// Reads money out of cells and says what was odd about them.
final class MoneyCells {

    private final Findings findings;
    private Unit unit = Unit.BAHT;

    MoneyCells(Findings findings) {
        this.findings = findings;
    }

    /// Reads what follows as counted in another unit, and says so.
    void countIn(Unit other, String sheet) {
        if (other != unit) {
            unit = other;
            findings.note(sheet, Findings.message("unit", other.text(), other.baht()));
        }
    }

    /// The money of a cell; empty where there is none.
    ///
    /// @param field the cell's name in remarks, such as `budget_2566`
    Optional<Money> read(SheetRow row, SheetCell cell, Supplier<String> field) {
        if (cell instanceof SheetCell.Formula formula && formula.value() instanceof SheetCell.Blank) {
            findings.refuse(row, cell, field.get(), Findings.message("money-uncomputed", formula.expression()));
            return Optional.empty();
        }
        return switch (Amount.of(cell, unit.baht())) {
            case Amount.Plain(var money) -> positive(row, cell, field, money);
            case Amount.Understood(var money, var how) -> {
                findings.note(row, cell, field.get(), how);
                yield positive(row, cell, field, money);
            }
            case Amount.Nothing(var written) -> {
                if (written) {
                    findings.note(row, cell, field.get(), Findings.message("dash", cell.text()));
                }
                yield Optional.empty();
            }
            case Amount.Unreadable(var found) -> {
                findings.note(row, cell, field.get(), Findings.message("unreadable-money", shortened(found)));
                yield Optional.empty();
            }
            case Amount.InError(var code) -> {
                findings.refuse(row, cell, field.get(), Findings.message("money-error", code));
                yield Optional.empty();
            }
        };
    }

    private Optional<Money> positive(SheetRow row, SheetCell cell, Supplier<String> field, Money money) {
        if (money.isNegative()) {
            findings.refuse(row, cell, field.get(), Findings.message("negative", money));
            return Optional.empty();
        }
        return Optional.of(money);
    }

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
