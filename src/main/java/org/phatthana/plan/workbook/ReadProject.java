package org.phatthana.plan.workbook;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.phatthana.plan.Edition;
import org.phatthana.plan.EditionName;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// A project as a workbook has it.
///
/// @param row where it begins in its sheet, from 1
/// @param sequence its number in the table, empty where it has none
/// @param group the strategy, tactic and programme under which it stands
/// @param amounts the plan's money by year; a year that is missing has none
/// @param ordinance what ordinances gave, where the workbook says so
/// @param story the editions by which it came to stand so, where the file knows of them
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
        String place,
        Details details,
        Story story) {

    public ReadProject {
        amounts = Map.copyOf(amounts);
        ordinance = Map.copyOf(ordinance);
    }

    public Money total() {
        return Money.sum(amounts.values());
    }

    public boolean isEquipment() {
        return details.form == ProjectContent.Form.P03;
    }

    /// What few forms have columns for.
    ///
    /// @param fund the id of the one source of its money, empty where it is not said or not known
    /// @param geometry where it is, as GeoJSON; empty where that is not said
    public record Details(
            ProjectContent.Form form,
            String category,
            String kind,
            String fund,
            String geometry,
            String reason,
            String remark) {

        public static final Details NONE = new Details(ProjectContent.Form.P02, "", "", "", "", "", "");
    }

    /// The editions that touched a project, besides the plan as it first was.
    ///
    /// @param text the edition whose words these are; empty for those of the first
    public record Story(Optional<EditionName> text, SortedSet<EditionName> editions) {

        public static final Story NONE = new Story(Optional.empty(), Collections.emptySortedSet());

        /// Whether an edition changed the project after it had come into the plan.
        public boolean isAmended() {
            return editions.stream().skip(1).findAny().isPresent()
                    || editions.stream().anyMatch(edition -> edition.type() != Edition.Type.ADDED);
        }
    }

    /// Where a project stands in the plan.
    ///
    /// @param strategy the strategy or development issue, empty where the sheet names none
    /// @param tactic empty where the sheet names none
    /// @param programme แผนงาน as written, empty where the sheet names none
    /// @param sheet the sheet's name where none of the three is named, else empty: then it is all that is known
    public record Group(String strategy, String tactic, String programme, String sheet) {}
}
