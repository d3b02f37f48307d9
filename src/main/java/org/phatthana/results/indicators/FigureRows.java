package org.phatthana.results.indicators;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Language;
import org.phatthana.results.formulas.NamedFunction;
import org.phatthana.results.formulas.Reading;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Term;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// The rows behind figures: which ones a figure counts and for how much, which years have any, and how they were.
@Component
public class FigureRows {

    private final KnownSources sources;
    private final Language language;
    private final Sums sums;

    FigureRows(KnownSources sources, List<NamedFunction> functions, Sums sums) {
        this.sources = sources;
        this.language =
                Language.of(sources.all().stream().map(FigureSource::source).toList(), functions);
        this.sums = sums;
    }

    /// What a row adds to a figure.
    ///
    /// @param source the name of its source
    /// @param numerator in millionths
    /// @param denominator in millionths
    /// @param missing whether it would count, but nobody knows for how much, or whether
    public record Part(
            String source,
            Row row,
            PlaceCode place,
            boolean sample,
            long numerator,
            long denominator,
            boolean missing) {

        Part plus(Part other) {
            return new Part(
                    source,
                    row,
                    place,
                    sample,
                    Math.addExact(numerator, other.numerator),
                    Math.addExact(denominator, other.denominator),
                    missing || other.missing);
        }
    }

    /// A formula of the program's own.
    ///
    /// @throws IllegalArgumentException if it cannot be understood
    public Formula formula(String text) {
        return switch (language.read(text, Map.of(), text)) {
            case Formula formula -> formula;
            case Reading.Refused refused -> throw new IllegalArgumentException(text + ": " + refused.message());
        };
    }

    /// The sums of a formula in a fiscal year over every place, rolled up.
    public Map<PlaceCode, Tally> sums(Formula formula, FiscalYear year) {
        return sums.read(formula.terms(), figures -> RollUp.over(figures.of(formula, Optional.empty(), year)));
    }

    /// The fiscal years of which an indicator has anything recorded at all, in the whole province: of the others
    /// nobody knows, even where a source is complete. What has no day counts in every year, and decides nothing.
    public Set<FiscalYear> recorded(Indicator indicator) {
        return sums.read(indicator.terms(), figures -> figures.years(indicator));
    }

    /// The tallies of every place in each month of a fiscal year in which anything was recorded, rolled up.
    public SortedMap<YearMonth, Map<PlaceCode, Tally>> months(Indicator indicator, FiscalYear year) {
        return sums.read(indicator.terms(), figures -> {
            var months = new TreeMap<YearMonth, Map<PlaceCode, Tally>>();
            figures.months(indicator, year).forEach((month, tallies) -> months.put(month, RollUp.over(tallies)));
            return months;
        });
    }

    /// The rows that a figure counts, or would count if more were known of them, those that add most first.
    ///
    /// @param at as they were then; empty for now
    /// @return empty where nobody kept how they were
    public Optional<List<Part>> parts(Indicator indicator, FiscalYear year, PlaceCode place, Optional<Instant> at) {
        var known = rows(
                indicator,
                at,
                source -> source instanceof GrowingSource growing ? growing.within(place, year) : source.rows());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, Part>();
        collect(indicator.numerator(), true, known.get(), year, place, parts);
        indicator.denominator().ifPresent(below -> collect(below, false, known.get(), year, place, parts));
        return Optional.of(parts.values().stream()
                .sorted((one, two) -> Long.compare(weight(two), weight(one)))
                .toList());
    }

    private static long weight(Part part) {
        return Math.max(Math.abs(part.numerator()), Math.abs(part.denominator()));
    }

    private static void collect(
            Formula formula,
            boolean above,
            Map<String, List<Figures.PlacedRow>> rows,
            FiscalYear year,
            PlaceCode place,
            Map<String, Part> parts) {
        for (var term : formula.terms()) {
            var name = term.source().name();
            for (var placed : rows.getOrDefault(name, List.of())) {
                if (!placed.place().isWithin(place)) {
                    continue;
                }
                var share = switch (term.share(placed.row())) {
                    case Term.Amount(var amount, var day)
                    when Figures.isIn(year, day) ->
                        Optional.of(part(name, placed, above ? amount : 0, above ? 0 : amount, false));
                    case Term.Missing(var day)
                    when Figures.isIn(year, day) -> Optional.of(part(name, placed, 0, 0, true));
                    default -> Optional.<Part>empty();
                };
                share.ifPresent(part -> parts.merge(name + "|" + placed.row().id(), part, Part::plus));
            }
        }
    }

    private static Part part(String source, Figures.PlacedRow placed, long above, long below, boolean missing) {
        return new Part(source, placed.row(), placed.place(), placed.sample(), above, below, missing);
    }

    /// The tallies of every place as they were at an instant, by today's formula, rolled up.
    ///
    /// @return empty where nobody kept how the rows were
    public Optional<Map<PlaceCode, Tally>> tallies(Indicator indicator, FiscalYear year, Instant at) {
        return sums.at(indicator.terms(), at).map(figures -> RollUp.over(figures.of(indicator, year)));
    }

    /// The sources that an indicator counts over, by name.
    public Set<String> sources(Indicator indicator) {
        return indicator.terms().stream()
                .map(term -> term.source().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The sources of an indicator that cannot tell how their rows were.
    public Set<String> forgetful(Indicator indicator, Instant at) {
        return sources(indicator).stream()
                .filter(name -> !(of(name) instanceof GrowingSource)
                        && of(name).rows(at).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a row came from.
    public Optional<FigureSource.Origin> origin(Part part) {
        return of(part.source()).origin(part.row().id());
    }

    /// What a row is called.
    public Message title(Part part) {
        return of(part.source()).title();
    }

    private Optional<Map<String, List<Figures.PlacedRow>>> rows(
            Indicator indicator, Optional<Instant> at, Function<FigureSource, List<Figures.PlacedRow>> now) {
        var all = new LinkedHashMap<String, List<Figures.PlacedRow>>();
        for (var name : sources(indicator)) {
            var source = of(name);
            var rows = at.isPresent() ? source.rows(at.get()) : Optional.of(now.apply(source));
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            all.put(name, rows.get());
        }
        return Optional.of(all);
    }

    private FigureSource of(String name) {
        return sources.of(name);
    }
}
