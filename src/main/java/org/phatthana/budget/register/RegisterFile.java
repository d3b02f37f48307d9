package org.phatthana.budget.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.exchange.Table;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableFiles;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// Our books as a register, headed in Thai as other systems head it: taking it in again changes nothing.
final class RegisterFile {

    private RegisterFile() {}

    /// A register without lines, to begin with.
    static Table empty(TableFiles tables) {
        return of(
                tables,
                "budget-register",
                Localized.of("ทะเบียนคุมงบประมาณรายจ่าย", "Register of expenditure"),
                Map.of(),
                source -> source);
    }

    /// The lines of a year's books.
    ///
    /// @param sources the names of sources of funds by their ids
    static Table of(TableFiles tables, FiscalYear year, Map<BookLine, Balances> lines, UnaryOperator<String> sources) {
        return of(
                tables,
                "budget-register-" + year,
                Localized.of(
                        "ทะเบียนคุมงบประมาณรายจ่าย ปีงบประมาณ พ.ศ. " + year,
                        "Register of expenditure, fiscal year " + year.commonEra()),
                lines,
                sources);
    }

    private static Table of(
            TableFiles tables,
            String name,
            Localized title,
            Map<BookLine, Balances> lines,
            UnaryOperator<String> sources) {
        var columns = RegisterColumns.ALL.columns().stream()
                .filter(column -> !column.key().equals(RegisterColumns.TRANSFERRED))
                .map(column -> column(tables, column))
                .toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        lines.forEach((line, balances) -> rows.add(row(line, balances, sources)));
        return new Table(
                name,
                title,
                columns,
                rows,
                List.of(
                        Localized.of("หน่วย: บาท", "Unit: baht"),
                        Localized.of(
                                "โอนเพิ่มและโอนลดเป็นยอดสุทธิของแต่ละรายการ", "Transfers are the net of each line")),
                lines.keySet().stream().anyMatch(BookLine::sample));
    }

    private static Table.Column column(TableFiles tables, TableColumns.Column column) {
        var title = tables.title(RegisterColumns.ALL, column.key());
        return new Table.Column(title.thai(), title);
    }

    private static List<@Nullable Object> row(BookLine line, Balances balances, UnaryOperator<String> sources) {
        var transferred = balances.transferred();
        return List.of(
                line.area(),
                line.programme(),
                line.task(),
                line.type(),
                line.category(),
                line.kind(),
                line.item(),
                sources.apply(line.fundSource()),
                line.project(),
                line.department(),
                balances.appropriated(),
                balances.supplemented(),
                transferred.isNegative() ? Money.ZERO : transferred,
                transferred.isNegative() ? transferred.negated() : Money.ZERO,
                balances.carriedIn(),
                balances.authorised(),
                balances.reserved(),
                balances.committed(),
                balances.disbursed(),
                balances.of(Stage.CARRIED_OVER),
                balances.of(Stage.LAPSED),
                balances.left());
    }
}
