package org.phatthana.plan;

import java.util.List;
import java.util.Map;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// The newest version of a project of a plan.
///
/// @param id public and stable
/// @param goal the id of the goal that it serves
/// @param strategy strategy or development issue, as the plan writes it; may be empty, as may tactic and programme
/// @param amounts the plan's money by year
/// @param ordinance what ordinances gave, where the plan's workbook says so
/// @param department the main department
/// @param departmentAsWritten all that the workbook says of who is responsible
/// @param places where it is, as far as its texts name places
/// @param source the sheet and row that it came from
public record PlanProject(
        String id,
        String plan,
        int ordinal,
        int edition,
        String goal,
        String strategy,
        String tactic,
        String programme,
        String sequence,
        Localized name,
        String objective,
        Localized target,
        Map<FiscalYear, Money> amounts,
        Map<FiscalYear, Money> ordinance,
        Localized kpi,
        String result,
        String department,
        String departmentAsWritten,
        List<Where> places,
        Source source,
        boolean sample) {

    /// A place that the project's texts name.
    ///
    /// @param certain whether they name this place and no other
    public record Where(PlaceCode place, boolean certain, String foundAs) {}

    /// Where in the plan's workbook the project begins.
    public record Source(String sheet, int row) {}

    public PlanProject {
        amounts = Map.copyOf(amounts);
        ordinance = Map.copyOf(ordinance);
        places = List.copyOf(places);
    }

    public Money total() {
        return Money.sum(amounts.values());
    }

    public Money amount(FiscalYear year) {
        return amounts.getOrDefault(year, Money.ZERO);
    }
}
