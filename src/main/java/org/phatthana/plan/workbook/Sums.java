package org.phatthana.plan.workbook;

import java.util.Map;
import java.util.TreeMap;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// Money by year and a number of projects, added up as rows go by.
final class Sums {

    final Map<FiscalYear, Money> money = new TreeMap<>();
    int projects;

    void add(FiscalYear year, Money amount) {
        money.merge(year, amount, Money::plus);
    }

    void clear() {
        money.clear();
        projects = 0;
    }

    /// Whether these are what a totals row says, for the years that it names.
    boolean equal(Map<FiscalYear, Money> own) {
        return own.entrySet().stream()
                .allMatch(
                        entry -> money.getOrDefault(entry.getKey(), Money.ZERO).equals(entry.getValue()));
    }
}
