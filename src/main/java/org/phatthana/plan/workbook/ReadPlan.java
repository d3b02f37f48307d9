package org.phatthana.plan.workbook;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.phatthana.exchange.CellNote;
import org.phatthana.plan.EditionName;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What was understood of a workbook.
///
/// @param title the plan's name as the workbook has it, empty where it has none
/// @param years the years with money, in order
/// @param issueFormat whether it is laid out by development issues, without a KPI column
/// @param projects none where they were handed on while the workbook was read
/// @param sums the money of all projects by year, in the years' order, without equipment
/// @param editions the editions of which the file knows that they touched projects, and how many
/// @param edition the edition that the file itself is, as its title says; empty for a whole plan
/// @param notes what was odd, and how it was understood
/// @param errors what stands against taking it in; when there are any, nothing is stored
public record ReadPlan(
        String title,
        List<FiscalYear> years,
        boolean issueFormat,
        List<ReadSheet> sheets,
        List<ReadProject> projects,
        Map<FiscalYear, Money> sums,
        Equipment equipment,
        SortedMap<EditionName, Integer> editions,
        Optional<EditionName> edition,
        List<CellNote> notes,
        List<CellNote> errors) {

    public ReadPlan {
        sums = Collections.unmodifiableMap(sums);
    }

    /// What is to be bought (ผ.03), apart from the projects.
    public record Equipment(int count, Map<FiscalYear, Money> sums) {

        static final Equipment NONE = new Equipment(0, Map.of());

        public Equipment {
            sums = Collections.unmodifiableMap(new TreeMap<>(sums));
        }

        public Money total() {
            return Money.sum(sums.values());
        }
    }

    static ReadPlan refused(CellNote error) {
        return new ReadPlan(
                "",
                List.of(),
                false,
                List.of(),
                List.of(),
                Map.of(),
                Equipment.NONE,
                Collections.emptySortedMap(),
                Optional.empty(),
                List.of(),
                List.of(error));
    }

    /// The money of the projects, without equipment.
    public Money total() {
        return Money.sum(sums.values());
    }

    /// How many projects there are, kept or handed on, without equipment.
    public long projectCount() {
        return sheets.stream().mapToLong(ReadSheet::projects).sum() - equipment.count;
    }

    ReadPlan with(List<ReadProject> all) {
        return new ReadPlan(
                title, years, issueFormat, sheets, List.copyOf(all), sums, equipment, editions, edition, notes, errors);
    }

    /// The groups in the order in which they first appear.
    public Set<ReadProject.Group> groups() {
        var groups = new LinkedHashSet<ReadProject.Group>();
        projects.forEach(project -> groups.add(project.group()));
        return groups;
    }
}
