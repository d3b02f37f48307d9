package org.phatthana.results.indicators;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.phatthana.results.formulas.Term;
import org.phatthana.values.FiscalYear;

/// What one term comes to in each place and month. Rows are added and taken away again in any order: shares are
/// whole numbers of millionths, so what is left is to the last digit what a count of all rows anew comes to. Sums
/// of differences are sums like others, and may be less than nothing.
final class TermSums {

    /// Where rows count that count in every month.
    private static final int ALWAYS = -1;

    private static final int MONTHS = 12;

    private final Term term;
    private final Grid grid;
    private final Map<Integer, Cells> months = new HashMap<>();
    private final Map<Integer, Integer> years = new HashMap<>();
    private int samples;

    /// The sums of one month, by the number of the place.
    private static final class Cells {
        final long[] amounts;
        final int[] known;
        final int[] missing;

        Cells(int places) {
            amounts = new long[places];
            known = new int[places];
            missing = new int[places];
        }

        void add(Cells other) {
            for (var place = 0; place < amounts.length; place++) {
                amounts[place] = Math.addExact(amounts[place], other.amounts[place]);
                known[place] += other.known[place];
                missing[place] += other.missing[place];
            }
        }

        boolean isEmpty() {
            for (var place = 0; place < amounts.length; place++) {
                if (known[place] != 0 || missing[place] != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    TermSums(Term term, Grid grid) {
        this.term = term;
        this.grid = grid;
    }

    Term term() {
        return term;
    }

    /// @throws ArithmeticException if the sum is beyond nine million millions
    void add(Figures.PlacedRow row) {
        count(row, 1);
    }

    /// Takes away what was added before.
    void take(Figures.PlacedRow row) {
        count(row, -1);
    }

    private void count(Figures.PlacedRow placed, int sign) {
        if (placed.sample()) {
            samples += sign;
        }
        if (!term.dated().isEmpty() && placed.row().value(term.dated()) instanceof LocalDate day) {
            years.merge(FiscalYear.containing(day).buddhistEra(), sign, TermSums::sum);
        }
        var place = grid.number(placed.place());
        if (place < 0) {
            return;
        }
        switch (term.share(placed.row())) {
            case Term.Amount(var amount, var day) -> {
                var cells = cells(month(day));
                cells.amounts[place] = Math.addExact(cells.amounts[place], sign * amount);
                cells.known[place] += sign;
            }
            case Term.Missing(var day) -> cells(month(day)).missing[place] += sign;
            case Term.Nothing _ -> {}
        }
    }

    private static @Nullable Integer sum(Integer one, Integer two) {
        return one + two == 0 ? null : Integer.valueOf(one + two);
    }

    private Cells cells(int month) {
        return months.computeIfAbsent(month, _ -> new Cells(grid.size()));
    }

    /// Adds the sums of differences.
    void add(TermSums differences) {
        differences.months.forEach((month, cells) -> cells(month).add(cells));
        differences.years.forEach((year, rows) -> years.merge(year, rows, TermSums::sum));
        samples += differences.samples;
    }

    TermSums copy() {
        var copy = new TermSums(term, grid);
        copy.add(this);
        return copy;
    }

    /// Whether any row that the term could count is a sample.
    boolean hasSamples() {
        return samples > 0;
    }

    /// The fiscal years that any row of the source lies in, whether or not the term counts it.
    SortedSet<FiscalYear> years() {
        var all = new TreeSet<FiscalYear>();
        years.keySet().forEach(year -> all.add(new FiscalYear(year)));
        return all;
    }

    /// Whether anything counts, or would if more were known of it, in a month.
    boolean isIn(int month) {
        var cells = months.get(month);
        return cells != null && !cells.isEmpty();
    }

    /// What a term comes to in some months together, in one place.
    ///
    /// @param amount in millionths
    /// @param known how many rows count
    /// @param missing how many would, if more were known of them
    record Sum(long amount, int known, int missing) {}

    /// What the term comes to in months that follow one another, with what counts in every month once.
    Sum of(int place, int first, int count) {
        var amount = 0L;
        var known = 0;
        var missing = 0;
        for (var i = -1; i < count; i++) {
            var cells = months.get(i < 0 ? ALWAYS : first + i);
            if (cells != null) {
                amount = Math.addExact(amount, cells.amounts[place]);
                known += cells.known[place];
                missing += cells.missing[place];
            }
        }
        return new Sum(amount, known, missing);
    }

    /// The number of the month of a day.
    static int month(LocalDate day) {
        return day.equals(LocalDate.MIN) ? ALWAYS : day.getYear() * MONTHS + day.getMonthValue() - 1;
    }
}
