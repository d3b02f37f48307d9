package org.phatthana.results.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Term;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;

/// Works out the tallies of indicators from the sums of their terms.
public final class Figures {

    private static final int MONTHS = 12;

    /// A row and where it is.
    ///
    /// @param place also a larger one, where nobody can say in which tambon: then it counts from there upwards
    /// @param sample whether it was invented to show what a figure will be
    public record PlacedRow(Row row, PlaceCode place, boolean sample) {}

    private final Grid grid;
    private final Function<Term, TermSums> sums;

    Figures(Grid grid, Function<Term, TermSums> sums) {
        this.grid = grid;
        this.sums = sums;
    }

    /// Figures of rows that are all at hand.
    ///
    /// @param places the lowest places that have figures of their own
    /// @param rows by the name of their source; what lies in none of the places does not count
    static Figures of(Collection<PlaceCode> places, Map<String, List<PlacedRow>> rows) {
        var grid = new Grid(places);
        var counted = new HashMap<Term, TermSums>();
        return new Figures(
                grid,
                term -> counted.computeIfAbsent(term, _ -> {
                    var own = new TermSums(term, grid);
                    rows.getOrDefault(term.source().name(), List.of()).forEach(own::add);
                    return own;
                }));
    }

    /// Whether any row that an indicator could count is a sample.
    boolean isSample(Indicator indicator) {
        return terms(indicator).anyMatch(term -> sums.apply(term).hasSamples());
    }

    /// The fiscal years of which every term that counts by days has a row somewhere.
    Set<FiscalYear> years(Indicator indicator) {
        return terms(indicator)
                .filter(term -> !term.dated().isEmpty())
                .map(term -> sums.apply(term).years())
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElseGet(TreeSet::new);
    }

    /// The tally of each place in a fiscal year, and of each larger one that rows are at, by itself: [RollUp] adds
    /// them up. It is missing where any row of numerator or denominator is. The tally of an indicator that comes
    /// monthly is the sum of those of the months in which anything was recorded.
    Map<PlaceCode, Tally> of(Indicator indicator, FiscalYear year) {
        if (indicator.frequency() == Indicator.Frequency.YEAR) {
            return of(indicator.numerator(), indicator.denominator(), year);
        }
        return months(indicator, year).values().stream()
                .flatMap(tallies -> tallies.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Tally::plus, TreeMap::new));
    }

    /// The tallies of each month of a fiscal year in which anything was recorded.
    SortedMap<YearMonth, Map<PlaceCode, Tally>> months(Indicator indicator, FiscalYear year) {
        var months = new TreeMap<YearMonth, Map<PlaceCode, Tally>>();
        var dated = terms(indicator)
                .filter(term -> !term.dated().isEmpty())
                .map(sums)
                .toList();
        var first = TermSums.month(year.firstDay());
        for (var month = first; month < first + MONTHS; month++) {
            var at = month;
            if (dated.stream().allMatch(term -> term.isIn(at))) {
                months.put(
                        YearMonth.from(year.firstDay()).plusMonths(month - first),
                        tallies(indicator.numerator(), indicator.denominator(), month, 1));
            }
        }
        return months;
    }

    /// The same of a formula by itself, or of two.
    Map<PlaceCode, Tally> of(Formula numerator, Optional<Formula> denominator, FiscalYear year) {
        return tallies(numerator, denominator, TermSums.month(year.firstDay()), MONTHS);
    }

    private Map<PlaceCode, Tally> tallies(Formula numerator, Optional<Formula> denominator, int first, int months) {
        var above = counted(Optional.of(numerator), first, months);
        var below = counted(denominator, first, months);
        var tallies = new TreeMap<PlaceCode, Tally>();
        for (var place = 0; place < grid.size(); place++) {
            var one = Amount.of(above, place, grid.isLowest(place));
            var other = Amount.of(below, place, grid.isLowest(place));
            if (grid.isLowest(place) || one.rows() + other.rows() > 0) {
                tallies.put(
                        grid.place(place),
                        one.missing() || other.missing() ? Tally.MISSING : Tally.known(one.amount(), other.amount()));
            }
        }
        return tallies;
    }

    private List<Counted> counted(Optional<Formula> formula, int first, int months) {
        return formula.stream()
                .flatMap(one -> one.terms().stream())
                .map(term ->
                        new Counted(term.source().complete(), sums.apply(term).of(first, months)))
                .toList();
    }

    /// What a term comes to.
    ///
    /// @param complete whether no rows mean none
    private record Counted(boolean complete, TermSums.Cells cells) {}

    /// What a formula comes to in a place.
    ///
    /// @param rows how many count, or would
    /// @param missing whether nobody knows
    private record Amount(long amount, int rows, boolean missing) {

        /// @param isLowest whether a term without rows is missing if its source may not be complete
        static Amount of(List<Counted> terms, int place, boolean isLowest) {
            var amount = 0L;
            var rows = 0;
            var missing = false;
            for (var term : terms) {
                var cells = term.cells();
                amount = Math.addExact(amount, cells.amount(place));
                rows += cells.known(place) + cells.missing(place);
                missing |= cells.missing(place) > 0 || (isLowest && cells.known(place) == 0 && !term.complete());
            }
            return new Amount(amount, rows, missing);
        }
    }

    private static Stream<Term> terms(Indicator indicator) {
        return Stream.concat(Stream.of(indicator.numerator()), indicator.denominator().stream())
                .flatMap(formula -> formula.terms().stream());
    }

    static boolean isIn(FiscalYear year, LocalDate day) {
        return day.equals(LocalDate.MIN) || (!day.isBefore(year.firstDay()) && !day.isAfter(year.lastDay()));
    }
}
