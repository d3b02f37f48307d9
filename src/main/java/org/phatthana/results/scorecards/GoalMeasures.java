package org.phatthana.results.scorecards;

import java.util.List;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.strategy.Measures;
import org.springframework.stereotype.Component;

/// Tells the strategy by which indicators its goals are measured.
@Component
class GoalMeasures implements Measures {

    private final Indicators indicators;

    GoalMeasures(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public List<Measure> all() {
        return indicators.all().stream()
                .map(indicator -> new Measure(
                        indicator.code(), indicator.goal(), indicator.name(), indicator.unit(), indicator.owner()))
                .toList();
    }
}
