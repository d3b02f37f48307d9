package org.phatthana.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A form of an evaluation as far as the committee has filled it in.
///
/// @param template as it was when the evaluation was opened
/// @param revision how often it was saved; who saves names the one that they have read
public record FilledForm(ScoringTemplate template, Scores scores, int revision, Instant changedAt) {

    /// The points of the whole; empty so long as some are lacking.
    public Optional<BigDecimal> total() {
        return scores.total(template);
    }

    /// The criteria that still have no points.
    public List<ScoringTemplate.Criterion> lacking() {
        return template.scored().stream()
                .filter(criterion -> scores.of(criterion).points().isEmpty())
                .toList();
    }
}
