package org.phatthana.plan.forms;

import java.util.Map;
import java.util.TreeMap;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// Projects and money, added up as they are told.
final class Tally {

    private final Map<FiscalYear, Money> amounts = new TreeMap<>();
    private final Map<FiscalYear, Money> ordinance = new TreeMap<>();
    private long projects;

    void add(Entry entry) {
        projects++;
        entry.amounts().forEach((year, money) -> amounts.merge(year, money, Money::plus));
        entry.ordinance().forEach((year, money) -> ordinance.merge(year, money, Money::plus));
    }

    long projects() {
        return projects;
    }

    Map<FiscalYear, Money> amounts() {
        return amounts;
    }

    Map<FiscalYear, Money> ordinance() {
        return ordinance;
    }
}
