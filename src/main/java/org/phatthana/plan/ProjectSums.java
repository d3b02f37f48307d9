package org.phatthana.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// How many projects and how much money, by year and in all.
///
/// @param projects projects in all, each once
/// @param years by year; a project counts in each year in which it has money
public record ProjectSums(long projects, Map<FiscalYear, Year> years) {

    /// One year's projects with money, and the money.
    public record Year(long projects, Money money) {

        static final Year NONE = new Year(0, Money.ZERO);

        Year plus(Year other) {
            return new Year(projects + other.projects, money.plus(other.money));
        }
    }

    public ProjectSums {
        years = Map.copyOf(years);
    }

    public Year year(FiscalYear year) {
        return years.getOrDefault(year, Year.NONE);
    }

    public Money money() {
        return Money.sum(years.values().stream().map(Year::money).toList());
    }

    public static ProjectSums sum(List<ProjectSums> parts) {
        var years = new TreeMap<FiscalYear, Year>();
        parts.forEach(part -> part.years.forEach((year, sums) -> years.merge(year, sums, Year::plus)));
        return new ProjectSums(parts.stream().mapToLong(ProjectSums::projects).sum(), years);
    }
}
