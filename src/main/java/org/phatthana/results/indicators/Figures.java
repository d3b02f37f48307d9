package org.phatthana.results.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Term;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;

/// Works out the tallies of indicators from the rows of their sources: in full, by pure functions.
public final class Figures {

    /// A row and where it is.
    ///
    /// @param place also a larger one, where nobody can say in which tambon: then it counts from there upwards
    /// @param sample whether it was invented to show what a figure will be
    public record PlacedRow(Row row, PlaceCode place, boolean sample) {}

    private final Set<PlaceCode> places;
    private final Set<PlaceCode> larger = new HashSet<>();
    private final Map<String, List<PlacedRow>> rows;

    /// @param places the lowest places that have figures of their own
    /// @param rows by the name of their source; what lies in none of the places does not count
    public Figures(Collection<PlaceCode> places, Map<String, List<PlacedRow>> rows) {
        this.places = Set.copyOf(places);
        this.rows = Map.copyOf(rows);
        for (var place : places) {
            Stream.iterate(place.parent(), Optional::isPresent, at -> at.flatMap(PlaceCode::parent))
                    .forEach(at -> larger.add(at.orElseThrow()));
        }
    }

    /// Whether any row that an indicator could count is a sample.
    public boolean isSample(Indicator indicator) {
        return terms(indicator).flatMap(term -> rows(term).stream()).anyMatch(PlacedRow::sample);
    }

    /// The tally of each place in a fiscal year, and of each larger one that rows are at, by itself: [RollUp] adds
    /// them up. It is missing where any row of numerator or denominator is.
    public Map<PlaceCode, Tally> of(Indicator indicator, FiscalYear year) {
        return of(indicator.numerator(), indicator.denominator(), year);
    }

    /// The same of a formula by itself.
    Map<PlaceCode, Tally> of(Formula formula, FiscalYear year) {
        return of(formula, Optional.empty(), year);
    }

    private Map<PlaceCode, Tally> of(Formula numerator, Optional<Formula> denominator, FiscalYear year) {
        var all = new TreeSet<>(places);
        Stream.concat(Stream.of(numerator), denominator.stream())
                .flatMap(formula -> formula.terms().stream())
                .flatMap(term -> rows(term).stream())
                .map(PlacedRow::place)
                .filter(larger::contains)
                .forEach(all::add);
        var numerators = amounts(numerator, all, year);
        var denominators = denominator.map(formula -> amounts(formula, all, year));
        var tallies = new TreeMap<PlaceCode, Tally>();
        for (var place : all) {
            var above = numerators.get(place);
            var below = denominators.isPresent() ? denominators.get().get(place) : Long.valueOf(0);
            tallies.put(place, above == null || below == null ? Tally.MISSING : Tally.known(above, below));
        }
        return tallies;
    }

    private static Stream<Term> terms(Indicator indicator) {
        return Stream.concat(Stream.of(indicator.numerator()), indicator.denominator().stream())
                .flatMap(formula -> formula.terms().stream());
    }

    private List<PlacedRow> rows(Term term) {
        return rows.getOrDefault(term.source().name(), List.of());
    }

    /// What a formula comes to in each place, in millionths; places of which it is not known are not there.
    private Map<PlaceCode, Long> amounts(Formula formula, Set<PlaceCode> all, FiscalYear year) {
        var sums = new HashMap<PlaceCode, Long>();
        all.forEach(place -> sums.put(place, 0L));
        var missing = new HashSet<PlaceCode>();
        for (var term : formula.terms()) {
            var silent = new HashSet<>(term.source().complete() ? Set.<PlaceCode>of() : places);
            for (var placed : rows(term)) {
                switch (term.share(placed.row())) {
                    case Term.Amount(var amount, var day)
                    when isIn(year, day) -> {
                        sums.computeIfPresent(placed.place(), (_, sum) -> Math.addExact(sum, amount));
                        silent.remove(placed.place());
                    }
                    case Term.Missing(var day) when isIn(year, day) -> missing.add(placed.place());
                    default -> {}
                }
            }
            missing.addAll(silent);
        }
        sums.keySet().removeAll(missing);
        return sums;
    }

    static boolean isIn(FiscalYear year, LocalDate day) {
        return day.equals(LocalDate.MIN) || (!day.isBefore(year.firstDay()) && !day.isAfter(year.lastDay()));
    }
}
