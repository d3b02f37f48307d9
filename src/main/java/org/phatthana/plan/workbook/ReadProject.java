package org.phatthana.plan.workbook;

import java.util.Map;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// A project as a workbook has it.
///
/// @param row where it begins in its sheet, from 1
/// @param sequence its number in the table, empty where it has none
/// @param group the strategy, tactic and programme under which it stands
/// @param amounts the plan's money by year; a year that is missing has none
/// @param ordinance what ordinances gave, where the workbook says so
public record ReadProject(
        String sheet,
        int row,
        String sequence,
        Group group,
        String name,
        String objective,
        String target,
        Map<FiscalYear, Money> amounts,
        Map<FiscalYear, Money> ordinance,
        String kpi,
        String result,
        String department,
        String place) {

    public ReadProject {
        amounts = Map.copyOf(amounts);
        ordinance = Map.copyOf(ordinance);
    }

    public Money total() {
        return Money.sum(amounts.values());
    }

    /// Where a project stands in the plan.
    ///
    /// @param strategy the strategy or development issue, empty where the sheet names none
    /// @param tactic empty where the sheet names none
    /// @param programme แผนงาน as written, empty where the sheet names none
    /// @param sheet the sheet's name where none of the three is named, else empty: then it is all that is known
    public record Group(String strategy, String tactic, String programme, String sheet) {}
}
