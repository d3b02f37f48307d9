package org.phatthana.plan.workbook;

import java.util.List;
import java.util.Map;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What became of one sheet.
///
/// @param kind whether it was read
/// @param rows rows that hold something
/// @param forms the forms on which its projects stand
/// @param continuations rows that went on with the project above them
/// @param notUnderstood rows that were taken for nothing known
/// @param sums the sum of its projects by year
/// @param ownSums its own last totals row by year, empty where it has none
/// @param ownCount how many projects it says to have, or -1
public record ReadSheet(
        String name,
        Kind kind,
        boolean hidden,
        int rows,
        int projects,
        List<ProjectContent.Form> forms,
        int headings,
        int continuations,
        int notUnderstood,
        Map<FiscalYear, Money> sums,
        Map<FiscalYear, Money> ownSums,
        int ownCount) {

    /// Why a sheet was read or not.
    public enum Kind {
        PLAN,
        EMPTY,
        /// It has another form: a cover, a summary (ผ.01).
        OTHER
    }

    public Money sum() {
        return Money.sum(sums.values());
    }

    public Money ownSum() {
        return Money.sum(ownSums.values());
    }

    public boolean hasOwnSums() {
        return !ownSums.isEmpty();
    }

    /// Whether everything that the sheet says of itself is so.
    public boolean agrees() {
        return (ownCount < 0 || ownCount == projects)
                && ownSums.entrySet().stream()
                        .allMatch(own -> own.getValue().equals(sums.getOrDefault(own.getKey(), Money.ZERO)));
    }
}
