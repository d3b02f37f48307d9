package org.phatthana.plan.forms;

import java.util.List;
import java.util.Map;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// A project as a form shows it: decided, or still a draft.
///
/// @param department all that is said of who is responsible
/// @param places those that it certainly is at
public record Entry(
        String strategy,
        String tactic,
        String programme,
        String name,
        String objective,
        String target,
        Map<FiscalYear, Money> amounts,
        Map<FiscalYear, Money> ordinance,
        String kpi,
        String result,
        String department,
        List<PlaceCode> places,
        String category,
        String kind,
        String reason) {

    public Entry {
        amounts = Map.copyOf(amounts);
        ordinance = Map.copyOf(ordinance);
        places = List.copyOf(places);
    }

    public static Entry of(PlanProject project) {
        return of(
                project.content(),
                project.amounts(),
                project.ordinance(),
                project.departmentAsWritten().isEmpty() ? project.department() : project.departmentAsWritten());
    }

    public static Entry of(ProjectContent content) {
        return of(content, content.amounts(), Map.of(), content.department());
    }

    private static Entry of(
            ProjectContent content,
            Map<FiscalYear, Money> amounts,
            Map<FiscalYear, Money> ordinance,
            String department) {
        return new Entry(
                content.strategy(),
                content.tactic(),
                content.programme(),
                content.name().thai(),
                content.objective(),
                content.target().thai(),
                amounts,
                ordinance,
                content.kpi().thai(),
                content.result(),
                department,
                content.places(),
                content.category(),
                content.kind(),
                content.reason());
    }

    /// What is bought, of equipment. Its form has no column for a name: it stands above the target unless it only
    /// repeats kind and target.
    String bought() {
        return target.contains(name) || name.equals((kind + " " + target).strip())
                ? target
                : (name + "\n" + target).strip();
    }

    /// The same project without money: what is left of one that is dropped.
    Entry without() {
        return new Entry(
                strategy,
                tactic,
                programme,
                name,
                objective,
                target,
                Map.of(),
                Map.of(),
                kpi,
                result,
                department,
                places,
                category,
                kind,
                reason);
    }
}
