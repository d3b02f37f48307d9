package org.phatthana.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the program knows of a plan's year, to show beside the criteria.
///
/// @param on the day as of which it is known
public record Known(LocalDate on, List<Fact> facts) {

    public Known {
        facts = List.copyOf(facts);
    }

    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /// The facts of a criterion, in its order.
    public List<Fact> of(ScoringTemplate.Criterion criterion) {
        return criterion.facts().stream().flatMap(name -> fact(name).stream()).toList();
    }

    /// The score that a share suggests for a criterion, which binds nobody.
    public Optional<BigDecimal> suggestion(ScoringTemplate.Criterion criterion) {
        return fact(criterion.suggestion()).flatMap(fact -> fact.suggestion(criterion.points()));
    }
}
