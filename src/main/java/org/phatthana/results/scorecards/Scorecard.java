package org.phatthana.results.scorecards;

import java.util.List;
import org.phatthana.places.Place;
import org.phatthana.strategy.Goal;
import org.phatthana.values.FiscalYear;

/// How far a goal has come somewhere in a fiscal year.
///
/// @param years those of which any of its indicators has something recorded, in order
public record Scorecard(Goal goal, Place place, FiscalYear year, List<FiscalYear> years, List<Score> scores) {

    public Scorecard {
        years = List.copyOf(years);
        scores = List.copyOf(scores);
    }

    public boolean sample() {
        return scores.stream().anyMatch(Score::sample);
    }

    /// How many stand so.
    public long count(Light light) {
        return scores.stream().filter(score -> score.light() == light).count();
    }
}
