package org.phatthana.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// A version of a project of a plan: what one edition decided of it.
///
/// @param id public and stable
/// @param heading the number of its heading in the plan
/// @param ordinal its place among the plan's projects
/// @param edition the number of the edition that decided it
/// @param goal the id of the goal that it serves
/// @param strategy strategy or development issue, as the plan writes it; may be empty, as may tactic and programme
/// @param amounts the plan's money by year
/// @param ordinance what ordinances gave, where the plan's workbook says so
/// @param department the main department
/// @param departmentAsWritten all that the workbook says of who is responsible
/// @param places where it is, as far as its texts name places
/// @param source the sheet and row that it came from; of a project that was written here an empty sheet
/// @param decision how it came to stand so
public record PlanProject(
        String id,
        String plan,
        int heading,
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
        boolean sample,
        ProjectContent.Form form,
        List<Funding> funding,
        String category,
        String kind,
        String geometry,
        List<Integer> powers,
        String reason,
        String remark,
        Decision decision) {

    /// How a version came about.
    ///
    /// @param next the edition that followed it in the project's story
    /// @param mergedInto the project that it became a part of
    /// @param splitFrom the project that it was a part of
    /// @param textKnown whether its words are its own; else only that the edition touched the project is known, and
    /// the words are those of a later one
    public record Decision(
            Edition.Act act,
            Optional<Integer> next,
            Optional<String> mergedInto,
            Optional<String> splitFrom,
            boolean textKnown) {}

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
        funding = List.copyOf(funding);
        powers = List.copyOf(powers);
    }

    public Money total() {
        return Money.sum(amounts.values());
    }

    public Money amount(FiscalYear year) {
        return amounts.getOrDefault(year, Money.ZERO);
    }

    /// What it says, from which an amendment goes on.
    public ProjectContent content() {
        return new ProjectContent(
                form,
                strategy,
                tactic,
                programme,
                goal,
                name,
                objective,
                target,
                funding,
                kpi,
                result,
                department,
                category,
                kind,
                places.stream().filter(Where::certain).map(Where::place).toList(),
                geometry,
                powers,
                reason,
                remark);
    }
}
