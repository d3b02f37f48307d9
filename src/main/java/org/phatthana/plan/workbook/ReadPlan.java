package org.phatthana.plan.workbook;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What was understood of a workbook.
///
/// @param title the plan's name as the workbook has it, empty where it has none
/// @param years the years with money, in order
/// @param issueFormat whether it is laid out by development issues, without a KPI column
/// @param projects none where they were handed on while the workbook was read
/// @param sums the money of all projects by year, in the years' order
/// @param notes what was odd, and how it was understood
/// @param errors what stands against taking it in; when there are any, nothing is stored
public record ReadPlan(
        String title,
        List<FiscalYear> years,
        boolean issueFormat,
        List<ReadSheet> sheets,
        List<ReadProject> projects,
        Map<FiscalYear, Money> sums,
        List<CellNote> notes,
        List<CellNote> errors) {

    public ReadPlan {
        sums = Collections.unmodifiableMap(sums);
    }

    public Money total() {
        return Money.sum(sums.values());
    }

    /// How many projects there are, kept or handed on.
    public long projectCount() {
        return sheets.stream().mapToLong(ReadSheet::projects).sum();
    }

    ReadPlan with(List<ReadProject> all) {
        return new ReadPlan(title, years, issueFormat, sheets, List.copyOf(all), sums, notes, errors);
    }

    /// The groups in the order in which they first appear.
    public Set<ReadProject.Group> groups() {
        var groups = new LinkedHashSet<ReadProject.Group>();
        projects.forEach(project -> groups.add(project.group()));
        return groups;
    }
}
