package org.phatthana.site.whatif;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What money is moved on: a year's budget and the projects that it may pay for.
///
/// @param basis whether the lines are those of the books, or of the ordinance before they are open
/// @param lines by their ids, in the order of the classification
/// @param projects by their public ids: those of the lines, and those that moves or the reader's search name
/// @param promised what the plan has for the year, by the id of the goal
/// @param sample whether the lines are sample data
public record Ground(
        FiscalYear year,
        Basis basis,
        Map<String, BudgetedLine> lines,
        Map<String, PlannedProject> projects,
        Map<String, Money> promised,
        boolean sample) {

    /// Where the lines are read.
    public enum Basis {
        BOOKS,
        ORDINANCE
    }

    public Ground {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        projects = Collections.unmodifiableMap(new LinkedHashMap<>(projects));
        promised = Map.copyOf(promised);
    }

    /// Whether money can be moved from or to an end.
    boolean knows(String end) {
        return end.equals(Move.OUTSIDE)
                || lines.containsKey(end)
                || project(end).isPresent();
    }

    /// The project that an end is, or that the line of an end pays for.
    public Optional<PlannedProject> project(String end) {
        var line = lines.get(end);
        var id = line != null
                ? line.project()
                : end.startsWith(Move.PROJECT) ? end.substring(Move.PROJECT.length()) : "";
        return Optional.ofNullable(projects.get(id));
    }

    /// The goal that the money of an end serves; empty where none is known.
    String goal(String end) {
        var line = lines.get(end);
        return line != null
                ? line.goal()
                : project(end).map(PlannedProject::goal).orElse("");
    }
}
