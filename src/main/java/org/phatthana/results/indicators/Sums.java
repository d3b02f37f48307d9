package org.phatthana.results.indicators;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.proof.PublicLog;
import org.phatthana.results.formulas.Term;
import org.springframework.stereotype.Component;

/// The sums that figures are worked out from: of terms over sources with many rows they are kept, of others
/// counted.
@Component
class Sums {

    private final KnownSources sources;
    private final Grid grid;
    private final KeptSums kept;

    Sums(KnownSources sources, GrowingRows growing, Places places, PublicLog log, MeterRegistry meters) {
        this.sources = sources;
        this.grid = new Grid(places.tambon().stream().map(Place::code).toList());
        this.kept = new KeptSums(growing, grid, log::version, meters);
    }

    /// The sums that are kept, for whoever knows what changes.
    KeptSums kept() {
        return kept;
    }

    /// Says that terms will be asked for.
    void want(Collection<Term> terms) {
        kept.want(terms.stream().filter(this::isKept).toList());
    }

    /// Works with the figures of some terms as everything is now.
    <T> T read(Collection<Term> terms, Function<Figures, T> work) {
        var counted = new HashMap<Term, TermSums>();
        terms.stream()
                .filter(term -> !isKept(term))
                .forEach(term -> counted.computeIfAbsent(
                        term,
                        _ -> counted(term, sources.of(term.source().name()).rows())));
        return kept.read(
                terms.stream().filter(this::isKept).toList(),
                sums -> work.apply(new Figures(
                        grid, term -> Optional.ofNullable(counted.get(term)).orElseGet(() -> sums.apply(term)))));
    }

    /// The figures of some terms as everything was at an instant.
    ///
    /// @return empty where nobody kept how the rows of one of them were
    Optional<Figures> at(Collection<Term> terms, Instant at) {
        var all = new HashMap<Term, TermSums>();
        terms.forEach(term -> all.put(term, new TermSums(term, grid)));
        for (var source :
                terms.stream().map(term -> term.source().name()).distinct().toList()) {
            var own = all.values().stream()
                    .filter(sums -> sums.term().source().name().equals(source))
                    .toList();
            if (sources.of(source) instanceof GrowingSource growing) {
                growing.each(Optional.of(at), row -> own.forEach(sums -> sums.add(row)));
            } else {
                var rows = sources.of(source).rows(at);
                if (rows.isEmpty()) {
                    return Optional.empty();
                }
                own.forEach(sums -> rows.get().forEach(sums::add));
            }
        }
        return Optional.of(
                new Figures(grid, term -> Optional.ofNullable(all.get(term)).orElseThrow()));
    }

    private TermSums counted(Term term, List<Figures.PlacedRow> rows) {
        var sums = new TermSums(term, grid);
        rows.forEach(sums::add);
        return sums;
    }

    private boolean isKept(Term term) {
        return sources.of(term.source().name()) instanceof GrowingSource;
    }
}
