package org.phatthana.plan.workbook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What was understood of a workbook.
///
/// @param title the plan's name as the workbook has it, empty where it has none
/// @param years the years with money, in order
/// @param issueFormat whether it is laid out by development issues, without a KPI column
/// @param notes what was odd, and how it was understood
/// @param errors what stands against taking it in; when there are any, nothing is stored
public record ReadPlan(
        String title,
        List<FiscalYear> years,
        boolean issueFormat,
        List<ReadSheet> sheets,
        List<ReadProject> projects,
        List<CellNote> notes,
        List<CellNote> errors) {

    public Map<FiscalYear, Money> sums() {
        var sums = new TreeMap<FiscalYear, Money>();
        years.forEach(year -> sums.put(year, Money.ZERO));
        for (var project : projects) {
            project.amounts().forEach((year, money) -> sums.merge(year, money, Money::plus));
        }
        return sums;
    }

    public Money total() {
        return Money.sum(sums().values());
    }

    /// The groups in the order in which they first appear.
    public Set<ReadProject.Group> groups() {
        var groups = new LinkedHashSet<ReadProject.Group>();
        projects.forEach(project -> groups.add(project.group()));
        return groups;
    }
}
